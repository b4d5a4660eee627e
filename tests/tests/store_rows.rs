//! What the store itself guards: rows that nobody changes, fields that nobody reads.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use services::demo::{self, Arguments};
use services::keys::Keys;
use services::records::private::Field;
use services::store::entity::{person, settlement};
use services::{Platform, RequestContext};
use std::sync::Arc;
use tests::database::{TestDatabase, on_each};
use tests::platform::platform;

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

#[tokio::test]
async fn append_only_tables_refuse_change_and_removal() {
    on_each(async |made| {
        let platform = with_demo(&made).await;
        let writer = &platform.database.writer;
        for table in [
            "settlement",
            "settlement_line",
            "account_entry",
            "audit_event",
        ] {
            let column = if table == "audit_event" {
                "reason"
            } else {
                "person_id"
            };
            for change in [
                format!("UPDATE {table} SET {column} = {column}"),
                format!("DELETE FROM {table}"),
            ] {
                let refused = writer.execute_unprepared(&change).await;
                let message = refused.expect_err(&change).to_string();
                assert!(
                    message.contains("append-only"),
                    "{} {change}: {message}",
                    made.kind
                );
            }
        }
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
