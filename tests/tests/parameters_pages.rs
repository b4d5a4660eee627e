//! The pages of parameter sets over HTTP: from the paste to the release, and what everybody else
//! sees of a draft.

use axum::http::StatusCode;
use scraper::{Html, Selector};
use serde_json::Value;
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::governed::{set, with_deductible, work};
use tests::site::Site;

const HERE: &str = "/admin/parameters";

fn found(answer: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse(selector).expect("a selector");
    let texts = html.select(&selector).map(|one| one.text().collect());
    texts.collect()
}

fn hidden(answer: &Answer, name: &str) -> String {
    let html = Html::parse_document(&answer.body);
    let selector = format!("main input[name={name}]");
    let selector = Selector::parse(&selector).expect("a selector");
    let value = html
        .select(&selector)
        .next()
        .and_then(|one| one.attr("value"));
    value.unwrap_or_default().to_owned()
}

fn form(pairs: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(pairs).expect("a form")
}

async fn signed_in(site: &Site, subject: &str) -> Browser {
    let mut browser = site.browser();
    let done = browser.sign_in(subject, HERE).await;
    assert_eq!(done.location(), HERE);
    browser
}

async fn send(browser: &mut Browser, path: &str, pairs: &[(&str, &str)]) -> Answer {
    let answer = browser.post(path, &form(pairs)).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{path}: {}",
        answer.body
    );
    browser.follow(answer).await
}

async fn draft(browser: &mut Browser, set: &Value) -> Answer {
    let text = set.to_string();
    let pairs = [("text", text.as_str()), ("note", "按新文件调整")];
    send(browser, "/admin/parameters/new", &pairs).await
}

#[tokio::test]
async fn a_set_goes_from_the_paste_to_the_calculator() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let mut editor = signed_in(&site, "editor").await;
        let list = editor.get(HERE).await;
        assert_eq!(list.status, StatusCode::OK);
        assert_eq!(list.header("cache-control"), "no-store");
        assert!(list.body.contains("BJ-2025") && list.body.contains("现在有效"));
        let there = "/admin/parameters/BJ-2026-06";
        let page = draft(
            &mut editor,
            &with_deductible("BJ-2026-06", "2026-06-01", 1500),
        )
        .await;
        assert!(page.body.contains("草稿已经保存"), "{}", made.kind);
        assert!(page.body.contains("¥1,500.00") && page.body.contains("¥1,800.00"));
        assert!(page.body.contains("起付线"));
        let shown = "BJ-2026-06";
        for public in ["/calculator", "/api/v1/regions"] {
            let answer = site.browser().get(public).await;
            assert!(!answer.body.contains(shown), "{public}");
        }
        let tried = format!("{there}/simulate");
        send(&mut editor, &tried, &[("wanted", "1000")]).await;
        work(&site.platform).await.expect("a job");
        let mut approver = signed_in(&site, "approver").await;
        let page = approver.get(there).await;
        assert!(page.body.contains("这个地区还没有账单可以试算"));
        let seen = hidden(&page, "seen");
        let review = format!("{there}/review");
        let empty = form(&[("seen", &seen), ("verdict", "good"), ("note", "")]);
        let refused = approver.post(&review, &empty).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(found(&refused, ".errors li").len(), 1);
        let good = [
            ("seen", seen.as_str()),
            ("verdict", "good"),
            ("note", "核对无误"),
        ];
        send(&mut approver, &review, &good).await;
        let release = format!("{there}/release");
        let odd = form(&[("seen", &seen), ("told_from", "很多")]);
        let refused = approver.post(&release, &odd).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.body.contains("value=\"很多\""),
            "what was typed stays"
        );
        let page = send(
            &mut approver,
            &release,
            &[("seen", &seen), ("told_from", "100")],
        )
        .await;
        assert!(page.body.contains("现在起生效"));
        let answer = site.browser().get("/calculator").await;
        assert!(answer.body.contains(shown), "{}", made.kind);
        approver.language = "en".to_owned();
        let page = approver.get(there).await;
        assert!(page.body.contains("in force") && page.body.contains("History"));
    })
    .await;
}

#[tokio::test]
async fn mistakes_are_named_and_the_text_stays() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let mut editor = signed_in(&site, "editor").await;
        let mut unfit = set("BJ-2027", "2027-01-01");
        unfit["remote"]["values"]["unfiled"] = serde_json::json!(10_001);
        let text = unfit.to_string();
        let body = form(&[("text", &text), ("note", "因为")]);
        let refused = editor.post("/admin/parameters/new", &body).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            made.kind
        );
        let errors = found(&refused, ".errors li");
        assert_eq!(errors.len(), 1);
        assert!(errors[0].contains("/remote/values/unfiled"), "{errors:?}");
        assert!(errors[0].contains("没有备案"), "{errors:?}");
        assert_eq!(found(&refused, "textarea[name=text]"), [text]);
        let broken = form(&[("text", "{\n \"id\": [1,}"), ("note", "因为")]);
        let refused = editor.post("/admin/parameters/new", &broken).await;
        assert!(found(&refused, ".errors li")[0].contains("第 2 行"));
    })
    .await;
}

