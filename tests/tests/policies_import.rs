//! Imports: what is the same, what is new, what is refused, on both databases.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use domain::access::Role;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::documents::{Extractor, Refusal};
use services::policies::{self, Import, Progress, document, recent, revision, ship};
use services::store::entity::audit_event;
use services::{Actor, RequestContext, ServiceError};
use tests::database::on_each;
use tests::library::{imported, operator, platform, visitor};

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
        let operator = operator(&platform);
        let first = ship(&operator).await.unwrap();
        assert_eq!((first.added, first.unchanged), (66, 0));
        let before = revision(&made.database).await.unwrap();
        let second = ship(&operator).await.unwrap();
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

fn what(path: PathBuf) -> Import {
    Import {
        path,
        extractor: Extractor {
            program: HELPER.into(),
            arguments: Vec::new(),
        },
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_is_not_there_is_said() {
    on_each(async |made| {
        let platform = platform(&made);
        let what = what(made.folder.path().join("nothing.tar.xz"));
        let outcome = policies::import(&operator(&platform), &what, |_| ()).await;
        assert!(matches!(outcome, Err(ServiceError::Invalid(_))));
    })
    .await;
}

async fn events(context: &RequestContext) -> Vec<audit_event::Model> {
    audit_event::Entity::find()
        .filter(audit_event::Column::ObjectKind.eq("policy_revision"))
        .order_by_asc(audit_event::Column::ObjectId)
        .all(&context.platform.database.reader)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_transaction_leaves_one_event_with_its_revision() {
    on_each(async |made| {
        let platform = platform(&made);
        let operator = operator(&platform);
        let law = |number: usize| {
            format!("# 第{number}个办法\n\n2020年1月1日 国务院令第{number}号公布\n\n<!-- INFO END -->\n\n第一条 内容。\n")
        };
        let files: Vec<(String, String)> =
            (1..=70).map(|number| (format!("{number}.md"), law(number))).collect();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (&**name, &**text)).collect();
        let root = write(made.folder.path(), &files);
        assert_eq!(imported(&operator, &root, HELPER).await.progress.added, 70);
        let written = events(&operator).await;
        let revisions: Vec<&str> = written.iter().map(|event| &*event.object_id).collect();
        assert_eq!(revisions, ["1", "2"], "{}: two batches", made.kind);
        for event in &written {
            let who = (&*event.role, &*event.action, &*event.reason);
            assert_eq!(who, ("operator", "operate", "test"), "{}", made.kind);
        }
        imported(&operator, &root, HELPER).await;
        assert_eq!(events(&operator).await.len(), 2, "nothing new, nothing to record");
        ship(&operator).await.unwrap();
        ship(&operator).await.unwrap();
        assert_eq!(events(&operator).await.len(), 3, "{}", made.kind);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_operator_changes_the_library() {
    on_each(async |made| {
        let platform = platform(&made);
        let root = write(made.folder.path(), &[("某某法.md", NEW)]);
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Operator) {
            let mut actor = Actor::visitor();
            actor.role = role;
            let context = tests::platform::request(&platform, actor);
            let refused = policies::import(&context, &what(root.clone()), |_| ()).await;
            assert!(matches!(refused, Err(ServiceError::Forbidden)), "{role:?}");
            let refused = ship(&context).await;
            assert!(matches!(refused, Err(ServiceError::Forbidden)), "{role:?}");
        }
        assert_eq!(revision(&made.database).await.unwrap(), 0, "{}", made.kind);
        assert!(events(&operator(&platform)).await.is_empty());
    })
    .await;
}
