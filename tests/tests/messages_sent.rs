//! What is sent: for what is stored of a person, once for its occasion, whoever sends and dies.

use std::time::Duration as Wait;

use chrono::{Duration, NaiveDate};
use domain::access::Role;
use domain::ids::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::jobs::{self, LEASE};
use services::messages::{self, Template, Topic, compose, settings};
use services::records::Rows;
use services::store::bulk::OnConflict;
use services::store::entity::{
    audit_event, contribution, enrolment, holding, job, message, person, product,
};
use services::{Platform, RequestContext, products};
use tests::database::{TestDatabase, on_each};
use tests::messages::{copy_with_rules, occasions, of, send};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, person_id, resident};
use tests::site::MovableClock;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn history(number: u16, settlements: u16) -> History {
    History {
        number,
        settlements,
        items: 3,
    }
}

async fn change(platform: &Platform, who: PersonId, column: enrolment::Column, value: Expr) {
    enrolment::Entity::update_many()
        .col_expr(column, value)
        .filter(enrolment::Column::PersonId.eq(Uuid::from(who)))
        .exec(&platform.database.writer)
        .await
        .expect("changed");
}

fn own(whose: PersonId, what: &str) -> String {
    let enrolment = Uuid::from_u128(Uuid::from(whose).as_u128() | 1 << 40);
    format!("{what}:{enrolment}")
}

#[tokio::test]
async fn each_change_of_cover_is_told_with_its_place() {
    on_each(async |made| {
        use enrolment::Column::{Since, State, Until, WaitingUntil};
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let mut who = Vec::new();
        for number in 1..=6 {
            who.push(resident(&platform, history(number, 0)).await.person);
        }
        let (began, ended, ends) = (who[0], who[1], who[2]);
        let (rests, waited, dead) = (who[3], who[4], who[5]);
        let to = |text: &str| Expr::value(day(text));
        change(&platform, began, Since, to("2026-06-01")).await;
        change(&platform, ended, Until, to("2026-06-10")).await;
        change(&platform, ends, Until, to("2026-06-30")).await;
        change(&platform, rests, State, Expr::value("suspended")).await;
        change(&platform, waited, WaitingUntil, to("2026-05-31")).await;
        change(&platform, dead, Until, to("2026-06-10")).await;
        person::Entity::update_many()
            .col_expr(person::Column::Status, Expr::value("dead"))
            .filter(person::Column::PersonId.eq(Uuid::from(dead)))
            .exec(&platform.database.writer)
            .await
            .expect("changed");
        send(&platform).await;
        let wanted = [
            (began, own(began, "cover_began")),
            (ended, own(ended, "cover_ended")),
            (ends, own(ends, "cover_ends")),
            (rests, own(rests, "cover_rests") + ":2026"),
            (waited, own(waited, "benefits_begin")),
        ];
        for (person, occasion) in wanted {
            let found = occasions(&platform, person).await;
            assert_eq!(found, [occasion], "{}", made.kind);
            let message = of(&platform, person).await.remove(0);
            assert!(message.parameters.contains("110105"));
            assert_eq!((message.topic.as_str(), message.read_at), ("cover", None));
            assert!(Template::read(&message.template, &message.parameters).is_some());
        }
        assert_eq!(of(&platform, dead).await, [], "nobody reads it");
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::ObjectKind.eq("messages"))
            .all(&platform.database.reader)
            .await
            .expect("events");
        assert_eq!(events.len(), 1, "one for the batch");
        assert_eq!(events[0].role, Role::Operator.code());
        assert_eq!(events[0].object_id, "2026-06-15 5 after ");
    })
    .await;
}

/// The rows of somebody insured as a resident in Beijing.
async fn as_resident(platform: &Platform, who: PersonId) {
    change(
        platform,
        who,
        enrolment::Column::Scheme,
        Expr::value("resident"),
    )
    .await;
}

fn fee(who: PersonId, period: i32) -> contribution::Model {
    contribution::Model {
        person_id: who.into(),
        period,
        scheme: "resident".to_owned(),
        kind: "yearly".to_owned(),
        employer_id: None,
        base: 0,
        employer_amount: 0,
        person_amount: 40_000,
        subsidy_amount: 67_000,
        account_credit: 0,
        state: "paid".to_owned(),
        paid_on: Some(day("2026-09-20")),
    }
}

