//! New rules are in force: whoever they concern is told, once.

use std::sync::Arc;

use chrono::Duration;
use domain::ids::PersonId;
use sea_orm::EntityTrait;
use services::jobs::LEASE;
use services::messages::Template;
use services::parameters::radar::RadarState;
use services::parameters::{self, governed, take_back};
use services::store::bulk::OnConflict;
use services::store::entity::{message, muted_topic};
use services::{Platform, RequestContext};
use tests::database::on_each;
use tests::governed::{released, two, with_deductible, work};
use tests::messages::{copy_with_rules, of};
use tests::residents::{History, person_id, plain, resident};
use tests::site::MovableClock;
use uuid::Uuid;

async fn told(platform: &Platform) -> Vec<Uuid> {
    got(platform, "rules_changed").await
}

async fn got(platform: &Platform, template: &str) -> Vec<Uuid> {
    let all = message::Entity::find().all(&platform.database.reader).await;
    let all = all.expect("messages").into_iter();
    let mut told: Vec<Uuid> = all
        .filter(|one| one.template == template)
        .map(|one| one.person_id)
        .collect();
    told.sort();
    told
}

/// Two people with many bills, one with a single small one, one with none.
async fn people(platform: &Platform) -> [PersonId; 2] {
    for (number, settlements) in [(1, 60), (2, 60), (3, 1)] {
        let history = History {
            number,
            settlements,
            items: 4,
        };
        resident(platform, history).await;
    }
    let writer = &platform.database.writer;
    plain(4)
        .write(writer, OnConflict::Fail)
        .await
        .expect("somebody without bills");
    [person_id(1), person_id(2)]
}

async fn radar(context: &RequestContext, id: &str) -> (RadarState, u64, u64) {
    let one = governed::one(context, id).await.expect("a set");
    let radar = one.radar.expect("it was released here");
    (radar.state, radar.looked_at, radar.told)
}

#[tokio::test]
async fn whoever_is_concerned_is_told_once() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, approver) = two(&platform).await;
        let concerned = people(&platform).await;
        let set = with_deductible("BJ-2026-06", "2026-06-01", 100);
        assert!(released(&editor, &approver, &set).await, "at once");
        assert_eq!(radar(&editor, "BJ-2026-06").await.0, RadarState::Running);
        work(&platform).await.expect("a job");
        assert_eq!(
            told(&platform).await,
            concerned.map(Uuid::from),
            "{}",
            made.kind
        );
        assert_eq!(radar(&editor, "BJ-2026-06").await, (RadarState::Done, 4, 2));
        let [first, _] = concerned;
        let message = of(&platform, first).await.remove(0);
        assert_eq!(message.topic, "year");
        let said = Template::read(&message.template, &message.parameters);
        let Some(Template::RulesChanged { more, region, .. }) = said else {
            panic!("{message:?}");
        };
        assert_eq!(region, "110105");
        assert!(more.fen() <= -10_000, "{more:?}");
        // Nothing more comes of another day, another server, or the same job again.
        let other = copy_with_rules(&made.database, &clock, 2).await;
        for one in [&platform, &other] {
            parameters::turn(one).await.expect("turned");
            assert_eq!(work(one).await, None);
        }
        assert_eq!(told(&platform).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn it_begins_on_the_first_day_and_respects_what_is_switched_off() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, approver) = two(&platform).await;
        let [first, second] = people(&platform).await;
        let muted = muted_topic::Model {
            person_id: first.into(),
            topic: "year".to_owned(),
            since: platform.clock.now(),
        };
        services::store::bulk::insert::<muted_topic::Entity>(
            &platform.database.writer,
            &[muted],
            OnConflict::Fail,
        )
        .await
        .expect("switched off");
        let set = with_deductible("BJ-2026-07", "2026-07-01", 100);
        assert!(!released(&editor, &approver, &set).await);
        parameters::turn(&platform).await.expect("turned");
        assert_eq!(work(&platform).await, None, "not yet");
        clock.advance(Duration::days(16));
        parameters::turn(&platform).await.expect("turned");
        work(&platform).await.expect("a job");
        assert_eq!(told(&platform).await, [Uuid::from(second)], "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_dies_tells_nobody_twice() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy_with_rules(&made.database, &clock, 1).await;
        let other = copy_with_rules(&made.database, &clock, 2).await;
        let (editor, approver) = two(&one).await;
        people(&one).await;
        // More people than one step looks at.
        for number in 5..=520 {
            let writer = &one.database.writer;
            let rows = plain(number);
            rows.write(writer, OnConflict::Fail)
                .await
                .expect("somebody");
        }
        let set = with_deductible("BJ-2026-06", "2026-06-01", 100);
        released(&editor, &approver, &set).await;
        let platform = Arc::clone(&one);
        let dies = tokio::spawn(async move { work(&platform).await });
        while radar(&editor, "BJ-2026-06").await.1 == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
        dies.abort();
        let _ = dies.await;
        clock.advance(LEASE + Duration::seconds(1));
        work(&other).await;
        assert_eq!(told(&other).await.len(), 2, "{}", made.kind);
        assert_eq!(
            radar(&editor, "BJ-2026-06").await,
            (RadarState::Done, 520, 2)
        );
    })
    .await;
}

