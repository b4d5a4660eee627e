//! `import records`: what goes on in a life is taken over, and said to have changed.

use sea_orm::EntityTrait;
use serde_json::{Value, json};
use services::records::private::Field;
use services::store::entity::{
    account_entry, contribution, enrolment, identity_tag, message, person,
};
use tests::database::on_each;
use tests::importing::{contents, counts, fresh, imported, reasons, write};
use tests::records_file::{good, numbers};

fn with(record: &Value, fields: &Value) -> Value {
    let mut record = record.clone();
    for (name, value) in fields.as_object().expect("fields") {
        record[name] = value.clone();
    }
    record
}

#[tokio::test]
async fn a_contribution_billed_first_and_paid_later_reaches_the_account_once() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let reader = &made.database.reader;
        let folder = made.folder.path();
        let records = good(&numbers()[0]);
        let [_, paid, period, whose, _] = records.as_slice() else {
            unreachable!("five records")
        };
        let billed = with(paid, &json!({"paid_on": null, "account_credit": 0}));
        let first = write(
            folder,
            "billed",
            &[whose.clone(), period.clone(), billed.clone()],
        );
        let report = imported(&platform, &first).await;
        assert_eq!(counts(&report), (3, 0, 0, 0), "{:?}", report.refused);
        let stored = async || {
            let rows = contribution::Entity::find()
                .all(reader)
                .await
                .expect("rows");
            let entries = account_entry::Entity::find()
                .all(reader)
                .await
                .expect("rows");
            let amounts: Vec<i64> = entries.iter().map(|entry| entry.amount).collect();
            (rows[0].state.clone(), rows[0].account_credit, amounts)
        };
        assert_eq!(stored().await, ("billed".to_owned(), 0, vec![]));

        let wrong = with(paid, &json!({"employer_amount": 98_001}));
        let report = imported(&platform, &write(folder, "wrong", &[wrong])).await;
        let told = ["/employer_amount", "/account_credit", "/paid_on"];
        assert_eq!(reasons(&report), told.map(|at| (at, "differs_from_store")));
        assert_eq!(stored().await, ("billed".to_owned(), 0, vec![]));

        let second = write(folder, "paid", std::slice::from_ref(paid));
        let report = imported(&platform, &second).await;
        assert_eq!(
            counts(&report),
            (0, 1, 0, 0),
            "{} {:?}",
            made.kind,
            report.refused
        );
        assert_eq!(stored().await, ("paid".to_owned(), 20_000, vec![20_000]));
        let report = imported(&platform, &second).await;
        assert_eq!(counts(&report), (0, 0, 1, 0));
        // A payment taken back is a correction; a file that tells both stages is not.
        let report = imported(&platform, &first).await;
        assert_eq!(counts(&report), (0, 0, 2, 1));
        let both = write(folder, "both", &[paid.clone(), billed]);
        let report = imported(&platform, &both).await;
        assert_eq!(counts(&report), (0, 0, 2, 0));
        assert_eq!(stored().await, ("paid".to_owned(), 20_000, vec![20_000]));
    })
    .await;
}

