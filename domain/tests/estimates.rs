//! The public JSON: defaults, answers, and every error of a request at once.

use domain::estimate::{EstimateAnswer, EstimateError, estimate};
use domain::language::Language;
use domain::settlement::parameters::shipped_parameter_sets;
use serde_json::{Value, json};

fn ask(request: &Value) -> Result<EstimateAnswer, Vec<EstimateError>> {
    ask_in(request, Language::En)
}

fn ask_in(request: &Value, language: Language) -> Result<EstimateAnswer, Vec<EstimateError>> {
    let today = chrono::NaiveDate::from_ymd_opt(2025, 6, 30).unwrap_or_default();
    estimate(request, shipped_parameter_sets(), today, language)
}

fn errors(request: &Value) -> Vec<(String, &'static str)> {
    let errors = ask(request).err().unwrap_or_default();
    errors
        .into_iter()
        .map(|error| (error.pointer, error.code.code()))
        .collect()
}

fn example() -> Value {
    json!({
        "region": "110000", "scheme": "employee", "date": "2025-06-30",
        "person": { "retired": false, "age": 40, "category": null, "account_balance": 20000, "family_balance": 0 },
        "visit": { "kind": "inpatient", "level": "l3", "admission": 1, "remote": "local" },
        "lines": [ { "amount": 2000000, "class": "A" },
                   { "amount": 800000, "class": "B", "self_pay_first": 1000, "over_ceiling": 0 },
                   { "amount": 200000, "class": "C" } ],
        "accumulators": { "pool_paid": 0, "supp_paid": 0, "cat_base": 0, "cat_paid": 0,
                          "maf_ded": 0, "maf_paid": 0, "op_ded": 0, "op_paid": 0, "op_scope": 0 }
    })
}

#[test]
fn the_example_of_the_contract() {
    let answer = serde_json::to_value(ask(&example()).unwrap()).unwrap();
    assert_eq!(
        answer["settlement"],
        json!({ "medfee_sumamt": 3000000, "fulamt_ownpay_amt": 200000, "overlmt_selfpay": 0,
            "preselfpay_amt": 80000, "inscp_scp_amt": 2720000, "act_pay_dedc": 130000,
            "hifp_pay": 2201500, "hifob_pay": 0, "hifmi_pay": 0, "maf_pay": 0,
            "fund_pay_sumamt": 2201500, "psn_part_amt": 798500, "acct_pay": 20000,
            "acct_mulaid_pay": 0, "psn_cash_pay": 778500 })
    );
    assert_eq!(
        answer["parameters"],
        json!({ "id": "BJ-2025", "name": "Beijing", "provenance": "real" })
    );
    assert_eq!(answer["accumulators"]["pool_paid"], 2201500);
    assert_eq!(answer["accumulators"]["cat_base"], 518500);
    assert_eq!(answer["accumulators"].as_object().unwrap().len(), 9);
    let bracket = &answer["trace"][2];
    assert_eq!(bracket["layer"], "pool");
    assert_eq!(bracket["step"], "bracket");
    assert_eq!(bracket["input"], 2590000);
    assert_eq!(bracket["output"], 2201500);
    assert_eq!(
        bracket["rule"],
        "/schemes/employee/inpatient/ratio/values/l3/0"
    );
}

#[test]
fn what_may_be_left_out_has_a_default() {
    let short = json!({
        "region": "110105", "scheme": "employee", "person": { "age": 40, "account_balance": 20000 },
        "visit": { "kind": "inpatient", "level": "l3" },
        "lines": [ { "amount": 2000000, "class": "A" },
                   { "amount": 800000, "class": "B", "self_pay_first": 1000 },
                   { "amount": 200000, "class": "C" } ]
    });
    assert_eq!(ask(&short), ask(&example()));
}

#[test]
fn explanations_follow_the_language_and_figures_do_not() {
    let (zh, en) = (
        ask_in(&example(), Language::Zh).unwrap(),
        ask_in(&example(), Language::En).unwrap(),
    );
    assert_eq!(zh.settlement, en.settlement);
    assert_eq!(zh.trace.len(), en.trace.len());
    for (zh, en) in zh.trace.iter().zip(&en.trace) {
        assert!(!zh.explanation.is_ascii() && en.explanation != zh.explanation);
        assert_eq!(
            (zh.layer, zh.step, zh.output, &zh.rule),
            (en.layer, en.step, en.output, &en.rule)
        );
    }
}

