//! What is wrong is said at its field, and stays as it was typed.

use axum::http::StatusCode;
use scraper::{Html, Selector};
use tests::database::sqlite_only;
use tests::site::Site;

use super::{Typed, ask, texts, value};

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_is_lost() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let mut browser = site.browser();
    let cases: [(&str, Typed, &str); 11] = [
        ("a", &[("a", "两千")], "数字"),
        ("b", &[("b", "-5")], "小于零"),
        ("c", &[("c", "1.234")], "到分"),
        ("b_first", &[("b_first", "120")], "0 到 100"),
        ("age", &[("age", "")], "年龄"),
        ("age", &[("age", "151")], "年龄"),
        ("admission", &[("admission", "0")], "第几次"),
        ("day", &[("day", "2026-02-30")], "日期"),
        ("region", &[("day", "1999-01-01")], "收录"),
        ("level", &[("level", "l9")], "选一个"),
        ("a", &[("a", "10000000000000"), ("b", "1")], "太大"),
    ];
    for (field, typed, word) in cases {
        let page = ask(&mut browser, typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}");
        let summary = texts(&page.body, &format!(".errors a[href='#{field}']"));
        assert!(
            summary.iter().any(|text| text.contains(word)),
            "{typed:?}: {summary:?}"
        );
        let beside = texts(&page.body, &format!("[id='{field}-error']"));
        assert!(
            beside.iter().any(|text| text.contains(word)),
            "{typed:?}: {beside:?}"
        );
        assert!(
            texts(&page.body, ".result .total").is_empty(),
            "{typed:?}: no answer"
        );
        for (name, typed) in typed.iter().filter(|(name, _)| *name != "level") {
            assert_eq!(value(&page.body, name).as_deref(), Some(*typed), "{name}");
        }
    }
    // Several at once, and in English.
    browser.language = "en".to_owned();
    let page = ask(
        &mut browser,
        &[("age", "old"), ("a", "much"), ("op_ded", "x")],
    )
    .await;
    let summary = texts(&page.body, ".errors li");
    assert_eq!(summary.len(), 3, "{summary:?}");
    let open = Html::parse_document(&page.body);
    let folded = Selector::parse("details.folded[open] #op_ded").expect("a selector");
    assert!(
        open.select(&folded).next().is_some(),
        "what is wrong is in sight"
    );

    // A form of nothing at all, and of nonsense, is answered too.
    let page = browser.post("/calculator", "").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = ask(
        &mut browser,
        &[("do", "remove-999999999999"), ("amount-4294967295", "1")],
    )
    .await;
    assert_eq!(page.status, StatusCode::OK);
    let page = ask(&mut browser, &[("do", "add"), ("amount-4294967295", "1")]).await;
    assert_eq!(page.status, StatusCode::OK);
    let page = ask(&mut browser, &[("a", "<script>alert(1)</script>")]).await;
    assert!(!page.body.contains("<script>alert"), "text stays text");
}
