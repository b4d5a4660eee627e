//! How fast records are imported. Run with `--ignored --nocapture`, best in release.

use std::io::Write;
use std::sync::Arc;

use serde_json::json;
use services::records::import;
use services::{RequestContext, parameters};
use tests::database::sqlite_only;
use tests::platform::platform;
use tests::records_file::{fitted, good, settlement};

/// People with 24 months of contributions and 6 settlements of 8 lines each, as NDJSON.
fn large(people: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut day: chrono::NaiveDate = "1960-01-01".parse().expect("a day");
    for place in 0..people {
        let number = fitted(&format!(
            "510000{}{}",
            day.format("%Y%m%d"),
            996 + place % 4
        ));
        if place % 4 == 3 {
            day = day.succ_opt().expect("a day");
        }
        let mut records: Vec<_> = good(&number).into_iter().skip(2).take(2).collect();
        for month in 0..24 {
            let period = format!("{}-{:02}", 2024 + month / 12, month % 12 + 1);
            records.push(json!({
                "record": "contribution", "person": {"id_number": number}, "period": period,
                "scheme": "employee", "base": 1_000_000, "employer_amount": 98_000,
                "person_amount": 20_300, "account_credit": 20_000,
                "paid_on": format!("{period}-20"),
            }));
        }
        for visit in 1..=6 {
            let day = format!("2025-1{}-09", visit % 3);
            let mut record = settlement(&number, &format!("S-{visit}"), &day);
            let line = |line| json!({"code": "X1", "name": "示例项目", "amount": 10_000 + line, "class": "A"});
            record["lines"] = (0..8).map(line).collect();
            records.push(record);
        }
        for record in records {
            writeln!(out, "{record}").expect("a line");
        }
    }
    out
}

#[tokio::test]
#[ignore = "a measurement"]
async fn ten_thousand_people() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    let context = RequestContext::operator(Arc::clone(&platform), "import");
    parameters::import_shipped(&context)
        .await
        .expect("parameters");
    let file = made.folder.path().join("large.ndjson");
    std::fs::write(&file, large(10_000)).expect("a file");
    let begun = std::time::Instant::now();
    let report = import::import(&context, &file, false, &|_| ())
        .await
        .expect("an import");
    let taken = begun.elapsed();
    eprintln!(
        "{} records in {taken:?}, {} refused",
        report.records,
        report.refused.len()
    );
}
