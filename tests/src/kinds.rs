//! Records of every kind of visit, of people who do not exist.

use serde_json::{Value, json};

/// Where somebody is insured, in which scheme, as what.
#[derive(Clone, Copy, Debug)]
pub struct Insured {
    /// The region of the rules.
    pub region: &'static str,
    /// `employee` or `resident`.
    pub scheme: &'static str,
    /// The national code.
    pub person_type: &'static str,
}

/// An employee in Beijing.
pub const EMPLOYEE: Insured = Insured {
    region: "110000",
    scheme: "employee",
    person_type: "1101",
};

/// A resident in Chengdu.
pub const RESIDENT: Insured = Insured {
    region: "510100",
    scheme: "resident",
    person_type: "1601",
};

/// The person of this number, insured since 2020.
#[must_use]
pub fn person(number: &str, insured: Insured) -> Vec<Value> {
    let who = json!({"id_number": number});
    vec![
        json!({"record": "person", "person": who, "name": "示例·某",
               "residence_region": "110105"}),
        json!({"record": "enrolment", "person": who, "scheme": insured.scheme,
               "region": insured.region, "person_type": insured.person_type,
               "since": "2020-01-01"}),
    ]
}

/// A visit of one item of class A, settled on `day`. `visit` are the fields of the visit besides
/// the level.
#[must_use]
pub fn visit(number: &str, insured: Insured, name: &str, day: &str, visit: &Value) -> Value {
    let mut visit = visit.clone();
    visit["level"] = json!("l2");
    json!({
        "record": "settlement", "person": {"id_number": number}, "number": name,
        "settled_on": day, "scheme": insured.scheme,
        "institution": {"code": "H11010599001", "name": "示例医院"}, "visit": visit,
        "lines": [{"code": "X1", "name": "药", "amount": 100_000, "class": "A"}]
    })
}

/// A visit for haemodialysis: 8,000 yuan for it, 300 yuan for something else, the second first.
#[must_use]
pub fn chronic(number: &str, insured: Insured, name: &str, day: &str) -> Value {
    let of = json!({"kind": "chronic", "disease": "M07803"});
    let mut record = visit(number, insured, name, day, &of);
    record["lines"] = json!([
        {"code": "X2", "name": "感冒药", "amount": 30_000, "class": "A", "for_disease": false},
        {"code": "X1", "name": "血液透析", "amount": 800_000, "class": "A"}
    ]);
    record
}

/// A stay of ten nights, four of them in 2025: 20,000 yuan spread over all nights, 3,000 yuan on
/// 2 January.
#[must_use]
pub fn across_years(number: &str, insured: Insured, name: &str) -> Value {
    let of = json!({"kind": "inpatient"});
    let mut record = visit(number, insured, name, "2026-01-07", &of);
    record["admitted_on"] = json!("2025-12-28");
    record["discharged_on"] = json!("2026-01-07");
    record["lines"] = json!([
        {"code": "X1", "name": "床位和护理", "amount": 2_000_000, "class": "A"},
        {"code": "X2", "name": "检查", "amount": 300_000, "class": "A", "day": "2026-01-02"}
    ]);
    record
}

/// The refund `name` of the settlement `of`, on `day`.
#[must_use]
pub fn refund(number: &str, name: &str, of: &str, day: &str) -> Value {
    json!({"record": "refund", "person": {"id_number": number}, "number": name,
           "refunded_on": day, "reverses": of})
}

/// A year and more of somebody: a visit of each kind that their insurance has, a divided bill, a stay
/// over the turn of a year, and of these two each once taken back.
#[must_use]
pub fn every_kind(number: &str, insured: Insured) -> Vec<Value> {
    let of = |name: &str, day: &str, fields: Value| visit(number, insured, name, day, &fields);
    let mut visits = vec![
        of("K-1", "2025-02-01", json!({"kind": "outpatient"})),
        chronic(number, insured, "K-2", "2025-03-01"),
        of("K-3", "2025-04-01", json!({"kind": "dual_channel"})),
        of("K-4", "2025-05-01", json!({"kind": "prenatal"})),
        of("K-5", "2025-06-01", json!({"kind": "maternity_inpatient"})),
        of("K-6", "2025-07-01", json!({"kind": "inpatient"})),
        chronic(number, insured, "K-7", "2025-08-01"),
        refund(number, "R-7", "K-7", "2025-08-05"),
        of("K-8", "2025-09-01", json!({"kind": "outpatient"})),
        across_years(number, insured, "K-9"),
        of("K-10", "2026-02-01", json!({"kind": "inpatient"})),
        refund(number, "R-9", "K-9", "2026-02-03"),
        chronic(number, insured, "K-11", "2026-03-01"),
        of("K-12", "2026-04-01", json!({"kind": "prenatal"})),
    ];
    if insured.scheme == "resident" {
        for (name, day, disease) in [
            ("K-13", "2026-05-01", "M03900"),
            ("K-14", "2026-05-02", "M01600"),
        ] {
            let fields = json!({"kind": "two_diseases", "disease": disease});
            visits.push(of(name, day, fields));
        }
    }
    visits
}
