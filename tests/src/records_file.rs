//! Records as `import records` takes them, of people who do not exist.

use domain::identifiers::IdentityNumber;
use serde_json::{Value, json};

/// Invented numbers, valid by checksum, of the kind that the demonstration uses.
const NUMBERS: [&str; 3] = [
    "510000196003159976",
    "110000199001019990",
    "330000200506079962",
];

/// Three of them.
///
/// # Panics
/// Never.
#[must_use]
pub fn numbers() -> Vec<String> {
    NUMBERS.iter().map(|text| fitted(&text[..17])).collect()
}

/// The identity number that begins with these 17 digits.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn fitted(body: &str) -> String {
    "0123456789X"
        .chars()
        .map(|check| format!("{body}{check}"))
        .find(|number| IdentityNumber::parse(number).is_ok())
        .expect("a check character")
}

/// The numbers of more people than one transaction writes.
#[must_use]
pub fn many() -> Vec<String> {
    (1..=28)
        .flat_map(|day| {
            [997, 996].map(|turn| format!("5100001970{:02}{day:02}{turn}", day % 12 + 1))
        })
        .chain((1..=28).flat_map(|day| {
            (1..=9).map(move |month| format!("330000198{month}0{month}{day:02}996"))
        }))
        .map(|body| fitted(&body))
        .collect()
}

/// A stay in hospital of 30,000 yuan, settled on `day`.
#[must_use]
pub fn settlement(number: &str, name: &str, day: &str) -> Value {
    json!({
        "record": "settlement", "person": {"id_number": number}, "number": name,
        "settled_on": day, "admitted_on": "2025-03-01", "discharged_on": "2025-03-09",
        "scheme": "employee", "institution": {"code": "H11010599001", "name": "示例医院"},
        "visit": {"kind": "inpatient", "level": "l3"}, "diagnosis": "K80.200 胆囊结石",
        "lines": [
            {"code": "003315010010000", "name": "手术", "amount": 2_000_000, "class": "A"},
            {"code": "C1", "name": "耗材", "amount": 800_000, "class": "B", "self_pay_first": 1_000},
            {"code": "X1", "name": "自费", "amount": 200_000, "class": "C"}
        ]
    })
}

/// A person in Beijing with insurance, two months of contributions and one stay.
#[must_use]
pub fn good(number: &str) -> Vec<Value> {
    let who = json!({"id_number": number});
    let month = |period: &str, paid: &str| {
        json!({"record": "contribution", "person": who, "period": period, "scheme": "employee",
               "employer": {"credit_code": "91350100M000100Y43"}, "base": 1_000_000,
               "employer_amount": 98_000, "person_amount": 20_300, "account_credit": 20_000,
               "paid_on": paid})
    };
    vec![
        // The order of the file does not matter.
        settlement(number, "S-1", "2025-03-09"),
        month("2025-01", "2025-01-20"),
        json!({"record": "enrolment", "person": who, "scheme": "employee", "region": "110000",
               "employer": {"credit_code": "91350100M000100Y43", "name": "示例公司"},
               "person_type": "1101", "since": "2020-01-01"}),
        json!({"record": "person", "person": who, "name": "示例·某", "residence_region": "110105",
               "mobile": "15400000001"}),
        month("2025-02", "2025-02-20"),
    ]
}
