//! The life of a parameter set: drafted by one person, tried, checked and released by another, in
//! force by its days, taken back by two.

use std::sync::Arc;

use chrono::Duration;
use domain::access::Role;
use domain::settlement::parameters::shipped_parameter_texts;
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::json;
use services::parameters::draft::{self, NewDraft};
use services::parameters::governed;
use services::parameters::review::{self, Verdict};
use services::parameters::stage::Stage;
use services::parameters::{self, release, simulate};
use services::store::entity::{parameter_set, parameter_step};
use services::{RequestContext, ServiceError};
use tests::database::on_each;
use tests::governed::{
    account, acting, codes, content, day, new, one, released, reviewed, serving, set, two,
    with_deductible, work,
};
use tests::import_file::{mistakes, recorded};
use tests::messages::copy_with_rules;
use tests::residents::{person_id, plain, platform_with_rules};
use tests::site::MovableClock;

async fn stages(context: &RequestContext, id: &str) -> Vec<Stage> {
    let steps = one(context, id).await.steps;
    steps.iter().map(|step| step.stage).collect()
}

#[tokio::test]
async fn a_set_is_in_force_after_four_steps_by_two_people() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let (editor, approver) = two(&platform).await;
        let wanted = with_deductible("BJ-2026-07", "2026-07-01", 1500);
        let id = draft::write(&editor, &new(&wanted)).await.expect("a draft");
        let drafted = one(&editor, &id).await;
        assert_eq!(drafted.stage, Stage::Drafted, "{}", made.kind);
        assert_eq!(drafted.before.as_deref(), Some("BJ-2025"));
        let changed: Vec<String> = drafted
            .differences
            .iter()
            .map(|one| one.path.join("/"))
            .collect();
        assert_eq!(changed.len(), 8, "{changed:?}");
        let seen = content(&approver, &id).await;
        let early = review::review(&approver, &id, &seen, Verdict::Good, "好").await;
        assert_eq!(codes(early), ["not_simulated"]);
        simulate::ask(&editor, &id, 1_000).await.expect("asked");
        assert!(work(&platform).await.is_some());
        assert_eq!(one(&editor, &id).await.stage, Stage::Simulated);
        let early = release::release(&approver, &id, &seen, release::TOLD_FROM).await;
        assert_eq!(codes(early), ["not_reviewed"]);
        review::review(&approver, &id, &seen, Verdict::Good, "核对无误")
            .await
            .expect("reviewed");
        let active = release::release(&approver, &id, &seen, release::TOLD_FROM).await;
        assert!(!active.expect("released"), "its day is to come");
        let seen = one(&editor, &id).await;
        assert_eq!(seen.stage, Stage::Scheduled);
        assert_eq!(
            stages(&editor, &id).await,
            [
                Stage::Drafted,
                Stage::Simulated,
                Stage::Reviewed,
                Stage::Scheduled
            ]
        );
        let review = seen.set.review().expect("who checked it");
        assert_eq!(review.on, day("2026-06-15"));
        assert_eq!(serving(&platform, "2026-06-30"), "BJ-2025");
        assert_eq!(serving(&platform, "2026-07-01"), id);
        let before = one(&editor, "BJ-2025").await;
        assert_eq!(before.through, Some(day("2026-06-30")));
        assert_eq!(before.set.effective.through, None, "its text stays");
        assert_eq!(
            recorded(&editor, "parameter_set").await.len(),
            shipped_parameter_texts().len() + 1,
            "those that ship, and this one"
        );
        assert_eq!(recorded(&editor, "parameter_draft").await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn nobody_approves_what_they_wrote_with_any_hat_or_account() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let person = person_id(1);
        let writer = &platform.database.writer;
        let rows = plain(1);
        rows.write(writer, services::store::bulk::OnConflict::Fail)
            .await
            .expect("a person");
        let first = account(&platform, 1, Some(person)).await;
        let second = account(&platform, 2, Some(person)).await;
        let other = account(&platform, 3, None).await;
        let editor = acting(&platform, first, Role::Editor);
        let wanted = set("BJ-2026-07", "2026-07-01");
        let id = draft::write(&editor, &new(&wanted)).await.expect("a draft");
        simulate::ask(&editor, &id, 1_000).await.expect("asked");
        work(&platform).await.expect("a job");
        let seen = content(&editor, &id).await;
        for account in [first, second] {
            let own = acting(&platform, account, Role::Approver);
            let may = one(&own, &id).await.may;
            assert!(may.own && !may.review, "{}", made.kind);
            let refused = review::review(&own, &id, &seen, Verdict::Good, "好").await;
            assert_eq!(codes(refused), ["own_draft"]);
        }
        let approver = acting(&platform, other, Role::Approver);
        review::review(&approver, &id, &seen, Verdict::Good, "好")
            .await
            .expect("somebody else");
        for account in [first, second] {
            let own = acting(&platform, account, Role::Approver);
            let refused = release::release(&own, &id, &seen, release::TOLD_FROM).await;
            assert_eq!(codes(refused), ["own_draft"]);
        }
        // Nor does an editor approve, or an approver draft.
        let refused = review::review(&editor, &id, &seen, Verdict::Good, "好").await;
        assert!(matches!(refused, Err(ServiceError::NotFound)));
        let refused = draft::write(&approver, &new(&wanted)).await;
        assert!(matches!(refused, Err(ServiceError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_draft_serves_nobody() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let (editor, approver) = two(&platform).await;
        let id = reviewed(&editor, &approver, &set("BJ-2026-01", "2026-01-01")).await;
        assert_eq!(one(&editor, &id).await.stage, Stage::Reviewed);
        let book = &platform.parameters;
        book.refresh(&platform.database).await.expect("read");
        assert!(book.by_id(&id).is_none(), "{}", made.kind);
        assert!(book.all().iter().all(|set| set.id != id));
        assert_eq!(serving(&platform, "2026-06-15"), "BJ-2025");
        let rows = parameter_set::Entity::find()
            .all(&platform.database.reader)
            .await
            .expect("rows");
        assert_eq!(rows.len(), shipped_parameter_texts().len());
    })
    .await;
}

#[tokio::test]
async fn a_changed_draft_is_tried_and_reviewed_anew() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let (editor, approver) = two(&platform).await;
        let id = reviewed(&editor, &approver, &set("BJ-2026-07", "2026-07-01")).await;
        let seen = content(&approver, &id).await;
        let changed = with_deductible(&id, "2026-07-01", 900);
        draft::rewrite(&editor, &id, &seen, &new(&changed))
            .await
            .expect("written anew");
        assert_eq!(one(&editor, &id).await.stage, Stage::Drafted);
        let refused = release::release(&approver, &id, &seen, release::TOLD_FROM).await;
        assert_eq!(codes(refused), ["changed_meanwhile"], "{}", made.kind);
        let late = draft::rewrite(&editor, &id, &seen, &new(&set(&id, "2026-08-01"))).await;
        assert_eq!(codes(late), ["changed_meanwhile"]);
        let seen = content(&approver, &id).await;
        let refused = review::review(&approver, &id, &seen, Verdict::Good, "好").await;
        assert_eq!(codes(refused), ["not_simulated"]);
        // What is there already is no change.
        let steps = stages(&editor, &id).await.len();
        draft::rewrite(&editor, &id, &seen, &new(&changed))
            .await
            .expect("the same");
        assert_eq!(stages(&editor, &id).await.len(), steps);
        review::review(&approver, &id, &seen, Verdict::Back, "请写依据")
            .await
            .expect("back");
        draft::discard(&editor, &id, "不要了").await.expect("away");
        let gone = governed::one(&editor, &id)
            .await
            .expect("its history stays");
        assert_eq!(gone.stage, Stage::Discarded);
        assert!(!gone.may.edit);
        let again = draft::write(&editor, &new(&changed)).await;
        assert_eq!(again.expect("the id is free again"), id);
    })
    .await;
}