#[tokio::test]
async fn the_window_is_told_to_residents_who_have_not_paid() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let late = resident(&platform, history(1, 0)).await.person;
        let paid = resident(&platform, history(2, 0)).await.person;
        let works = resident(&platform, history(3, 0)).await.person;
        as_resident(&platform, late).await;
        as_resident(&platform, paid).await;
        send(&platform).await;
        assert_eq!(occasions(&platform, late).await, [""; 0], "not open yet");
        // The shipped window of Beijing: September through December.
        clock.advance(Duration::days(90));
        send(&platform).await;
        let mut rows = Rows::default();
        rows.contributions.push(fee(paid, 202_701));
        rows.write(&platform.database.writer, OnConflict::Fail)
            .await
            .expect("paid");
        for _ in 0..90 {
            clock.advance(Duration::days(1));
            send(&platform).await;
        }
        let both = ["window_closes:2027", "window_opens:2027"];
        assert_eq!(occasions(&platform, late).await, both, "{}", made.kind);
        assert_eq!(occasions(&platform, paid).await, ["window_opens:2027"]);
        assert_eq!(occasions(&platform, works).await, [""; 0]);
    })
    .await;
}

/// An add-on of `person` that ends within the month.
fn ends_soon(person: PersonId, product_id: &str) -> holding::Model {
    holding::Model {
        person_id: person.into(),
        holding_id: Uuid::from_u128(5),
        product_id: product_id.to_owned(),
        since: day("2025-07-01"),
        until: Some(day("2026-06-30")),
        premium: 19_500,
    }
}

#[tokio::test]
async fn settlements_thresholds_and_ending_add_ons_are_told() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let operator = RequestContext::operator(platform.clone(), "test");
        products::import_shipped(&operator).await.expect("products");
        // A month and more of visits; the stays carry the burden past every threshold.
        let ill = resident(&platform, history(1, 40)).await;
        let mut rows = Rows::default();
        rows.holdings
            .push(ends_soon(ill.person, "sample-city-beijing"));
        rows.write(&platform.database.writer, OnConflict::Fail)
            .await
            .expect("held");
        send(&platform).await;
        let found = occasions(&platform, ill.person).await;
        let settled = found.iter().filter(|one| one.starts_with("settlement:"));
        // All of them arrived at noon of today.
        assert_eq!(settled.count(), 40, "{}", made.kind);
        let rest: Vec<_> = found
            .iter()
            .filter(|one| !one.starts_with("settlement:"))
            .map(String::as_str)
            .collect();
        let holding = format!("holding_ends:{}", Uuid::from_u128(5));
        assert!(rest.contains(&holding.as_str()), "{rest:?}");
        let met = "outpatient_deductible_met:employee:2026";
        assert!(rest.contains(&met), "{rest:?}");
        for one in of(&platform, ill.person).await {
            for told in ["医院", "诊", "total", "cash"] {
                assert!(!one.parameters.contains(told), "{}", one.parameters);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_product_that_does_not_read_keeps_nobody_from_their_messages() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let operator = RequestContext::operator(platform.clone(), "test");
        products::import_shipped(&operator).await.expect("products");
        let holder = resident(&platform, history(1, 1)).await.person;
        let other = resident(&platform, history(2, 1)).await.person;
        let mut rows = Rows::default();
        for (person, product_id) in [
            (holder, "sample-city-beijing"),
            (other, "sample-city-chengdu"),
        ] {
            rows.holdings.push(ends_soon(person, product_id));
        }
        rows.write(&platform.database.writer, OnConflict::Fail)
            .await
            .expect("held");
        product::Entity::update_many()
            .col_expr(product::Column::Body, Expr::value("{\"of\":\"tomorrow\"}"))
            .filter(product::Column::ProductId.eq("sample-city-beijing"))
            .exec(&platform.database.writer)
            .await
            .expect("changed");
        send(&platform).await;
        let ends = format!("holding_ends:{}", Uuid::from_u128(5));
        let holders = occasions(&platform, holder).await;
        assert!(!holders.contains(&ends), "{}: {holders:?}", made.kind);
        let settled = holders.iter().filter(|one| one.starts_with("settlement:"));
        assert_eq!(settled.count(), 1, "the rest is told: {holders:?}");
        let others = occasions(&platform, other).await;
        assert!(others.contains(&ends), "{}: {others:?}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_topic_switched_off_is_not_sent_and_mandatory_ones_are() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let somebody = resident(&platform, history(1, 3)).await.person;
        let context = request(&platform, signed_in(somebody));
        let since = Expr::value(day("2026-06-01"));
        change(&platform, somebody, enrolment::Column::Since, since).await;
        settings::keep(&context, somebody, &[]).await.expect("kept");
        let heard = settings::of(&context, somebody).await.expect("topics");
        assert_eq!(heard, [Topic::Cover, Topic::Queries, Topic::Security]);
        send(&platform).await;
        let found = occasions(&platform, somebody).await;
        assert_eq!(found, [own(somebody, "cover_began")], "{}", made.kind);
        settings::keep(&context, somebody, &[Topic::Settlements])
            .await
            .expect("kept");
        clock.advance(Duration::days(1));
        send(&platform).await;
        let found = occasions(&platform, somebody).await;
        assert_eq!(found.len(), 4, "the last month is made up for: {found:?}");
    })
    .await;
}

