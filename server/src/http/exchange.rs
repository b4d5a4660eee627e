//! One request and its answer: what is known from the first byte on, for pages and for layers.

use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use app::page::PageRequest;
use app::preferences::{DISPLAY_COOKIE, Preferences};
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::{HeaderMap, HeaderName, Method, Request};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use services::RequestContext;
use services::family::standing::KnownStanding;

use super::client;
use crate::identity::Identity;
use crate::state::AppState;

const SEC_PURPOSE: HeaderName = HeaderName::from_static("sec-purpose");

/// One request and its answer. Every request carries it in its extensions.
#[derive(Clone)]
pub struct Exchange(Arc<Facts>);

/// The facts behind [`Exchange`].
pub struct Facts {
    /// The id in logs, error pages and audit events.
    pub request_id: String,
    /// What scripts of the answer carry.
    pub nonce: String,
    /// The instant of arrival.
    pub now: DateTime<Utc>,
    /// Where the request came from, as far as proxies can be trusted.
    pub client: IpAddr,
    /// Whether it only reads, so that a link can ask for the same again.
    pub reads: bool,
    /// The path, as asked for.
    pub path: String,
    /// The query, decoded once.
    pub query: Vec<(String, String)>,
    /// Language, theme, elder mode, as the browser has them.
    pub preferences: Preferences,
    /// Whether the browser has a choice of theme and mode of its own, which goes before the
    /// account's wish.
    display_chosen: bool,
    /// Whether a browser only fetches ahead: nothing is remembered of it.
    pub prefetch: bool,
    /// Whether only the head of the answer is wanted.
    head: bool,
    identity: OnceLock<Identity>,
}

impl std::ops::Deref for Exchange {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.0
    }
}

impl Exchange {
    /// Looks at a request that has just arrived.
    #[must_use]
    pub fn begin<B>(state: &AppState, request: &Request<B>) -> Self {
        let now = state.platform.clock.now();
        let mut random = [0_u8; 18];
        state.platform.random.fill(&mut random);
        let headers = request.headers();
        let query: Vec<(String, String)> =
            serde_urlencoded::from_str(request.uri().query().unwrap_or_default())
                .unwrap_or_default();
        let language = query.iter().find(|(name, _)| name == "lang");
        let preferences = Preferences::read(
            language.map(|(_, value)| value.as_str()),
            |name| cookie(headers, name),
            text(headers, &ACCEPT_LANGUAGE),
        );
        Self(Arc::new(Facts {
            request_id: state.platform.new_id(now).simple().to_string(),
            nonce: URL_SAFE_NO_PAD.encode(random),
            now,
            client: client::address(request, state.config.listen.proxy_hops),
            reads: matches!(*request.method(), Method::GET | Method::HEAD),
            path: request.uri().path().to_owned(),
            query,
            preferences,
            display_chosen: cookie(headers, DISPLAY_COOKIE).is_some(),
            prefetch: text(headers, &SEC_PURPOSE).contains("prefetch"),
            head: *request.method() == Method::HEAD,
            identity: OnceLock::new(),
        }))
    }

    /// Says who asks; the first word counts.
    pub fn identify(&self, identity: Identity) {
        // A second answer to the same question is ignored on purpose.
        let _ = self.identity.set(identity);
    }

    /// `request` for a page whose links come back to where one is. No link can send a form
    /// again, so after one they lead to the front page.
    #[must_use]
    pub fn to_come_back_to(&self, request: PageRequest) -> PageRequest {
        if self.reads {
            request
        } else {
            request.without_its_address()
        }
    }

    /// What a page gets to know of this exchange.
    #[must_use]
    pub fn page_request(&self, state: &AppState) -> PageRequest {
        let identity = self.identity.get().cloned();
        let identified = identity.is_some();
        let identity = identity.unwrap_or_else(Identity::visitor);
        let mut preferences = self.preferences;
        if !self.display_chosen {
            preferences.elder = identity.elder_mode;
        }
        PageRequest {
            context: RequestContext {
                platform: Arc::clone(&state.platform),
                actor: identity.actor,
                request_id: self.request_id.clone(),
                reason: "page",
                now: self.now,
                standing: KnownStanding::default(),
            },
            identified,
            roles: identity.roles,
            ended: identity.ended,
            session: identity.session,
            preferences,
            path: self.path.clone(),
            query: self.query.clone(),
            params: Vec::new(),
            form: Vec::new(),
            nonce: self.nonce.clone(),
            form_token: identity.form_token,
            unseen: self.prefetch || self.head,
            session_end: identity.session_end,
            flash: identity.flash,
            unread: identity.unread,
            assets: Arc::clone(&state.assets),
            site: Arc::clone(&state.site),
        }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

/// The first cookie called `name`.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}
