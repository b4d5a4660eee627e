//! How a session begins, is used and ends.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use axum::http::StatusCode;
use chrono::Duration;
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::forged_provider::ForgedProvider;
use tests::sign_in_attempt::{callback, query};
use tests::site::Site;

async fn signed_in(browser: &mut Browser) -> bool {
    let home: Answer = browser.get("/").await;
    assert_eq!(home.status, StatusCode::OK, "{home:?}");
    home.header("cache-control") == "no-store"
}

#[tokio::test]
async fn every_sign_in_makes_a_new_id_and_ends_the_old_session() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        // An id that somebody planted.
        let planted = "AAAAAAAAAAAAAAAAAAAAAA".to_owned();
        browser.cookies.insert("sid".to_owned(), planted.clone());
        browser.sign_in("resident-employee", "/").await;
        let first = browser.cookie("sid").unwrap().to_owned();
        assert_ne!(first, planted);
        assert!(signed_in(&mut browser).await);

        let mut thief = site.browser();
        thief.cookies.insert("sid".to_owned(), planted);
        assert!(!signed_in(&mut thief).await);

        browser.sign_in("resident-retiree", "/").await;
        let second = browser.cookie("sid").unwrap().to_owned();
        assert_ne!(first, second);
        assert_eq!(site.count("session").await, 1);
        thief.cookies.insert("sid".to_owned(), first);
        assert!(!signed_in(&mut thief).await);
    })
    .await;
}

#[tokio::test]
async fn an_id_that_was_changed_or_given_twice_is_nobodys() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        let id = browser.cookie("sid").unwrap().to_owned();
        let mut wrong = vec![
            String::new(),
            "x".repeat(4096),
            format!("{id}="),
            format!("{id}A"),
            id.to_lowercase(),
        ];
        for at in 0..id.len() {
            let mut bytes = id.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'g' } else { b'A' };
            wrong.push(String::from_utf8(bytes).unwrap());
        }
        for value in wrong {
            let mut other = site.browser();
            other.cookies.insert("sid".to_owned(), value.clone());
            assert!(!signed_in(&mut other).await, "{value}");
        }
        let mut other = site.browser();
        other
            .cookies
            .insert("sid".to_owned(), format!("{id}; sid={id}x"));
        assert!(!signed_in(&mut other).await);
        assert!(signed_in(&mut browser).await);
    })
    .await;
}

#[tokio::test]
async fn half_an_hour_of_silence_ends_a_session() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        site.clock.advance(Duration::minutes(29));
        assert!(signed_in(&mut browser).await);
        touched(&site, 29).await;
        site.clock.advance(Duration::minutes(29));
        assert!(signed_in(&mut browser).await, "use has put off the end");
        touched(&site, 58).await;
        site.clock.advance(Duration::minutes(30));
        assert!(!signed_in(&mut browser).await);
    })
    .await;
}

#[tokio::test]
async fn eight_hours_end_a_session_whatever_the_use() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        for quarter in 1..32 {
            site.clock.advance(Duration::minutes(15));
            assert!(
                signed_in(&mut browser).await,
                "after {quarter} quarters of an hour"
            );
            touched(&site, 15 * quarter).await;
        }
        site.clock.advance(Duration::minutes(15));
        assert!(!signed_in(&mut browser).await);
    })
    .await;
}

#[tokio::test]
async fn use_is_written_down_every_five_minutes_at_most() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        site.clock.advance(Duration::minutes(4));
        assert!(signed_in(&mut browser).await);
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        assert_eq!(last_seen(&site).await, 0);
        site.clock.advance(Duration::minutes(1));
        let mut request = browser.request("GET", "/", "none");
        request = request.header("sec-purpose", "prefetch");
        browser.send(request, String::new()).await;
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        assert_eq!(last_seen(&site).await, 0, "a page fetched ahead is no use");
        assert!(signed_in(&mut browser).await);
        touched(&site, 5).await;
    })
    .await;
}

/// Minutes from the beginning of the only session to its last use, as written down.
async fn last_seen(site: &Site) -> i64 {
    use sea_orm::EntityTrait;
    let rows = services::store::entity::session::Entity::find();
    let rows = rows.all(&site.platform.database.reader).await.unwrap();
    (rows[0].last_seen_at - rows[0].created_at).num_minutes()
}

/// Waits until the use after so many minutes is written down, which no request waits for.
async fn touched(site: &Site, minutes: i64) {
    for _ in 0..200 {
        if last_seen(site).await == minutes {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the use after {minutes} minutes was not written down");
}

#[tokio::test]
async fn roles_count_at_once_and_an_account_without_one_is_closed() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        assert!(signed_in(&mut browser).await);
        site.run("UPDATE account_role SET valid_until = '2026-06-14'")
            .await;
        assert!(!signed_in(&mut browser).await);
        let refused = browser.sign_in("resident-employee", "/").await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{refused:?}");
        assert!(refused.body.contains("这个账户现在不能登录"));
        site.run("UPDATE account_role SET valid_until = '2026-06-15'")
            .await;
        assert!(
            signed_in(&mut browser).await,
            "the last day counts, in China"
        );
    })
    .await;
}

#[tokio::test]
async fn a_store_that_is_away_means_later_and_never_signed_out() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        site.run("ALTER TABLE session RENAME TO session_away").await;
        for path in ["/", "/sign-in", "/no-such-page"] {
            let answer = browser.get(path).await;
            assert_eq!(
                answer.status,
                StatusCode::SERVICE_UNAVAILABLE,
                "{path}: {answer:?}"
            );
            assert!(!answer.header("retry-after").is_empty());
        }
        let out = browser.post("/sign-out", "").await;
        assert_eq!(out.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(browser.cookie("sid").is_some(), "nothing was taken away");
        assert_eq!(site.browser().get("/").await.status, StatusCode::OK);
        site.run("ALTER TABLE session_away RENAME TO session").await;
        assert!(signed_in(&mut browser).await);
    })
    .await;
}

