//! A database that is away for a minute: every page says so quickly and in both languages, nothing
//! that was typed is lost, and it all goes on by itself.

use std::time::{Duration, Instant};

use app::routes::{self, Method};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use chrono::TimeDelta;
use futures_util::future::join_all;
use scraper::{Html, Selector};
use services::store::{ConnectOptions, open};
use tests::browser::{Answer, Browser};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::hats::belongs_to;
use tests::line::Line;
use tests::lives::Life;
use tests::residents::link;
use tests::site::Site;

const SUBJECT: &str = "resident-employee";
/// How long a request waits for a connection in these tests.
const PATIENCE: Duration = Duration::from_millis(500);
/// What an answer may take then, on a slow machine that does much else.
const QUICK: Duration = Duration::from_secs(4);
const TYPED: &str = "way=ask&relation=parent&name=%E9%98%BF%E4%BE%9D%E5%8F%A4%E4%B8%BD%C2%B7%E4%B9%B0%E4%B9%B0%E6%8F%90&number=E12345678";
const NAME: &str = "阿依古丽·买买提";

fn options(url: &str) -> ConnectOptions {
    let options = ConnectOptions {
        acquire_timeout: PATIENCE,
        ..ConnectOptions::new(url)
    };
    options.for_requests()
}

/// A site on `made` whose resident is signed in.
async fn signed_in(made: &TestDatabase, settings: &[(&str, &str)]) -> (Site, Browser) {
    let site = Site::with(made, settings).await;
    let life = Life::of(1, "female", "1985-01-01").insured("1101", "330100", "2020-01-01", "");
    let person = life.write(&site.platform).await;
    let mut browser = site.browser();
    browser.sign_in(SUBJECT, "/me").await;
    belongs_to(&site, SUBJECT, person).await;
    assert_eq!(browser.get("/me").await.status, StatusCode::OK);
    (site, browser)
}

/// Runs `test` on PostgreSQL behind a line; SQLite has none.
async fn behind_a_line(settings: &'static [(&str, &str)], test: impl AsyncFn(Site, Browser, Line)) {
    on_each(async |made| {
        if made.kind == "sqlite" {
            return;
        }
        let line = Line::to(&made.url).await;
        let database = open(&options(line.url())).await.expect("it opens");
        let behind = TestDatabase { database, ..made };
        let (site, browser) = signed_in(&behind, settings).await;
        test(site, browser, line).await;
    })
    .await;
}

fn addresses() -> Vec<&'static str> {
    let all = routes::all().into_iter();
    all.filter(|route| route.method == Method::Get && !route.path.contains('{'))
        .map(|route| route.path)
        .collect()
}

async fn timed(answer: impl Future<Output = Answer>) -> Answer {
    let began = Instant::now();
    let answer = answer.await;
    assert!(began.elapsed() < QUICK, "{:?}: {answer:?}", began.elapsed());
    answer
}

/// Asks for every page at once, in the language of `browser`.
async fn everywhere(browser: &Browser) -> Vec<(&'static str, Answer)> {
    let asked = addresses().into_iter().map(|address| {
        let mut browser = browser.clone();
        async move { (address, timed(browser.get(address)).await) }
    });
    join_all(asked).await
}

fn assert_away(address: &str, answer: &Answer, words: &str) {
    assert_eq!(
        answer.status,
        StatusCode::SERVICE_UNAVAILABLE,
        "{address}: {}",
        answer.body
    );
    let wait: u64 = answer.header("retry-after").parse().expect("seconds");
    assert!(wait > 0, "{address}");
    assert!(answer.body.contains(words), "{address}: {}", answer.body);
}

/// The form that an answer holds: where to, and its body.
fn held(answer: &Answer) -> (String, String) {
    assert_eq!(answer.header("cache-control"), "no-store", "what was typed");
    let html = Html::parse_document(&answer.body);
    let selector = |text| Selector::parse(text).expect("a selector of this file");
    let form = html.select(&selector("main form")).next();
    let form = form.unwrap_or_else(|| panic!("no form in {}", answer.body));
    let fields: Vec<(&str, &str)> = form
        .select(&selector("input"))
        .map(|field| {
            let of = |name| field.attr(name).unwrap_or_default();
            (of("name"), of("value"))
        })
        .collect();
    let body = serde_urlencoded::to_string(fields).expect("fields");
    (form.attr("action").unwrap_or_default().to_owned(), body)
}

