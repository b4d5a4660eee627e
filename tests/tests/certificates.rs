//! Certificates: what they say, who issues and sees them, what a check tells, and how they end.

use std::sync::Arc;

use domain::identifiers::CertificateCode;
use domain::settlement::Scheme;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::certificates::check::{Answer, by_code};
use services::certificates::issue::{MOST_IN_FORCE, Periods};
use services::certificates::one::Certificate;
use services::certificates::{Part, State, Status, change, issue, list, one, paper, withdraw};
use services::store::entity::{audit_event, enrolment};
use services::{Actor, Platform, RequestContext, ServiceError};
use tests::certificates::{
    ISSUER, PAPER, checked, day, employee, good, issued, load_people, read, wish,
};
use tests::database::{on_each, sqlite_only};
use tests::demonstration::id_of;
use tests::platform::{noon, platform, request, resident};
use uuid::Uuid;

#[tokio::test]
async fn a_check_tells_yes_or_no_and_nothing_more_than_the_holder_shows() {
    on_each(|made| async move {
        let made = made;
        let (platform, own) = employee(&made).await;
        let certificate = issued(&own, &[]).await;
        let facts = &certificate.facts;
        assert_eq!(
            (facts.name.as_str(), facts.status),
            ("李明", Status::Covered)
        );
        assert_eq!(
            (facts.day, facts.scheme),
            (day("2026-06-15"), Some(Scheme::Employee))
        );
        assert!(facts.number.contains("***********") && facts.number.len() == 18);
        assert_eq!(facts.periods.len(), 1, "the present period");
        assert_eq!((certificate.checks, certificate.last_checked_on), (0, None));

        let seen = good(checked(&platform, &certificate, 3).await);
        assert!(seen.insured, "{}", made.kind);
        assert_eq!((seen.day, seen.issued_at), (day("2026-06-15"), noon()));
        assert_eq!(
            (seen.issuer.as_str(), seen.key_id),
            (ISSUER, certificate.key_id.clone())
        );
        assert_eq!((seen.identity, seen.cover, seen.region), (None, None, None));
        assert_eq!((seen.periods, seen.insured_today), (None, None));

        let again = read(&own, certificate.id).await.unwrap();
        assert_eq!(
            (again.checks, again.last_checked_on),
            (1, Some(day("2026-06-18")))
        );
        let visitor = request(&platform, Actor::visitor());
        by_code(&visitor, &certificate.code, true).await.unwrap();
        let again = read(&own, certificate.id).await.unwrap();
        assert_eq!(again.checks, 1, "a page fetched ahead is shown to nobody");

        let unknown = CertificateCode::draw(|bytes| platform.random.fill(bytes));
        let answer = by_code(&visitor, &unknown, false).await.unwrap();
        assert_eq!(answer, Answer::Unknown);
    })
    .await;
}

