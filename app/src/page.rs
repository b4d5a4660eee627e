//! What a page gets to know of its request, and what it answers.

use std::str::FromStr;
use std::sync::Arc;

use domain::access::Role;
use leptos::prelude::*;
use services::accounts::SessionHash;
use services::accounts::sessions::End;
use services::{RequestContext, ServiceError};

use crate::assets::Assets;
use crate::language::Language;
use crate::pages::admin::parameters::ParametersDone;
use crate::pages::me::family::Done;
use crate::preferences::Preferences;
use crate::site::SiteSettings;
use crate::ui::{IntoWritten, Written};

/// One request for a page. `server` makes it; nothing else about HTTP reaches a page.
#[derive(Clone)]
pub struct PageRequest {
    /// For the use cases: who acts, when, on which platform.
    pub context: RequestContext,
    /// Whether it is known who asks. Where a request is turned away before that is looked up,
    /// the answer shows neither a person nor the way to sign in.
    pub identified: bool,
    /// Every role that the account holds today, each once, the acting one first.
    pub roles: Vec<Role>,
    /// The role that the session acted in and that has ended, until another is chosen.
    pub ended: Option<Role>,
    /// The session of who is signed in, for use cases that change it.
    pub session: Option<SessionHash>,
    /// Language, theme, elder mode.
    pub preferences: Preferences,
    /// The path, as asked for.
    pub path: String,
    /// The query, decoded once, in order.
    pub query: Vec<(String, String)>,
    /// Values of the path's `{names}`.
    pub params: Vec<(String, String)>,
    /// Fields of a posted form, in order.
    pub form: Vec<(String, String)>,
    /// The nonce that scripts of this answer carry.
    pub nonce: String,
    /// The hidden token of every form of this answer.
    pub form_token: String,
    /// Whether nobody sees the answer: a browser fetches ahead of what somebody may open, or asks
    /// for its head alone.
    pub unseen: bool,
    /// When the session ends, for somebody who is signed in.
    pub session_end: Option<End>,
    /// A message left by the form that led here.
    pub flash: Option<Flash>,
    /// How many messages the person has not read; 100 stands for that many or more.
    pub unread: u8,
    /// Where the static files are.
    pub assets: Arc<Assets>,
    /// What the deployment says of itself.
    pub site: Arc<SiteSettings>,
}

impl PageRequest {
    /// The language of the answer.
    #[must_use]
    pub fn language(&self) -> Language {
        self.preferences.language
    }

    /// Chooses between the two texts.
    #[must_use]
    pub fn text<T: ?Sized>(&self, chinese: &'static T, english: &'static T) -> &'static T {
        self.preferences.language.pick(chinese, english)
    }

    /// The value of `{name}` in the path; empty when the route has none.
    #[must_use]
    pub fn param(&self, name: &str) -> &str {
        find(&self.params, name).unwrap_or_default()
    }

    /// The id that `{name}` of the path is.
    ///
    /// # Errors
    /// `NotFound` when what stands there is no id: nothing can have it.
    pub fn id<T: FromStr>(&self, name: &str) -> Result<T, ServiceError> {
        let id = self.param(name).parse();
        id.map_err(|_| ServiceError::NotFound)
    }

    /// The first value of `name` in the query.
    #[must_use]
    pub fn query_value(&self, name: &str) -> Option<&str> {
        find(&self.query, name)
    }

    /// The first value of the posted field `name`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        find(&self.form, name)
    }

    /// The same with the front page in place of its own address: for answers that nobody can
    /// come back to, so that their links and forms do not try.
    #[must_use]
    pub fn without_its_address(mut self) -> Self {
        "/".clone_into(&mut self.path);
        self.query.clear();
        self
    }

    /// Whether somebody is signed in.
    #[must_use]
    pub fn signed_in(&self) -> bool {
        self.context.actor.account.is_some()
    }
}

fn find<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.as_str())
}