#[tokio::test]
async fn a_set_that_is_taken_back_tells_nobody_more() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, approver) = two(&platform).await;
        people(&platform).await;
        let set = with_deductible("BJ-2026-06", "2026-06-01", 100);
        released(&editor, &approver, &set).await;
        let id = "BJ-2026-06";
        take_back::ask(&editor, id, "错了").await.expect("asked");
        take_back::answer(&approver, id, take_back::Answer::Yes, "同意")
            .await
            .expect("taken back");
        work(&platform).await.expect("a job");
        assert_eq!(told(&platform).await.len(), 0, "{}", made.kind);
        assert_eq!(radar(&editor, id).await.0, RadarState::Stopped);
    })
    .await;
}

#[tokio::test]
async fn whoever_was_told_is_told_once_that_it_was_taken_back() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let (editor, approver) = two(&platform).await;
        let concerned = people(&platform).await;
        let [first, _] = concerned;
        let set = with_deductible("BJ-2026-06", "2026-06-01", 100);
        released(&editor, &approver, &set).await;
        work(&platform).await.expect("a job");
        assert_eq!(told(&platform).await.len(), 2, "{}", made.kind);
        // Switched off since: what was said is put right all the same.
        let muted = muted_topic::Model {
            person_id: first.into(),
            topic: "year".to_owned(),
            since: platform.clock.now(),
        };
        services::store::bulk::insert::<muted_topic::Entity>(
            &platform.database.writer,
            &[muted],
            OnConflict::Fail,
        )
        .await
        .expect("switched off");
        let id = "BJ-2026-06";
        take_back::ask(&editor, id, "错了").await.expect("asked");
        take_back::answer(&approver, id, take_back::Answer::Yes, "同意")
            .await
            .expect("taken back");
        // Another server does it, as the first one is gone.
        let other = copy_with_rules(&made.database, &clock, 2).await;
        work(&other).await.expect("a job");
        assert_eq!(
            got(&other, "rules_taken_back").await,
            concerned.map(Uuid::from),
            "{}",
            made.kind
        );
        let newest = of(&other, first).await;
        let newest = newest.iter().find(|one| one.template == "rules_taken_back");
        let newest = newest.expect("a message");
        let said = Template::read(&newest.template, &newest.parameters);
        let Some(Template::RulesTakenBack { region, counts, .. }) = said else {
            panic!("{newest:?}");
        };
        let before = other.parameters.by_id("BJ-2025").expect("a set");
        assert_eq!(
            (region.as_str(), counts),
            ("110105", Some(before.name.clone()))
        );
        for one in [&platform, &other] {
            parameters::turn(one).await.expect("turned");
            assert_eq!(work(one).await, None, "once");
        }
        assert_eq!(got(&other, "rules_taken_back").await.len(), 2);
    })
    .await;
}
