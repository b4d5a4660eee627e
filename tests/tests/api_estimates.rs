//! `POST /api/v1/estimates`: the contract's example to the fen, and everything that is refused.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use serde_json::{Value, json};
use tests::browser::{Answer, Browser};
use tests::database::sqlite_only;
use tests::site::Site;

fn example() -> Value {
    json!({
        "region": "110000", "scheme": "employee", "date": "2025-06-30",
        "person": { "retired": false, "age": 40, "category": null,
                    "account_balance": 20000, "family_balance": 0 },
        "visit": { "kind": "inpatient", "level": "l3", "admission": 1, "remote": "local" },
        "lines": [
            { "amount": 2_000_000, "class": "A" },
            { "amount": 800_000, "class": "B", "self_pay_first": 1000, "over_ceiling": 0 },
            { "amount": 200_000, "class": "C" }
        ],
        "accumulators": { "pool_paid": 0, "supp_paid": 0, "cat_base": 0, "cat_paid": 0,
                          "maf_ded": 0, "maf_paid": 0, "op_ded": 0, "op_paid": 0, "op_scope": 0 }
    })
}

async fn browser() -> (Browser, tests::database::TestDatabase) {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    (site.browser(), made)
}

async fn post(browser: &mut Browser, body: impl Into<String>) -> Answer {
    let request = browser
        .request("POST", "/api/v1/estimates", "cross-site")
        .header(CONTENT_TYPE, "application/json");
    browser.send(request, body.into()).await
}

fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).expect("JSON")
}

fn problem(answer: &Answer) -> Value {
    assert_eq!(answer.header("content-type"), "application/problem+json");
    read(answer)
}

#[tokio::test]
async fn the_example_of_the_contract_comes_out_to_the_fen() {
    let (mut browser, _made) = browser().await;
    let answer = post(&mut browser, example().to_string()).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let found = read(&answer);
    assert_eq!(
        found["settlement"],
        json!({
            "medfee_sumamt": 3_000_000, "fulamt_ownpay_amt": 200_000, "overlmt_selfpay": 0,
            "preselfpay_amt": 80_000, "inscp_scp_amt": 2_720_000, "act_pay_dedc": 130_000,
            "hifp_pay": 2_201_500, "hifob_pay": 0, "hifmi_pay": 0, "maf_pay": 0,
            "fund_pay_sumamt": 2_201_500, "psn_part_amt": 798_500, "acct_pay": 20_000,
            "acct_mulaid_pay": 0, "psn_cash_pay": 778_500
        })
    );
    assert_eq!(found["accumulators"]["pool_paid"], 2_201_500);
    let trace = found["trace"].as_array().expect("a trace");
    assert!(trace.len() > 4);
    for step in trace {
        for text in ["layer", "step", "rule", "explanation", "source"] {
            assert!(
                step[text].as_str().is_some_and(|text| !text.is_empty()),
                "{step}"
            );
        }
        assert!(step["input"].is_i64() && step["output"].is_i64(), "{step}");
    }
}

#[tokio::test]
async fn explanations_follow_accept_language_and_no_cookie() {
    let (mut browser, _made) = browser().await;
    browser.cookies.insert("lang".to_owned(), "zh".to_owned());
    browser.language = "en".to_owned();
    let english = post(&mut browser, example().to_string()).await;
    assert_eq!(english.header("content-language"), "en");
    let explanation = read(&english)["trace"][0]["explanation"].to_string();
    assert!(
        explanation.is_ascii() || explanation.contains('¥'),
        "{explanation}"
    );
    browser.language = "zh-CN".to_owned();
    let chinese = post(&mut browser, example().to_string()).await;
    assert!(chinese.body.contains("总费用"), "{}", chinese.body);
    assert_eq!(chinese.cookies().count(), 0);
}

#[tokio::test]
async fn fields_left_out_take_their_defaults() {
    let (mut browser, _made) = browser().await;
    let bare = json!({
        "region": "110000", "scheme": "employee",
        "person": { "age": 40 },
        "visit": { "kind": "inpatient", "level": "l3" },
        "lines": [ { "amount": 2_000_000, "class": "A" } ]
    });
    let answer = post(&mut browser, bare.to_string()).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    assert_eq!(read(&answer)["settlement"]["acct_pay"], 0);
}

