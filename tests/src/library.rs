//! The policy library, imported and indexed for a test.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::access::Role;
use services::documents::Extractor;
use services::policies::{Import, Report, import, ship};
use services::search::Search;
use services::{Actor, Platform, RequestContext};

use crate::database::TestDatabase;
use crate::platform;

/// A platform over `made` with a search index in the test's folder.
#[must_use]
pub fn platform(made: &TestDatabase) -> Arc<Platform> {
    platform_with(made, 1)
}

/// The same for a second process on the same folder, whose ids must differ from the first's.
///
/// # Panics
/// Never: nobody else holds the platform yet.
#[must_use]
pub fn platform_with(made: &TestDatabase, seed: u64) -> Arc<Platform> {
    let bare = platform::platform_with(made.database.clone(), seed);
    let search = Search::new(made.folder.path().join("index"), 2);
    let platform = Arc::into_inner(bare).map(|platform| platform.with_search(search));
    Arc::new(platform.expect("nobody else holds the platform yet"))
}

/// A visitor's request.
#[must_use]
pub fn visitor(platform: &Arc<Platform>) -> RequestContext {
    let mut actor = Actor::visitor();
    actor.role = Role::Visitor;
    platform::request(platform, actor)
}

/// The operator at the terminal, who alone changes the library.
#[must_use]
pub fn operator(platform: &Arc<Platform>) -> RequestContext {
    RequestContext::operator(Arc::clone(platform), "test")
}

/// Brings in the shipped library, whoever asks, and waits for its index.
///
/// # Panics
/// When either fails.
pub async fn shipped(context: &RequestContext) {
    let operator = operator(&context.platform);
    ship(&operator).await.expect("the library ships");
    indexed(context).await;
}

/// Waits until the index shows what the library holds.
///
/// # Panics
/// When it does not get there.
pub async fn indexed(context: &RequestContext) {
    let platform = &context.platform;
    platform
        .search
        .catch_up(&platform.database)
        .await
        .expect("the index follows");
}

/// Imports `path`, whoever asks; PDF and DOCX are read by `helper`.
///
/// # Panics
/// When the import fails as a whole.
pub async fn imported(context: &RequestContext, path: &Path, helper: &str) -> Report {
    let what = Import {
        path: path.to_owned(),
        extractor: Extractor {
            program: helper.into(),
            arguments: Vec::new(),
        },
    };
    import(&operator(&context.platform), &what, |_| ())
        .await
        .expect("the import runs to its end")
}

/// The archive of legal texts beside the repository; says so where it is not there.
#[must_use]
pub fn legal_texts() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here
        .ancestors()
        .map(|folder| folder.join("shared/data/legal-texts.tar.xz"))
        .find(|path| path.exists());
    if found.is_none() {
        eprintln!("SKIPPED: shared/data/legal-texts.tar.xz is not beside the repository");
    }
    found
}
