//! What the store itself guards: rows that nobody changes, fields that nobody reads.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, QueryFilter};
use services::demo::{self, Arguments};
use services::keys::Keys;
use services::records::Rows;
use services::records::private::Field;
use services::store::bulk::{OnConflict, insert};
use services::store::entity::{
    access_report, access_report_step, person, settlement, settlement_query, settlement_query_step,
};
use services::store::tables;
use services::{Platform, RequestContext, sealing};
use std::sync::Arc;
use tests::database::{TestDatabase, on_each};
use tests::platform::{noon, platform};
use tests::schema;
use uuid::Uuid;

/// All totals in one number.
const TOTALS: &str =
    "SELECT CAST(SUM(settlements) AS TEXT), CAST(SUM(total_fee) AS TEXT) FROM settlement_total";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

async fn with_demo(made: &TestDatabase) -> Arc<Platform> {
    let platform = platform(made.database.clone());
    let context = RequestContext::operator(Arc::clone(&platform), "test");
    let arguments = Arguments {
        people: 0,
        seed: 1,
        as_of: day("2026-06-15"),
    };
    demo::load(&context, arguments, &|_| ())
        .await
        .expect("the demonstration");
    platform
}

/// The tables whose rows nobody changes, each with a column outside its key.
const APPEND_ONLY: [(&str, &str); 12] = [
    ("settlement", "number"),
    ("settlement_line", "item_name"),
    ("account_entry", "kind"),
    ("account_share", "set_on"),
    ("audit_event", "reason"),
    ("audit_seal", "chain_hash"),
    ("audit_head", "key_id"),
    ("consent", "act"),
    ("access_report", "reason"),
    ("access_report_step", "answer"),
    ("settlement_query", "outcome"),
    ("settlement_query_step", "state"),
];

/// Every way in which a statement could change or remove rows of `table`.
fn changes(backend: DbBackend, table: &str, column: &str) -> Vec<String> {
    let all = format!("INTO {table} SELECT * FROM {table} WHERE 1 = 1");
    let key = tables::all().into_iter().find(|one| one.name == table);
    let key = key.expect("a table").key.join(", ");
    let mut changes = vec![
        format!("UPDATE {table} SET {column} = {column}"),
        format!("DELETE FROM {table}"),
        format!("INSERT {all} ON CONFLICT ({key}) DO UPDATE SET {column} = excluded.{column}"),
    ];
    if backend == DbBackend::Sqlite {
        changes.push(format!("REPLACE {all}"));
        changes.push(format!("INSERT OR REPLACE {all}"));
        changes.push(format!("UPDATE OR REPLACE {table} SET {column} = {column}"));
    } else {
        changes.push(format!("TRUNCATE {table} CASCADE"));
    }
    changes
}

/// Rows whose place another key or another table gives away.
fn detours(backend: DbBackend) -> &'static [&'static str] {
    if backend == DbBackend::Sqlite {
        return &[
            "REPLACE INTO audit_seal SELECT position + 1000, event_id, chain_hash FROM audit_seal",
            "REPLACE INTO audit_seal (rowid, position, event_id, chain_hash) \
             SELECT rowid, position + 1000, zeroblob(16), chain_hash FROM audit_seal LIMIT 1",
            "REPLACE INTO audit_head (rowid, position, chain_hash, key_id, signature, sealed_at) \
             SELECT rowid, position + 1000, chain_hash, key_id, signature, sealed_at \
             FROM audit_head",
        ];
    }
    &[
        "TRUNCATE person CASCADE",
        "TRUNCATE audit_event, audit_seal",
    ]
}

/// A report with its first step, which the demonstration has none of.
async fn a_report(platform: &Platform) {
    let writer = &platform.database.writer;
    let anybody = person::Entity::find().one(writer).await;
    let person_id = anybody.expect("an answer").expect("somebody").person_id;
    let report = access_report::Model {
        person_id,
        event_id: Uuid::from_u128(1),
        number: "2606-000-001".to_owned(),
        reason: "unknown".to_owned(),
        note_cipher: None,
        reported_at: noon(),
    };
    let step = access_report_step::Model {
        person_id,
        event_id: report.event_id,
        step: 1,
        state: "received".to_owned(),
        answer: String::new(),
        happened_at: noon(),
        answer_cipher: None,
    };
    let fail = OnConflict::Fail;
    insert::<access_report::Entity>(writer, &[report], fail)
        .await
        .expect("a report");
    insert::<access_report_step::Entity>(writer, &[step], fail)
        .await
        .expect("a step");
}

