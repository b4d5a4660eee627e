//! A released set is taken back by two people: its predecessor serves again, bills that name it can
//! still be explained, and the line of sets stays in order.

use domain::access::Role;
use services::ServiceError;
use services::parameters::review::{self, Verdict};
use services::parameters::stage::Stage;
use services::parameters::take_back::{self, Answer};
use services::parameters::{Warning, draft, release};
use tests::database::on_each;
use tests::governed::{
    acting, codes, content, day, new, one, released, reviewed, serving, set, two,
};
use tests::residents::platform_with_rules;

#[tokio::test]
async fn two_people_take_a_set_back_and_its_predecessor_serves_again() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let (editor, approver) = two(&platform).await;
        assert!(released(&editor, &approver, &set("BJ-2026-06", "2026-06-01")).await);
        assert_eq!(serving(&platform, "2026-06-15"), "BJ-2026-06");
        let nobody = take_back::answer(&approver, "BJ-2026-06", Answer::Yes, "好").await;
        assert!(
            matches!(nobody, Err(ServiceError::NotFound)),
            "nobody asked"
        );
        let imported = take_back::ask(&editor, "BJ-2025", "错了").await;
        assert!(matches!(imported, Err(ServiceError::NotFound)));
        take_back::ask(&editor, "BJ-2026-06", "起付线写错了")
            .await
            .expect("asked");
        let own = editor.actor.account.expect("an account");
        let own = acting(&platform, own, Role::Approver);
        let refused = take_back::answer(&own, "BJ-2026-06", Answer::Yes, "好").await;
        assert_eq!(codes(refused), ["own_wish"], "{}", made.kind);
        take_back::answer(&approver, "BJ-2026-06", Answer::No, "先不撤")
            .await
            .expect("kept");
        assert_eq!(serving(&platform, "2026-06-15"), "BJ-2026-06");
        take_back::ask(&editor, "BJ-2026-06", "还是错了")
            .await
            .expect("asked again");
        take_back::answer(&approver, "BJ-2026-06", Answer::Yes, "同意")
            .await
            .expect("taken back");
        let book = &platform.parameters;
        assert_eq!(serving(&platform, "2026-06-15"), "BJ-2025");
        assert!(book.by_id("BJ-2026-06").is_some(), "bills that name it");
        assert!(book.all().iter().all(|set| set.id != "BJ-2026-06"));
        let before = one(&editor, "BJ-2025").await;
        assert_eq!((before.through, before.stage), (None, Stage::Active));
        let after = one(&editor, "BJ-2026-06").await;
        assert_eq!(after.stage, Stage::TakenBack);
        assert!(!after.may.ask_back);
        let notes: Vec<&str> = after.steps.iter().map(|step| step.note.as_str()).collect();
        assert!(
            notes.contains(&"还是错了") && notes.contains(&"同意"),
            "{notes:?}"
        );
        // The day is free again, the id is not.
        let id = reviewed(&editor, &approver, &set("BJ-2026-06B", "2026-06-01")).await;
        let seen = content(&approver, &id).await;
        let again = release::release(&approver, &id, &seen, release::TOLD_FROM).await;
        assert!(again.expect("released"));
        let taken = draft::write(&editor, &new(&set("BJ-2026-06", "2026-09-01"))).await;
        assert_eq!(codes(taken), ["already_used"]);
    })
    .await;
}

#[tokio::test]
async fn the_later_set_is_taken_back_first_and_no_two_begin_together() {
    on_each(async |made| {
        let platform = platform_with_rules(made.database.clone()).await;
        let (editor, approver) = two(&platform).await;
        released(&editor, &approver, &set("BJ-A", "2026-06-01")).await;
        let id = reviewed(&editor, &approver, &set("BJ-D", "2026-12-01")).await;
        released(&editor, &approver, &set("BJ-C", "2026-12-01")).await;
        let refused = take_back::ask(&editor, "BJ-A", "错了").await;
        assert_eq!(codes(refused), ["later_one"]);
        let seen = content(&approver, &id).await;
        let refused = release::release(&approver, &id, &seen, release::TOLD_FROM).await;
        assert_eq!(codes(refused), ["same_day"]);
        // It is told with the set before that, and no review passes it.
        let draft = one(&approver, &id).await;
        let other = "BJ-C".to_owned();
        assert_eq!(draft.warnings, [Warning::SameDay { id: other }]);
        let refused = review::review(&approver, &id, &seen, Verdict::Good, "好").await;
        assert_eq!(codes(refused), ["same_day"]);
        // One between two others ends where the later one begins.
        released(&editor, &approver, &set("BJ-B", "2026-09-01")).await;
        let through = |id: &'static str| {
            let editor = editor.clone();
            async move { one(&editor, id).await.through }
        };
        assert_eq!(
            through("BJ-A").await,
            Some(day("2026-08-31")),
            "{}",
            made.kind
        );
        assert_eq!(through("BJ-B").await, Some(day("2026-11-30")));
        assert_eq!(through("BJ-C").await, None);
    })
    .await;
}
