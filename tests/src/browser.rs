//! A browser as far as the product can tell: cookies, redirects, the headers it adds by itself.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::header::{
    ACCEPT_LANGUAGE, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN, SET_COOKIE,
};
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// Where it leads; empty when nowhere.
    #[must_use]
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    /// The value of a header; empty when it is not there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The `Set-Cookie` values.
    pub fn cookies(&self) -> impl Iterator<Item = &str> {
        self.headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
    }
}

/// One browser with its cookies, in front of one router.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    /// The address under which it reaches the site.
    pub url: String,
    /// The cookies it holds for the site.
    pub cookies: BTreeMap<String, String>,
    /// Their names in the order in which the site set them, which is how they are sent.
    order: Vec<String>,
    /// Whether it sends `Sec-Fetch-Site` and `Origin`, as browsers since 2023 do.
    pub modern: bool,
    /// Its `Accept-Language`.
    pub language: String,
}

impl Browser {
    /// A browser without cookies, for the site at `url`.
    #[must_use]
    pub fn new(router: Router, url: &str) -> Self {
        Self {
            router,
            url: url.to_owned(),
            cookies: BTreeMap::new(),
            order: Vec::new(),
            modern: true,
            language: "zh-CN".to_owned(),
        }
    }

    /// The cookie whose name ends with `name`.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies
            .iter()
            .find(|(key, _)| key.ends_with(name))
            .map(|(_, value)| value.as_str())
    }

    /// Opens `path` (or an address of this site) as if typed or led to.
    pub async fn get(&mut self, path: &str) -> Answer {
        let request = self.request("GET", path, "none");
        self.send(request, String::new()).await
    }

    /// Presses the button of a form of this site.
    pub async fn post(&mut self, path: &str, body: &str) -> Answer {
        let mut request = self.request("POST", path, "same-origin");
        request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        if self.modern {
            request = request.header(ORIGIN, self.url.clone());
        }
        self.send(request, body.to_owned()).await
    }

    /// Goes on wherever answers lead, on this site, until one is no redirect.
    ///
    /// # Panics
    /// After twenty redirects.
    pub async fn follow(&mut self, mut answer: Answer) -> Answer {
        for _ in 0..20 {
            if !answer.status.is_redirection() {
                return answer;
            }
            answer = self.get(answer.location()).await;
        }
        unreachable!("redirects without end: {answer:?}");
    }

    /// Signs in at the demonstration's provider as `subject`, on the way to `next`; the answer
    /// is the last redirect, which leads there.
    pub async fn sign_in(&mut self, subject: &str, next: &str) -> Answer {
        let answer = self.get(&format!("/sign-in?next={next}")).await;
        let chosen = format!("{}&sub={subject}", answer.location());
        let answer = self.get(&chosen).await;
        self.get(answer.location()).await
    }

    /// A request that begins like one of this browser. `site` is what it says of its origin.
    pub fn request(&self, method: &str, path: &str, site: &str) -> axum::http::request::Builder {
        let path = path.strip_prefix(&self.url).unwrap_or(path);
        let host = self.url.split("://").nth(1).unwrap_or_default();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, host)
            .header(ACCEPT_LANGUAGE, &self.language);
        if self.modern {
            request = request.header("sec-fetch-site", site);
        }
        let place = |name: &String| self.order.iter().position(|set| set == name);
        let mut cookies: Vec<_> = self.cookies.iter().collect();
        cookies.sort_by_key(|(name, _)| place(name));
        let cookies: Vec<_> = cookies
            .into_iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if !cookies.is_empty() {
            request = request.header(COOKIE, cookies.join("; "));
        }
        request
    }

    /// The bytes of the answer to what was prepared, for files that are no text.
    ///
    /// # Panics
    /// When the request is none.
    pub async fn bytes(&self, request: axum::http::request::Builder, body: &str) -> Vec<u8> {
        let request = request.body(Body::from(body.to_owned()));
        let request = request.expect("a request");
        let response = match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let body = response.into_body().collect().await;
        body.expect("a body").to_bytes().to_vec()
    }

    /// Sends what was prepared and keeps the cookies that come back.
    ///
    /// # Panics
    /// When the request is none.
    pub async fn send(&mut self, request: axum::http::request::Builder, body: String) -> Answer {
        let request = request.body(Body::from(body)).expect("a request");
        let response = match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (head, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        let answer = Answer {
            status: head.status,
            headers: head.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        };
        self.keep(&answer);
        answer
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.cookies() {
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
                self.order.retain(|set| set != name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
                if !self.order.iter().any(|set| set == name) {
                    self.order.push(name.to_owned());
                }
            }
        }
    }
}
