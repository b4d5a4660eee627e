//! What one relative is offered opens nothing to another, and an invitation put right is the only
//! one that can be answered.

use std::sync::Arc;

use domain::consent::{Act, Purpose};
use domain::family::Scope;
use domain::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::consents::{self, Decision};
use services::family::answer::{Answer, answer};
use services::family::end::{Side, end};
use services::family::invite::{Request, invite};
use services::family::links;
use services::family::{Invitation, State};
use services::resident::settlement;
use services::store::entity::{audit_event, message};
use services::{Platform, RequestContext, ServiceError};
use tests::database::{TestDatabase, on_each};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, Resident, link_alone, paper, platform_with_rules, resident};
use uuid::Uuid;

const DAUGHTER: &str = "110101199001010015";
const MOTHER: &str = "11010519491231002X";

struct Cast {
    platform: Arc<Platform>,
    mother: Resident,
    daughter: PersonId,
    son: PersonId,
}

impl Cast {
    async fn new(made: &TestDatabase) -> Self {
        let platform = platform_with_rules(made.database.clone()).await;
        let mut people = Vec::new();
        for number in 1..=3 {
            people.push(resident(&platform, History::short(number)).await);
        }
        let [son, daughter] = [people.pop(), people.pop()].map(|one| one.expect("somebody").person);
        let mother = people.pop().expect("somebody");
        paper(&platform, mother.person, MOTHER, "1949-12-31").await;
        paper(&platform, daughter, DAUGHTER, "1990-01-01").await;
        Self {
            platform,
            mother,
            daughter,
            son,
        }
    }

    fn now(&self, who: PersonId) -> RequestContext {
        request(&self.platform, signed_in(who))
    }

    async fn sees_details(&self, who: PersonId) -> bool {
        let id = self.mother.settlements[0].0;
        match settlement::of(&self.now(who), self.mother.person, id, 1).await {
            Ok(_) => true,
            Err(ServiceError::NotFound) => false,
            Err(other) => panic!("{other}"),
        }
    }

    async fn received(&self, who: PersonId) -> Vec<Invitation> {
        links::of(&self.now(who)).await.expect("a family").received
    }

    async fn told(&self) -> Vec<(PersonId, String)> {
        let all = message::Entity::find()
            .all(&self.platform.database.reader)
            .await;
        let all = all.expect("messages").into_iter();
        all.map(|one| (one.person_id.into(), one.template))
            .collect()
    }
}

/// The mother offers her daughter to see this much.
const fn offer(scope: Scope) -> Request<'static> {
    Request {
        way: "offer",
        relation: "child",
        name: "测试2",
        number: DAUGHTER,
        scope,
        agreed: true,
    }
}

const YES: Answer = Answer::Confirm {
    agreed: true,
    scope: Scope::ALL,
};

#[tokio::test]
async fn an_offer_opens_details_to_the_one_it_names() {
    on_each(|made| async move {
        let made = made;
        let cast = Cast::new(&made).await;
        let mother = cast.mother.person;
        link_alone(&cast.platform, cast.son, mother, "parent", None).await;
        assert!(!cast.sees_details(cast.son).await, "nothing was said");
        invite(&cast.now(mother), offer(Scope::ALL))
            .await
            .expect("sent");
        assert!(!cast.sees_details(cast.son).await, "offered to another");
        assert!(!cast.sees_details(cast.daughter).await, "not answered yet");
        let id = cast.received(cast.daughter).await[0].id;
        let state = answer(&cast.now(cast.daughter), id, YES).await;
        assert_eq!(state.expect("answered"), State::Confirmed);
        assert!(cast.sees_details(cast.daughter).await, "{}", made.kind);
        assert!(!cast.sees_details(cast.son).await, "answered by another");
        let confirmed = (mother, "family_confirmed".to_owned());
        assert_eq!(cast.told().await, [confirmed]);

        for (act, open) in [(Act::Given, true), (Act::Withdrawn, false)] {
            let decision = Decision {
                purpose: Purpose::FamilyDetails,
                act,
                text_version: Purpose::FamilyDetails.text_version(),
            };
            let said = consents::decide(&cast.now(mother), mother, decision).await;
            assert!(said.expect("said"));
            for who in [cast.daughter, cast.son] {
                assert_eq!(cast.sees_details(who).await, open, "{act:?} {}", made.kind);
            }
        }
        let ended = end(&cast.now(mother), cast.daughter, Side::Seeing).await;
        assert!(ended.expect("ended"));
        let told = cast.told().await;
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.contains(&(cast.daughter, "family_ended".to_owned())));
    })
    .await;
}

#[tokio::test]
async fn an_invitation_put_right_replaces_the_one_that_waits() {
    on_each(|made| async move {
        let made = made;
        let cast = Cast::new(&made).await;
        let mother = cast.mother.person;
        let mistyped = Request {
            name: "测试9",
            ..offer(Scope::ALL)
        };
        invite(&cast.now(mother), mistyped).await.expect("sent");
        assert!(cast.received(cast.daughter).await.is_empty());
        invite(&cast.now(mother), offer(Scope::ALL))
            .await
            .expect("sent");
        let wide = cast.received(cast.daughter).await;
        assert_eq!((wide.len(), wide[0].state), (1, State::Waiting));
        invite(&cast.now(mother), offer(Scope::default()))
            .await
            .expect("sent");
        let both = cast.received(cast.daughter).await;
        let states: Vec<_> = both.iter().map(|one| (one.scope, one.state)).collect();
        // Of one instant, so in any order.
        assert_eq!(states.len(), 2, "{}", made.kind);
        assert!(states.contains(&(Scope::default(), State::Waiting)));
        assert!(states.contains(&(Scope::ALL, State::Withdrawn)));
        // Both sides find in their logs that the earlier ones were taken back: sent and withdrawn.
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::ObjectKind.eq("family_invitation"))
            .filter(audit_event::Column::ObjectId.eq(wide[0].id.to_string()))
            .all(&cast.platform.database.reader)
            .await
            .expect("events");
        for whose in [mother, cast.daughter] {
            let theirs = events
                .iter()
                .filter(|one| one.subject_id == Uuid::from(whose));
            assert_eq!(theirs.count(), 2, "{}", made.kind);
        }
        let late = answer(&cast.now(cast.daughter), wide[0].id, YES).await;
        assert_eq!(late.expect("an answer"), State::Withdrawn);
    })
    .await;
}
