//! `import records`: a settlement taken back leaves the year as it was before it.

use domain::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use services::accumulators;
use services::store::entity::{account_entry, person, settlement, settlement_total};
use services::store::entity::{settlement_line, year_accumulator};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::importing::{contents, counts, fresh, imported, reasons, write};
use tests::kinds::{EMPLOYEE, Insured, RESIDENT, across_years, chronic, person as people};
use tests::kinds::{refund, visit};
use tests::records_file::{good, numbers};

async fn refunds(made: &TestDatabase) -> Vec<settlement::Model> {
    settlement::Entity::find()
        .filter(settlement::Column::ReversesId.is_not_null())
        .order_by_asc(settlement::Column::SettlementId)
        .all(&made.database.reader)
        .await
        .expect("refunds")
}

/// Every total of every year, besides its key.
async fn totals(made: &TestDatabase) -> Vec<i64> {
    let years = year_accumulator::Entity::find().all(&made.database.reader);
    let years = years.await.expect("years");
    let all = years.into_iter().flat_map(|year| {
        let (used, admissions) = accumulators::read(&year);
        let used = used.named().into_iter().chain(used.special());
        let used: Vec<i64> = used.map(|(_, total)| total.fen()).collect();
        used.into_iter().chain([i64::from(admissions)])
    });
    all.collect()
}

async fn in_order(made: &TestDatabase, platform: &services::Platform) {
    let reader = &made.database.reader;
    let people = person::Entity::find().all(reader).await.expect("people");
    assert!(!people.is_empty());
    for one in people {
        let whom = PersonId::from(one.person_id);
        let found = accumulators::differences(reader, &platform.parameters, whom).await;
        assert_eq!(found.expect("a rebuild"), [], "{}", made.kind);
    }
}

#[tokio::test]
async fn whatever_the_kind_everything_comes_back() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let all: Vec<(Insured, Vec<Value>)> = {
            let [one, two, _] = <[String; 3]>::try_from(numbers()).expect("three");
            let of =
                |name: &str, day: &str, fields: Value| visit(&two, RESIDENT, name, day, &fields);
            vec![
                (
                    EMPLOYEE,
                    vec![
                        chronic(&one, EMPLOYEE, "N-1", "2025-02-02"),
                        across_years(&one, EMPLOYEE, "N-2"),
                    ],
                ),
                (
                    RESIDENT,
                    vec![
                        of("N-1", "2025-01-05", json!({"kind": "outpatient"})),
                        of("N-2", "2025-01-06", json!({"kind": "inpatient"})),
                        of(
                            "N-3",
                            "2025-01-07",
                            json!({"kind": "two_diseases", "disease": "M03900"}),
                        ),
                        of("N-4", "2025-01-08", json!({"kind": "prenatal"})),
                        of("N-5", "2025-01-09", json!({"kind": "dual_channel"})),
                        of("N-6", "2025-01-10", json!({"kind": "maternity_inpatient"})),
                    ],
                ),
            ]
        };
        for (insured, visits) in all {
            let number = visits[0]["person"]["id_number"].as_str().expect("a number");
            let mut records = people(number, insured);
            for (place, visit) in visits.iter().enumerate() {
                let name = visit["number"].as_str().expect("a number");
                records.push(refund(number, &format!("R-{place}"), name, "2026-02-02"));
                records.push(visit.clone());
            }
            let file = write(made.folder.path(), "refunded", &records);
            let report = imported(&platform, &file).await;
            assert_eq!(report.refused, [], "{}", made.kind);
            let again = imported(&platform, &file).await;
            let count = u64::try_from(records.len()).expect("few");
            assert_eq!(counts(&again), (0, 0, count, 0), "{}: {again:?}", made.kind);
        }
        assert!(totals(&made).await.iter().all(|total| *total == 0));
        let sums = settlement_total::Entity::find().all(&made.database.reader);
        for sum in sums.await.expect("totals") {
            assert_eq!(
                (sum.total_fee, sum.pool_fund_paid, sum.cash_paid),
                (0, 0, 0)
            );
        }
        in_order(&made, &platform).await;
    })
    .await;
}