#[tokio::test]
async fn every_error_is_told_at_once_with_its_place() {
    let (mut browser, _made) = browser().await;
    let mut wrong = example();
    wrong["lines"][0]["class"] = json!("Z");
    wrong["lines"][1]["amount"] = json!(-5);
    wrong["lines"][2]["colour"] = json!("blue");
    wrong["visit"]["level"] = json!(3);
    wrong["date"] = json!("2025-02-30");
    wrong["person"]["age"] = json!("forty");
    wrong["no/such~field"] = json!(1);
    let answer = post(&mut browser, wrong.to_string()).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let found = problem(&answer);
    let mut pointers: Vec<&str> = found["errors"]
        .as_array()
        .expect("errors")
        .iter()
        .filter_map(|error| error["pointer"].as_str())
        .collect();
    pointers.sort_unstable();
    assert_eq!(
        pointers,
        [
            "/date",
            "/lines/0/class",
            "/lines/1/amount",
            "/lines/2/colour",
            "/no~1such~0field",
            "/person/age",
            "/visit/level",
        ]
    );
}

#[tokio::test]
async fn an_array_is_answered_in_order_with_errors_in_place() {
    let (mut browser, _made) = browser().await;
    let mut wrong = example();
    wrong["scheme"] = json!("none");
    let mut dearer = example();
    dearer["lines"][0]["amount"] = json!(2_000_100);
    let bills = json!([example(), wrong, dearer, 7]);
    let answer = post(&mut browser, bills.to_string()).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let found = read(&answer);
    assert_eq!(found[0]["settlement"]["medfee_sumamt"], 3_000_000);
    assert_eq!(found[1]["error"]["errors"][0]["pointer"], "/scheme");
    assert_eq!(found[2]["settlement"]["medfee_sumamt"], 3_000_100);
    assert_eq!(found[3]["error"]["errors"][0]["code"], "wrong_type");
    assert_eq!(read(&post(&mut browser, "[]").await), json!([]));
}

#[tokio::test]
async fn a_thousand_bills_are_taken_and_one_more_is_not() {
    let (mut browser, _made) = browser().await;
    let bill = example().to_string();
    let array = |count: usize| format!("[{}]", vec![bill.clone(); count].join(","));
    let answer = post(&mut browser, array(1000)).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(read(&answer).as_array().map(Vec::len), Some(1000));
    let answer = post(&mut browser, array(1001)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem(&answer)["errors"][0]["code"], "too_many_bills");
}

#[tokio::test]
async fn a_bill_has_at_most_two_thousand_lines() {
    let (mut browser, _made) = browser().await;
    let with_lines = |count: usize| {
        let mut bill = example();
        bill["lines"] = json!(vec![json!({ "amount": 100, "class": "A" }); count]);
        bill.to_string()
    };
    assert_eq!(
        post(&mut browser, with_lines(2000)).await.status,
        StatusCode::OK
    );
    let answer = post(&mut browser, with_lines(2001)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem(&answer)["errors"][0]["pointer"], "/lines");
}

#[tokio::test]
async fn what_is_no_json_is_refused_in_the_right_way() {
    let (mut browser, _made) = browser().await;
    let broken = post(&mut browser, "{\"region\": ").await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
    assert_eq!(problem(&broken)["errors"][0]["code"], "malformed");

    let deep = post(&mut browser, "[".repeat(100_000)).await;
    assert_eq!(deep.status, StatusCode::BAD_REQUEST);

    let request = browser
        .request("POST", "/api/v1/estimates", "same-origin")
        .header(CONTENT_TYPE, "text/plain");
    let plain = browser.send(request, example().to_string()).await;
    assert_eq!(plain.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    problem(&plain);

    let large = post(&mut browser, " ".repeat(9 * 1024 * 1024)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    problem(&large);

    let seven = format!("{}{}", " ".repeat(7 * 1024 * 1024), example());
    assert_eq!(post(&mut browser, seven).await.status, StatusCode::OK);
}
