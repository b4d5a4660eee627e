//! Every change of state, sent from elsewhere in every way that browsers know: refused, and
//! nothing changed.

use axum::http::StatusCode;
use axum::http::request::Builder;
use server::http::addresses::all;
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::site::Site;

const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data; boundary=x";
const MULTIPART_BODY: &str =
    "--x\r\nContent-Disposition: form-data; name=\"theme\"\r\n\r\ndark\r\n--x--\r\n";

/// Every address that may change something and reads a cookie: all that take a POST but those of
/// the API and of the demonstration's provider, which no cookie reaches.
fn addresses() -> Vec<String> {
    let machines = ["/api/", "/demo-provider/"];
    let paths: Vec<String> = all()
        .iter()
        .filter(|address| address.method != "GET")
        .filter(|address| {
            !machines
                .iter()
                .any(|prefix| address.path.starts_with(prefix))
        })
        .map(|address| concrete(address.path))
        .collect();
    assert!(paths.len() >= 2, "{paths:?}");
    paths
}

/// `path` with something in place of its `{names}`.
fn concrete(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        if part.starts_with('{') {
            "00000000-0000-7000-8000-000000000000"
        } else {
            part
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// A way to send a form to us from elsewhere.
struct Attack {
    name: &'static str,
    method: &'static str,
    content: &'static str,
    body: &'static str,
    /// `Sec-Fetch-Site`.
    site: Option<&'static str>,
    /// `Origin`; `{ours}` stands for our own.
    origin: Option<&'static str>,
}

const fn attack(
    name: &'static str,
    content: &'static str,
    site: Option<&'static str>,
    origin: Option<&'static str>,
) -> Attack {
    Attack {
        name,
        method: "POST",
        content,
        body: "theme=dark&language=en",
        site,
        origin,
    }
}

fn attacks() -> Vec<Attack> {
    let evil = Some("https://evil.example");
    let cross = Some("cross-site");
    let mut multipart = attack("multipart from elsewhere", MULTIPART, cross, evil);
    multipart.body = MULTIPART_BODY;
    let mut get = attack("GET from elsewhere", URLENCODED, cross, None);
    get.method = "GET";
    let mut token = attack("no header, a token made up", URLENCODED, None, None);
    token.body = "theme=dark&form_token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let mut untold_multipart = attack("no header, multipart", MULTIPART, None, None);
    untold_multipart.body = MULTIPART_BODY;
    vec![
        attack("a form from elsewhere", URLENCODED, cross, evil),
        multipart,
        attack("plain text from elsewhere", "text/plain", cross, evil),
        get,
        attack("no origin", URLENCODED, None, None),
        attack("the origin null", URLENCODED, None, Some("null")),
        attack(
            "an origin that begins like ours",
            URLENCODED,
            None,
            Some("{ours}.evil.example"),
        ),
        attack(
            "an origin with another port",
            URLENCODED,
            None,
            Some("{ours}1"),
        ),
        attack(
            "a neighbour of the same site",
            URLENCODED,
            Some("same-site"),
            evil,
        ),
        attack("typed by nobody", URLENCODED, Some("none"), None),
        attack(
            "ours, but as plain text",
            "text/plain",
            Some("same-origin"),
            None,
        ),
        attack(
            "ours, but as JSON",
            "application/json",
            Some("same-origin"),
            None,
        ),
        attack("ours, but as nothing", "", Some("same-origin"), None),
        token,
        untold_multipart,
    ]
}

/// A request without the headers that a browser adds by itself.
fn bare(browser: &Browser, method: &str, path: &str) -> Builder {
    let mut bare = browser.clone();
    bare.modern = false;
    bare.request(method, path, "")
}

async fn send(browser: &mut Browser, site: &Site, path: &str, attack: &Attack) -> Answer {
    let mut request = bare(browser, attack.method, path);
    if !attack.content.is_empty() {
        request = request.header("content-type", attack.content);
    }
    if let Some(site) = attack.site {
        request = request.header("sec-fetch-site", site);
    }
    if let Some(origin) = attack.origin {
        request = request.header("origin", origin.replace("{ours}", &site.url));
    }
    browser.send(request, attack.body.to_owned()).await
}

#[tokio::test]
async fn nothing_is_changed_from_elsewhere() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        let before = browser.cookies.clone();
        let events = site.count("audit_event").await;
        for path in addresses() {
            for attack in attacks() {
                let answer = send(&mut browser, &site, &path, &attack).await;
                let (method, name) = (attack.method, attack.name);
                if method == "GET" {
                    // No address changes anything by GET: it is not there, or only reads.
                    assert!(
                        !answer.status.is_redirection(),
                        "{path}, {name}: {answer:?}"
                    );
                } else {
                    assert_eq!(
                        answer.status,
                        StatusCode::FORBIDDEN,
                        "{path}, {name}: {answer:?}"
                    );
                }
                assert_eq!(answer.cookies().count(), 0, "{path}, {name}");
                assert_eq!(browser.cookies, before, "{path}, {name}");
            }
        }
        assert_eq!(site.count("session").await, 1);
        assert_eq!(site.count("audit_event").await, events);
    })
    .await;
}

#[tokio::test]
async fn other_methods_are_refused_too() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"] {
            let request = browser.request(method, "/preferences", "cross-site");
            let answer = browser.send(request, String::new()).await;
            assert!(answer.status.is_client_error(), "{method}: {answer:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_browser_of_today_needs_no_token() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.get("/").await;
        assert!(browser.cookies.is_empty());
        let answer = browser
            .post("/preferences", "theme=dark&back=/policies")
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        assert_eq!(answer.location(), "/policies");
        assert!(browser.cookie("display").unwrap().starts_with("dark."));
        // One that tells its origin only.
        let request = bare(&browser, "POST", "/preferences")
            .header("content-type", URLENCODED)
            .header("origin", &site.url);
        let answer = browser.send(request, "theme=light&back=/".to_owned()).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    })
    .await;
}

/// The value that the token of visitors is made from; the token itself stands in every form.
fn token_for(site: &Site, binding: &str) -> String {
    server::csrf::token(&site.platform.keys, binding)
}

#[tokio::test]
async fn an_old_browser_proves_itself_by_its_token() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.modern = false;
        browser.get("/").await;
        let binding = browser
            .cookie("form")
            .expect("a value to bind to")
            .to_owned();
        let token = token_for(&site, &binding);
        let body = format!("theme=dark&back=/&form_token={token}");
        let answer = browser.post("/preferences", &body).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
        // The token of one browser is worth nothing in another.
        let mut other = site.browser();
        other.modern = false;
        other.get("/").await;
        assert_eq!(
            other.post("/preferences", &body).await.status,
            StatusCode::FORBIDDEN
        );
        other.cookies.clear();
        assert_eq!(
            other.post("/preferences", &body).await.status,
            StatusCode::FORBIDDEN
        );
        // After the sign-in it is bound to the session.
        browser.sign_in("resident-employee", "/").await;
        assert_eq!(
            browser.post("/preferences", &body).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(
            browser.post("/sign-out", &body).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(site.count("session").await, 1);
    })
    .await;
}