/// A message that a form leaves for the page after it. It carries no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flash {
    /// Signed out here and at the provider.
    SignedOut,
    /// The session that the browser still knew of has ended.
    SessionEnded,
    /// One acts in this one of one's roles from now on; said to who does.
    HatChanged(Role),
    /// The newest part of the audit trail was checked.
    AuditChecked,
    /// Messages are marked read.
    MessagesRead,
    /// The choice of topics of messages is kept.
    TopicsKept,
    /// A sign-in on another device was ended, or all of them.
    OtherSessionsEnded,
    /// A report about a look at one's data is in.
    ReportReceived,
    /// A query about a settlement is in.
    QuerySent,
    /// A query is taken back.
    QueryWithdrawn,
    /// A query is marked as being looked at.
    QueryTaken,
    /// A query is answered.
    QueryAnswered,
    /// Consent is given.
    ConsentGiven,
    /// Consent is withdrawn, or refused.
    ConsentWithdrawn,
    /// Something about family links is done.
    Family(Done),
    /// Something about a parameter set is done.
    Parameters(ParametersDone),
}

/// The part of the site a page belongs to; decides navigation and caching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Open to everybody, may be indexed.
    Public,
    /// A person's own data: `no-store`, `noindex`.
    Personal,
    /// The desk of somebody who works with the system: as closed as [`Area::Personal`], with the
    /// navigation of the role that they act in, when it has an office.
    Office,
}

/// A page to be shown.
pub struct Page {
    /// The title, without the site's name.
    pub title: String,
    /// A description for search engines; public pages have one.
    pub description: Option<String>,
    /// Where it belongs.
    pub area: Area,
    /// The HTTP status.
    pub status: u16,
    /// Whether islands are on it, so that the WASM is loaded.
    pub islands: bool,
    /// Whether it shows what somebody typed into a form: no browser keeps it then.
    pub typed: bool,
    /// The content of `<main>`, built when the page is rendered.
    pub view: Box<dyn FnOnce() -> Written + Send>,
}

impl Page {
    /// A page with `title` in `area`.
    pub fn new<V: IntoView + 'static>(
        title: impl Into<String>,
        area: Area,
        view: impl FnOnce() -> V + Send + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            description: None,
            area,
            status: 200,
            islands: false,
            typed: false,
            view: Box::new(move || view().written()),
        }
    }

    /// Says what the page is about to search engines.
    #[must_use]
    pub fn describe(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Says that it shows what somebody typed.
    #[must_use]
    pub fn with_typed(mut self) -> Self {
        self.typed = true;
        self
    }

    /// Loads the islands.
    #[must_use]
    pub fn with_islands(mut self) -> Self {
        self.islands = true;
        self
    }

    /// Answers with `status`.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }
}

/// A path on this site: begins with one slash, visible ASCII only. Made for redirects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// `path`, when it is local and safe in a header.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let local = path.starts_with('/')
            && !path.starts_with("//")
            && !path.contains('\\')
            && path.len() <= 2048
            && path.bytes().all(|byte| byte.is_ascii_graphic());
        local.then(|| Self(path.to_owned()))
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a page function answers.
pub enum Answer {
    /// A page.
    Page(Box<Page>),
    /// Go on there (303), with these `Set-Cookie` values.
    SeeOther(LocalPath, Vec<String>),
    /// Go on there (303), where this is said to who acts in the role that they act in now.
    Told(LocalPath, Flash),
    /// A file to keep.
    Download(Box<Download>),
}

/// A file that the browser keeps; nothing on the way does.
pub struct Download {
    /// The name it is kept under: visible ASCII without quotes, and nothing personal.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// The content.
    pub bytes: Vec<u8>,
}

impl From<Download> for Answer {
    fn from(file: Download) -> Self {
        Self::Download(Box::new(file))
    }
}

impl From<Page> for Answer {
    fn from(page: Page) -> Self {
        Self::Page(Box::new(page))
    }
}

/// Why a page function has no answer of its own.
#[derive(Debug)]
pub enum PageError {
    /// Nobody is signed in, and the page is somebody's own.
    SignIn,
    /// Anything that a use case refused.
    Service(ServiceError),
}

impl From<ServiceError> for PageError {
    fn from(error: ServiceError) -> Self {
        Self::Service(error)
    }
}

/// What every page function returns.
pub type PageResult = Result<Answer, PageError>;

#[cfg(test)]
mod tests {
    use super::LocalPath;

    #[test]
    fn redirects_stay_on_the_site() {
        assert!(LocalPath::parse("/me/settlements?year=2025").is_some());
        for bad in [
            "//evil.example",
            "https://evil.example",
            "/\\evil",
            "/a\r\nb",
            "",
            "/中",
        ] {
            assert!(LocalPath::parse(bad).is_none(), "{bad}");
        }
    }
}