#[tokio::test]
async fn a_refund_is_a_settlement_of_its_own_that_names_what_it_takes_back() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let number = &numbers()[0];
        let mut records = good(number);
        records.push(refund(number, "R-1", "S-1", "2025-04-01"));
        let file = write(made.folder.path(), "refunded", &records);
        assert_eq!(imported(&platform, &file).await.refused, []);
        let reader = &made.database.reader;
        let original = settlement::Entity::find()
            .filter(settlement::Column::Number.eq("S-1"))
            .one(reader)
            .await
            .expect("the store")
            .expect("the settlement");
        let back = refunds(&made).await.remove(0);
        assert_eq!(back.reverses_id, Some(original.settlement_id));
        assert_eq!((back.number.as_str(), back.line_count), ("R-1", 0));
        assert_eq!(back.total_fee, -original.total_fee);
        assert_eq!(back.fund_total, -original.fund_total);
        let lines = settlement_line::Entity::find()
            .filter(settlement_line::Column::SettlementId.eq(back.settlement_id))
            .all(reader)
            .await;
        assert_eq!(lines.expect("lines"), []);
        let newest = account_entry::Entity::find()
            .order_by_desc(account_entry::Column::EntryId)
            .one(reader)
            .await
            .expect("the store")
            .expect("an entry");
        assert_eq!((newest.kind.as_str(), newest.amount), ("in_refund", 40_000));
        assert_eq!(newest.balance_after, 40_000);
        in_order(&made, &platform).await;
    })
    .await;
}

#[tokio::test]
async fn what_follows_a_refund_is_settled_on_the_year_without_it() {
    let made = sqlite_only().await;
    let platform = fresh(made.database.clone()).await;
    let number = &numbers()[0];
    let stay = json!({"kind": "inpatient"});
    let of = |name: &str, day: &str| visit(number, RESIDENT, name, day, &stay);
    let mut records = people(number, RESIDENT);
    records.extend([
        of("N-1", "2025-01-05"),
        // The refund stands before what it takes back, on the same day.
        refund(number, "R-1", "N-2", "2025-01-06"),
        of("N-2", "2025-01-06"),
        of("N-3", "2025-01-07"),
    ]);
    let file = write(made.folder.path(), "mixed", &records);
    assert_eq!(imported(&platform, &file).await.refused, []);
    let rows = settlement::Entity::find()
        .order_by_asc(settlement::Column::SettlementId)
        .all(&made.database.reader)
        .await
        .expect("settlements");
    let admissions: Vec<i32> = rows.iter().map(|row| row.admission).collect();
    assert_eq!(admissions, [1, 2, 2, 2]);
    in_order(&made, &platform).await;
}

#[tokio::test]
async fn a_refund_that_cannot_be_is_refused_at_its_line() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let number = &numbers()[0];
        let records = [
            good(number),
            vec![refund(number, "R-1", "S-1", "2025-04-01")],
        ]
        .concat();
        let file = write(made.folder.path(), "good", &records);
        assert_eq!(imported(&platform, &file).await.refused, []);
        let stored = contents(&made.database).await;
        let told = async |record: Value| {
            let file = write(made.folder.path(), "wrong", &[record]);
            let report = imported(&platform, &file).await;
            let lines: Vec<usize> = report.refused.iter().map(|one| one.line).collect();
            assert_eq!(lines, [1], "{}", made.kind);
            let (pointer, code) = reasons(&report)[0];
            format!("{pointer} {code}")
        };
        let day = "2025-04-02";
        for (name, of, day, wanted) in [
            ("R-2", "S-9", day, "/reverses unknown_settlement"),
            ("R-2", "S-1", day, "/reverses already_refunded"),
            ("R-2", "R-1", day, "/reverses is_a_refund"),
            ("R-1", "S-1", day, "/refunded_on differs_from_store"),
            ("R-1", "S-9", "2025-04-01", "/reverses differs_from_store"),
            ("S-1", "S-1", day, "/record differs_from_store"),
            ("", "S-1", day, "/number wrong_number"),
            ("R-2", "S-1", "2199-01-01", "/refunded_on date_in_future"),
        ] {
            assert_eq!(told(refund(number, name, of, day)).await, wanted);
        }
        assert_eq!(contents(&made.database).await, stored, "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_refund_never_comes_before_its_settlement() {
    let made = sqlite_only().await;
    let platform = fresh(made.database.clone()).await;
    let number = &numbers()[0];
    let mut records = good(number);
    records.push(refund(number, "R-1", "S-1", "2025-03-01"));
    let file = write(made.folder.path(), "early", &records);
    let report = imported(&platform, &file).await;
    assert_eq!(
        reasons(&report),
        [("/refunded_on", "refunded_before_settled")]
    );
    assert_eq!(report.refused[0].line, records.len());
    assert_eq!(refunds(&made).await, []);
}

#[tokio::test]
async fn the_store_itself_takes_nothing_back_twice() {
    use sea_orm::{ActiveModelTrait, IntoActiveModel};
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let number = &numbers()[0];
        let records = [
            good(number),
            vec![refund(number, "R-1", "S-1", "2025-04-01")],
        ]
        .concat();
        let file = write(made.folder.path(), "good", &records);
        imported(&platform, &file).await;
        let mut twice = refunds(&made).await.remove(0);
        twice.settlement_id = uuid::Uuid::from_u128(7);
        let written = twice
            .into_active_model()
            .insert(&made.database.writer)
            .await;
        assert!(written.is_err(), "{}", made.kind);
    })
    .await;
}
