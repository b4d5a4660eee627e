//! The audit trail as an auditor reads it: filters, pages, what is not told, and the seals.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::StatusCode;
use chrono::{DateTime, Duration, Utc};
use domain::access::{Action, Relation, Role};
use domain::ids::PersonId;
use sea_orm::ConnectionTrait;
use services::audit::{self, Event};
use services::store::Database;
use services::trail::{self, Filter, Narrow, PAGE_SIZE};
use services::{Actor, Clock, Platform, RequestContext, ServiceError, sealing};
use tests::database::on_each;
use tests::platform::{SeededRandom, keys, noon, request};
use tests::residents::person_id;
use tests::site::Site;

/// A clock that goes on by a second whenever somebody looks at it.
struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        noon() + Duration::seconds(self.0.fetch_add(1, Ordering::SeqCst))
    }
}

fn platform(database: Database) -> Arc<Platform> {
    let clock = Box::new(Ticking(AtomicI64::new(0)));
    let random = Box::new(SeededRandom::new(1));
    Arc::new(Platform::new(database, keys(), clock, random))
}

fn actor(platform: &Platform, role: Role, name: &str) -> Actor {
    let account = platform.new_id(platform.clock.now()).into();
    Actor::signed_in(account, Some(person_id(9)), role, name.to_owned())
}

async fn happens(context: &RequestContext, subject: Option<PersonId>, action: Action) {
    let event = Event {
        subject,
        relation: Relation::Nobody,
        action,
        object_kind: "test",
        object_id: "",
    };
    audit::write(&context.platform.database.writer, context, event)
        .await
        .expect("an event");
}

/// A trail of forty events by a resident and three by an editor about somebody else.
async fn trail_of(platform: &Arc<Platform>) -> (RequestContext, RequestContext) {
    let resident = request(platform, actor(platform, Role::Resident, "王秀英"));
    let editor = request(platform, actor(platform, Role::Editor, "编辑甲"));
    for _ in 0..40 {
        happens(&resident, Some(person_id(9)), Action::ReadAccount).await;
    }
    for _ in 0..3 {
        happens(&editor, Some(person_id(5)), Action::ReadPublishing).await;
    }
    (resident, editor)
}

#[tokio::test]
async fn the_newest_come_first_page_by_page_and_each_look_is_written_down() {
    on_each(|made| async move {
        let platform = platform(made.database.clone());
        trail_of(&platform).await;
        let auditor = request(&platform, actor(&platform, Role::Auditor, "审计员"));
        let mut filter = Filter::default();
        let first = trail::read(&auditor, &filter).await.expect("a page");
        assert_eq!(first.entries.len(), PAGE_SIZE);
        assert_eq!(first.looked_back_to, None);
        let newest = &first.entries[0];
        assert_eq!(newest.action, "read_audit", "this very look");
        assert_eq!(newest.name.as_deref(), Some("审计员"));
        let mut seen: Vec<_> = first.entries.iter().map(|entry| entry.id).collect();
        filter.before = first.next;
        let second = trail::read(&auditor, &filter).await.expect("a page");
        assert_eq!(second.next, None);
        seen.extend(second.entries.iter().map(|entry| entry.id));
        assert_eq!(seen.len(), 44, "{}: 43 and the first look", made.kind);
        assert!(seen.is_sorted_by(|one, other| one > other), "newest first");
        // Nobody is named whose data the trail tells of.
        let residents = second
            .entries
            .iter()
            .filter(|entry| entry.role == "resident");
        assert!(residents.clone().count() > 0);
        for entry in residents {
            assert_eq!(entry.name, None);
            assert!(entry.account.is_some() && entry.person == Some(person_id(9)));
        }
        drop(made);
    })
    .await;
}

