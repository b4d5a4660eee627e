//! A visitor over real connections, of a server in this process or another: answers are read to
//! their end, and what is cut short or late is no answer.

use std::collections::BTreeMap;
use std::time::Duration;

use reqwest::Client;
use reqwest::header::{CONTENT_LENGTH, COOKIE, HeaderMap, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;

/// An answer that has not come by then hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// A whole answer.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty when it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// Whether this is a page from its beginning to its end: as long as it says, and closed.
    #[must_use]
    pub fn is_whole_page(&self) -> bool {
        let said = self.header(CONTENT_LENGTH.as_str());
        self.status == 200
            && (said.is_empty() || said.parse::<usize>() == Ok(self.body.len()))
            && self.body.trim_ascii_end().ends_with(b"</html>")
    }
}

/// Somebody with a browser's cookies and as many connections as they ask for at once.
#[derive(Clone)]
pub struct Visitor {
    client: Client,
    url: String,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// A visitor of the site at `url` (without a slash at the end).
    ///
    /// # Panics
    /// When no client can be made.
    #[must_use]
    pub fn new(url: &str) -> Self {
        // Another part may have installed it already; all name the same one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(PATIENCE)
            .no_proxy()
            .tls_certs_only([])
            .build();
        Self {
            client: client.expect("a client"),
            url: url.to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// Asks for `path`, or an address of this site.
    ///
    /// # Errors
    /// When the answer did not come, not in time, or not to its end.
    pub async fn get(&self, path: &str) -> reqwest::Result<Answer> {
        let path = path.strip_prefix(&self.url).unwrap_or(path);
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = self
            .client
            .get(format!("{}{path}", self.url))
            .header("accept-language", "zh-CN")
            .header("sec-fetch-site", "none")
            .header(COOKIE, cookies.join("; "));
        let response = request.send().await?;
        Ok(Answer {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.bytes().await?.to_vec(),
        })
    }

    /// Signs in at the demonstration's provider as `subject`.
    ///
    /// # Panics
    /// When that does not end with a session.
    pub async fn sign_in(&mut self, subject: &str) {
        let begun = self.step("/sign-in?next=/me").await;
        let back = self.step(&format!("{begun}&sub={subject}")).await;
        self.step(&back).await;
        assert!(
            self.cookies.keys().any(|name| name.ends_with("sid")),
            "{subject} is not signed in"
        );
    }

    /// Follows one redirect with the cookies that it sets; where it leads.
    async fn step(&mut self, path: &str) -> String {
        let answer = self.get(path).await.expect("an answer");
        for cookie in answer.headers.get_all(SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie");
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').expect("a name and a value");
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let place = answer.header(LOCATION.as_str());
        assert!(!place.is_empty(), "{path} leads nowhere: {}", answer.status);
        place.to_owned()
    }
}
