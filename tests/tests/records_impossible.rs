//! `import records`: what the database would refuse is refused as a line, and the rest written.

use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use services::store::entity::{employer, person};
use tests::database::on_each;
use tests::importing::{counts, fresh, imported, reasons, write};
use tests::records_file::{fitted, good, numbers};

#[tokio::test]
async fn one_status_begins_once_on_a_day() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let [one, two, _] = <[String; 3]>::try_from(numbers()).expect("three");
        let mut records = good(&one);
        let mut doubled = good(&two).remove(3);
        let status = json!({"category": "orphan", "valid_from": "2024-01-01"});
        doubled["categories"] = json!([status, status]);
        records.push(doubled);
        let file = write(made.folder.path(), "doubled", &records);
        let report = imported(&platform, &file).await;
        assert_eq!(counts(&report), (5, 0, 0, 1), "{}", made.kind);
        assert_eq!(reasons(&report), [("/categories", "overlaps")]);
    })
    .await;
}

#[tokio::test]
async fn days_that_nobody_can_mean_are_refused() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let [one, two, _] = <[String; 3]>::try_from(numbers()).expect("three");
        let mut records = good(&one);
        let mut wanted = Vec::new();
        let mut add = |mut record: Value, field: &'static str, value: Value, at: &'static str| {
            record[field] = value;
            records.push(record);
            wanted.push((at, "impossible_date"));
        };
        let theirs = good(&two);
        let (bill, month, period, whose) = (&theirs[0], &theirs[1], &theirs[2], &theirs[3]);
        let status = |from: &str, until: Value| {
            json!([{"category": "orphan", "valid_from": from, "valid_until": until}])
        };
        let far = json!("+262142-12-31");
        let before = status("-0044-03-15", Value::Null);
        add(whose.clone(), "categories", before, "/categories/0/valid_from");
        let after = status("2024-01-01", json!("9999-12-31"));
        add(whose.clone(), "categories", after, "/categories/0/valid_until");
        add(whose.clone(), "died_on", json!("0001-01-01"), "/died_on");
        add(whose.clone(), "birth_date", json!("1899-12-31"), "/birth_date");
        add(period.clone(), "since", json!("-4713-01-01"), "/since");
        add(period.clone(), "until", far.clone(), "/until");
        add(period.clone(), "waiting_until", far.clone(), "/waiting_until");
        add(month.clone(), "paid_on", json!("-262143-01-01"), "/paid_on");
        add(bill.clone(), "settled_on", json!("1899-12-31"), "/settled_on");
        add(bill.clone(), "admitted_on", json!("1025-03-01"), "/admitted_on");
        add(bill.clone(), "discharged_on", far, "/discharged_on");
        let old = good(&fitted("51000018600315997")).remove(3);
        add(old, "name", json!("示例"), "/person/id_number");
        let file = write(made.folder.path(), "days", &records);
        let report = imported(&platform, &file).await;
        // Told in the order of the file.
        assert_eq!(reasons(&report), wanted, "{}", made.kind);
        assert_eq!(report.added, 5);
        let reader = &made.database.reader;
        assert_eq!(person::Entity::find().count(reader).await.expect("rows"), 1);
    })
    .await;
}

#[tokio::test]
async fn an_employer_is_written_with_the_first_accepted_line_that_names_it() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let reader = &made.database.reader;
        let folder = made.folder.path();
        let records = good(&numbers()[0]);
        let employers = async || employer::Entity::find().count(reader).await.expect("rows");
        let mut wrong = records[2].clone();
        wrong["region"] = json!("999999");
        let refused = write(folder, "refused", &[records[3].clone(), wrong]);
        let report = imported(&platform, &refused).await;
        assert_eq!(counts(&report), (1, 0, 0, 1));
        assert_eq!(employers().await, 0, "{}", made.kind);
        let accepted = write(folder, "accepted", &[records[2].clone()]);
        let report = imported(&platform, &accepted).await;
        assert_eq!(counts(&report), (1, 0, 0, 0));
        assert_eq!(employers().await, 1);
        // Known now, without its name.
        let report = imported(&platform, &write(folder, "later", &[records[1].clone()])).await;
        assert_eq!(counts(&report), (1, 0, 0, 0));
        assert_eq!(employers().await, 1);
    })
    .await;
}
