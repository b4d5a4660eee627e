//! Numbers in all their spellings, wrong writings, filters, order, and questions that are none.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use services::RequestContext;
use services::search::{Answer, Request, Sort, query, suggest};
use tests::database::{TestDatabase, on_each};
use tests::library::{imported, indexed, platform, shipped, visitor};

const HELPER: &str = env!("CARGO_BIN_EXE_extract");

async fn ask(context: &RequestContext, q: &str) -> Answer {
    answer(
        context,
        Request {
            q: q.to_owned(),
            ..Request::default()
        },
    )
    .await
}

async fn answer(context: &RequestContext, request: Request) -> Answer {
    query(context, &request).await.unwrap()
}

fn first(answer: &Answer) -> &str {
    answer.hits.first().map_or("nothing", |hit| hit.id.as_str())
}

async fn with_library(made: &TestDatabase) -> RequestContext {
    let platform = platform(made);
    let context = visitor(&platform);
    shipped(&context).await;
    context
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_is_found_in_all_its_spellings() {
    on_each(async |made| {
        let context = with_library(&made).await;
        for q in [
            "国办发〔2024〕38号",
            "国办发[2024]38号",
            "国办发【2024】38号",
            "国办发(2024)38号",
            "国办发（2024）38号",
            "国办发2024 38号",
            "国办发〔２０２４〕３８号",
            "2024年38号文",
            "2024年第38号",
            "38号文",
            "38号",
            "2024 No. 38",
        ] {
            let answer = ask(&context, q).await;
            assert_eq!(first(&answer), "d05", "{q}");
        }
        assert_eq!(first(&ask(&context, "国务院令第735号").await), "d21");
        let unknown = ask(&context, "国办发〔2024〕9999号").await;
        assert_eq!(
            unknown.total, 0,
            "a number that nobody has is not found elsewhere"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_writings_are_put_right_and_said() {
    on_each(async |made| {
        let context = with_library(&made).await;
        for (q, right, id) in [
            ("异地就一", "异地就医", "d11"),
            ("起付先", "起付线", "d10"),
            ("居民医宝", "居民医保", "d14"),
            ("long term care insurace", "insurance", "d34"),
        ] {
            let answer = ask(&context, q).await;
            assert!(
                answer
                    .suggestion
                    .as_deref()
                    .is_some_and(|text| text.contains(right)),
                "{q}: {:?}",
                answer.suggestion
            );
            assert!(answer.hits.iter().take(5).any(|hit| hit.id == id), "{q}");
        }
        let nrdl = ask(&context, "nrdl").await;
        assert!(
            nrdl.hits.iter().take(3).any(|hit| hit.id == "d15"),
            "{}",
            first(&nrdl)
        );
        assert_eq!(nrdl.suggestion, None);
        let mixed = ask(&context, "DRG 付费").await;
        assert!(
            ["d38", "d39", "d40"].contains(&first(&mixed)),
            "{}",
            first(&mixed)
        );
        assert!(["d11"].contains(&first(&ask(&context, "異地就醫備案").await)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_that_are_none_do_no_harm() {
    on_each(async |made| {
        let context = with_library(&made).await;
        let long = "医保报销".repeat(2_500);
        for q in [
            "AND OR NOT",
            "((((",
            "\"",
            "\"\"\"\"",
            "title:* OR [a TO z]",
            "~~~~^^^^",
            "\u{0}\u{1}\u{7f}",
            "😀🏥💊",
            "'; DROP TABLE policy_document; --",
            "<script>alert(1)</script>",
            "%%%___",
            "\u{202E}\u{200B}",
            "。，、！",
            long.as_str(),
            "a",
            "的",
            "吗",
            "\\",
            "“”「」",
            "1/0",
            "-1",
            "+++",
            "://",
            "￥￥￥",
            "ａｂｃ",
            "e\u{301}\u{301}\u{301}",
        ] {
            let began = Instant::now();
            let answer = ask(&context, q).await;
            assert!(began.elapsed() < Duration::from_secs(2), "{q:?}");
            for hit in &answer.hits {
                let bare = hit.snippet.replace("<mark>", "").replace("</mark>", "");
                assert!(!bare.contains(['<', '>', '"']), "{q:?}: {bare}");
            }
        }
        let signs = ask(&context, "😀🏥💊").await;
        assert_eq!(signs.total, 0);
        let everything = ask(&context, "  ").await;
        assert_eq!(everything.total, 66);
        assert!(!everything.facets.topic.is_empty() && !everything.facets.year.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_pages_and_order() {
    on_each(async |made| {
        let context = with_library(&made).await;
        let all = ask(&context, "医保").await;
        let topic = all.facets.topic.first().unwrap();
        let only = Request {
            q: "医保".into(),
            topic: Some(topic.value.clone()),
            per_page: 50,
            ..Request::default()
        };
        assert_eq!(answer(&context, only).await.total, topic.count);
        let page = |page| Request {
            q: "医保".into(),
            per_page: 4,
            page,
            ..Request::default()
        };
        let (one, two) = (
            answer(&context, page(1)).await,
            answer(&context, page(2)).await,
        );
        assert_eq!((one.hits.len(), two.hits.len()), (4, 4));
        assert!(
            one.hits
                .iter()
                .all(|hit| two.hits.iter().all(|other| other.id != hit.id))
        );
        assert!(answer(&context, page(u32::MAX)).await.hits.is_empty());
        let newest = Request {
            q: "医保".into(),
            sort: Sort::Newest,
            per_page: 50,
            ..Request::default()
        };
        let newest = answer(&context, newest).await;
        assert!(
            newest
                .hits
                .windows(2)
                .all(|pair| pair[0].issued_on >= pair[1].issued_on || pair[1].status == "repealed")
        );
        let draft = Request {
            status: Some("draft".into()),
            ..Request::default()
        };
        assert_eq!(first(&answer(&context, draft).await), "d65");
        let then = Request {
            q: "长期护理".into(),
            as_of: Some("2021-01-01".parse().unwrap()),
            ..Request::default()
        };
        let then = answer(&context, then).await;
        assert!(
            then.hits.iter().all(|hit| hit
                .issued_on
                .is_none_or(|day| day <= "2021-01-01".parse().unwrap())),
            "{then:?}"
        );
        assert!(!then.hits.is_empty());
        let found = suggest(&context, "中华人民共和国社会", 5).unwrap();
        assert_eq!(found.first().map(|title| title.id.as_str()), Some("d23"));
        assert!(suggest(&context, "'%", 5).unwrap().is_empty());
    })
    .await;
}

fn write(folder: &Path, files: &[(&str, &str)]) -> PathBuf {
    let root = folder.join("texts");
    std::fs::create_dir_all(&root).unwrap();
    for (name, text) in files {
        std::fs::write(root.join(name), text).unwrap();
    }
    root
}

#[tokio::test(flavor = "multi_thread")]
async fn repealed_documents_stand_below_and_versions_answer_by_day() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        let text = |id: &str, more: &str| {
            format!("---\nid: {id}\ntitle_zh: 门诊报销办法{id}\nissued_on: 2015-01-01\n{more}---\n第一条 门诊报销起付线五百元。\n")
        };
        let gone = text("gone", "status: repealed\nrepealed_on: 2020-01-01\n");
        let law = |day: &str, ratio: &str| {
            format!("# 护理条例\n\n{day} 国务院令第9号公布\n\n<!-- INFO END -->\n\n第一条 护理补贴{ratio}。\n")
        };
        let (old, new) = (law("2012年3月1日", "一成"), law("2022年3月1日", "三成"));
        let root = write(made.folder.path(), &[("a.md", &gone), ("b.md", &text("kept", "")), ("c.md", &old), ("d.md", &new)]);
        imported(&context, &root, HELPER).await;
        indexed(&context).await;
        let found = ask(&context, "门诊报销起付线").await;
        let order: Vec<_> = found.hits.iter().map(|hit| (hit.id.as_str(), hit.status.as_str())).collect();
        assert_eq!(order, [("kept", "active"), ("gone", "repealed")]);
        let then = Request { q: "门诊报销起付线".into(), as_of: Some("2018-01-01".parse().unwrap()), ..Request::default() };
        assert!(answer(&context, then).await.hits.iter().all(|hit| hit.status == "active"));
        let now = ask(&context, "护理补贴").await;
        assert!(now.total == 1 && now.hits[0].snippet.contains("三成"), "{now:?}");
        let then = Request { q: "护理补贴".into(), as_of: Some("2013-01-01".parse().unwrap()), ..Request::default() };
        let then = answer(&context, then).await;
        assert!(then.total == 1 && then.hits[0].snippet.contains("一成"), "{then:?}");
        let article = then.hits[0].article.as_ref().unwrap();
        assert_eq!((article.anchor.as_str(), article.label.as_str()), ("a1", "第一条"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phrase_in_quotes_is_met_to_the_letter() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        let root = write(
            made.folder.path(),
            &[
                ("a.md", "# 甲\n\n第一条 参保人员应当按时缴费。\n"),
                ("b.md", "# 乙\n\n第一条 人员参保以后缴费应当按时。\n"),
            ],
        );
        imported(&context, &root, HELPER).await;
        indexed(&context).await;
        assert_eq!(ask(&context, "参保人员按时缴费").await.total, 2);
        let quoted = ask(&context, "“参保人员应当”").await;
        assert_eq!(quoted.total, 1, "{quoted:?}");
        assert_eq!(quoted.hits[0].title_zh, "甲");
    })
    .await;
}
