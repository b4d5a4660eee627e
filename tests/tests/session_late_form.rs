//! A form that is sent after the session has ended: kept, and back after the sign-in, for nobody
//! but its account.

use app::page::{Answer as PageAnswer, LocalPath, PageRequest};
use app::routes::{Audience, Method, Route};
use axum::http::StatusCode;
use chrono::Duration;
use domain::access::Action;
use scraper::{Html, Selector};
use services::ServiceError;
use services::accounts::ended_sessions::REMEMBERED;
use tests::browser::{Answer, Browser};
use tests::database::{TestDatabase, on_each};
use tests::hats::belongs_to;
use tests::lives::Life;
use tests::site::Site;

const FIELDS: &str = "note=%E4%B8%8D%E6%98%AF%E6%88%91%20%26%20%3Cb%3E&entry=7&entry=8";
const WRITTEN: &str = "不是我 &amp; &lt;b&gt;";

/// A page that takes a form and shows where it led: the fields stand in the address.
async fn take(request: PageRequest) -> Result<PageAnswer, app::page::PageError> {
    let query = serde_urlencoded::to_string(&request.form).expect("fields");
    let path = LocalPath::parse(&format!("/taken/{}?{query}", request.param("id")));
    Ok(PageAnswer::SeeOther(
        path.ok_or(ServiceError::NotFound)?,
        Vec::new(),
    ))
}

async fn site(made: &TestDatabase) -> Site {
    let route = Route {
        path: "/me/test/{id}",
        method: Method::Post,
        audience: Audience::SignedIn,
        action: Action::ReadOverview,
        page: |request| Box::pin(take(request)),
    };
    Site::with_pages(made, &[], vec![route]).await
}

/// The form of a page that sends what came too late: where to, and its body.
fn form(page: &Answer) -> Option<(String, String)> {
    let html = Html::parse_document(&page.body);
    let form = Selector::parse("main form:has([name=late_form])").expect("a selector");
    let field = Selector::parse("input").expect("a selector");
    let form = html.select(&form).next()?;
    let fields: Vec<_> = form
        .select(&field)
        .map(|field| {
            (
                field.attr("name").unwrap_or_default(),
                field.attr("value").unwrap_or_default(),
            )
        })
        .collect();
    let body = serde_urlencoded::to_string(fields).expect("fields");
    Some((form.attr("action")?.to_owned(), body))
}

/// Signs in, is silent for so long, and sends the form.
async fn too_late(site: &Site, browser: &mut Browser, silence: Duration) -> Answer {
    browser.sign_in("resident-employee", "/").await;
    site.clock.advance(silence);
    browser.post("/me/test/4?from=me", FIELDS).await
}