/// Everybody's messages without what differs by the instant of sending.
async fn everything(made: &TestDatabase) -> Vec<(Uuid, String, String)> {
    let all = message::Entity::find().all(&made.database.reader).await;
    let all = all.expect("messages").into_iter();
    let mut all: Vec<_> = all
        .map(|one| (one.person_id, one.occasion, one.parameters))
        .collect();
    all.sort();
    all
}

#[tokio::test]
async fn two_servers_that_die_all_the_time_send_each_message_once() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let one = copy_with_rules(&made.database, &clock, 1).await;
        let two = copy_with_rules(&made.database, &clock, 2).await;
        // More than two batches of people.
        let mut rows = Rows::default();
        for number in 1..=600 {
            rows.append(tests::residents::plain(number));
        }
        rows.write(&made.database.writer, OnConflict::Fail)
            .await
            .expect("people");
        enrolment::Entity::update_many()
            .col_expr(enrolment::Column::Since, Expr::value(day("2026-06-01")))
            .exec(&made.database.writer)
            .await
            .expect("changed");
        messages::plan_today(&one).await.expect("planned");
        // However slow the machine is, some day they live long enough for a step.
        let mut patience = Wait::from_millis(2);
        for _ in 0..40 {
            let stop = CancellationToken::new();
            let run = |platform| jobs::run_next(platform, jobs::KINDS, &stop);
            patience = patience.mul_f32(1.3);
            let both = async { tokio::join!(run(&one), run(&two)) };
            // Whoever is still at it then is dropped, wherever it is.
            let _ = timeout(patience, both).await;
            clock.advance(LEASE + Duration::seconds(1));
            if everything(&made).await.len() >= 600 {
                break;
            }
            // A step that nobody ever had the time to do parks the job; somebody lets it go on.
            job::Entity::update_many()
                .col_expr(job::Column::Attempts, Expr::value(0))
                .exec(&made.database.writer)
                .await
                .expect("let go on");
        }
        let sent = everything(&made).await;
        assert_eq!(sent.len(), 600, "{}", made.kind);
        // The same again, as if nothing had been sent today.
        job::Entity::delete_many()
            .exec(&made.database.writer)
            .await
            .expect("forgotten");
        let (first, second) = tokio::join!(send(&one), send(&two));
        assert_eq!(first + second, 3, "steps");
        assert!(everything(&made).await == sent, "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn others_send_within_their_own_transaction() {
    on_each(async |made| {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
        let somebody = resident(&platform, history(1, 0)).await.person;
        let invitation = Template::FamilyInvitation {
            name: "刘敏".to_owned(),
            replaces: false,
        };
        let now = platform.clock.now();
        let sent = async |commit: bool| {
            let transaction = platform.database.begin().await.expect("begun");
            let new = compose(&transaction, now, somebody, &invitation, "invitation:7");
            let new = new.await.expect("composed");
            if commit {
                transaction.commit().await.expect("committed");
            }
            new
        };
        assert!(sent(false).await, "it would be new");
        assert_eq!(
            of(&platform, somebody).await,
            [],
            "rolled back with the rest"
        );
        assert!(sent(true).await);
        assert!(!sent(true).await, "once for its occasion");
        assert_eq!(of(&platform, somebody).await.len(), 1, "{}", made.kind);
        let nobody = compose(
            &platform.database.writer,
            now,
            person_id(999),
            &invitation,
            "invitation:8",
        );
        assert!(nobody.await.is_err(), "nobody to send it to");
    })
    .await;
}