#[tokio::test]
async fn everybody_sees_the_buttons_that_are_theirs() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let mut editor = signed_in(&site, "editor").await;
        draft(&mut editor, &set("BJ-2027", "2027-01-01")).await;
        let there = "/admin/parameters/BJ-2027";
        let actions = |answer: &Answer| -> Vec<String> {
            let html = Html::parse_document(&answer.body);
            let selector = Selector::parse("main form").expect("a selector");
            html.select(&selector)
                .filter_map(|one| one.attr("action"))
                .map(|action| action.rsplit('/').next().unwrap_or_default().to_owned())
                .collect()
        };
        let page = editor.get(there).await;
        assert_eq!(actions(&page), ["simulate", "discard"], "{}", made.kind);
        let mut approver = signed_in(&site, "approver").await;
        let page = approver.get(there).await;
        assert_eq!(actions(&page), ["review"]);
        assert!(!page.body.contains("审核通过</button>"), "not tried yet");
        let edit = approver.get("/admin/parameters/BJ-2027/edit").await;
        assert_eq!(edit.status, StatusCode::NOT_FOUND);
        let copy = editor.get("/admin/parameters/new?from=BJ-2025").await;
        assert!(copy.body.contains("BJ-2025"));
        let page = editor.get("/admin/parameters/BJ-2025").await;
        assert_eq!(
            actions(&page),
            Vec::<String>::new(),
            "imported by the operator"
        );
        for nothing in [
            "/admin/parameters/NOTHING",
            "/admin/parameters/BJ-2025/edit",
        ] {
            let answer = editor.get(nothing).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{nothing}");
        }
    })
    .await;
}

#[tokio::test]
async fn days_and_circles_are_named_where_the_text_is_kept() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let mut editor = signed_in(&site, "editor").await;
        let refused = async |editor: &mut Browser, set: &Value| {
            let text = set.to_string();
            let body = form(&[("text", &text), ("note", "因为")]);
            let answer = editor.post("/admin/parameters/new", &body).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            found(&answer, ".errors li")
        };
        let mut circle = set("BJ-2027", "2027-01-01");
        circle["inherits"] = serde_json::json!("BJ-2027");
        circle["remote"]["values"]["unfiled"] = serde_json::json!(10_001);
        let errors = refused(&mut editor, &circle).await;
        assert_eq!(errors.len(), 2, "{}: {errors:?}", made.kind);
        assert!(errors[0].contains("BJ-2027 → BJ-2027"), "{errors:?}");
        assert!(errors[1].contains("/remote/values/unfiled"), "{errors:?}");
        let errors = refused(&mut editor, &set("BJ-2027", "2027-02-30")).await;
        assert!(errors[0].contains("日期要写成"), "{errors:?}");
        assert!(!errors[0].contains("range"), "{errors:?}");
        // One that begins with another is kept, and said to be of no use as it is.
        let clash = draft(&mut editor, &set("BJ-2027", "2025-01-01")).await;
        let notes = found(&clash, ".notice").join(" ");
        assert!(notes.contains("BJ-2025 也从这一天开始"), "{notes}");
    })
    .await;
}

#[tokio::test]
async fn a_set_whose_days_are_past_is_not_said_to_be_in_force() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let mut editor = signed_in(&site, "editor").await;
        let mut past = set("BJ-2026-02", "2026-02-01");
        past["effective"]["through"] = serde_json::json!("2026-02-28");
        let page = draft(&mut editor, &past).await;
        let notes = found(&page, ".notice").join(" ");
        assert!(
            notes.contains("2026年3月1日"),
            "what it leaves open: {notes}"
        );
        let there = "/admin/parameters/BJ-2026-02";
        let tried = format!("{there}/simulate");
        send(&mut editor, &tried, &[("wanted", "1000")]).await;
        work(&site.platform).await.expect("a job");
        let mut approver = signed_in(&site, "approver").await;
        let page = approver.get(there).await;
        let seen = hidden(&page, "seen");
        let good = [("seen", seen.as_str()), ("verdict", "good"), ("note", "好")];
        send(&mut approver, &format!("{there}/review"), &good).await;
        let amount = [("seen", seen.as_str()), ("told_from", "100")];
        let page = send(&mut approver, &format!("{there}/release"), &amount).await;
        assert!(page.body.contains("最后一天已经过去"), "{}", made.kind);
        assert!(!page.body.contains("现在起生效"));
        assert_eq!(work(&site.platform).await, None, "nobody is told");
    })
    .await;
}