#[tokio::test]
async fn it_comes_back_after_the_sign_in_and_is_sent_with_one_press() {
    on_each(|made| async move {
        let site = site(&made).await;
        for silence in [
            Duration::minutes(30),
            Duration::hours(3),
            REMEMBERED - Duration::minutes(1) + Duration::minutes(30),
        ] {
            let mut browser = site.browser();
            let answer = too_late(&site, &mut browser, silence).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
            assert_eq!(answer.location(), "/sign-in?next=%2Flate-form");
            assert!(!answer.location().contains("note"), "nothing in addresses");

            // Looking elsewhere meanwhile loses nothing.
            browser.get("/").await;
            browser.get("/me").await;
            let back = browser.sign_in("resident-employee", "/late-form").await;
            assert_eq!(back.location(), "/late-form");
            let page = browser.get("/late-form").await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.header("cache-control"), "no-store");
            assert!(page.body.contains(WRITTEN), "{}", page.body);
            assert!(browser.get("/late-form").await.body.contains(WRITTEN));

            let (action, body) = form(&page).expect("a form");
            assert_eq!(action, "/me/test/4?from=me");
            let sent = browser.post(&action, &body).await;
            let fields = sent.location().split_once('?').map(|(_, fields)| fields);
            let fields: Vec<(String, String)> =
                serde_urlencoded::from_str(fields.unwrap_or_default()).expect("fields");
            let of = |name: &str| {
                let all = fields.iter().filter(|(key, _)| key == name);
                all.map(|(_, value)| value.clone()).collect::<Vec<_>>()
            };
            assert_eq!(of("note"), ["不是我 & <b>"]);
            assert_eq!(of("entry"), ["7", "8"]);
            assert_eq!(of("form_token").len(), 1);
            let nothing = browser.get("/late-form").await;
            assert_eq!(nothing.location(), "/me", "what was sent is forgotten");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_gets_it() {
    on_each(|made| async move {
        let site = site(&made).await;
        let mut browser = site.browser();
        too_late(&site, &mut browser, Duration::minutes(31)).await;
        assert_eq!(site.count("session").await, 1);
        let mut visitor = browser.clone();
        let page = visitor.get("/late-form").await;
        assert!(page.location().starts_with("/sign-in"), "{page:?}");
        browser.sign_in("resident-retiree", "/late-form").await;
        let other = browser.get("/late-form").await;
        assert_eq!(other.location(), "/me", "{other:?}");
        browser.sign_in("resident-employee", "/late-form").await;
        let late = browser.get("/late-form").await;
        assert_eq!(late.location(), "/me", "it went with its session");
    })
    .await;
}

#[tokio::test]
async fn it_can_be_thrown_away() {
    on_each(|made| async move {
        let site = site(&made).await;
        let mut browser = site.browser();
        too_late(&site, &mut browser, Duration::hours(9)).await;
        browser.sign_in("resident-employee", "/late-form").await;
        let answer = browser.post("/late-form/discard", "").await;
        assert_eq!(answer.location(), "/me");
        assert_eq!(browser.get("/late-form").await.location(), "/me");
        assert_eq!(browser.get("/me").await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn without_a_known_session_it_stays_on_the_page() {
    on_each(|made| async move {
        let site = site(&made).await;
        // Never signed in here; the row is gone; signed out elsewhere.
        let visitor = site.browser();
        let mut forgotten = site.browser();
        forgotten.sign_in("resident-employee", "/").await;
        let mut signed_out = forgotten.clone();
        signed_out.post("/sign-out", "").await;
        site.clock.advance(Duration::hours(25));
        for mut browser in [visitor, forgotten, signed_out] {
            let page = browser.post("/me/test/4", FIELDS).await;
            assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{page:?}");
            assert!(page.body.contains(WRITTEN), "{}", page.body);
            browser.sign_in("resident-employee", "/").await;
            let (action, body) = form(&page).expect("a form");
            let sent = browser.post(&action, &body).await;
            assert!(sent.location().starts_with("/taken/4?"), "{sent:?}");
            // A form with nothing in it needs no keeping.
            let mut nobody = site.browser();
            let empty = nobody.post("/me/test/4", "form_token=x").await;
            assert_eq!(empty.location(), "/sign-in?next=%2F", "{empty:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_old_browser_sends_it_too() {
    on_each(|made| async move {
        let site = site(&made).await;
        let mut browser = site.browser();
        browser.modern = false;
        browser.sign_in("resident-employee", "/").await;
        let token = {
            let page = Html::parse_document(&browser.get("/me").await.body);
            let token = Selector::parse("[name=form_token]").expect("a selector");
            let token = page
                .select(&token)
                .next()
                .and_then(|field| field.attr("value"));
            token.expect("a token").to_owned()
        };
        site.clock.advance(Duration::minutes(45));
        let body = format!("{FIELDS}&form_token={token}");
        let answer = browser.post("/me/test/4", &body).await;
        assert_eq!(
            answer.location(),
            "/sign-in?next=%2Flate-form",
            "{answer:?}"
        );
        browser.sign_in("resident-employee", "/late-form").await;
        let page = browser.get("/late-form").await;
        let (action, body) = form(&page).expect("a form");
        let sent = browser.post(&action, &body).await;
        assert!(sent.location().starts_with("/taken/4?"), "{sent:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_kept_is_sealed() {
    on_each(|made| async move {
        use sea_orm::EntityTrait;
        let site = site(&made).await;
        let mut browser = site.browser();
        too_late(&site, &mut browser, Duration::minutes(31)).await;
        let rows = services::store::entity::session::Entity::find();
        let rows = rows.all(&site.platform.database.reader).await;
        let rows = rows.expect("the store answers");
        assert_eq!(rows.len(), 1);
        for row in rows {
            let needle = "不是我".as_bytes();
            assert!(!row.data.windows(needle.len()).any(|part| part == needle));
        }
        // The ended session lets nobody in.
        let page = browser.get("/me").await;
        assert!(page.location().starts_with("/sign-in"), "{page:?}");
    })
    .await;
}

/// The first question of a form of the product that elder mode asks page by page.
const QUESTION: &str = "/me/family/invite";

#[tokio::test]
async fn a_first_question_that_was_answered_does_not_come_back() {
    on_each(|made| async move {
        let site = site(&made).await;
        let life = Life::of(1, "female", "1985-01-01").insured("1101", "330100", "2020-01-01", "");
        let person = life.write(&site.platform).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        belongs_to(&site, "resident-employee", person).await;
        browser.post("/preferences", "mode=elder&back=/").await;
        for (fields, status) in [
            // Nothing was chosen: it is asked for again, and waits on.
            ("way=ask&asked=relation", StatusCode::UNPROCESSABLE_ENTITY),
            ("way=ask&asked=relation&relation=parent", StatusCode::OK),
        ] {
            site.clock.advance(Duration::minutes(31));
            let late = browser.post(QUESTION, fields).await;
            assert_eq!(late.location(), "/sign-in?next=%2Flate-form");
            browser.sign_in("resident-employee", "/late-form").await;
            let waits = browser.get("/late-form").await;
            let (action, body) = form(&waits).expect("a form");
            let next = browser.post(&action, &body).await;
            assert_eq!(next.status, status, "{fields} on {}", made.kind);
            let answered = status == StatusCode::OK;
            let asks = next.body.contains("name=\"number\"");
            assert_eq!(asks, answered, "the next question: {}", next.body);
            let then = browser.get("/late-form").await;
            let gone = then.location() == "/me";
            assert_eq!(gone, answered, "{fields} on {}: {then:?}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_without_words_says_which_one_it_is() {
    on_each(|made| async move {
        let site = site(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        site.clock.advance(Duration::minutes(31));
        let choices = "periods=current&days=30&show=region";
        browser.post("/me/certificates", choices).await;
        browser.sign_in("resident-employee", "/late-form").await;
        for (language, name) in [
            ("zh-CN", "开一张参保凭证"),
            ("en", "issuing a proof of cover"),
        ] {
            browser.language = language.to_owned();
            let page = browser.get("/late-form").await;
            assert!(page.body.contains(name), "{} on {}", page.body, made.kind);
        }
        // The same where it is not known whose it is.
        let mut visitor = site.browser();
        let page = visitor
            .post("/me/consents?a=b", "purpose=x&act=given")
            .await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
        assert!(
            page.body.contains("同意或者不同意一项授权"),
            "{}",
            page.body
        );
    })
    .await;
}
