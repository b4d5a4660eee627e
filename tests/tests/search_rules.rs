//! What a question lays down is kept: a phrase in quotes, the day, the order.

use services::RequestContext;
use services::search::{Answer, Request, Sort, query};
use tests::database::{TestDatabase, on_each};
use tests::library::{imported, indexed, platform, visitor};

const HELPER: &str = env!("CARGO_BIN_EXE_extract");

/// A library of these texts.
async fn with(made: &TestDatabase, files: &[(&str, &str)]) -> RequestContext {
    let root = made.folder.path().join("texts");
    std::fs::create_dir_all(&root).unwrap();
    for (name, text) in files {
        std::fs::write(root.join(name), text).unwrap();
    }
    let context = visitor(&platform(made));
    imported(&context, &root, HELPER).await;
    indexed(&context).await;
    context
}

async fn answer(context: &RequestContext, request: Request) -> Answer {
    query(context, &request).await.unwrap()
}

fn asking(q: &str) -> Request {
    Request {
        q: q.to_owned(),
        ..Request::default()
    }
}

fn titles(answer: &Answer) -> Vec<&str> {
    let hits = answer.hits.iter();
    hits.map(|hit| hit.title_zh.as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phrase_in_quotes_is_required_beside_other_words() {
    on_each(async |made| {
        let context = with(
            &made,
            &[
                (
                    "a.md",
                    "# 甲办法\n\n第一条 异地备案在手机上办理，十分钟办完。\n",
                ),
                (
                    "b.md",
                    "# 乙办法\n\n第一条 异地备案。异地备案由参保人提出。\n",
                ),
                ("c.md", "# 在手机上办理的事\n\n第一条 异地备案怎么办。\n"),
                (
                    "d.md",
                    "# 丁办法\n\n第一条 异地备案。\n\n第二条 手机办理，在服务厅上。\n",
                ),
            ],
        )
        .await;
        let loose = answer(&context, asking("异地备案 在手机上办理")).await;
        let found = titles(&loose);
        assert!(found.contains(&"丁办法"), "{found:?}");
        let strict = answer(&context, asking("异地备案 “在手机上办理”")).await;
        let mut found = titles(&strict);
        found.sort_unstable();
        assert_eq!(found, ["在手机上办理的事", "甲办法"]);
        // However long the rest is.
        let long = format!(
            "“在手机上办理” {}",
            "异地备案参保人提出十分钟服务厅".repeat(6)
        );
        assert_eq!(answer(&context, asking(&long)).await.total, 2);
        let nothing = answer(&context, asking("异地备案 “在家里办理”")).await;
        assert_eq!(nothing.total, 0, "{:?}", titles(&nothing));
    })
    .await;
}

/// Three texts of three years, of which only the oldest has a third article.
const YEARS: [(&str, &str); 3] = [
    (
        "a.md",
        "# 补贴办法\n\n2020年1月1日 国务院令第901号公布\n\n<!-- INFO END -->\n\n第一条 护理补贴。\n\n第二条 标准。\n\n第三条 护理补贴按月发。\n",
    ),
    (
        "b.md",
        "# 补贴细则\n\n2021年1月1日 国务院令第902号公布\n\n<!-- INFO END -->\n\n第一条 护理补贴按月发。\n",
    ),
    (
        "c.md",
        "# 补贴规定\n\n2022年1月1日 国务院令第903号公布\n\n<!-- INFO END -->\n\n第一条 护理补贴按月发。\n",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_there_on_the_day_is_not_found() {
    on_each(async |made| {
        let context = with(&made, &YEARS).await;
        let on = |q: &str, day: &str| Request {
            as_of: Some(day.parse().unwrap()),
            ..asking(q)
        };
        for (q, day, count) in [
            ("", "2019-06-01", 0),
            ("", "2020-06-01", 1),
            ("", "2022-06-01", 3),
            ("护理补贴", "2021-06-01", 2),
            ("国务院令第903号", "2021-06-01", 0),
            ("国务院令第903号", "2022-06-01", 1),
        ] {
            let found = answer(&context, on(q, day)).await;
            assert_eq!(found.total, count, "{q} {day}: {:?}", titles(&found));
        }
        assert_eq!(answer(&context, asking("")).await.total, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_asked_for_comes_first_unless_the_newest_is_wanted() {
    on_each(async |made| {
        let context = with(&made, &YEARS).await;
        let best = answer(&context, asking("护理补贴 第三条")).await;
        assert_eq!(titles(&best)[0], "补贴办法", "{:?}", titles(&best));
        let newest = Request {
            sort: Sort::Newest,
            ..asking("护理补贴 第三条")
        };
        let newest = answer(&context, newest).await;
        assert_eq!(titles(&newest), ["补贴规定", "补贴细则", "补贴办法"]);
    })
    .await;
}
