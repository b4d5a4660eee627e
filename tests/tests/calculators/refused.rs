//! Nonsense is said to be so at its field, and stays.

use axum::http::StatusCode;
use scraper::Html;
use tests::database::sqlite_only;
use tests::site::Site;

use super::{ADDRESSES, posted, said, selector, texts};

/// What is typed into the fields of a form.
type Typed = &'static [(&'static str, &'static str)];

#[tokio::test]
async fn what_cannot_be_calculated_with_is_said_at_its_field() {
    let made = sqlite_only().await;
    let site = Site::demo(&made).await;
    let wrong: [(&str, Typed, &str, &str); 7] = [
        (
            "/calculator/waiting",
            &[
                ("region", "110000"),
                ("case", "resident_resident"),
                ("from", "2024-01"),
                ("on", "2026-03"),
                ("bought", "3"),
                ("age", "35"),
            ],
            "bought",
            "补缴的年数不能多于断保的年数",
        ),
        (
            "/calculator/contributions",
            &[
                ("region", "110000"),
                ("payer", "employee"),
                ("wage", "-12000"),
            ],
            "wage",
            "不能小于零",
        ),
        (
            "/calculator/retirement",
            &[
                ("region", "110000"),
                ("sex", "male"),
                ("birth", "2099-01"),
                ("months", "0"),
                ("local", "0"),
            ],
            "birth",
            "这一天还没有到",
        ),
        (
            "/calculator/maternity",
            &[
                ("region", "110000"),
                ("event", "first"),
                ("average", "<b>"),
                ("babies", "1"),
            ],
            "average",
            "最多两位小数",
        ),
        (
            "/calculator/incentive",
            &[
                ("region", "510100"),
                ("since", "2019"),
                ("year", "2026"),
                ("claimed", "2010"),
            ],
            "claimed",
            "要在连续参保的年份里面",
        ),
        (
            "/calculator/thresholds",
            &[
                ("region", "999999"),
                ("scheme", "employee"),
                ("age", "40"),
                ("cat_base", "1"),
            ],
            "region",
            "请换一个地方",
        ),
        (
            "/calculator/thresholds",
            &[
                ("region", "110000"),
                ("scheme", "employee"),
                ("age", "40"),
                ("maf_paid", "many"),
            ],
            "maf_paid",
            "最多两位小数",
        ),
    ];
    for (address, fields, field, words) in wrong {
        let answer = posted(&mut site.browser(), address, fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(answer.header("cache-control"), "no-store", "{address}");
        let summary = texts(&answer.body, &format!(".errors a[href='#{field}']"));
        assert!(summary.concat().contains(words), "{address}: {summary:?}");
        assert!(
            texts(&answer.body, &format!("#{field}-error"))
                .concat()
                .contains(words),
            "{address}"
        );
        assert!(
            said(&answer.body).is_empty(),
            "{address}: no answer to nonsense"
        );
        let page = Html::parse_document(&answer.body);
        for (name, value) in fields
            .iter()
            .filter(|(name, _)| *name == field && *name != "region")
        {
            let kept = page
                .select(&selector(&format!("main [name='{name}']")))
                .next()
                .expect("the field");
            assert_eq!(
                kept.attr("value"),
                Some(*value),
                "{address}: what was typed stays"
            );
        }
        assert_eq!(
            page.select(&selector("main :not(.meaning) > b")).count(),
            0,
            "{address}: never markup"
        );
    }
    // Nothing at all: everything that is needed is asked for, in English too.
    for address in ADDRESSES {
        let mut browser = site.browser();
        browser.language = "en".to_owned();
        let answer = posted(&mut browser, address, &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(texts(&answer.body, ".errors a").len() >= 3, "{address}");
    }
}
