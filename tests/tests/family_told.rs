//! Whoever is invited gets a message from the job of the day, once, and whoever invites learns
//! nothing from it.

use std::sync::Arc;

use chrono::Duration;
use domain::family::Scope;
use domain::ids::PersonId;
use sea_orm::EntityTrait;
use services::family::State;
use services::family::answer::{Answer, answer};
use services::family::invite::{Request, Sent, invite};
use services::family::links;
use services::family::withdraw::withdraw;
use services::messages::Template;
use services::store::entity::{job, message};
use services::{Platform, RequestContext};
use tests::database::{TestDatabase, on_each};
use tests::messages::{copy_with_rules, occasions, of, send};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, paper, resident};
use tests::site::MovableClock;

const MOTHER: &str = "11010519491231002X";

struct Cast {
    clock: Arc<MovableClock>,
    platform: Arc<Platform>,
    mother: PersonId,
    daughter: PersonId,
}

impl Cast {
    async fn new(made: &TestDatabase) -> Self {
        let clock = MovableClock::at_noon();
        let platform = copy_with_rules(&made.database, &clock, 1).await;
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
            clock,
            platform,
            mother,
            daughter,
        }
    }

    fn now(&self, who: PersonId) -> RequestContext {
        let mut context = request(&self.platform, signed_in(who));
        context.now = self.platform.clock.now();
        context
    }

    /// The daughter asks somebody called so to let her see them.
    async fn asks(&self, name: &str) -> Sent {
        self.asks_as(name, "parent").await
    }

    /// The same, saying that they are this to her.
    async fn asks_as(&self, name: &str, relation: &str) -> Sent {
        let request = Request {
            way: "ask",
            relation,
            name,
            number: MOTHER,
            scope: Scope::default(),
            agreed: false,
        };
        invite(&self.now(self.daughter), request)
            .await
            .expect("sent")
    }

    async fn messages(&self) -> usize {
        let all = message::Entity::find().all(&self.platform.database.reader);
        all.await.expect("messages").len()
    }
}

#[tokio::test]
async fn the_invited_one_is_told_once_and_nobody_else_is() {
    on_each(async |made| {
        let cast = Cast::new(&made).await;
        assert_eq!(cast.asks("测试1").await, Sent::Waiting);
        assert_eq!(
            cast.messages().await,
            0,
            "not as it is sent: that takes time"
        );
        let family = links::of(&cast.now(cast.mother)).await.expect("a family");
        let id = family.received[0].id;
        for _ in 0..3 {
            send(&cast.platform).await;
            cast.clock.advance(Duration::days(1));
        }
        // As if no day had been done yet.
        job::Entity::delete_many()
            .exec(&made.database.writer)
            .await
            .expect("forgotten");
        send(&cast.platform).await;
        let occasion = format!("family_invitation:{id}");
        assert_eq!(occasions(&cast.platform, cast.mother).await, [occasion]);
        assert_eq!(cast.messages().await, 1, "{}", made.kind);
        let told = of(&cast.platform, cast.mother).await.remove(0);
        let template = Template::read(&told.template, &told.parameters);
        let name = "测试2".to_owned();
        let replaces = false;
        assert_eq!(
            template,
            Some(Template::FamilyInvitation { name, replaces })
        );
    })
    .await;
}

#[tokio::test]
async fn one_that_is_put_right_says_that_it_takes_the_place_of_the_earlier_one() {
    on_each(async |made| {
        let cast = Cast::new(&made).await;
        cast.asks("测试1").await;
        send(&cast.platform).await;
        // The next day it is put right twice; the other side is told of what stands.
        for relation in ["grandparent", "spouse"] {
            cast.clock.advance(Duration::hours(12));
            cast.asks_as("测试1", relation).await;
        }
        cast.clock.advance(Duration::hours(12));
        send(&cast.platform).await;
        let told = of(&cast.platform, cast.mother).await;
        let replaces =
            told.iter().map(
                |told| match Template::read(&told.template, &told.parameters) {
                    Some(Template::FamilyInvitation { name, replaces }) => {
                        assert_eq!(name, "测试2");
                        replaces
                    }
                    other => panic!("{other:?}"),
                },
            );
        let mut replaces: Vec<bool> = replaces.collect();
        replaces.sort_unstable();
        assert_eq!(replaces, [false, true], "{}", made.kind);
        let family = links::of(&cast.now(cast.mother)).await.expect("a family");
        let waiting = family.received.iter();
        let waiting = waiting.filter(|one| one.state == State::Waiting);
        assert_eq!(waiting.count(), 1, "{}", made.kind);

        // One that begins anew, after she declined, replaces nothing.
        let mothers = || cast.now(cast.mother);
        let newest = family.received[0].id;
        answer(&mothers(), newest, Answer::Decline).await.expect("");
        cast.clock.advance(Duration::days(2));
        cast.asks("测试1").await;
        send(&cast.platform).await;
        let told = of(&cast.platform, cast.mother).await;
        let anew = told.iter().filter(|told| {
            let template = Template::read(&told.template, &told.parameters);
            matches!(
                template,
                Some(Template::FamilyInvitation {
                    replaces: false,
                    ..
                })
            )
        });
        assert_eq!((told.len(), anew.count()), (3, 2), "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_answered_is_not_told() {
    on_each(async |made| {
        let cast = Cast::new(&made).await;
        // To nobody: the name is another one.
        assert_eq!(cast.asks("测试9").await, Sent::Waiting);
        // Taken back before the job came.
        cast.clock.advance(Duration::seconds(1));
        cast.asks("测试1").await;
        let daughters = || cast.now(cast.daughter);
        let sent = links::of(&daughters()).await.expect("a family").sent;
        withdraw(&daughters(), sent[0].id).await.expect("withdrawn");
        send(&cast.platform).await;
        assert_eq!(cast.messages().await, 0, "{}", made.kind);

        // Declined before it.
        cast.clock.advance(Duration::days(1));
        cast.asks("测试1").await;
        let mothers = || cast.now(cast.mother);
        let received = links::of(&mothers()).await.expect("a family").received;
        answer(&mothers(), received[0].id, Answer::Decline)
            .await
            .expect("declined");
        send(&cast.platform).await;
        assert_eq!(cast.messages().await, 0, "{}", made.kind);

        // Its time ran out while no server was running.
        cast.clock.advance(Duration::days(1));
        cast.asks("测试1").await;
        cast.clock.advance(Duration::days(14));
        send(&cast.platform).await;
        assert_eq!(cast.messages().await, 0, "{}", made.kind);
    })
    .await;
}
