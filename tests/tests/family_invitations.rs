//! Invitations between two accounts: from the form to the link, and what nobody learns from it.

use std::sync::Arc;

use chrono::Duration;
use domain::family::Scope;
use domain::ids::{FamilyInvitationId, PersonId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::family::answer::{Answer, answer};
use services::family::invite::{Request, Sent, invite};
use services::family::links::{self, Family};
use services::family::withdraw::withdraw;
use services::family::{State, standing};
use services::store::entity::{audit_event, family_invitation};
use services::{Platform, RequestContext, ServiceError};
use tests::database::{TestDatabase, on_each};
use tests::platform::{noon, request, resident as signed_in};
use tests::residents::{History, household, paper, platform_with_rules, resident};
use uuid::Uuid;

const MOTHER: &str = "11010519491231002X";
const DAUGHTER: &str = "110101199001010015";
const CHILD: &str = "440305202401310188";

struct Cast {
    platform: Arc<Platform>,
    mother: PersonId,
    daughter: PersonId,
    child: PersonId,
}

async fn cast(made: &TestDatabase) -> Cast {
    let platform = platform_with_rules(made.database.clone()).await;
    let mut people = Vec::new();
    for number in 1..=3 {
        let history = History {
            number,
            settlements: 0,
            items: 0,
        };
        people.push(resident(&platform, history).await.person);
    }
    let [mother, daughter, child] = people[..] else {
        panic!("three people");
    };
    paper(&platform, mother, MOTHER, "1949-12-31").await;
    paper(&platform, daughter, DAUGHTER, "1990-01-01").await;
    paper(&platform, child, CHILD, "2024-01-31").await;
    Cast {
        platform,
        mother,
        daughter,
        child,
    }
}

impl Cast {
    /// A request of `who`, so many days after noon.
    fn later(&self, who: PersonId, days: i64) -> RequestContext {
        let mut context = request(&self.platform, signed_in(who));
        context.now = noon() + Duration::days(days);
        context
    }

    fn now(&self, who: PersonId) -> RequestContext {
        self.later(who, 0)
    }

    async fn family(&self, who: PersonId) -> Family {
        links::of(&self.now(who)).await.unwrap()
    }

    async fn sees(&self, who: PersonId, whose: PersonId) -> Option<Scope> {
        let found = standing::of(&self.now(who), whose).await.unwrap();
        found.map(|standing| standing.scope)
    }

    /// The one invitation that reached `who`.
    async fn received(&self, who: PersonId) -> FamilyInvitationId {
        let received = self.family(who).await.received;
        assert_eq!(received.len(), 1);
        received[0].id
    }
}

/// The daughter asks her mother.
fn ask() -> Request<'static> {
    Request {
        way: "ask",
        relation: "parent",
        name: "测试1",
        number: MOTHER,
        scope: Scope::ALL,
        agreed: false,
    }
}

const YES: Answer = Answer::Confirm {
    agreed: true,
    scope: Scope {
        visits: true,
        account: false,
    },
};