/// A query with its first step, which the demonstration has none of either.
async fn a_query(platform: &Platform) {
    let writer = &platform.database.writer;
    let any = settlement::Entity::find().one(writer).await;
    let about = any.expect("an answer").expect("a settlement");
    let query = settlement_query::Model {
        person_id: about.person_id,
        query_id: Uuid::from_u128(2),
        number: "QC-2026-222222".to_owned(),
        settlement_id: about.settlement_id,
        words_cipher: vec![1],
        outcome: "equal".to_owned(),
        parameter_set_id: about.parameter_set_id,
        recorded: "{}".to_owned(),
        recomputed: String::new(),
        sent_at: noon(),
    };
    let step = settlement_query_step::Model {
        person_id: query.person_id,
        query_id: query.query_id,
        step: 1,
        state: "sent".to_owned(),
        answer_cipher: None,
        happened_at: noon(),
    };
    let fail = OnConflict::Fail;
    insert::<settlement_query::Entity>(writer, &[query], fail)
        .await
        .expect("a query");
    insert::<settlement_query_step::Entity>(writer, &[step], fail)
        .await
        .expect("a step");
}

#[tokio::test]
async fn append_only_tables_refuse_change_and_removal() {
    on_each(async |made| {
        let platform = with_demo(&made).await;
        while sealing::seal(&platform).await.expect("a group") > 0 {}
        a_report(&platform).await;
        a_query(&platform).await;
        let backend = made.database.backend();
        let ways = APPEND_ONLY.map(|(table, column)| changes(backend, table, column));
        let ways = ways.iter().flatten().map(String::as_str);
        for change in ways.chain(detours(backend).iter().copied()) {
            let refused = made.database.writer.execute_unprepared(change).await;
            let message = refused.expect_err(change).to_string();
            assert!(
                message.contains("append-only"),
                "{} {change}: {message}",
                made.kind
            );
        }
        for (table, _) in APPEND_ONLY {
            let rows = schema::count(&made.database, table).await;
            assert!(rows > 0, "a {table} to be changed on {}", made.kind);
        }
        let report = sealing::verify(
            &RequestContext::operator(Arc::clone(&platform), "test"),
            None,
        )
        .await
        .expect("a report");
        assert_eq!((report.faults, report.unsealed), (vec![], vec![]));
    })
    .await;
}

#[tokio::test]
async fn a_row_that_is_there_is_not_written_again() {
    on_each(async |made| {
        let platform = with_demo(&made).await;
        let writer = &platform.database.writer;
        let there = settlement::Entity::find().one(writer).await;
        let rows = Rows {
            settlements: vec![there.expect("an answer").expect("a settlement")],
            ..Rows::default()
        };
        let before = schema::texts(&made.database, TOTALS).await;
        for on_conflict in [OnConflict::Fail, OnConflict::Keep] {
            let again = rows.write(writer, on_conflict).await;
            again.expect_err("the settlement is there");
        }
        let after = schema::texts(&made.database, TOTALS).await;
        assert_eq!(after, before, "nothing is counted twice on {}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_person_is_found_by_number_and_only_the_right_key_reads_it() {
    on_each(async |made| {
        let platform = with_demo(&made).await;
        let anybody = person::Entity::find()
            .filter(person::Column::Name.eq("王秀英"))
            .one(&platform.database.reader)
            .await
            .expect("the store answers")
            .expect("somebody");
        let number = Field::IdNumber
            .open(&platform.keys, &anybody.id_number_cipher)
            .expect("opens");
        assert!(
            !anybody
                .id_number_cipher
                .windows(6)
                .any(|part| part == &number.as_bytes()[..6])
        );

        let found = person::Entity::find()
            .filter(
                person::Column::IdNumberIndex.eq(Field::IdNumber.index(&platform.keys, &number)),
            )
            .all(&platform.database.reader)
            .await
            .expect("the store answers");
        assert_eq!(found, std::slice::from_ref(&anybody));

        let stranger = Keys::from_master(b"another master secret of some length");
        assert!(
            Field::IdNumber
                .open(&stranger, &anybody.id_number_cipher)
                .is_err()
        );
        assert!(
            Field::Mobile
                .open(&platform.keys, &anybody.id_number_cipher)
                .is_err()
        );
        assert_ne!(
            Field::IdNumber.index(&stranger, &number),
            anybody.id_number_index
        );

        let treated = settlement::Entity::find()
            .filter(settlement::Column::PersonId.eq(anybody.person_id))
            .one(&platform.database.reader)
            .await
            .expect("the store answers")
            .expect("a settlement");
        let cipher = treated.diagnosis_cipher.expect("a diagnosis");
        let diagnosis = Field::Diagnosis
            .open(&platform.keys, &cipher)
            .expect("opens");
        assert!(diagnosis.contains(' '), "{diagnosis}");
    })
    .await;
}
