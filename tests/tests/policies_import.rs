//! Imports: what is the same, what is new, what is refused, on both databases.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use services::documents::Refusal;
use services::policies::{Progress, document, recent, revision, ship};
use services::{RequestContext, ServiceError};
use tests::database::on_each;
use tests::library::{imported, platform, visitor};

const HELPER: &str = env!("CARGO_BIN_EXE_extract");

const OLD: &str = "# 中华人民共和国某某法\n\n2010年10月28日 第十一届全国人民代表大会常务委员会第十七次会议通过\n\n2011年7月1日 施行\n\n<!-- INFO END -->\n\n## 第一章 总 则\n\n第一条 旧的规定。\n\n第二条 不变。\n";
const NEW: &str = "# 中华人民共和国某某法\n\n2010年10月28日 第十一届全国人民代表大会常务委员会第十七次会议通过\n\n2018年12月29日 第十三届全国人民代表大会常务委员会第七次会议修正\n\n<!-- INFO END -->\n\n## 第一章 总 则\n\n第一条 新的规定。\n\n第一条之一 添加的。\n\n第二条 不变。\n";

fn write(folder: &Path, files: &[(&str, &str)]) -> PathBuf {
    let root = folder.join("texts");
    for (name, text) in files {
        let path = root.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    root
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn only_id(context: &RequestContext) -> String {
    let hits = services::search::query(context, &services::search::Request::default())
        .await
        .unwrap()
        .hits;
    assert_eq!(hits.len(), 1, "one document");
    hits[0].id.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn shipping_twice_changes_nothing() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        let first = ship(&context).await.unwrap();
        assert_eq!((first.added, first.unchanged), (66, 0));
        let before = revision(&made.database).await.unwrap();
        let second = ship(&context).await.unwrap();
        assert_eq!((second.added, second.changed, second.unchanged), (0, 0, 66));
        assert_eq!(revision(&made.database).await.unwrap(), before);
        let newest = recent(&context, 5).await.unwrap();
        assert_eq!(newest.len(), 5);
        assert!(
            newest
                .windows(2)
                .all(|pair| pair[0].issued_on >= pair[1].issued_on)
        );
        let view = document(&context, "d05", None).await.unwrap();
        assert_eq!(view.number, "国办发〔2024〕38号");
        assert!(view.articles.iter().any(|article| article.language == "en"));
        assert!(view.articles.len() > 8);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn versions_are_one_document_and_the_newest_in_force_is_on_top() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        let root = write(
            made.folder.path(),
            &[
                ("法/某某法(2010-10-28).md", OLD),
                ("法/某某法(2018-12-29).md", NEW),
                ("行政/某某法.md", NEW),
            ],
        );
        let report = imported(&context, &root, HELPER).await;
        let expected = Progress {
            files: 3,
            added: 1,
            versions: 1,
            unchanged: 1,
            ..Progress::default()
        };
        assert_eq!(report.progress, expected, "{report:?}");
        tests::library::indexed(&context).await;
        let id = only_id(&context).await;
        let now = document(&context, &id, None).await.unwrap();
        assert_eq!(now.articles[1].anchor, "a1-1");
        assert_eq!(now.articles[0].body, "新的规定。");
        assert_eq!(now.versions.len(), 2);
        let then = document(&context, &id, Some(day("2015-01-01")))
            .await
            .unwrap();
        assert_eq!(then.articles[0].body, "旧的规定。");
        let before = document(&context, &id, Some(day("2011-01-01"))).await;
        assert!(
            matches!(before, Err(ServiceError::NotFound)),
            "adopted, not yet in force"
        );
        let again = imported(&context, &root, HELPER).await;
        assert_eq!(again.progress.unchanged, 3, "{again:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_are_documents_of_their_own() {
    on_each(async |made| {
        let part = |name: &str, article: &str| {
            format!("# 中华人民共和国民法典\n\n# {name}\n\n2020年5月28日 第十三届全国人民代表大会第三次会议通过\n\n<!-- INFO END -->\n\n{article}\n")
        };
        let (one, two) = (part("合同编", "第四百六十三条 合同。"), part("物权编", "第二百零五条 物权。"));
        let platform = platform(&made);
        let context = visitor(&platform);
        let root = write(made.folder.path(), &[("合同编.md", &one), ("物权编.md", &two)]);
        let report = imported(&context, &root, HELPER).await;
        assert_eq!((report.progress.added, report.progress.versions), (2, 0), "{report:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_file_replaces_its_version_and_a_broken_one_stops_nobody() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        let folder = made.folder.path();
        let root = write(
            folder,
            &[
                ("某某法(2010-10-28).md", OLD),
                ("空.md", ""),
                ("坏.pdf", "%PDF-1.4 nothing"),
            ],
        );
        let report = imported(&context, &root, HELPER).await;
        assert_eq!(
            (report.progress.added, report.progress.refused),
            (1, 2),
            "{report:?}"
        );
        let reasons: Vec<_> = report
            .refused
            .iter()
            .map(|refused| (refused.name.as_str(), refused.reason))
            .collect();
        assert!(
            reasons.contains(&("空.md", Refusal::Empty))
                && reasons.contains(&("坏.pdf", Refusal::Damaged)),
            "{reasons:?}"
        );
        write(
            folder,
            &[("某某法(2010-10-28).md", &OLD.replace("旧的", "更正后的"))],
        );
        let report = imported(&context, &root, HELPER).await;
        assert_eq!(report.progress.changed, 1, "{report:?}");
        tests::library::indexed(&context).await;
        let view = document(&context, &only_id(&context).await, None)
            .await
            .unwrap();
        assert_eq!(view.articles[0].body, "更正后的规定。");
        assert_eq!(view.versions.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_is_not_there_is_said() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        let what = services::policies::Import {
            path: made.folder.path().join("nothing.tar.xz"),
            extractor: services::documents::Extractor {
                program: HELPER.into(),
                arguments: Vec::new(),
            },
        };
        let outcome = services::policies::import(&context, &what, |_| ()).await;
        assert!(matches!(outcome, Err(ServiceError::Invalid(_))));
    })
    .await;
}