/// The token that forms of the page at `/me` carry.
async fn token(browser: &mut Browser) -> String {
    let page = browser.get("/me").await;
    let html = Html::parse_document(&page.body);
    let token = Selector::parse("[name=form_token]").expect("a selector of this file");
    let token = html.select(&token).next().and_then(|one| one.attr("value"));
    token.expect("a token").to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_it_is_gone_every_page_says_so_and_afterwards_all_is_as_before() {
    behind_a_line(&[], async |site, mut browser, mut line| {
        let mut old = browser.clone();
        old.modern = false;
        let typed_by_old = format!("{TYPED}&form_token={}", token(&mut old).await);
        line.cut().await;

        for (language, words) in [("zh", "服务暂时用不了"), ("en", "The service is away")] {
            browser.language = language.to_owned();
            for (address, answer) in everywhere(&browser).await {
                assert_away(address, &answer, words);
            }
            let mut visitor = site.browser();
            visitor.language = language.to_owned();
            for (address, answer) in everywhere(&visitor).await {
                let status = answer.status;
                if status == StatusCode::SERVICE_UNAVAILABLE {
                    assert!(!answer.header("retry-after").is_empty(), "{address}");
                } else {
                    let fine = status.is_success() || status.is_redirection();
                    assert!(fine, "{address}: {status}");
                }
            }
        }
        browser.language = "zh".to_owned();

        let kept = timed(browser.post("/me/family/invite?from=me", TYPED)).await;
        assert_away("typed", &kept, NAME);
        assert!(kept.body.contains("您填的内容还在"), "{}", kept.body);
        let kept_by_old = timed(old.post("/me/family/invite", &typed_by_old)).await;
        assert_away("typed in an old browser", &kept_by_old, NAME);
        let pressed = timed(browser.post("/me/messages", "form_token=x")).await;
        assert_away("a button", &pressed, "这次多半没有办成");
        // Nothing from elsewhere gets a button on a page of ours.
        let request = browser.request("POST", "/me/family/invite", "cross-site");
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let refused = browser.send(request, TYPED.to_owned()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert!(!refused.body.contains(NAME), "{}", refused.body);

        let problem = timed(browser.get("/api/v1/add-ons")).await;
        assert_away("the API", &problem, "Not available at the moment");
        site.clock.advance(TimeDelta::seconds(2));
        assert_eq!(browser.get("/healthz").await.status, StatusCode::OK);
        let ready = timed(browser.get("/readyz")).await;
        assert_eq!(ready.status, StatusCode::SERVICE_UNAVAILABLE);

        line.mend().await;
        site.clock.advance(TimeDelta::seconds(2));
        assert_eq!(browser.get("/readyz").await.status, StatusCode::OK);
        for address in addresses() {
            let answer = browser.get(address).await;
            assert!(!answer.status.is_server_error(), "{address}: {answer:?}");
        }
        let mine = browser.get("/me").await;
        assert_eq!(mine.status, StatusCode::OK, "still signed in");
        assert_eq!(held(&kept).0, "/me/family/invite?from=me");
        for (mut browser, page) in [(browser, kept), (old, kept_by_old)] {
            let (action, form) = held(&page);
            let sent = browser.post(&action, &form).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_was_started_again_meanwhile_is_not_noticed() {
    behind_a_line(&[], async |_site, browser, mut line| {
        let together = || {
            let asked = (0..8).map(|_| {
                let mut browser = browser.clone();
                async move { browser.get("/me/enrolment").await.status }
            });
            join_all(asked)
        };
        together().await;
        line.cut().await;
        line.mend().await;
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        assert_eq!(together().await, [StatusCode::OK; 8]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dead_cable_holds_nobody_for_long() {
    behind_a_line(
        &[("limit.request_ms", "1000")],
        async |_site, mut browser, line| {
            line.freeze(true);
            for _ in 0..10 {
                let answer = timed(browser.get("/me")).await;
                assert_away("/me", &answer, "服务暂时用不了");
            }
            let lost = timed(browser.post("/me/family/invite", TYPED)).await;
            assert_away("typed", &lost, "这次多半没有办成");
            assert_eq!(timed(browser.get("/healthz")).await.status, StatusCode::OK);
            line.freeze(false);
            let mut answer = browser.get("/me").await;
            for _ in 0..10 {
                if answer.status == StatusCode::OK {
                    break;
                }
                tokio::time::sleep(PATIENCE).await;
                answer = browser.get("/me").await;
            }
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        },
    )
    .await;
}

#[tokio::test]
async fn a_file_that_another_process_holds_is_read_on_and_writes_wait_for_a_moment_only() {
    let made = sqlite_only().await;
    let database = open(&options(&made.url)).await.expect("it opens");
    let held_by_us = TestDatabase { database, ..made };
    let (site, mut browser) = signed_in(&held_by_us, &[]).await;
    let father = Life::of(2, "male", "1950-01-01")
        .write(&site.platform)
        .await;
    let mine = tests::residents::person_id(1);
    link(&site.platform, mine, father, None).await;
    let theirs = format!("/people/{father}");

    let before = site.count("audit_event").await;
    let other = open(&ConnectOptions::new(&held_by_us.url)).await;
    let other = other.expect("another process");
    let holding = other.begin().await.expect("it is free");
    for address in ["/me", "/me/enrolment", "/me/settlements"] {
        let answer = timed(browser.get(address)).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
    }
    // A look is durable in the journal. The page of looks would lack it, and says that it is away.
    let answer = timed(browser.get(&theirs)).await;
    assert_eq!(answer.status, StatusCode::OK, "{theirs}");
    let looks = timed(browser.get("/me/access")).await;
    assert_away("/me/access", &looks, "服务暂时用不了");
    let kept = timed(browser.post("/me/family/invite", TYPED)).await;
    assert_away("typed", &kept, NAME);
    let pressed =
        timed(browser.post("/me/messages", "seen=01970000-0000-7000-8000-000000000001")).await;
    assert_eq!(pressed.status, StatusCode::SERVICE_UNAVAILABLE);

    holding.rollback().await.expect("it lets go");
    let (action, body) = held(&kept);
    let sent = browser.post(&action, &body).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert_eq!(browser.get("/me/access").await.status, StatusCode::OK);
    let added = site.count("audit_event").await - before;
    assert!(added >= 2, "the look and the invitation: {added}");
}
