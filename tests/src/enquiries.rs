//! Somebody with settlements who asks the agency about them, and those who answer.

use std::sync::Arc;

use domain::access::Role;
use domain::ids::{AccountId, PersonId, QueryId, SettlementId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::enquiries;
use services::enquiries::send::{self, NewQuery};
use services::store::entity::audit_event;
use services::{Actor, Platform, RequestContext};
use uuid::Uuid;

use crate::database::TestDatabase;
use crate::platform::{request, resident as signed_in};
use crate::residents::{History, platform_with_rules, resident};

/// What is asked, with what must not be taken for a page.
pub const ASKED: &str = "门诊那天的检查 <b>算了两次</b>";

/// Somebody who may ask.
pub struct Scene {
    /// Where.
    pub platform: Arc<Platform>,
    /// Who.
    pub person: PersonId,
    /// Their settlements, the newest first.
    pub settlements: Vec<SettlementId>,
}

impl Scene {
    /// A resident with so many settlements.
    pub async fn new(made: &TestDatabase, settlements: u16) -> Self {
        let platform = platform_with_rules(made.database.clone()).await;
        let history = History {
            number: 1,
            settlements,
            items: 2,
        };
        let somebody = resident(&platform, history).await;
        Self {
            platform,
            person: somebody.person,
            settlements: somebody.settlements.iter().map(|one| one.0).collect(),
        }
    }

    /// Their own request.
    #[must_use]
    pub fn own(&self) -> RequestContext {
        request(&self.platform, signed_in(self.person))
    }

    /// A reviewer's.
    #[must_use]
    pub fn reviewer(&self) -> RequestContext {
        self.office(Role::Reviewer, 0x77)
    }

    /// That of an account in another role.
    #[must_use]
    pub fn office(&self, role: Role, account: u128) -> RequestContext {
        let actor = Actor {
            account: Some(AccountId::from(Uuid::from_u128(account))),
            person: None,
            role,
            name: "复核人员0107号".to_owned(),
        };
        request(&self.platform, actor)
    }

    /// Asks about the settlement at this place of the list.
    ///
    /// # Panics
    /// When it is refused.
    pub async fn send(&self, place: usize) -> QueryId {
        let about = self.settlements.get(place).copied();
        let about = about.expect("a settlement");
        send::send(&self.own(), self.person, about, &words(ASKED))
            .await
            .expect("a query")
    }

    /// The number of a query of theirs.
    ///
    /// # Panics
    /// When there is none.
    pub async fn number(&self, id: QueryId) -> String {
        let one = enquiries::one(&self.own(), self.person, id).await;
        one.expect("the query").number
    }

    /// The events of an action.
    ///
    /// # Panics
    /// When the store does not answer.
    pub async fn events(&self, action: &str) -> Vec<audit_event::Model> {
        audit_event::Entity::find()
            .filter(audit_event::Column::Action.eq(action))
            .all(&self.platform.database.reader)
            .await
            .expect("events")
    }
}

/// A query that says `text`.
#[must_use]
pub fn words(text: &str) -> NewQuery {
    NewQuery {
        words: text.to_owned(),
        form: None,
    }
}
