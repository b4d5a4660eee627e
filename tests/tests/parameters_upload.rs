//! A draft that comes in a file: looked at first, kept by a second press, and never lost on the way.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use scraper::{Html, Selector};
use serde_json::json;
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::governed::{set, with_deductible};
use tests::site::Site;

const NEW: &str = "/admin/parameters/new";

fn found(answer: &Answer, selector: &str) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let selector = Selector::parse(selector).expect("a selector");
    let texts = html.select(&selector).map(|one| one.text().collect());
    texts.collect()
}

async fn signed_in(site: &Site, subject: &str) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(subject, "/admin/parameters").await;
    browser
}

/// Sends `file` as a browser does from a page of ours.
async fn upload(browser: &mut Browser, path: &str, fields: &[(&str, &str)], file: &str) -> Answer {
    let mut body = String::new();
    for (name, value) in fields {
        body +=
            &format!("--ybt\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    }
    body += "--ybt\r\nContent-Disposition: form-data; name=\"file\"; filename=\"set.json\"\r\n";
    body += &format!("Content-Type: application/json\r\n\r\n{file}\r\n--ybt--\r\n");
    let request = browser
        .request("POST", path, "same-origin")
        .header(CONTENT_TYPE, "multipart/form-data; boundary=ybt");
    browser.send(request, body).await
}

/// How many rows drafts have left: drafts, their steps, and events.
async fn written(site: &Site) -> [i64; 3] {
    [
        site.count("parameter_draft").await,
        site.count("parameter_step").await,
        site.count("audit_event").await,
    ]
}

fn form(pairs: &[(&str, &str)]) -> String {
    serde_urlencoded::to_string(pairs).expect("a form")
}

#[tokio::test]
async fn a_file_is_looked_at_and_kept_by_a_second_press() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let mut editor = signed_in(&site, "editor").await;
        let before = written(&site).await;
        let text = with_deductible("BJ-2027", "2027-01-01", 1500).to_string();
        let marked = format!("\u{feff}{text}");
        let seen = upload(&mut editor, NEW, &[], &marked).await;
        assert_eq!(seen.status, StatusCode::OK, "{}: {}", made.kind, seen.body);
        assert!(seen.body.contains("读好了，还没有保存"));
        assert!(found(&seen, ".card h2")[0].contains("BJ-2025"), "compared");
        assert!(seen.body.contains("¥1,500.00") && seen.body.contains("¥1,800.00"));
        assert_eq!(
            found(&seen, "textarea[name=text]"),
            std::slice::from_ref(&text)
        );
        assert_eq!(written(&site).await, before, "nothing is written");
        // What is typed can be looked at as well.
        let pairs = [("text", text.as_str()), ("note", "按新文件"), ("look", "1")];
        let seen = editor.post(NEW, &form(&pairs)).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(seen.body.contains("¥1,500.00"));
        assert_eq!(found(&seen, "textarea[name=note]"), ["按新文件"]);
        assert_eq!(written(&site).await, before, "nothing is written");
        let kept = editor.post(NEW, &form(&pairs[..2])).await;
        assert_eq!(kept.location(), "/admin/parameters/BJ-2027");
        let after = written(&site).await;
        assert_eq!(
            after,
            [before[0] + 1, before[1] + 1, before[2] + 1],
            "a draft, its step, its event"
        );
        editor.language = "en".to_owned();
        let again = upload(&mut editor, NEW, &[], &text).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let told = found(&again, ".errors li");
        assert!(
            told[0].contains("There is a draft with this id"),
            "{told:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_file_with_mistakes_comes_back_with_them() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let mut editor = signed_in(&site, "editor").await;
        let before = written(&site).await;
        let mut unfit = set("BJ-2027", "2027-01-01");
        unfit["remote"]["values"]["unfiled"] = json!(10_001);
        let two = json!([set("BJ-2027", "2027-01-01"), set("BJ-2028", "2028-01-01")]);
        let long = " ".repeat(300_000) + "{}";
        let cases = [
            (unfit.to_string(), "/remote/values/unfiled"),
            (two.to_string(), "一次只能起草一套"),
            (
                set("BJ-2025", "2027-01-01").to_string(),
                "这个编号已经有发布过的参数",
            ),
            ("{\n \"id\": [1,}".to_owned(), "第 2 行"),
            ("{\"id\": \"\u{fffd}\"}".to_owned(), "UTF-8"),
            (long, "太长了"),
            (String::new(), "请先选择一个有内容的文件"),
        ];
        for (file, told) in cases {
            let start: String = file.chars().take(60).collect();
            let answer = upload(&mut editor, NEW, &[], &file).await;
            assert_eq!(
                answer.status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{}: {start}",
                made.kind
            );
            let errors = found(&answer, ".errors li");
            let found_it = errors.iter().any(|error| error.contains(told));
            assert!(found_it, "{told}: {errors:?}");
            assert_eq!(
                found(&answer, "textarea[name=text]"),
                [file],
                "it is not lost"
            );
        }
        let huge = "x".repeat(3 * 1024 * 1024);
        let answer = upload(&mut editor, NEW, &[], &huge).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(answer.body.contains("内容太大了"));
        assert_eq!(written(&site).await, before, "nothing is written");
    })
    .await;
}