#[tokio::test]
async fn both_stages_in_one_file_come_to_the_last() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let mut records = good(&numbers()[0]);
        let billed = with(&records[1], &json!({"paid_on": null, "account_credit": 0}));
        let ended = with(&records[2], &json!({"until": "2025-06-30"}));
        let died = with(&records[3], &json!({"died_on": "2025-06-30"}));
        records.extend([billed, ended, died]);
        let file = write(made.folder.path(), "stages", &records);
        let report = imported(&platform, &file).await;
        assert_eq!(counts(&report), (5, 3, 0, 0), "{:?}", report.refused);
        let once = contents(&made.database).await;
        let report = imported(&platform, &file).await;
        assert_eq!(counts(&report), (0, 0, 8, 0), "{:?}", report.refused);
        assert_eq!(contents(&made.database).await, once, "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn cover_that_ended_long_ago_is_told_once_when_the_file_says_so() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let folder = made.folder.path();
        let numbers = numbers();
        let period = |whose: &str, fields: &Value| with(&good(whose)[2], fields);
        let (ended, carried_on, known) = (&numbers[0], &numbers[1], &numbers[2]);
        let told = async || {
            let all = message::Entity::find().all(&made.database.reader).await;
            let all = all.expect("messages").into_iter();
            all.map(|one| (one.template, one.topic)).collect::<Vec<_>>()
        };
        // The one whose end is in the first file is new with their whole past: nothing to tell.
        let mut first: Vec<Value> = Vec::new();
        for whose in [ended, carried_on] {
            first.extend([good(whose)[3].clone(), good(whose)[2].clone()]);
        }
        first.push(good(known)[3].clone());
        first.push(period(known, &json!({"until": "2026-02-28"})));
        imported(&platform, &write(folder, "first", &first)).await;
        assert_eq!(told().await, [], "{}", made.kind);

        let late = write(
            folder,
            "late",
            &[
                period(ended, &json!({"until": "2026-02-28"})),
                period(carried_on, &json!({"until": "2026-02-28"})),
                period(carried_on, &json!({"since": "2026-03-01"})),
                period(known, &json!({"until": "2026-02-28"})),
            ],
        );
        for _ in 0..2 {
            let report = imported(&platform, &late).await;
            assert_eq!(report.refused, [], "{}", made.kind);
            let cover_ended = ("cover_ended".to_owned(), "cover".to_owned());
            assert_eq!(told().await, [cover_ended], "{}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn people_move_get_another_number_and_die() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let folder = made.folder.path();
        let whose = with(
            &good(&numbers()[0])[3],
            &json!({"categories": [{"category": "subsistence", "valid_from": "2024-01-01"}]}),
        );
        imported(
            &platform,
            &write(folder, "before", std::slice::from_ref(&whose)),
        )
        .await;
        let later = with(
            &whose,
            &json!({
                "mobile": "15400000002", "residence_region": "510104",
                "household_region": "510104", "died_on": "2026-01-31",
                "categories": [
                    {"category": "subsistence", "valid_from": "2024-01-01",
                     "valid_until": "2025-12-31"},
                    {"category": "orphan", "valid_from": "2025-01-01"}
                ]
            }),
        );
        let later = write(folder, "later", &[later]);
        let report = imported(&platform, &later).await;
        assert_eq!(
            counts(&report),
            (0, 1, 0, 0),
            "{} {:?}",
            made.kind,
            report.refused
        );
        let reader = &made.database.reader;
        let row = person::Entity::find().one(reader).await.expect("rows");
        let row = row.expect("a person");
        let mobile = row.mobile_cipher.as_deref().expect("a number");
        let mobile = Field::Mobile.open(&platform.keys, mobile);
        assert_eq!(mobile.expect("opens"), "15400000002");
        let regions = (row.residence_region.as_str(), row.household_region.as_str());
        assert_eq!(regions, ("510104", "510104"));
        assert_eq!(row.status, "dead");
        assert_eq!(row.died_on, "2026-01-31".parse().ok());
        let tags = identity_tag::Entity::find()
            .all(reader)
            .await
            .expect("rows");
        let ends: Vec<_> = tags.iter().filter_map(|tag| tag.valid_until).collect();
        assert_eq!((tags.len(), ends.len()), (2, 1));

        let report = imported(&platform, &later).await;
        assert_eq!(counts(&report), (0, 0, 1, 0));
        // Nobody comes back to life, no end is taken back, and the rest stays as it was.
        let report = imported(&platform, &write(folder, "back", &[whose])).await;
        let told = ["/died_on", "/categories/0/valid_until"];
        assert_eq!(reasons(&report), told.map(|at| (at, "differs_from_store")));
        let same = person::Entity::find().one(reader).await.expect("rows");
        assert_eq!(same, Some(row));
    })
    .await;
}

#[tokio::test]
async fn a_period_ends_once() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let folder = made.folder.path();
        let records = good(&numbers()[0]);
        let (period, whose) = (&records[2], records[3].clone());
        imported(&platform, &write(folder, "open", &[whose, period.clone()])).await;
        let ended = json!({"until": "2026-03-31", "reason": "left"});
        let ended = write(folder, "ended", &[with(period, &ended)]);
        let report = imported(&platform, &ended).await;
        assert_eq!(
            counts(&report),
            (0, 1, 0, 0),
            "{} {:?}",
            made.kind,
            report.refused
        );
        let reader = &made.database.reader;
        let row = enrolment::Entity::find().one(reader).await.expect("rows");
        let row = row.expect("a period");
        let ending = (row.state.as_str(), row.reason.as_str(), row.until);
        assert_eq!(ending, ("terminated", "left", "2026-03-31".parse().ok()));
        for (name, until) in [
            ("otherwise", json!("2026-04-30")),
            ("open again", Value::Null),
        ] {
            let again = with(period, &json!({"until": until}));
            let report = imported(&platform, &write(folder, name, &[again])).await;
            assert_eq!(
                reasons(&report),
                [("/until", "differs_from_store")],
                "{name}"
            );
        }
        let report = imported(&platform, &ended).await;
        assert_eq!(counts(&report), (0, 0, 1, 0));
    })
    .await;
}
