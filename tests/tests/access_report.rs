//! "I did not expect this": one report a look, a number to read out, and what becomes of it.

use std::sync::Arc;

use domain::ids::{AuditEventId, PersonId};
use domain::looks::{Doubt, ReportState};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::looks::report::{self, NewReport};
use services::looks::{self, Filter, follow_up};
use services::resident::overview;
use services::store::entity::{access_report, access_report_step, audit_event};
use services::{Platform, RequestContext, ServiceError};
use tests::database::{TestDatabase, on_each};
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, link, platform_with_rules, resident};

struct Scene {
    platform: Arc<Platform>,
    mother: PersonId,
    daughter: PersonId,
    look: AuditEventId,
}

/// A mother at whose data her daughter looked once.
async fn scene(made: &TestDatabase) -> Scene {
    let platform = platform_with_rules(made.database.clone()).await;
    let history = |number| History {
        number,
        settlements: 1,
        items: 1,
    };
    let mother = resident(&platform, history(1)).await.person;
    let daughter = resident(&platform, history(2)).await.person;
    link(&platform, daughter, mother, None).await;
    let helper = request(&platform, signed_in(daughter));
    overview::of(&helper, mother).await.expect("a look");
    let own = request(&platform, signed_in(mother));
    let log = looks::of(&own, mother, Filter::default(), 20).await;
    let look = log.expect("the log").looks[0].id;
    Scene {
        platform,
        mother,
        daughter,
        look,
    }
}

fn new(reason: Option<Doubt>, note: &str) -> NewReport {
    NewReport {
        reason,
        note: note.to_owned(),
    }
}

async fn events(platform: &Platform, action: &str) -> Vec<audit_event::Model> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(action))
        .all(&platform.database.reader)
        .await
        .expect("events")
}

#[tokio::test]
async fn a_report_is_made_once_and_keeps_what_was_said_closed() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made).await;
        let own = request(&scene.platform, signed_in(scene.mother));
        let address = format!("/me/access/{}/report", scene.look);
        let (status, page) = get(&own, &address, Wish::default()).await;
        assert_eq!(status, 200);
        assert!(page.contains("您为什么没有料到？"), "{page}");

        let first = new(Some(Doubt::Needless), " 我没有请她看 ");
        report::make(&own, scene.mother, scene.look, &first)
            .await
            .expect("a report");
        let again = new(Some(Doubt::Other), "第二次");
        report::make(&own, scene.mother, scene.look, &again)
            .await
            .expect("nothing happens");
        let (_, made_report) = report::of(&own, scene.mother, scene.look)
            .await
            .expect("the report");
        let made_report = made_report.expect("it is there");
        assert_eq!(made_report.reason, Some(Doubt::Needless), "{}", made.kind);
        assert_eq!(made_report.note.as_deref(), Some("我没有请她看"));
        assert_eq!(made_report.steps.len(), 1);
        assert_eq!(made_report.steps[0].state, ReportState::Received);
        let rows = access_report::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("rows");
        assert_eq!(rows.len(), 1, "{}: one report a look", made.kind);
        let cipher = rows[0].note_cipher.as_deref().expect("a note");
        let clear = "我没有请她看".as_bytes();
        assert!(!cipher.windows(clear.len()).any(|part| part == clear));
        assert_eq!(events(&scene.platform, "report_access").await.len(), 1);

        let (status, page) = get(&own, &address, Wish::default()).await;
        assert_eq!(status, 200);
        for words in [&*made_report.number, "已收到", "我没有请她看"] {
            assert!(page.contains(words), "{words}");
        }
        let (_, list) = get(&own, "/me/access", Wish::default()).await;
        assert!(list.contains(&made_report.number), "shown back in the list");
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_or_too_long_is_told_and_nothing_is_written() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made).await;
        let own = request(&scene.platform, signed_in(scene.mother));
        let long = "长".repeat(1_001);
        for (bad, wanted) in [
            (new(None, ""), vec![("reason", "missing")]),
            (new(Some(Doubt::Other), "  "), vec![("note", "missing")]),
            (
                new(None, &long),
                vec![("reason", "missing"), ("note", "too_long")],
            ),
        ] {
            let refused = report::make(&own, scene.mother, scene.look, &bad).await;
            let Err(ServiceError::Invalid(errors)) = refused else {
                panic!("{refused:?}");
            };
            let found: Vec<_> = errors
                .iter()
                .map(|error| (error.pointer.as_str(), error.code))
                .collect();
            assert_eq!(found, wanted, "{}", made.kind);
        }
        let (_, none) = report::of(&own, scene.mother, scene.look).await.expect("");
        assert_eq!(none, None);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sees_or_makes_it() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made).await;
        let good = new(Some(Doubt::Unknown), "");
        let helper = request(&scene.platform, signed_in(scene.daughter));
        // As the mother, as if the look were at the daughter's own data, and a look of nobody.
        for whose in [scene.mother, scene.daughter] {
            let seen = report::of(&helper, whose, scene.look).await;
            assert!(matches!(seen, Err(ServiceError::NotFound)), "{seen:?}");
            let done = report::make(&helper, whose, scene.look, &good).await;
            assert!(matches!(done, Err(ServiceError::NotFound)), "{done:?}");
        }
        let own = request(&scene.platform, signed_in(scene.mother));
        let nobodys: AuditEventId = uuid::Uuid::from_u128(77).into();
        let done = report::make(&own, scene.mother, nobodys, &good).await;
        assert!(matches!(done, Err(ServiceError::NotFound)));
        let there = format!("/me/access/{}/report", scene.look);
        let mut bodies = Vec::new();
        for address in [
            &*there,
            "/me/access/x/report",
            "/me/access/0197a000-0000-7000-8000-000000000009/report",
        ] {
            let (status, body) = get(&helper, address, Wish::default()).await;
            assert_eq!(status, 404, "{address}");
            let main = body.split("<main").nth(1).expect("a page");
            bodies.push(main.split("</main>").next().map(str::to_owned));
        }
        assert!(
            bodies.iter().all(|body| *body == bodies[0]),
            "the same body"
        );
    })
    .await;
}