#[tokio::test]
async fn every_filter_narrows() {
    on_each(|made| async move {
        let platform = platform(made.database.clone());
        let (resident, editor) = trail_of(&platform).await;
        let auditor = request(&platform, actor(&platform, Role::Auditor, "审计员"));
        let all = Filter::default();
        let day = |text: &str| Some(text.parse().expect("a day"));
        let account = |context: &RequestContext| {
            Some(Narrow::Account(context.actor.account.expect("an account")))
        };
        let cases: [(&str, Filter, usize); 7] = [
            (
                "role",
                Filter {
                    role: Some(Role::Editor),
                    ..all
                },
                3,
            ),
            (
                "action",
                Filter {
                    action: Some(Action::ReadPublishing),
                    ..all
                },
                3,
            ),
            (
                "account",
                Filter {
                    narrow: account(&editor),
                    ..all
                },
                3,
            ),
            (
                "person",
                Filter {
                    narrow: Some(Narrow::Person(person_id(5))),
                    ..all
                },
                3,
            ),
            (
                "account and role",
                Filter {
                    narrow: account(&resident),
                    role: Some(Role::Editor),
                    ..all
                },
                0,
            ),
            (
                "another day",
                Filter {
                    day: day("2026-06-14"),
                    ..all
                },
                0,
            ),
            (
                "this day",
                Filter {
                    day: day("2026-06-15"),
                    role: Some(Role::Editor),
                    ..all
                },
                3,
            ),
        ];
        for (name, filter, wanted) in cases {
            let found = trail::read(&auditor, &filter).await.expect("a page");
            assert_eq!(found.entries.len(), wanted, "{name} on {}", made.kind);
            assert_eq!((found.next, found.looked_back_to), (None, None), "{name}");
        }
        drop(made);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_reads_it() {
    on_each(|made| async move {
        let platform = platform(made.database.clone());
        for role in Role::ALL {
            let context = request(&platform, actor(&platform, role, "x"));
            let read = trail::read(&context, &Filter::default()).await.map(drop);
            let seals = trail::seals(&context).await.map(drop);
            let check = trail::check(&context).await.map(drop);
            for answer in [read, seals, check] {
                match answer {
                    Ok(()) => assert_eq!(role, Role::Auditor),
                    Err(ServiceError::NotFound) => assert_ne!(role, Role::Auditor),
                    Err(other) => panic!("{other}"),
                }
            }
        }
        drop(made);
    })
    .await;
}

async fn unguarded(platform: &Platform, sql: &str) {
    let database = &platform.database;
    let guard = match database.backend() {
        sea_orm::DbBackend::Sqlite => "DROP TRIGGER audit_event_no_UPDATE",
        _ => "DROP TRIGGER audit_event_append_only ON audit_event",
    };
    for statement in [guard, sql] {
        let done = database.writer.execute_unprepared(statement).await;
        done.expect("the store does it");
    }
}

#[tokio::test]
async fn a_check_finds_what_was_changed_and_writes_it_down() {
    on_each(|made| async move {
        let platform = platform(made.database.clone());
        let auditor = request(&platform, actor(&platform, Role::Auditor, "审计员"));
        let empty = trail::seals(&auditor).await.expect("a state");
        assert_eq!((empty.head, empty.check), (None, None));
        trail_of(&platform).await;
        while sealing::seal(&platform).await.expect("a group") > 0 {}
        let found = trail::check(&auditor).await.expect("a check");
        assert_eq!((found.first, found.last, found.faults), (1, 44, 0));
        for _ in 0..90 {
            platform.clock.now();
        }
        let auditor = request(&platform, auditor.actor);
        let state = trail::seals(&auditor).await.expect("a state");
        assert_eq!(state.head.map(|head| head.position), Some(44));
        assert!(state.late.is_some(), "the check itself waits for its seal");
        assert_eq!(state.check.map(|check| check.found), Some(found));
        while sealing::seal(&platform).await.expect("a group") > 0 {}
        let state = trail::seals(&auditor).await.expect("a state");
        assert_eq!(state.late, None);

        let nth = "(SELECT event_id FROM audit_seal WHERE position = 7)";
        let sql = format!("UPDATE audit_event SET reason = 'other' WHERE event_id = {nth}");
        unguarded(&platform, &sql).await;
        let found = trail::check(&auditor).await.expect("a check");
        assert_eq!(found.named, [("changed".to_owned(), 7)], "{}", made.kind);
        let state = trail::seals(&auditor).await.expect("a state");
        assert_eq!(state.check.map(|check| check.found), Some(found));
        drop(made);
    })
    .await;
}

#[tokio::test]
async fn the_pages_say_it() {
    on_each(|made| async move {
        let site = Site::demo(&made).await;
        let mut browser = site.browser();
        let done = browser.sign_in("auditor", "/me").await;
        let front = browser.follow(done).await;
        assert_eq!(front.status, StatusCode::OK);
        assert!(front.body.contains("<h1>操作记录</h1>"), "{}", front.body);
        browser.language = "en".to_owned();
        for (query, status) in [
            ("", 200),
            ("?day=2026-06-15&action=sign_in&role=auditor", 200),
            ("?action=fly&before=x", 200),
            ("?day=yesterday", 422),
            ("?account=me", 422),
        ] {
            let before = site.count("audit_event").await;
            let page = browser.get(&format!("/admin/audit{query}")).await;
            assert_eq!(page.status.as_u16(), status, "{query}: {}", page.body);
            let looks = site.count("audit_event").await - before;
            assert_eq!(looks, i64::from(status == 200), "{query}");
        }
        let filtered = "audit_event WHERE object_id = 'day=2026-06-15 action=sign_in role=auditor'";
        assert_eq!(site.count(filtered).await, 1);

        while sealing::seal(&site.platform).await.expect("a group") > 0 {}
        let done = browser.post("/admin/audit/seals", "hat=auditor").await;
        assert_eq!(done.location(), "/admin/audit/seals", "{done:?}");
        let page = browser.get(done.location()).await;
        assert!(
            page.body.contains("As it was sealed; nothing is wrong"),
            "{}",
            page.body
        );
        assert!(page.body.contains("The check is done."), "{}", page.body);

        let mut editor = site.browser();
        let done = editor.sign_in("editor", "/me").await;
        let front = editor.follow(done).await;
        assert!(front.body.contains("<h1>内容概况</h1>"), "{}", front.body);
        assert!(front.body.contains("还没有人核对"), "{}", front.body);
    })
    .await;
}