#[tokio::test]
async fn the_holder_decides_what_is_shown_and_until_when_and_it_counts_at_once() {
    on_each(|made| async move {
        let made = made;
        let (platform, own) = employee(&made).await;
        let person = own.actor.person.unwrap();
        let certificate = issued(&own, &[Part::Region]).await;
        let id = certificate.id;
        let seen = good(checked(&platform, &certificate, 0).await);
        assert!(
            seen.region.is_some() && seen.identity.is_none(),
            "{}",
            made.kind
        );

        let until = Some(day("2026-06-25"));
        change::change(&own, person, id, Part::Identity, until)
            .await
            .unwrap();
        change::change(&own, person, id, Part::Scheme, until)
            .await
            .unwrap();
        change::change(&own, person, id, Part::Periods, until)
            .await
            .unwrap();
        let seen = good(checked(&platform, &certificate, 10).await);
        let (name, document, number) = seen.identity.unwrap();
        assert_eq!((name.as_str(), document.as_str()), ("李明", "01"));
        assert_eq!(number, certificate.facts.number);
        assert_eq!(seen.cover, Some((Some(Scheme::Employee), Status::Covered)));
        assert_eq!(seen.periods.map(|periods| periods.len()), Some(1));
        let seen = good(checked(&platform, &certificate, 11).await);
        assert_eq!(
            (seen.identity, seen.cover, seen.periods),
            (None, None, None)
        );
        assert!(seen.region.is_some(), "as long as the certificate holds");

        change::change(&own, person, id, Part::Region, None)
            .await
            .unwrap();
        assert_eq!(good(checked(&platform, &certificate, 0).await).region, None);

        for (wrong, code) in [("2026-06-14", "past"), ("2026-09-14", "late")] {
            let refused = change::change(&own, person, id, Part::Later, Some(day(wrong))).await;
            let Err(ServiceError::Invalid(errors)) = refused else {
                panic!("{wrong} on {}", made.kind);
            };
            assert_eq!(
                (errors[0].pointer.as_str(), errors[0].code),
                ("until", code)
            );
        }
        let last = Some(certificate.expires_on);
        change::change(&own, person, id, Part::Later, last)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_is_told_only_when_the_holder_lets_it() {
    on_each(|made| async move {
        let made = made;
        let (platform, own) = employee(&made).await;
        let person = own.actor.person.unwrap();
        let certificate = issued(&own, &[Part::Later]).await;
        assert_eq!(
            good(checked(&platform, &certificate, 1).await).insured_today,
            Some(true)
        );
        enrolment::Entity::update_many()
            .col_expr(
                enrolment::Column::Until,
                Expr::value(Some(day("2026-06-30"))),
            )
            .filter(enrolment::Column::PersonId.eq(Uuid::from(person)))
            .filter(enrolment::Column::Until.is_null())
            .exec(&platform.database.writer)
            .await
            .unwrap();
        let seen = good(checked(&platform, &certificate, 30).await);
        assert!(seen.insured, "what was signed stays: {}", made.kind);
        assert_eq!(seen.insured_today, Some(false));
        change::change(&own, person, certificate.id, Part::Later, None)
            .await
            .unwrap();
        assert_eq!(
            good(checked(&platform, &certificate, 30).await).insured_today,
            None
        );

        let mut later = own.clone();
        later.now += chrono::Duration::days(30);
        let id = issue::issue(&later, person, &wish(&[])).await.unwrap();
        let second = read(&later, id).await.unwrap();
        assert_eq!(
            (second.facts.status, second.facts.scheme),
            (Status::NotInsured, None)
        );
        assert!(second.facts.periods.is_empty());
        assert!(!good(checked(&platform, &second, 30).await).insured);
    })
    .await;
}

#[tokio::test]
async fn a_certificate_ends_by_its_day_or_by_its_holder() {
    on_each(|made| async move {
        let made = made;
        let (platform, own) = employee(&made).await;
        let person = own.actor.person.unwrap();
        let certificate = issued(&own, &[Part::Identity]).await;
        assert!(matches!(
            checked(&platform, &certificate, 90).await,
            Answer::Good(_)
        ));
        let last = day("2026-09-13");
        assert_eq!(
            checked(&platform, &certificate, 91).await,
            Answer::Expired(last)
        );

        withdraw::withdraw(&own, person, certificate.id)
            .await
            .unwrap();
        assert_eq!(checked(&platform, &certificate, 0).await, Answer::Withdrawn);
        assert_eq!(
            checked(&platform, &certificate, 91).await,
            Answer::Withdrawn
        );
        withdraw::withdraw(&own, person, certificate.id)
            .await
            .unwrap();
        let again = read(&own, certificate.id).await.unwrap();
        assert_eq!(
            (again.state, again.withdrawn_at),
            (State::Withdrawn, Some(noon()))
        );
        let refused = change::change(&own, person, certificate.id, Part::Scheme, Some(last)).await;
        assert!(
            matches!(refused, Err(ServiceError::Conflict(_))),
            "{}",
            made.kind
        );
        let refused = paper::of(
            &own,
            person,
            certificate.id,
            PAPER,
            domain::language::Language::Zh,
        );
        assert!(matches!(refused.await, Err(ServiceError::Conflict(_))));

        let events = events(&platform).await;
        let mut actions: Vec<&str> = events.iter().map(|event| event.action.as_str()).collect();
        actions.sort_unstable();
        assert_eq!(
            actions,
            ["issue_certificate", "withdraw_certificate"],
            "once each, and nothing of checks: {}",
            made.kind
        );
        let object = certificate.id.to_string();
        for event in events {
            assert_eq!(
                (event.object_kind.as_str(), event.object_id.as_str()),
                ("certificate", &*object)
            );
            assert_eq!(
                (event.subject_id, event.relation.as_str()),
                (person.into(), "oneself")
            );
        }
    })
    .await;
}

async fn events(platform: &Platform) -> Vec<audit_event::Model> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Action.contains("certificate"))
        .all(&platform.database.reader)
        .await
        .unwrap()
}

#[tokio::test]
async fn nobody_else_issues_sees_changes_or_withdraws() {
    on_each(|made| async move {
        let made = made;
        let (platform, stranger) = employee(&made).await;
        let mother = id_of(&platform, "王秀英").await;
        let daughter = id_of(&platform, "刘敏").await;
        let own = request(&platform, resident(mother));
        let certificate = issued(&own, &[]).await;
        let operator = RequestContext::operator(Arc::clone(&platform), "test");
        let before = events(&platform).await.len();
        for other in [
            stranger,
            request(&platform, resident(daughter)),
            request(&platform, Actor::visitor()),
            operator,
        ] {
            let id = certificate.id;
            let answers = [
                issue::issue(&other, mother, &wish(&[])).await.map(drop),
                list::of(&other, mother, None).await.map(drop),
                one::of(&other, mother, id).await.map(drop),
                change::change(&other, mother, id, Part::Identity, None).await,
                withdraw::withdraw(&other, mother, id).await,
                paper::of(&other, mother, id, PAPER, domain::language::Language::Zh)
                    .await
                    .map(drop),
            ];
            for (number, answer) in answers.into_iter().enumerate() {
                let refused = matches!(answer, Err(ServiceError::NotFound));
                assert!(refused, "{number} on {}", made.kind);
            }
            // As if it were one of their own.
            if let Some(person) = other.actor.person {
                let answers = [
                    one::of(&other, person, id).await.map(drop),
                    change::change(&other, person, id, Part::Identity, None).await,
                    withdraw::withdraw(&other, person, id).await,
                ];
                assert!(
                    answers
                        .into_iter()
                        .all(|answer| matches!(answer, Err(ServiceError::NotFound)))
                );
            }
        }
        assert_eq!(events(&platform).await.len(), before);
        assert_eq!(
            read(&own, certificate.id).await.unwrap().state,
            State::InForce
        );
    })
    .await;
}

#[tokio::test]
async fn a_certificate_names_the_periods_that_were_asked_for() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load_people(&platform).await;
    // Two years of interruption some time ago.
    let person = id_of(&platform, "张伟").await;
    let own = request(&platform, resident(person));
    let mut counts = Vec::new();
    for periods in Periods::ALL {
        let mut wish = wish(&[]);
        wish.periods = periods;
        let id = issue::issue(&own, person, &wish).await.unwrap();
        counts.push(read(&own, id).await.unwrap().facts.periods.len());
    }
    assert!(
        counts[0] <= 1 && counts.is_sorted() && counts[2] >= 2,
        "{counts:?}"
    );
    let mut wish = wish(&[]);
    wish.days = 31;
    let refused = issue::issue(&own, person, &wish).await;
    assert!(matches!(refused, Err(ServiceError::Invalid(_))));
}

#[tokio::test]
async fn only_so_many_can_be_checked_at_a_time_and_the_list_goes_on() {
    on_each(|made| async move {
        let made = made;
        let (_, own) = employee(&made).await;
        let person = own.actor.person.unwrap();
        let mut newest = None;
        for _ in 0..MOST_IN_FORCE {
            newest = Some(issued(&own, &[]).await);
        }
        let refused = issue::issue(&own, person, &wish(&[])).await;
        let Err(ServiceError::Invalid(errors)) = refused else {
            panic!("one too many on {}", made.kind);
        };
        assert_eq!(errors[0].code, "too_many");
        let newest: Certificate = newest.unwrap();
        withdraw::withdraw(&own, person, newest.id).await.unwrap();
        issued(&own, &[]).await;

        let first = list::of(&own, person, None).await.unwrap();
        assert_eq!(first.certificates.len(), list::PAGE_SIZE);
        let second = list::of(&own, person, first.next).await.unwrap();
        assert_eq!((second.certificates.len(), second.next), (1, None));
        let all = first.certificates.iter().chain(&second.certificates);
        let states = all.filter(|one| one.state == State::Withdrawn).count();
        assert_eq!(states, 1, "{}", made.kind);
    })
    .await;
}