#[tokio::test]
async fn a_broken_draft_is_refused_with_every_place() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let (editor, _) = two(&platform).await;
        let mut unfit = set("BJ 2027", "2027-01-01");
        let refused = draft::write(&editor, &new(&unfit)).await;
        assert_eq!(mistakes(refused), [("/id".to_owned(), "bad_id")]);
        unfit["id"] = json!("BJ-2027");
        unfit["remote"]["values"]["unfiled"] = json!(10_001);
        let nothing = NewDraft {
            text: unfit.to_string(),
            note: "  ".to_owned(),
        };
        let wanted = [
            ("/remote/values/unfiled".to_owned(), "ratio_out_of_range"),
            ("note".to_owned(), "missing"),
        ];
        assert_eq!(mistakes(draft::write(&editor, &nothing).await), wanted);
        for (text, code) in [("", "empty"), ("{", "unreadable"), ("[]", "not_one")] {
            let new = NewDraft {
                text: text.to_owned(),
                note: "好".to_owned(),
            };
            let refused = mistakes(draft::write(&editor, &new).await);
            assert_eq!(refused, [(String::new(), code)], "{}", made.kind);
        }
        let taken = draft::write(&editor, &new(&set("BJ-2025", "2027-01-01"))).await;
        assert_eq!(mistakes(taken), [("/id".to_owned(), "already_used")]);
    })
    .await;
}

