//! Every address as every hat: what belongs to another one is not there.

use app::routes::{self, Audience, Method, Route};
use axum::http::StatusCode;
use domain::access::{Action, Relation, Role, may, may_ever};
use services::authorise::{self, Object};
use services::{Actor, RequestContext, ServiceError};
use tests::browser::{Answer, Browser};
use tests::database::on_each;
use tests::hats::{HATS, appoint, belongs_to, put_on};
use tests::platform::{platform, request};
use tests::residents::{History, person_id, resident};
use tests::site::Site;

const SUBJECT: &str = "resident-employee";
/// An id that nothing has.
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

fn concrete(path: &str) -> String {
    path.split('/')
        .map(|part| if part.starts_with('{') { NOBODY } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

/// What an answer says, without what is its own: the id, the nonce, and the address asked for.
fn said(answer: &Answer, path: &str) -> String {
    let policy = answer.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).expect("a nonce");
    let nonce = nonce.split('\'').next().unwrap_or_default();
    answer
        .body
        .replace(answer.header("x-request-id"), "ID")
        .replace(nonce, "NONCE")
        .replace(&format!("\"{path}\""), "\"PATH\"")
        .replace(&format!("\"{path}?"), "\"PATH?")
        // On paper the address stands below the page; the way to sign in leads back here.
        .replace(&format!("{path}</span>"), "PATH</span>")
        .replace(
            &format!("next={}\"", path.replace('/', "%2F")),
            "next=PATH\"",
        )
}

/// Somebody with every role that there is, and a person behind the account.
async fn somebody(site: &Site) -> Browser {
    let mut browser = site.browser();
    browser.sign_in(SUBJECT, "/").await;
    appoint(site, SUBJECT, &HATS[1..]).await;
    let history = History {
        number: 1,
        settlements: 2,
        items: 1,
    };
    let platform = &site.platform;
    let read = platform.parameters.refresh(&platform.database).await;
    read.expect("the rules are read");
    let person = resident(platform, history).await;
    belongs_to(site, SUBJECT, person.person).await;
    browser
}

fn closed() -> impl Iterator<Item = Route> {
    let all = routes::all().into_iter();
    all.filter(|route| route.audience.is_closed())
}

/// Asks for the address; what a form leaves to be said is not said, so that pages stay alike.
async fn ask(browser: &mut Browser, route: &Route) -> Answer {
    let path = concrete(route.path);
    match route.method {
        Method::Get => browser.get(&path).await,
        Method::Post => {
            let answer = browser.post(&path, "").await;
            browser.cookies.remove("flash");
            answer
        }
    }
}

/// Whether the answer is a file of everything: the numbers of this test's person are not sealed, so
/// that nothing can take them out.
fn is_export(route: &Route) -> bool {
    route.action == Action::ExportPerson && route.method == Method::Post
}

/// Whether an address that is open may still answer that nothing is there: for an id that nothing
/// has, in the path or missing in the form.
fn asks_for_something(route: &Route) -> bool {
    route.path.contains('{') || route.method == Method::Post
}

#[tokio::test]
async fn what_belongs_to_another_hat_is_not_there() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = somebody(&site).await;
        for role in HATS {
            let done = put_on(&mut browser, role).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{role:?}: {done:?}");
            let front = browser.get(done.location()).await;
            assert_eq!(front.status, StatusCode::OK, "{role:?}");
            // Said once, so that all further pages are alike.
            assert!(front.body.contains("您现在的身份是"), "{role:?}");
            let nowhere = browser.get("/no-such-page").await;
            assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
            for route in closed().filter(|route| route.action != Action::SwitchHat) {
                let open = route.audience == Audience::AnyHat || may_ever(role, route.action);
                if open && is_export(&route) {
                    continue;
                }
                let answer = ask(&mut browser, &route).await;
                let place = format!("{} as {role:?} on {}", route.path, made.kind);
                if open {
                    assert!(!answer.status.is_server_error(), "{place}: {answer:?}");
                    let there =
                        asks_for_something(&route) || answer.status != StatusCode::NOT_FOUND;
                    assert!(there, "{place}: {answer:?}");
                } else {
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{place}");
                    if route.method == Method::Get {
                        let same = said(&nowhere, "/no-such-page");
                        assert_eq!(said(&answer, &concrete(route.path)), same, "{place}");
                    }
                }
            }
        }
    })
    .await;
}

/// The 404 of another hat's page asks no table of that page, so that it takes the time of any 404.
#[tokio::test]
async fn the_store_is_not_asked_for_what_is_hidden() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = somebody(&site).await;
        site.run("ALTER TABLE audit_event RENAME TO event_away")
            .await;
        let answer = browser.get("/admin/audit").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{answer:?}");
        site.run("ALTER TABLE event_away RENAME TO audit_event")
            .await;
        put_on(&mut browser, Role::Auditor).await;
        site.run("ALTER TABLE settlement RENAME TO settlement_away")
            .await;
        let answer = browser.get("/me/settlements").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{answer:?}");
        site.run("ALTER TABLE settlement_away RENAME TO settlement")
            .await;
    })
    .await;
}

#[tokio::test]
async fn an_office_hat_is_nobodys_relative() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = somebody(&site).await;
        let own = browser.get("/me").await;
        assert!(
            own.body.contains("href=\"/me/settlements\""),
            "{}",
            own.body
        );
        for role in &HATS[1..] {
            put_on(&mut browser, *role).await;
            let start = browser.get("/me").await;
            let start = browser.follow(start).await;
            assert_eq!(start.status, StatusCode::OK);
            for trace in ["测试1", "/me/settlements", "北京示例医院"] {
                assert!(!start.body.contains(trace), "{role:?}: {trace}");
            }
        }
    })
    .await;
}

/// Whatever an actor is made of, the role decides: a person behind an office hat opens nothing.
#[tokio::test]
async fn the_use_cases_decide_by_the_hat() {
    on_each(|made| async move {
        let platform = platform(made.database.clone());
        let account = platform.new_id(platform.clock.now()).into();
        let own = person_id(1);
        for role in HATS {
            let actor = Actor::signed_in(account, Some(own), role, "test".to_owned());
            assert_eq!(actor.person.is_some(), role == Role::Resident);
            let forced = Actor {
                person: Some(own),
                ..actor.clone()
            };
            for actor in [actor, forced] {
                // Without a person behind it even one's own data are a stranger's.
                let relation = if actor.person.is_some() {
                    Relation::Oneself
                } else {
                    Relation::Stranger
                };
                let context: RequestContext = request(&platform, actor);
                for action in Action::ALL {
                    let asked = authorise::person(&context, own, action, Object::Person).await;
                    let wanted = may(role, relation, action);
                    match asked {
                        Ok(_) => assert!(wanted, "{role:?} {action:?}"),
                        Err(ServiceError::NotFound) => assert!(!wanted, "{role:?} {action:?}"),
                        Err(other) => panic!("{other}"),
                    }
                    let office = authorise::office(&context, action).is_ok();
                    assert_eq!(office, may(role, Relation::Nobody, action));
                }
            }
        }
        drop(made);
    })
    .await;
}
