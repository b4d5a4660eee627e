//! Real laws, where the archive lies beside the repository; skipped with a word where it does not.

use std::path::Path;
use std::time::Instant;

use domain::explain::Clause;
use domain::settlement::parameters::Gives;
use services::documents::read_source;
use services::policies::clauses::linked;
use services::policies::{document, ship};
use services::search::{Request, query};
use services::{RequestContext, ServiceError};
use tests::database::sqlite_only;
use tests::library::{self, imported, indexed, legal_texts, platform, shipped, visitor};

const HELPER: &str = env!("CARGO_BIN_EXE_extract");

/// Unpacks the members whose name `wanted` takes.
fn unpack(archive: &Path, into: &Path, wanted: impl Fn(&str) -> bool) -> usize {
    let mut count = 0;
    read_source(archive, |member| {
        if let Ok(bytes) = member.bytes
            && wanted(&member.name)
        {
            let path = into.join(&member.name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
            count += 1;
        }
        true
    })
    .unwrap();
    count
}

async fn titles(context: &RequestContext, q: &str) -> Vec<String> {
    let request = Request {
        q: q.to_owned(),
        ..Request::default()
    };
    let hits = query(context, &request).await.unwrap().hits;
    hits.into_iter()
        .map(|hit| format!("{}{}", hit.title_zh, hit.part))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn some_laws_are_imported_whole() {
    let Some(archive) = legal_texts() else { return };
    let made = sqlite_only().await;
    let root = made.folder.path().join("texts");
    let count = unpack(&archive, &root, |name| {
        name.starts_with("民法典/") || name.starts_with("社会法/")
    });
    let platform = platform(&made);
    let context = visitor(&platform);
    let report = imported(&context, &root, HELPER).await;
    assert_eq!(report.progress.refused, 0, "{report:?}");
    assert_eq!(report.progress.files, count as u64);
    assert!(
        report.progress.versions >= 3,
        "some laws stand in more than one version: {report:?}"
    );
    indexed(&context).await;
    let marriage = titles(&context, "离婚冷静期 三十日").await;
    assert!(
        marriage
            .first()
            .is_some_and(|title| title.contains("婚姻家庭编")),
        "{marriage:?}"
    );
    let social = titles(&context, "社会保险法").await;
    assert_eq!(
        social.first().map(String::as_str),
        Some("中华人民共和国社会保险法")
    );
    let parts = titles(&context, "民法典").await;
    assert!(
        parts
            .iter()
            .filter(|title| title.starts_with("中华人民共和国民法典"))
            .count()
            >= 7,
        "{parts:?}"
    );
    let request = Request {
        q: "妇女权益保障法".to_owned(),
        ..Request::default()
    };
    let found = query(&context, &request).await.unwrap();
    let id = &found.hits[0].id;
    let now = document(&context, id, None).await.unwrap();
    assert_eq!(now.versions.len(), 2);
    assert_eq!(now.version.on, "2022-10-30".parse().ok());
    let then = document(&context, id, "2020-01-01".parse().ok())
        .await
        .unwrap();
    assert_eq!(then.version.on, "2018-10-26".parse().ok());
    let never = document(&context, id, "1950-01-01".parse().ok()).await;
    assert!(matches!(never, Err(ServiceError::NotFound)));
    let again = imported(&context, &root, HELPER).await;
    assert_eq!(again.progress.unchanged, again.progress.files, "{again:?}");
    // A point of our summary leads on to the article of the law that it retells.
    ship(&library::operator(&platform)).await.unwrap();
    let clause = Clause {
        document: "d23".to_owned(),
        place: Some("第5点".to_owned()),
        gives: Gives::Frame,
    };
    let found = linked(&context, [&clause], context.today()).await.unwrap();
    let (cited, at) = found[0].official.clone().expect("the law is there");
    assert_eq!(cited, "《社会保险法》第二十七条");
    let law = document(&context, &at.document, None).await.unwrap();
    let article = law
        .articles
        .iter()
        .find(|article| Some(&article.anchor) == at.anchor.as_ref());
    assert!(article.unwrap().body.contains("法定退休年龄"));
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes in a debug build"]
async fn the_whole_archive_is_imported_twice() {
    let Some(archive) = legal_texts() else { return };
    let made = sqlite_only().await;
    let platform = platform(&made);
    let context = visitor(&platform);
    shipped(&context).await;
    let began = Instant::now();
    let report = imported(&context, &archive, HELPER).await;
    eprintln!("{:?} in {:?}", report.progress, began.elapsed());
    assert_eq!(report.progress.files, 3475);
    assert_eq!(report.progress.refused, 0, "{:?}", report.refused);
    let again = imported(&context, &archive, HELPER).await;
    assert_eq!(again.progress.unchanged, 3475, "{:?}", again.progress);
    let began = Instant::now();
    indexed(&context).await;
    eprintln!("indexed in {:?}", began.elapsed());
    let law = titles(&context, "劳动合同法").await;
    assert_eq!(
        law.first().map(String::as_str),
        Some("中华人民共和国劳动合同法")
    );
}