#[tokio::test]
async fn a_day_that_comes_supersedes_once() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, approver) = two(&platform).await;
        assert!(!released(&editor, &approver, &set("BJ-2026-07", "2026-07-01")).await);
        parameters::turn(&platform).await.expect("turned");
        assert_eq!(one(&editor, "BJ-2025").await.stage, Stage::Active);
        clock.advance(Duration::days(16));
        let (mut editor, mut later) = (editor, approver);
        editor.now = platform.clock.now();
        later.now = platform.clock.now();
        assert_eq!(one(&editor, "BJ-2025").await.stage, Stage::Superseded);
        let other = copy_with_rules(&made.database, &clock, 2).await;
        for one in [&platform, &other, &platform] {
            parameters::turn(one).await.expect("turned");
        }
        let steps = stages(&editor, "BJ-2026-07").await;
        assert_eq!(steps.last(), Some(&Stage::Active), "{}", made.kind);
        assert_eq!(steps.len(), 5, "written once");
        assert_eq!(stages(&editor, "BJ-2025").await, [Stage::Superseded]);
        assert_eq!(serving(&platform, "2026-07-01"), "BJ-2026-07");
        assert_eq!(serving(&platform, "2026-06-30"), "BJ-2025");
    })
    .await;
}

#[tokio::test]
async fn a_history_cannot_be_changed() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let (editor, _) = two(&platform).await;
        draft::write(&editor, &new(&set("BJ-2027", "2027-01-01")))
            .await
            .expect("a draft");
        let writer = &platform.database.writer;
        for sql in [
            "UPDATE parameter_step SET note = 'x'",
            "DELETE FROM parameter_step",
        ] {
            let refused = writer.execute_unprepared(sql).await;
            assert!(refused.is_err(), "{sql} on {}", made.kind);
        }
        let rows = parameter_step::Entity::find()
            .all(&platform.database.reader)
            .await
            .expect("rows");
        assert_eq!(rows.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_import_by_the_operator_stays_as_it_is() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let (editor, approver) = two(&platform).await;
        released(&editor, &approver, &set("BJ-2026-07", "2026-07-01")).await;
        let operator = RequestContext::operator(Arc::clone(&platform), "import");
        let again = parameters::import_shipped(&operator).await.expect("read");
        let unchanged = |one: &parameters::Imported| one.outcome == parameters::Outcome::Unchanged;
        assert!(again.iter().all(unchanged), "{}", made.kind);
        let text = set("BJ-2028", "2028-01-01").to_string();
        parameters::import(&operator, &text)
            .await
            .expect("imported");
        assert_eq!(serving(&platform, "2028-01-01"), "BJ-2028");
        assert_eq!(
            one(&editor, "BJ-2025").await.through,
            Some(day("2026-06-30"))
        );
    })
    .await;
}
