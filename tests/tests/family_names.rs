//! Invitations find people by name and number together: however the name's middle dot is written.

use std::sync::Arc;

use chrono::Duration;
use domain::family::Scope;
use domain::ids::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::family::State;
use services::family::invite::{Request, Sent, invite};
use services::family::links;
use services::family::withdraw::withdraw;
use services::store::entity::person;
use services::{Platform, RequestContext};
use tests::database::{TestDatabase, on_each};
use tests::platform::{noon, request, resident as signed_in};
use tests::residents::{History, paper, platform_with_rules, resident};
use uuid::Uuid;

const MOTHER: &str = "11010519491231002X";

struct Cast {
    platform: Arc<Platform>,
    mother: PersonId,
    daughter: PersonId,
}

impl Cast {
    async fn new(made: &TestDatabase) -> Self {
        let platform = platform_with_rules(made.database.clone()).await;
        let history = |number| History {
            number,
            settlements: 0,
            items: 0,
        };
        let mother = resident(&platform, history(1)).await.person;
        let daughter = resident(&platform, history(2)).await.person;
        paper(&platform, mother, MOTHER, "1949-12-31").await;
        paper(&platform, daughter, "110101199001010015", "1990-01-01").await;
        Self {
            platform,
            mother,
            daughter,
        }
    }

    /// A request of `who`, so many days after noon.
    fn later(&self, who: PersonId, days: i64) -> RequestContext {
        let mut context = request(&self.platform, signed_in(who));
        context.now = noon() + Duration::days(days);
        context
    }
}

/// The daughter asks somebody with the mother's number, called so.
fn asks(name: &str) -> Request<'_> {
    Request {
        way: "ask",
        relation: "parent",
        name,
        number: MOTHER,
        scope: Scope::ALL,
        agreed: false,
    }
}

#[tokio::test]
async fn a_name_reaches_whoever_has_it_with_whatever_middle_dot() {
    const DOTS: [&str; 4] = ["·", "•", "・", "‧"];
    on_each(|made| async move {
        let made = made;
        let cast = Cast::new(&made).await;
        let mut days = 0;
        for stored in DOTS {
            let name = format!("阿依古丽{stored}买买提");
            person::Entity::update_many()
                .col_expr(person::Column::Name, Expr::value(name))
                .filter(person::Column::PersonId.eq(Uuid::from(cast.mother)))
                .exec(&made.database.writer)
                .await
                .unwrap();
            let typed = DOTS.map(|dot| (format!("阿依古丽{dot}买买提"), true));
            let spaced = ("阿依古丽 ・ 买买提".to_owned(), true);
            let others = [("阿依古丽买买提", false), ("阿依古丽-买买提", false)];
            let others = others.map(|(name, reached)| (name.to_owned(), reached));
            for (name, reached) in typed.into_iter().chain([spaced]).chain(others) {
                days += 1;
                let daughters = cast.later(cast.daughter, days);
                let sent = invite(&daughters, asks(&name)).await.unwrap();
                assert_eq!(sent, Sent::Waiting, "the same answer to whoever asks");
                let mothers = cast.later(cast.mother, days);
                let received = links::of(&mothers).await.unwrap().received;
                let waits = received.iter().filter(|one| one.state == State::Waiting);
                let waits: Vec<_> = waits.map(|one| one.invited.as_str()).collect();
                let wanted = if reached { vec![name.as_str()] } else { vec![] };
                assert_eq!(waits, wanted, "{stored} on {}", made.kind);
                // Taken back, so that the next one begins anew.
                let sent = links::of(&daughters).await.unwrap().sent.remove(0);
                withdraw(&daughters, sent.id).await.unwrap();
            }
        }
    })
    .await;
}
