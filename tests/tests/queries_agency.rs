//! Queries about settlements: sent once, opened and answered by a reviewer, taken back.

use domain::enquiries::QueryState;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use services::ServiceError;
use services::enquiries::send::{self, NewQuery};
use services::enquiries::{self, LONGEST, MOST_OPEN, review, withdraw};
use services::messages::Template;
use services::store::entity::{
    message, muted_topic, settlement_query, settlement_query_open, settlement_query_step,
};
use tests::database::on_each;
use tests::enquiries::{ASKED, Scene, words};
use tests::platform::noon;
use uuid::Uuid;

#[tokio::test]
async fn it_is_sent_once_sealed_and_with_both_calculations() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 2).await;
        let own = scene.own();
        let new = NewQuery {
            words: format!("  {ASKED} "),
            form: Some(own.new_id().into()),
        };
        let about = scene.settlements[0];
        let first = send::send(&own, scene.person, about, &new)
            .await
            .expect("a query");
        let again = send::send(&own, scene.person, about, &new)
            .await
            .expect("the same");
        assert_eq!(first, again, "{}", made.kind);
        let rows = settlement_query::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("rows");
        assert_eq!(rows.len(), 1, "{}: one form, one query", made.kind);
        let clear = ASKED.as_bytes();
        let cipher = &rows[0].words_cipher;
        assert!(!cipher.windows(clear.len()).any(|part| part == clear));

        let one = enquiries::one(&own, scene.person, first).await.expect("it");
        assert_eq!((one.words.as_str(), one.outcome.as_str()), (ASKED, "equal"));
        assert!(one.number.starts_with("QC-2026-") && one.number.len() == 14);
        assert_eq!(one.recomputed.as_ref(), Some(&one.recorded));
        assert!(!one.recorded.trace.steps.is_empty());
        assert_eq!(one.state(), QueryState::Sent);
        let written = scene.events("send_query").await;
        assert_eq!(written.len(), 1);
        assert_eq!(written[0].subject_id, Uuid::from(scene.person));

        // The next one about the same settlement waits for the first; another settlement does not.
        let more = send::send(&own, scene.person, about, &words("还有")).await;
        let Err(ServiceError::Invalid(errors)) = more else {
            panic!("{more:?}");
        };
        assert_eq!(
            (errors[0].pointer.as_str(), errors[0].code),
            ("words", "already_open")
        );
        scene.send(1).await;
        let list = enquiries::of(&own, scene.person).await.expect("a list");
        assert_eq!(list.len(), 2);
        assert_eq!(list[1].id, first, "the newest first");
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_too_long_or_too_much_is_told() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 12).await;
        let own = scene.own();
        let about = scene.settlements[11];
        for (text, code) in [
            (" \n ", "missing"),
            (&*"长".repeat(LONGEST + 1), "too_long"),
        ] {
            let refused = send::send(&own, scene.person, about, &words(text)).await;
            let Err(ServiceError::Invalid(errors)) = refused else {
                panic!("{}: {refused:?}", made.kind);
            };
            assert_eq!(errors[0].code, code);
        }
        for place in 0..MOST_OPEN {
            scene.send(place).await;
        }
        let refused = send::send(&own, scene.person, about, &words(ASKED)).await;
        assert!(
            matches!(&refused, Err(ServiceError::Invalid(errors)) if errors[0].code == "too_many"),
            "{refused:?}"
        );
        let sent = settlement_query::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("rows");
        let mut numbers: Vec<&str> = sent.iter().map(|row| row.number.as_str()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), MOST_OPEN, "each has a number of its own");
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_opens_it_answers_and_the_person_is_told() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 1).await;
        let id = scene.send(0).await;
        let number = scene.number(id).await;
        let reviewer = scene.reviewer();
        // Even who wants no messages about settlements is told of an answer.
        let muted = muted_topic::Model {
            person_id: scene.person.into(),
            topic: "settlements".to_owned(),
            since: noon(),
        };
        muted_topic::Entity::insert(muted.into_active_model())
            .exec_without_returning(&scene.platform.database.writer)
            .await
            .expect("a muted topic");

        let (waiting, next) = review::waiting(&reviewer, None).await.expect("a list");
        assert_eq!((waiting.len(), next), (1, None), "{}", made.kind);
        assert_eq!((waiting[0].id, waiting[0].looked_at), (id, None));
        assert!(scene.events("answer_query").await.is_empty());

        let opened = review::open(&reviewer, &number.to_lowercase().replace('-', " ")).await;
        let opened = opened.expect("the query");
        assert_eq!(opened.enquiry.words, ASKED);
        let looks = scene.events("answer_query").await;
        assert_eq!(looks.len(), 1, "{}: opening is written down", made.kind);
        assert_eq!(
            (&*looks[0].relation, &*looks[0].role),
            ("stranger", "reviewer")
        );
        assert_eq!(looks[0].object_kind, "settlement_query");

        for _ in 0..2 {
            review::take(&reviewer, &number).await.expect("taken up");
        }
        for (text, code) in [("  ", "missing"), (&*"长".repeat(LONGEST + 1), "too_long")] {
            let refused = review::answer(&reviewer, &number, text).await;
            assert!(
                matches!(&refused, Err(ServiceError::Invalid(errors)) if errors[0].code == code)
            );
        }
        review::answer(&reviewer, &number, "查过了，没有重复。")
            .await
            .expect("answered");
        let late = review::answer(&reviewer, &number, "第二次").await;
        assert!(matches!(late, Err(ServiceError::Conflict(_))), "{late:?}");
        review::take(&reviewer, &number)
            .await
            .expect("too late, and no harm");

        let own = scene.own();
        let one = enquiries::one(&own, scene.person, id).await.expect("it");
        let states: Vec<QueryState> = one.steps.iter().map(|step| step.state).collect();
        let wanted = [QueryState::Sent, QueryState::LookedAt, QueryState::Answered];
        assert_eq!(states, wanted, "{}", made.kind);
        assert_eq!(one.steps[2].answer, "查过了，没有重复。");
        let steps = settlement_query_step::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("steps");
        let clear = "没有重复".as_bytes();
        for cipher in steps
            .iter()
            .filter_map(|step| step.answer_cipher.as_deref())
        {
            assert!(!cipher.windows(clear.len()).any(|part| part == clear));
        }
        let (waiting, _) = review::waiting(&reviewer, None).await.expect("a list");
        assert!(waiting.is_empty());
        let open = settlement_query_open::Entity::find()
            .all(&scene.platform.database.reader)
            .await
            .expect("rows");
        assert!(open.is_empty());

        let told: Vec<message::Model> = message::Entity::find()
            .filter(message::Column::Topic.eq("queries"))
            .all(&scene.platform.database.reader)
            .await
            .expect("messages");
        assert_eq!(told.len(), 1, "{}: told once", made.kind);
        assert_eq!(told[0].person_id, Uuid::from(scene.person));
        let said = Template::read(&told[0].template, &told[0].parameters);
        assert_eq!(
            said,
            Some(Template::QueryAnswered {
                query: id,
                number: number.clone()
            })
        );

        // After the answer a further query about the same settlement may be sent.
        scene.send(0).await;
    })
    .await;
}

#[tokio::test]
async fn it_is_taken_back_until_it_is_answered() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, 2).await;
        let own = scene.own();
        let id = scene.send(0).await;
        let number = scene.number(id).await;
        for _ in 0..2 {
            withdraw::withdraw(&own, scene.person, id)
                .await
                .expect("taken back");
        }
        let one = enquiries::one(&own, scene.person, id).await.expect("it");
        assert_eq!((one.state(), one.steps.len()), (QueryState::Withdrawn, 2));
        let reviewer = scene.reviewer();
        let late = review::answer(&reviewer, &number, "答复").await;
        assert!(
            matches!(late, Err(ServiceError::Conflict(_))),
            "{}",
            made.kind
        );
        let (waiting, _) = review::waiting(&reviewer, None).await.expect("a list");
        assert!(waiting.is_empty());

        let other = scene.send(1).await;
        let number = scene.number(other).await;
        review::answer(&reviewer, &number, "答复")
            .await
            .expect("answered");
        let late = withdraw::withdraw(&own, scene.person, other).await;
        assert!(matches!(late, Err(ServiceError::Conflict(_))), "{late:?}");
        let written = scene.events("send_query").await;
        assert_eq!(written.len(), 3, "two sent, one taken back");
    })
    .await;
}
