use serde_json::{Value, json};

use super::Record;

/// A record of every kind with every field.
fn records() -> [Value; 4] {
    let who = json!({"id_type": "01", "id_number": "510000196003159976"});
    let employer = json!({"credit_code": "91350100M000100Y43", "name": "示例公司"});
    [
        json!({
            "record": "person", "person": who, "name": "李明", "sex": "male",
            "birth_date": "1960-03-15", "mobile": "15400000001", "household_region": "510105",
            "residence_region": "510105", "died_on": "2025-01-01",
            "categories": [{"category": "orphan", "valid_from": "2024-01-01", "valid_until": null},
                           {"category": "orphan", "valid_from": "2024-01-01",
                            "valid_until": "2024-12-31"}]
        }),
        json!({
            "record": "enrolment", "person": who, "scheme": "employee", "region": "110000",
            "employer": employer, "person_type": "1101", "state": "normal", "since": "2020-01-01",
            "until": "2025-01-01", "waiting_until": "2020-02-01", "reason": "moved"
        }),
        json!({
            "record": "contribution", "person": who, "period": "2025-01", "scheme": "employee",
            "kind": "monthly", "employer": employer, "base": 1, "paid_on": "2025-01-20"
        }),
        json!({
            "record": "settlement", "person": who, "number": "S-1", "settled_on": "2025-03-09",
            "admitted_on": "2025-03-01", "discharged_on": "2025-03-09", "scheme": "employee",
            "institution": {"code": "H11010599001", "name": "示例医院"},
            "visit": {"kind": "inpatient", "level": "l3", "remote": "local"},
            "diagnosis": "K80.200 胆囊结石",
            "lines": [{"code": "A", "name": "手术", "amount": 1, "class": "A"},
                      {"code": "B", "name": "耗材", "amount": 1, "class": "B"}]
        }),
    ]
}

/// The place of every text in `value`.
fn texts(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(place.to_owned()),
        Value::Array(list) => {
            for (number, one) in list.iter().enumerate() {
                texts(one, &format!("{place}/{number}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, one) in fields {
                texts(one, &format!("{place}/{name}"), found);
            }
        }
        _ => {}
    }
}

fn is_day(value: &Value) -> bool {
    let text = value.as_str().unwrap();
    text.parse::<chrono::NaiveDate>().is_ok()
}

fn problems(record: &Value) -> Option<Vec<(String, &'static str)>> {
    let read: Record = serde_json::from_str(&record.to_string()).ok()?;
    let found = read.problems().into_iter();
    Some(found.map(|error| (error.pointer, error.code)).collect())
}

#[test]
fn no_text_of_any_record_may_hold_a_control_character() {
    let mut seen = 0;
    for good in records() {
        assert_eq!(problems(&good), Some(vec![]));
        let mut places = Vec::new();
        texts(&good, "", &mut places);
        for (place, sign) in places
            .iter()
            .flat_map(|place| ['\0', '\n', '\u{1b}', '\u{7f}', '\u{9b}'].map(|sign| (place, sign)))
        {
            let mut record = good.clone();
            let text = record.pointer_mut(place).unwrap();
            *text = format!("{}{sign}", text.as_str().unwrap()).into();
            // Days and words of a fixed list do not come so far.
            if is_day(good.pointer(place).unwrap()) {
                continue;
            }
            if let Some(found) = problems(&record) {
                assert_eq!(found, [(place.clone(), "control_character")], "{sign:?}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 28 * 5, "fields that hold free text");
}

#[test]
fn no_day_of_any_record_may_lie_in_an_unbelievable_year() {
    let mut seen = 0;
    for good in records() {
        let mut places = Vec::new();
        texts(&good, "", &mut places);
        for place in places {
            let mut record = good.clone();
            if !is_day(record.pointer(&place).unwrap()) {
                continue;
            }
            for (day, fits) in [
                ("1899-12-31", false),
                ("1900-01-01", true),
                ("2200-12-31", true),
                ("2201-01-01", false),
                ("+9999999-01-01", false),
                ("0000-00-00", false),
            ] {
                *record.pointer_mut(&place).unwrap() = day.into();
                let wanted = vec![(place.clone(), "impossible_date")];
                match problems(&record) {
                    Some(found) if fits => assert_eq!(found, []),
                    Some(found) => assert_eq!(found, wanted, "{day}"),
                    None => assert!(!fits, "{day} is no day"),
                }
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 12);
}
