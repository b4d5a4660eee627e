//! Views by others reach the audit trail in groups, each once, and before anything is read.

use std::collections::BTreeSet;

use domain::access::{Action, Relation};
use domain::ids::PersonId;
use futures_util::FutureExt;
use futures_util::future::join_all;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use services::audit::Event;
use services::resident::overview;
use services::store::entity::audit_event;
use services::{RequestContext, ServiceError};
use tests::database::on_each;
use tests::platform::{platform, request, resident as signed_in};
use tests::residents::{mother_and_daughter, person_id, platform_with_rules};

const TOGETHER: u16 = 1_200;

fn view(of: PersonId) -> Event<'static> {
    Event {
        subject: Some(of),
        relation: Relation::Family,
        action: Action::ReadOverview,
        object_kind: "person",
        object_id: "",
    }
}

async fn logged(context: &RequestContext) -> Vec<audit_event::Model> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(Action::ReadOverview.code()))
        .all(&context.platform.database.reader)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn views_at_the_same_time_are_each_written_once() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        let context = request(&platform, signed_in(person_id(1)));
        let views = (0..TOGETHER).map(|number| {
            let context = context.clone();
            async move {
                let log = &context.platform.access_log;
                log.write(&context, view(person_id(number))).await.unwrap();
                // Durable already: a reader of its own sees it.
                let seen = audit_event::Entity::find()
                    .filter(audit_event::Column::SubjectId.eq(uuid::Uuid::from(person_id(number))))
                    .all(&context.platform.database.reader)
                    .await
                    .unwrap();
                assert_eq!(seen.len(), 1);
            }
        });
        join_all(views).await;
        let rows = logged(&context).await;
        let subjects: BTreeSet<_> = rows.iter().map(|row| row.subject_id).collect();
        assert_eq!(
            (rows.len(), subjects.len()),
            (usize::from(TOGETHER), usize::from(TOGETHER)),
            "{}",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn a_request_given_up_takes_no_other_along() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        let context = request(&platform, signed_in(person_id(1)));
        let log = &context.platform.access_log;
        // It has its turn, and is dropped in the middle of it.
        let given_up = log.write(&context, view(person_id(2)));
        assert!(given_up.now_or_never().is_none());
        log.write(&context, view(person_id(3))).await.unwrap();
        let rows = logged(&context).await;
        assert!(
            rows.iter()
                .any(|row| row.subject_id == uuid::Uuid::from(person_id(3)))
        );
    })
    .await;
}

#[tokio::test]
async fn nothing_is_read_when_the_view_cannot_be_written() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let (mother, daughter) = mother_and_daughter(&platform).await;
        let family = request(&platform, signed_in(daughter.person));
        assert!(overview::of(&family, mother.person).await.is_ok());
        let writer = &platform.database.writer;
        writer
            .execute_unprepared("ALTER TABLE audit_event RENAME TO elsewhere")
            .await
            .unwrap();
        let refused = overview::of(&family, mother.person).await;
        assert!(
            matches!(refused, Err(ServiceError::Internal(_))),
            "{}",
            made.kind
        );
        let own = request(&platform, signed_in(mother.person));
        assert!(
            overview::of(&own, mother.person).await.is_ok(),
            "one's own views are not logged"
        );
    })
    .await;
}