#[tokio::test]
async fn visitors_leave_no_row_and_need_no_statement() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        site.run("ALTER TABLE session RENAME TO session_away").await;
        let mut browser = site.browser();
        assert_eq!(browser.get("/").await.status, StatusCode::OK);
        assert!(browser.cookies.is_empty(), "{:?}", browser.cookies);
        let answer = browser.post("/preferences", "theme=dark&back=/").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{answer:?}");
    })
    .await;
}

#[tokio::test]
async fn on_https_every_cookie_is_bound_to_the_host() {
    on_each(|made| async move {
        let provider = ForgedProvider::start().await;
        let mut settings = provider.settings();
        settings.push(("public_url", "https://ybt.example"));
        let site = Site::with(&made, &settings).await;
        let mut browser = site.browser();
        let begun = browser.get("/sign-in").await;
        let asked = query(begun.location());
        provider.script().nonce = asked["nonce"].clone();
        let done = browser.get(&callback(&provider, &asked["state"])).await;
        let out = browser.post("/sign-out", "").await;
        browser.modern = false;
        let old = browser.get("/").await;
        for answer in [&begun, &done, &out, &old] {
            assert!(answer.cookies().count() > 0, "{answer:?}");
            for cookie in answer.cookies() {
                assert!(cookie.starts_with("__Host-"), "{cookie}");
                for attribute in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
                    assert!(cookie.contains(attribute), "{cookie}");
                }
                assert!(!cookie.contains("Domain"), "{cookie}");
            }
        }
        assert!(
            done.cookies()
                .any(|cookie| cookie.starts_with("__Host-sid="))
        );
    })
    .await;
}

#[tokio::test]
async fn whose_session_has_ended_is_told_so() {
    const ENDED: &str = "您的登录已经结束";
    const AGAIN: &str = "上一次的登录已经到期";
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        site.clock.advance(Duration::minutes(31));
        let ahead = browser.request("GET", "/me", "same-origin");
        let ahead = ahead.header("sec-purpose", "prefetch");
        let answer = browser.send(ahead, String::new()).await;
        assert_eq!(answer.cookies().count(), 0, "nothing is remembered of it");

        let answer = browser.get("/me").await;
        assert_eq!(answer.location(), "/sign-in?next=%2Fme", "{answer:?}");
        assert_eq!(browser.cookie("sid"), None, "the dead cookie goes");
        let mut turned_back = browser.clone();
        let home = turned_back.get("/").await;
        assert!(home.body.contains(ENDED), "{}", home.body);
        let home = turned_back.get("/").await;
        assert!(!home.body.contains(ENDED), "it is said once");

        browser.sign_in("resident-employee", "/").await;
        let home = browser.get("/").await;
        assert!(home.body.contains(AGAIN), "{}", home.body);
        assert!(!browser.get("/").await.body.contains(AGAIN));

        // A visitor who never was signed in is told nothing.
        let mut visitor = site.browser();
        let answer = visitor.get("/me").await;
        assert_eq!(answer.cookies().count(), 0, "{answer:?}");
    })
    .await;
}

#[tokio::test]
async fn a_public_page_says_once_that_the_session_has_ended() {
    const ENDED: &str = "您的登录已经结束";
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        browser.sign_in("resident-employee", "/").await;
        let mut elsewhere = browser.clone();
        assert!(!browser.get("/glossary").await.body.contains(ENDED));
        site.clock.advance(Duration::minutes(31));

        // Nobody sees what is fetched ahead, and the head of an answer.
        for (method, purpose) in [("GET", "prefetch"), ("HEAD", "")] {
            let unseen = browser.request(method, "/glossary", "same-origin");
            let unseen = unseen.header("sec-purpose", purpose);
            let answer = browser.send(unseen, String::new()).await;
            assert_eq!(answer.cookies().count(), 0, "{method} {answer:?}");
        }
        let page = browser.get("/glossary?group=care").await;
        assert!(page.body.contains(ENDED), "{}", page.body);
        let back = "/sign-in?next=%2Fglossary%3Fgroup%3Dcare";
        let main = page.body.split_once("<main").map(|(_, main)| main);
        assert!(
            main.is_some_and(|main| main.contains(back)),
            "{}",
            page.body
        );
        for path in ["/glossary", "/", "/no-such-page"] {
            let page = browser.get(path).await;
            assert!(!page.body.contains(ENDED), "{path}: it is said once");
        }
        // The session's own cookie is there yet, for a form of it that comes late.
        assert!(browser.cookie("sid").is_some(), "{}", made.kind);
        let late = browser.post("/me/certificates", "periods=current").await;
        assert_eq!(late.location(), "/sign-in?next=%2Flate-form");
        // That was said by the form: the next page says it, and no other.
        assert!(browser.get("/").await.body.contains(ENDED));
        assert!(!browser.get("/").await.body.contains(ENDED));
        browser.sign_in("resident-employee", "/late-form").await;
        assert_eq!(browser.get("/late-form").await.status, StatusCode::OK);

        // The next session's end is told again, and so is that of one signed out elsewhere.
        site.clock.advance(Duration::minutes(31));
        let page = browser.get("/help").await;
        assert!(page.body.contains(ENDED), "{}", page.body);
        elsewhere.language = "en".to_owned();
        let page = elsewhere.get("/no-such-page").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(
            page.body.contains("Your session has ended"),
            "{}",
            page.body
        );
        assert!(page.body.contains("Sign in again"), "{}", page.body);
    })
    .await;
}