#[test]
fn every_error_is_named_at_once() {
    let wrong = json!({
        "region": "110000", "scheme": "farmer", "date": "2023-12-31", "colour": "red",
        "person": { "age": 200, "category": "rich", "account_balance": -1, "shoe/size": 42 },
        "visit": { "kind": "dream", "level": "l4", "admission": 0, "remote": "moon" },
        "lines": [ { "amount": -5, "class": "D", "self_pay_first": 10001, "over_ceiling": -1 },
                   { "amount": 10, "class": "C", "over_ceiling": 11 },
                   { "amount": 1.5, "class": 7, "over_ceiling": 3 },
                   { "class": "A" },
                   9,
                   { "amount": 10000000000000000000u64, "class": "A", "price": 1 } ],
        "accumulators": { "pool_paid": -1, "cat_base": "many" }
    });
    let mut found = errors(&wrong);
    found.sort();
    let mut expected: Vec<(String, &str)> = [
        ("/scheme", "unknown_code"),
        ("/date", "date_outside_parameters"),
        ("/colour", "unknown_field"),
        ("/person/age", "age_out_of_range"),
        ("/person/category", "unknown_code"),
        ("/person/account_balance", "negative_balance"),
        ("/person/shoe~1size", "unknown_field"),
        ("/visit/kind", "unknown_code"),
        ("/visit/level", "unknown_code"),
        ("/visit/admission", "admission_below_one"),
        ("/visit/remote", "unknown_code"),
        ("/lines/0/amount", "negative_amount"),
        ("/lines/0/class", "unknown_code"),
        ("/lines/0/self_pay_first", "ratio_out_of_range"),
        ("/lines/0/over_ceiling", "negative_amount"),
        ("/lines/1/over_ceiling", "ceiling_above_amount"),
        ("/lines/2/amount", "wrong_type"),
        ("/lines/2/class", "wrong_type"),
        ("/lines/3/amount", "missing_field"),
        ("/lines/4", "wrong_type"),
        ("/lines/5/amount", "amount_too_large"),
        ("/lines/5/price", "unknown_field"),
        ("/accumulators/pool_paid", "negative_balance"),
        ("/accumulators/cat_base", "wrong_type"),
    ]
    .map(|(pointer, code)| (pointer.to_owned(), code))
    .to_vec();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn what_is_missing_is_said_once() {
    assert_eq!(
        errors(&json!({})),
        ["region", "scheme", "person", "visit", "lines"]
            .map(|field| (format!("/{field}"), "missing_field"))
    );
    assert_eq!(errors(&json!([])), [(String::new(), "wrong_type")]);
    let empty =
        json!({ "region": "110000", "scheme": "resident", "person": {}, "visit": {}, "lines": [] });
    assert_eq!(
        errors(&empty),
        ["/person/age", "/visit/kind", "/visit/level"]
            .map(|field| (field.to_owned(), "missing_field"))
    );
}

#[test]
fn places_and_days() {
    let with = |field: &str, value: Value| {
        let mut request = example();
        request[field] = value;
        request
    };
    let one = |pointer: &str, code| vec![(pointer.to_owned(), code)];
    assert_eq!(
        errors(&with("region", json!("999999"))),
        one("/region", "unknown_region")
    );
    assert_eq!(
        errors(&with("region", json!("11"))),
        one("/region", "unknown_region")
    );
    assert_eq!(
        errors(&with("region", json!(110000))),
        one("/region", "wrong_type")
    );
    assert_eq!(
        errors(&with("region", json!("650100"))),
        one("/region", "no_parameter_set")
    );
    assert_eq!(
        errors(&with("region", json!("510000"))),
        one("/region", "no_parameter_set")
    );
    assert_eq!(
        errors(&with("date", json!("2025-02-30"))),
        one("/date", "invalid_date")
    );
    assert_eq!(
        errors(&with("date", json!("2025-6-3"))),
        one("/date", "invalid_date")
    );
    assert_eq!(
        errors(&with("date", json!("2023-12-31"))),
        one("/date", "date_outside_parameters")
    );
    for (region, set) in [
        ("510107", "CD-2025"),
        ("330106", "HZ-2025"),
        ("110101", "BJ-2025"),
    ] {
        assert_eq!(
            ask(&with("region", json!(region))).unwrap().parameters.id,
            set
        );
    }
}

#[test]
fn a_bill_has_limits() {
    let mut request = example();
    let line = json!({ "amount": 1, "class": "A" });
    request["lines"] = vec![line.clone(); 2_000].into();
    assert_eq!(ask(&request).unwrap().settlement.medfee_sumamt.fen(), 2_000);
    request["lines"] = vec![line; 2_001].into();
    assert_eq!(errors(&request), [("/lines".to_owned(), "too_many_lines")]);
    request["lines"] = json!([{ "amount": i64::MAX, "class": "B", "self_pay_first": 10000 }]);
    assert_eq!(
        errors(&request),
        [("/lines/0/amount".to_owned(), "amount_too_large")]
    );
    let large =
        json!({ "amount": 1_000_000_000_000_000_i64, "class": "B", "self_pay_first": 9999 });
    request["lines"] = json!([large]);
    assert!(ask(&request).is_ok());
    request["lines"] = json!([large, large]);
    assert_eq!(
        errors(&request),
        [("/lines".to_owned(), "amount_too_large")]
    );
    request["lines"] = json!([]);
    let answer = ask(&request).unwrap();
    assert_eq!(
        (
            answer.settlement.medfee_sumamt.fen(),
            answer.settlement.psn_cash_pay.fen()
        ),
        (0, 0)
    );
}

/// The public JSON stays as the contract has it, whatever kinds of visits the engine knows.
#[test]
fn only_the_two_public_kinds_are_taken() {
    use domain::settlement::VisitKind;
    for kind in VisitKind::ALL {
        let mut request = example();
        request["visit"]["kind"] = json!(kind.code());
        let wanted = if VisitKind::PUBLIC.contains(kind) {
            vec![]
        } else {
            vec![("/visit/kind".to_owned(), "unknown_code")]
        };
        assert_eq!(errors(&request), wanted, "{kind}");
    }
    let mut request = example();
    request["visit"]["disease"] = json!("M03900");
    request["accumulators"]["chronic_ded"] = json!(1);
    let unknown = |pointer: &str| (pointer.to_owned(), "unknown_field");
    let wanted = [
        unknown("/visit/disease"),
        unknown("/accumulators/chronic_ded"),
    ];
    assert_eq!(errors(&request), wanted);
}
