//! `import records`: other content under a key that is there is refused, whatever the field.

use serde_json::{Value, json};
use services::doctor;
use tests::database::on_each;
use tests::importing::{contents, counts, fresh, imported, operator, reasons, write};
use tests::records_file::{good, numbers, settlement};

/// A record of [`good`] by its place, where it is changed, how, and what is told.
fn changes() -> Vec<(usize, &'static str, Value, &'static str)> {
    let line = |place: usize, field: &str, value: Value| {
        let mut lines = settlement("", "", "")["lines"].clone();
        lines[place][field] = value;
        lines
    };
    let mut divided = settlement("", "", "")["lines"].clone();
    divided[0]["amount"] = json!(1_999_999);
    divided[1]["amount"] = json!(800_001);
    vec![
        (0, "/settled_on", json!("2025-03-10"), "/settled_on"),
        (0, "/admitted_on", json!("2025-03-02"), "/admitted_on"),
        (0, "/discharged_on", json!("2025-03-08"), "/discharged_on"),
        (0, "/scheme", json!("resident"), "/scheme"),
        (
            0,
            "/institution/code",
            json!("H11010599002"),
            "/institution/code",
        ),
        (
            0,
            "/institution/name",
            json!("另一医院"),
            "/institution/name",
        ),
        (0, "/visit/kind", json!("outpatient"), "/visit/kind"),
        (0, "/visit/level", json!("l2"), "/visit/level"),
        (0, "/visit/admission", json!(2), "/visit/admission"),
        (0, "/visit/remote", json!("emergency"), "/visit/remote"),
        (0, "/diagnosis", json!("J18.900 肺炎"), "/diagnosis"),
        (0, "/diagnosis", Value::Null, "/diagnosis"),
        (0, "/family_balance", json!(1), "/family_balance"),
        (0, "/amounts", json!({"hifp_pay": 1}), "/amounts/hifp_pay"),
        (0, "/lines", line(0, "code", json!("X9")), "/lines/0"),
        (0, "/lines", line(1, "name", json!("别的")), "/lines/1"),
        (0, "/lines", line(2, "class", json!("B")), "/lines/2"),
        (
            0,
            "/lines",
            line(1, "self_pay_first", json!(500)),
            "/lines/1",
        ),
        (0, "/lines", line(1, "over_ceiling", json!(1)), "/lines/1"),
        (0, "/lines", line(0, "quantity_milli", json!(1)), "/lines/0"),
        (0, "/lines", divided, "/lines/0"),
        (1, "/employer", Value::Null, "/employer"),
        (1, "/base", json!(1_000_001), "/base"),
        (1, "/employer_amount", json!(98_001), "/employer_amount"),
        (1, "/person_amount", json!(20_301), "/person_amount"),
        (1, "/subsidy_amount", json!(1), "/subsidy_amount"),
        (1, "/account_credit", json!(20_001), "/account_credit"),
        (1, "/paid_on", json!("2025-01-21"), "/paid_on"),
        (2, "/region", json!("330100"), "/region"),
        (2, "/employer", Value::Null, "/employer"),
        (2, "/person_type", json!("1201"), "/person_type"),
        (2, "/state", json!("suspended"), "/state"),
        (2, "/waiting_until", json!("2020-02-01"), "/waiting_until"),
        (2, "/reason", json!("moved"), "/reason"),
        (3, "/name", json!("别人"), "/name"),
        (3, "/person/id_type", json!("02"), "/person/id_type"),
    ]
}

/// Sets what stands at `pointer`, also where nothing stands yet.
fn set(record: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    record.pointer_mut(parent).expect("a place")[name] = value;
}

#[tokio::test]
async fn other_content_is_refused_in_every_field() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let folder = made.folder.path();
        let records = good(&numbers()[0]);
        imported(&platform, &write(folder, "good", &records)).await;
        let before = contents(&made.database).await;
        for (place, pointer, value, told) in changes() {
            let mut record = records[place].clone();
            set(&mut record, pointer, value);
            let what = format!("{} {record}", made.kind);
            let report = imported(&platform, &write(folder, "other", &[record])).await;
            assert_eq!(counts(&report), (0, 0, 0, 1), "{what}");
            let first = reasons(&report).first().copied();
            assert_eq!(first, Some((told, "differs_from_store")), "{what}");
        }
        assert_eq!(contents(&made.database).await, before, "{}", made.kind);
        // What the platform counts or computes need not be said again.
        let mut whole = records[0].clone();
        set(&mut whole, "/visit/admission", json!(1));
        set(
            &mut whole,
            "/amounts",
            json!({"hifp_pay": 2_201_500, "acct_pay": 40_000}),
        );
        let report = imported(&platform, &write(folder, "whole", &[whole])).await;
        assert_eq!(counts(&report), (0, 0, 1, 0), "{:?}", report.refused);
    })
    .await;
}

#[tokio::test]
async fn one_number_twice_in_a_file_must_say_the_same() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let mut records = good(&numbers()[0]);
        let mut other = records[0].clone();
        set(&mut other, "/institution/name", json!("另一医院"));
        records.extend([records[0].clone(), other]);
        let file = write(made.folder.path(), "twice", &records);
        let report = imported(&platform, &file).await;
        assert_eq!(counts(&report), (5, 0, 1, 1), "{}", made.kind);
        assert_eq!(
            reasons(&report),
            [("/institution/name", "differs_from_store")]
        );
    })
    .await;
}

#[tokio::test]
async fn visits_of_one_day_are_computed_again_in_their_order() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let folder = made.folder.path();
        let mut records = Vec::new();
        for number in numbers() {
            records.extend(good(&number).into_iter().skip(1));
            for visit in 1..=4 {
                let mut bill = settlement(&number, &format!("S-{visit}"), "2025-03-09");
                bill["lines"][0]["amount"] = json!(1_000_000 * visit);
                records.push(bill);
            }
        }
        let report = imported(&platform, &write(folder, "day", &records)).await;
        assert_eq!(report.refused, []);
        // In another file, of the same instant: an earlier day that comes later.
        let late: Vec<Value> = numbers()
            .iter()
            .map(|number| {
                let mut bill = settlement(number, "S-0", "2025-02-28");
                bill["admitted_on"] = json!("2025-02-20");
                bill["discharged_on"] = json!("2025-02-28");
                bill
            })
            .collect();
        let report = imported(&platform, &write(folder, "late", &late)).await;
        assert_eq!(report.refused, []);
        let found = doctor::examine(&operator(&platform))
            .await
            .expect("findings");
        let years = found.iter().find(|one| one.part == "accumulators");
        let years = years.expect("a finding");
        assert_eq!(
            years.state,
            doctor::State::Good,
            "{} {}",
            made.kind,
            years.detail
        );
    })
    .await;
}
