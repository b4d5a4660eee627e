//! The index follows the library, comes back by itself, and is never in the way.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use services::search::{Request, Search, query, reindex};
use services::{Platform, RequestContext, ServiceError};
use tests::database::{on_each, sqlite_only};
use tests::library::{imported, indexed, operator, platform, platform_with, shipped, visitor};
use tokio_util::sync::CancellationToken;

const HELPER: &str = env!("CARGO_BIN_EXE_extract");

async fn finds(context: &RequestContext, q: &str) -> bool {
    let request = Request {
        q: q.to_owned(),
        ..Request::default()
    };
    query(context, &request).await.is_ok_and(|answer| {
        answer
            .hits
            .iter()
            .any(|hit| hit.snippet.contains("</mark>"))
    })
}

async fn within(context: &RequestContext, q: &str, limit: Duration) -> Duration {
    let began = Instant::now();
    while !finds(context, q).await {
        assert!(
            began.elapsed() < limit,
            "«{q}» is not found after {limit:?}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    began.elapsed()
}

fn follow(platform: &Arc<Platform>) -> CancellationToken {
    let stop = CancellationToken::new();
    let (platform, stopped) = (Arc::clone(platform), stop.clone());
    tokio::spawn(async move { platform.search.follow(&platform.database, &stopped).await });
    stop
}

fn write(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("added.md");
    std::fs::write(&path, text).unwrap();
    path
}

fn indexes(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder.join("index")).unwrap().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_document_is_found_soon() {
    on_each(async |made| {
        let platform = platform(&made);
        let context = visitor(&platform);
        shipped(&context).await;
        let stop = follow(&platform);
        let text = "# 独一无二的办法\n\n2020年1月1日 国务院令第1号公布\n\n<!-- INFO END -->\n\n第一条 紫色雨伞津贴。\n";
        let path = write(made.folder.path(), text);
        imported(&context, &path, HELPER).await;
        within(&context, "紫色雨伞", Duration::from_secs(4)).await;
        write(made.folder.path(), &text.replace("紫色雨伞", "绿色雨伞"));
        imported(&context, &path, HELPER).await;
        within(&context, "绿色雨伞", Duration::from_secs(4)).await;
        assert!(!finds(&context, "紫色").await, "the old text is gone");
        assert_eq!(indexes(made.folder.path()).len(), 1, "a small change builds nothing anew");
        stop.cancel();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_index_search_says_so() {
    let made = sqlite_only().await;
    let context = visitor(&platform(&made));
    let outcome = query(&context, &Request::default()).await;
    assert!(matches!(outcome, Err(ServiceError::Unavailable("search"))));
    assert_eq!(context.platform.search.state().revision, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_folder_comes_back_and_questions_are_answered_meanwhile() {
    let made = sqlite_only().await;
    let platform = platform(&made);
    let context = visitor(&platform);
    shipped(&context).await;
    let stop = follow(&platform);
    for folder in indexes(made.folder.path()) {
        std::fs::remove_dir_all(folder).unwrap();
    }
    assert!(finds(&context, "起付线").await, "what is open still serves");
    let began = Instant::now();
    while indexes(made.folder.path())
        .iter()
        .all(|folder| !folder.join("meta.json").exists())
    {
        assert!(
            began.elapsed() < Duration::from_secs(30),
            "the folder does not come back"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    stop.cancel();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_index_is_built_again_at_the_next_start() {
    let made = sqlite_only().await;
    {
        let context = visitor(&platform(&made));
        shipped(&context).await;
    }
    let folder = indexes(made.folder.path()).remove(0);
    for file in std::fs::read_dir(&folder).unwrap().flatten() {
        let path = file.path();
        if path
            .extension()
            .is_some_and(|kind| kind == "idx" || kind == "pos")
        {
            let mut bytes = std::fs::read(&path).unwrap();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0xFF;
            std::fs::write(&path, bytes).unwrap();
        }
    }
    let context = visitor(&platform(&made));
    indexed(&context).await;
    assert!(finds(&context, "起付线").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_built_before_serves_at_once() {
    let made = sqlite_only().await;
    {
        let context = visitor(&platform(&made));
        shipped(&context).await;
    }
    let before = indexes(made.folder.path());
    let context = visitor(&platform(&made));
    indexed(&context).await;
    assert_eq!(indexes(made.folder.path()), before, "nothing was built");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_on_one_folder_do_not_collide() {
    let made = sqlite_only().await;
    let first = platform(&made);
    let context = visitor(&first);
    shipped(&context).await;
    let stop = follow(&first);
    let second = platform_with(&made, 2);
    let other = visitor(&second);
    second.search.catch_up(&made.database).await.unwrap();
    assert!(finds(&other, "起付线").await, "the second one reads along");
    let path = write(made.folder.path(), "# 新办法\n\n第一条 橙色雨伞津贴。\n");
    imported(&other, &path, HELPER).await;
    second.search.catch_up(&made.database).await.unwrap();
    assert!(
        finds(&other, "橙色雨伞").await,
        "the first one built it for both"
    );
    let revision = reindex(&operator(&second)).await.unwrap();
    assert_eq!(second.search.state().revision, Some(revision));
    stop.cancel();
}

#[tokio::test(flavor = "multi_thread")]
async fn reindex_builds_anew() {
    let made = sqlite_only().await;
    let context = visitor(&platform(&made));
    shipped(&context).await;
    let before = indexes(made.folder.path());
    let refused = reindex(&context).await;
    assert!(matches!(refused, Err(ServiceError::Forbidden)));
    reindex(&operator(&context.platform)).await.unwrap();
    assert_ne!(indexes(made.folder.path()), before);
    assert!(finds(&context, "起付线").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cannot_be_written_is_no_crash() {
    let made = sqlite_only().await;
    let file = made.folder.path().join("a-file");
    std::fs::write(&file, "in the way").unwrap();
    let search = Search::new(file, 2);
    assert!(search.catch_up(&made.database).await.is_err());
}