#[tokio::test]
async fn the_operator_looks_into_it_and_answers() {
    on_each(|made| async move {
        let made = made;
        let scene = scene(&made).await;
        let own = request(&scene.platform, signed_in(scene.mother));
        let wish = new(Some(Doubt::Unknown), "这是谁");
        report::make(&own, scene.mother, scene.look, &wish)
            .await
            .expect("a report");
        for call in [
            follow_up::waiting(&own).await.map(drop),
            follow_up::answer(&own, "2606-000-000", "x").await,
        ] {
            assert!(matches!(call, Err(ServiceError::Forbidden)));
        }
        let operator = RequestContext::operator(Arc::clone(&scene.platform), "access-report");
        let waiting = follow_up::waiting(&operator).await.expect("a list");
        assert_eq!(waiting.len(), 1);
        let spoken = waiting[0].number.replace('-', " ");
        for _ in 0..2 {
            let (look, read) = follow_up::look_into(&operator, &spoken)
                .await
                .expect("the report");
            assert_eq!(look.id, scene.look);
            assert_eq!(read.note.as_deref(), Some("这是谁"));
            assert_eq!(read.steps.len(), 2, "{}: looked into once", made.kind);
        }
        let empty = follow_up::answer(&operator, &spoken, " ").await;
        assert!(matches!(empty, Err(ServiceError::Invalid(_))));
        let unknown = follow_up::answer(&operator, "2606-999-99", "x").await;
        assert!(matches!(unknown, Err(ServiceError::NotFound)));
        follow_up::answer(&operator, &spoken, "是您的女儿，您确认过。")
            .await
            .expect("an answer");
        let steps = access_report_step::Entity::find().all(&made.database.reader);
        for step in steps.await.expect("steps") {
            let answered = step.state == ReportState::Answered.code();
            assert_eq!(step.answer, "", "open on {}", made.kind);
            assert_eq!(step.answer_cipher.is_some(), answered, "{}", made.kind);
            let cipher = step.answer_cipher.unwrap_or_default();
            let open = "女儿".as_bytes();
            assert!(!cipher.windows(open.len()).any(|part| part == open));
        }
        assert!(follow_up::waiting(&operator).await.expect("").is_empty());

        let address = format!("/me/access/{}/report", scene.look);
        let (_, page) = get(&own, &address, Wish::default()).await;
        for words in ["已收到", "正在查", "已答复", "是您的女儿，您确认过。"] {
            assert!(page.contains(words), "{words}");
        }
        let (_, list) = get(&own, "/me/access?who=operator", Wish::default()).await;
        assert!(
            list.contains("处理了您的反映"),
            "the operator's look is told too"
        );
    })
    .await;
}