#[tokio::test]
async fn who_is_asked_decides_what_is_seen() {
    on_each(|made| async move {
        let made = made;
        let cast = cast(&made).await;
        let sent = invite(&cast.now(cast.daughter), ask()).await.unwrap();
        assert_eq!(sent, Sent::Waiting);
        assert_eq!(cast.sees(cast.daughter, cast.mother).await, None, "not yet");
        let id = cast.received(cast.mother).await;
        let unread = Answer::Confirm {
            agreed: false,
            scope: Scope::ALL,
        };
        let refused = answer(&cast.now(cast.mother), id, unread).await;
        assert!(
            matches!(refused, Err(ServiceError::Invalid(errors)) if errors[0].pointer == "agreed")
        );
        let stranger = answer(&cast.now(cast.child), id, YES).await;
        assert!(
            matches!(stranger, Err(ServiceError::NotFound)),
            "not to them"
        );
        let own = answer(&cast.now(cast.daughter), id, YES).await;
        assert!(
            matches!(own, Err(ServiceError::NotFound)),
            "nobody confirms their own"
        );
        for _ in 0..2 {
            let state = answer(&cast.now(cast.mother), id, YES).await.unwrap();
            assert_eq!(state, State::Confirmed, "twice is once");
        }
        let scope = cast.sees(cast.daughter, cast.mother).await.unwrap();
        assert!(scope.visits && !scope.account, "what the mother ticked");
        assert_eq!(
            cast.sees(cast.mother, cast.daughter).await,
            None,
            "one direction"
        );
        assert_eq!(
            cast.family(cast.daughter).await.sent[0].state,
            State::Confirmed
        );
        assert_eq!(
            cast.family(cast.mother).await.received[0].state,
            State::Confirmed
        );
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::Action.eq("manage_family"))
            .filter(audit_event::Column::ObjectId.eq(id.to_string()))
            .all(&made.database.reader)
            .await
            .unwrap();
        let count = |who: PersonId| {
            let who = Uuid::from(who);
            events.iter().filter(|one| one.subject_id == who).count()
        };
        assert_eq!(
            (count(cast.mother), count(cast.daughter)),
            (2, 2),
            "{}",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn who_offers_has_decided_already() {
    on_each(|made| async move {
        let made = made;
        let cast = cast(&made).await;
        let offer = Request {
            way: "offer",
            relation: "child",
            name: " 测试2",
            number: DAUGHTER,
            scope: Scope {
                visits: false,
                account: true,
            },
            agreed: true,
        };
        invite(&cast.now(cast.mother), offer).await.unwrap();
        let id = cast.received(cast.daughter).await;
        let greedy = Answer::Confirm {
            agreed: true,
            scope: Scope::ALL,
        };
        answer(&cast.now(cast.daughter), id, greedy).await.unwrap();
        let scope = cast.sees(cast.daughter, cast.mother).await.unwrap();
        assert!(
            !scope.visits && scope.account,
            "the offer, not the answer, counts"
        );
        let link = &cast.family(cast.daughter).await.seen[0];
        assert_eq!(
            link.kinship.map(domain::family::Kinship::code),
            Some("parent")
        );
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_declined_withdrawn_or_expires_and_stays_so() {
    on_each(|made| async move {
        let made = made;
        let cast = cast(&made).await;
        let state = |context: RequestContext, id, said| async move {
            answer(&context, id, said).await.unwrap()
        };
        invite(&cast.now(cast.daughter), ask()).await.unwrap();
        let id = cast.received(cast.mother).await;
        assert_eq!(
            state(cast.now(cast.mother), id, Answer::Decline).await,
            State::Declined
        );
        assert_eq!(
            state(cast.now(cast.mother), id, YES).await,
            State::Declined,
            "too late"
        );

        invite(&cast.later(cast.daughter, 1), ask()).await.unwrap();
        let second = cast.family(cast.mother).await.received[0].id;
        let foreign = withdraw(&cast.now(cast.mother), second).await;
        assert!(
            matches!(foreign, Err(ServiceError::NotFound)),
            "only the inviter"
        );
        let withdrawn = withdraw(&cast.later(cast.daughter, 1), second)
            .await
            .unwrap();
        assert_eq!(withdrawn, State::Withdrawn);
        assert_eq!(
            state(cast.later(cast.mother, 1), second, YES).await,
            State::Withdrawn
        );

        invite(&cast.later(cast.daughter, 2), ask()).await.unwrap();
        let third = cast.family(cast.mother).await.received[0].id;
        assert_eq!(
            state(cast.later(cast.mother, 16), third, YES).await,
            State::Expired
        );
        let seen = links::of(&cast.later(cast.daughter, 16)).await.unwrap();
        assert_eq!(seen.sent[0].state, State::Expired);
        assert_eq!(
            cast.sees(cast.daughter, cast.mother).await,
            None,
            "{}",
            made.kind
        );
    })
    .await;
}

/// What the inviter sees of an invitation, without what they typed themselves.
fn seen(family: &Family) -> Vec<(State, Duration)> {
    let waits = |one: &services::family::Invitation| one.expires_at - one.sent_at;
    family
        .sent
        .iter()
        .map(|one| (one.state, waits(one)))
        .collect()
}

#[tokio::test]
async fn nobody_learns_who_is_insured() {
    on_each(|made| async move {
        let made = made;
        let cast = cast(&made).await;
        let nobody = Request {
            number: "510107196308154012",
            ..ask()
        };
        let other_name = Request {
            name: "测试9",
            ..ask()
        };
        let mut told = Vec::new();
        for request in [ask(), nobody, other_name] {
            family_invitation::Entity::delete_many()
                .exec(&made.database.writer)
                .await
                .unwrap();
            let sent = invite(&cast.now(cast.daughter), request).await.unwrap();
            let events = audit_event::Entity::find()
                .all(&made.database.reader)
                .await
                .unwrap();
            let family = cast.family(cast.daughter).await;
            told.push((sent, seen(&family), events.len() % 2));
            let reached = cast.family(cast.mother).await.received.len();
            assert_eq!(
                reached,
                usize::from(told.len() == 1),
                "name and number together"
            );
        }
        assert!(
            told.iter().all(|one| *one == told[0]),
            "{}: {told:?}",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_form_counts_once_and_a_day_has_five() {
    on_each(|made| async move {
        let made = made;
        let cast = cast(&made).await;
        for _ in 0..3 {
            invite(&cast.now(cast.daughter), ask()).await.unwrap();
        }
        assert_eq!(
            cast.family(cast.daughter).await.sent.len(),
            1,
            "pressed thrice"
        );
        for number in ["E1000001", "E1000002", "E1000003", "E1000004"] {
            let other = Request { number, ..ask() };
            invite(&cast.now(cast.daughter), other).await.unwrap();
        }
        let sixth = Request {
            number: "E1000005",
            ..ask()
        };
        let refused = invite(&cast.now(cast.daughter), sixth).await;
        assert!(
            matches!(&refused, Err(ServiceError::Invalid(errors)) if errors[0].code == "too_many")
        );
        assert!(
            invite(&cast.later(cast.daughter, 2), sixth).await.is_ok(),
            "{}",
            made.kind
        );
        let own = Request {
            number: DAUGHTER,
            ..ask()
        };
        let own = invite(&cast.now(cast.daughter), own).await;
        assert!(matches!(&own, Err(ServiceError::Invalid(errors)) if errors[0].code == "oneself"));
    })
    .await;
}

#[tokio::test]
async fn a_child_of_the_household_is_linked_and_any_other_needs_the_hall() {
    on_each(|made| async move {
        let made = made;
        let cast = cast(&made).await;
        let child = Request {
            relation: "child",
            name: "测试3",
            number: CHILD,
            ..ask()
        };
        let unknown = Request {
            name: "测试4",
            ..child
        };
        for request in [child, unknown] {
            let sent = invite(&cast.now(cast.daughter), request).await.unwrap();
            assert_eq!(sent, Sent::Hall, "no household in common, or nobody");
        }
        assert_eq!(cast.sees(cast.daughter, cast.child).await, None);
        assert!(cast.family(cast.child).await.received.is_empty());

        household(&cast.platform, &[cast.daughter, cast.child]).await;
        for _ in 0..2 {
            let sent = invite(&cast.now(cast.daughter), child).await.unwrap();
            assert_eq!(sent, Sent::Linked);
        }
        assert_eq!(cast.sees(cast.daughter, cast.child).await, Some(Scope::ALL));
        let link = &cast.family(cast.daughter).await.seen[0];
        assert_eq!(
            link.until,
            "2042-01-30".parse().ok(),
            "the day before eighteen"
        );
        let minors = invite(&cast.now(cast.child), ask()).await;
        assert!(
            matches!(&minors, Err(ServiceError::Invalid(errors)) if errors[0].code == "minor"),
            "{}: minors do not invite",
            made.kind
        );
    })
    .await;
}
