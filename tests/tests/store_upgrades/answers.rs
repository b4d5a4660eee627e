//! Answers to reports about looks, across the step that has a place for sealed ones.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, QuerySelect};
use services::looks::{answers, report};
use services::records::private::Field;
use services::store::bulk::{OnConflict, insert};
use services::store::entity::{access_report_step, audit_event};
use tests::database::{TestDatabase, on_each_empty};
use tests::fixtures::Fixture;
use tests::platform::{keys, noon, platform_with, request, resident};
use tests::schema;

use super::place;

/// The step that has a column for sealed answers.
const SEALED_ANSWERS: &str = "m0020_sealed_answers";

#[tokio::test]
async fn answers_of_before_they_were_sealed_are_carried_along_and_sealed() {
    const ANSWER: &str = "是您的女儿，您确认过。";
    on_each_empty(async |made| {
        let writer = &made.database.writer;
        let before = place(SEALED_ANSWERS) - 1;
        Migrator::up(writer, Some(before)).await.expect("up");
        let held = schema::table_names(&made.database).await;
        let fixture = Fixture::read("m0019_family", made.kind);
        fixture.insert(&made.database, &held).await;
        let answered = format!(
            "INSERT INTO access_report_step (person_id, event_id, step, state, answer, happened_at) \
             SELECT person_id, event_id, step + 1, 'answered', '{ANSWER}', happened_at \
             FROM access_report_step"
        );
        let done = writer.execute_unprepared(&answered).await;
        assert_eq!(done.expect("an answer").rows_affected(), 1);
        Migrator::up(writer, None).await.expect("up to the newest");

        let platform = platform_with(made.database.clone(), 77);
        let rows = async || {
            let rows = access_report_step::Entity::find()
                .order_by_asc(access_report_step::Column::Step)
                .all(writer);
            rows.await.expect("steps")
        };
        let row = rows().await.remove(1);
        let (person, event) = (row.person_id.into(), row.event_id.into());
        let own = request(&platform, resident(person));
        let told = async || {
            let (_, report) = report::of(&own, person, event).await.expect("a report");
            report.expect("it was made").steps.remove(1).answer
        };
        a_look(&made, &row).await;
        assert_eq!(told().await, ANSWER, "{}: open until then", made.kind);
        let seal = || answers::seal_those_of_before(&platform, writer);
        assert_eq!(seal().await.expect("sealed"), 1, "{}", made.kind);
        assert_eq!(seal().await.expect("nothing"), 0, "{}", made.kind);
        assert_eq!(told().await, ANSWER, "{}: sealed", made.kind);
        let sealed = rows().await.remove(1);
        assert_eq!((sealed.answer.as_str(), sealed.state.as_str()), ("", "answered"));
        let cipher = sealed.answer_cipher.expect("a cipher text");
        let open = ANSWER.as_bytes();
        assert!(!cipher.windows(open.len()).any(|part| part == open));
        // It was the last change that the row took.
        for change in ["answer = 'x'", "answer_cipher = NULL", "state = 'received'"] {
            let change = format!("UPDATE access_report_step SET {change} WHERE step = 2");
            let refused = writer.execute_unprepared(&change).await;
            assert!(refused.is_err(), "{change} on {}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn sealed_answers_outlive_a_step_down_and_up() {
    const OPEN: &str = "这条答复已加密，升级程序后可以读到。但这是有人写的。";
    on_each_empty(async |made| {
        let writer = &made.database.writer;
        let with_cipher = place(SEALED_ANSWERS);
        Migrator::up(writer, Some(with_cipher)).await.expect("up");
        let held = schema::table_names(&made.database).await;
        let fixture = Fixture::read(SEALED_ANSWERS, made.kind);
        fixture.insert(&made.database, &held).await;
        let platform = platform_with(made.database.clone(), 77);
        let sealed = |text: &str| {
            Field::ReportAnswer
                .seal_on(&platform, text)
                .expect("sealed")
        };
        let first = access_report_step::Entity::find().one(writer).await;
        let first = first.expect("steps").expect("a step");
        let step = |number, answer: &str, answer_cipher| access_report_step::Model {
            step: number,
            state: "answered".to_owned(),
            answer: answer.to_owned(),
            answer_cipher,
            ..first.clone()
        };
        let added = [
            step(2, "", Some(sealed("是您的女儿。"))),
            step(3, OPEN, None),
            step(
                4,
                "",
                Some(sealed(
                    "It was the hospital's office; they had your consent.",
                )),
            ),
            step(5, "", None),
        ];
        let done = insert::<access_report_step::Entity>(writer, &added, OnConflict::Fail).await;
        done.expect("four more steps");
        let rows = async || {
            let rows = access_report_step::Entity::find()
                .order_by_asc(access_report_step::Column::Step)
                .all(writer);
            rows.await.expect("steps")
        };
        let before = rows().await;
        for turn in 0..2 {
            let down = Migrator::down(writer, Some(1)).await;
            down.unwrap_or_else(|error| panic!("{turn} on {}: {error}", made.kind));
            // An older version shows a sentence about it, and takes no change of the row.
            let told: Vec<(String,)> = access_report_step::Entity::find()
                .select_only()
                .column(access_report_step::Column::Answer)
                .order_by_asc(access_report_step::Column::Step)
                .into_tuple()
                .all(writer)
                .await
                .expect("answers");
            let told: Vec<&str> = told.iter().map(|(answer,)| answer.as_str()).collect();
            assert_eq!((told[0], told[2], told[4]), ("", OPEN, ""), "{}", made.kind);
            for answer in [told[1], told[3]] {
                assert!(answer.starts_with("这条答复已加密"), "{answer}");
                assert!(!answer.contains("女儿") && !answer.contains("consent"));
            }
            let change = writer.execute_unprepared("UPDATE access_report_step SET answer = 'x'");
            assert!(change.await.is_err(), "{}", made.kind);
            Migrator::up(writer, Some(1)).await.expect("up again");
            assert_eq!(rows().await, before, "byte for byte, {}", made.kind);
        }
        let seal = answers::seal_those_of_before(&platform, writer).await;
        assert_eq!(seal.expect("sealed"), 1, "only what somebody left open");
        let after = rows().await;
        for (row, text) in after.iter().skip(1).zip(["是您的女儿。", OPEN]) {
            let cipher = row.answer_cipher.as_deref().expect("a cipher text");
            let told = Field::ReportAnswer.open(&keys(), cipher);
            assert_eq!(told.expect("opened"), text, "{}", made.kind);
        }
    })
    .await;
}

/// The look that the report of the fixture is about, which its trail does not have.
async fn a_look(made: &TestDatabase, about: &access_report_step::Model) {
    let look = audit_event::Model {
        subject_id: about.person_id,
        event_id: about.event_id,
        occurred_at: noon(),
        account_id: None,
        actor_name: "某人".to_owned(),
        role: "operator".to_owned(),
        relation: "stranger".to_owned(),
        action: "read_overview".to_owned(),
        object_kind: "person".to_owned(),
        object_id: String::new(),
        reason: "page".to_owned(),
        request_id: "test".to_owned(),
    };
    insert::<audit_event::Entity>(&made.database.writer, &[look], OnConflict::Fail)
        .await
        .expect("a look");
}