#[tokio::test]
async fn a_file_may_inherit_from_what_is_in_force() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let mut editor = signed_in(&site, "editor").await;
        let text = json!({
            "id": "CY-2027", "region": "110105", "inherits": "BJ-2025",
            "name": { "zh": "朝阳区", "en": "Chaoyang" },
            "effective": { "from": "2027-01-01", "through": null },
        });
        let text = text.to_string();
        let seen = upload(&mut editor, NEW, &[], &text).await;
        assert_eq!(seen.status, StatusCode::OK, "{}: {}", made.kind, seen.body);
        assert!(seen.body.contains("¥1,800.00"), "what it inherits");
        let kept = [("text", text.as_str()), ("note", "按新文件")];
        let kept = editor.post(NEW, &form(&kept)).await;
        assert_eq!(kept.location(), "/admin/parameters/CY-2027");
        // The draft is changed by a file of its own id only.
        let there = "/admin/parameters/CY-2027/edit";
        let before = written(&site).await;
        let other = set("BJ-2027", "2027-01-01").to_string();
        let refused = upload(&mut editor, there, &[], &other).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(found(&refused, ".errors li")[0].contains("草稿的编号不能改"));
        let seen = upload(&mut editor, there, &[("seen", "abc")], &text).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(
            seen.body.contains("name=\"seen\" value=\"abc\""),
            "the content that was seen"
        );
        assert_eq!(written(&site).await, before, "nothing is written");
        let nothing = upload(&mut editor, "/admin/parameters/NOTHING/edit", &[], &text).await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_file_waits_for_somebody_to_sign_in_and_is_for_editors_only() {
    on_each(async |made| {
        let site = Site::demo(&made).await;
        let text = with_deductible("BJ-2027", "2027-01-01", 1500).to_string();
        let mut approver = signed_in(&site, "approver").await;
        let answer = upload(&mut approver, NEW, &[], &text).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", made.kind);
        let mut nobody = site.browser();
        let answer = upload(&mut nobody, NEW, &[], &text).await;
        let html = Html::parse_document(&answer.body);
        let kept = Selector::parse("input[name=file]").expect("a selector");
        let kept: Vec<&str> = html
            .select(&kept)
            .filter_map(|one| one.attr("value"))
            .collect();
        assert_eq!(kept, [text.as_str()], "{}", answer.status);
        let elsewhere = nobody
            .request("POST", NEW, "cross-site")
            .header(CONTENT_TYPE, "multipart/form-data; boundary=ybt");
        let refused = nobody.send(elsewhere, "--ybt--".to_owned()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        let plain = nobody
            .request("POST", "/preferences", "same-origin")
            .header(CONTENT_TYPE, "multipart/form-data; boundary=ybt");
        let body =
            "--ybt\r\nContent-Disposition: form-data; name=\"theme\"\r\n\r\ndark\r\n--ybt--\r\n";
        let refused = nobody.send(plain, body.to_owned()).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "no files elsewhere"
        );
    })
    .await;
}
