//! What people agreed to: it counts at once, and so does its withdrawal.

use std::sync::Arc;

use domain::consent::{Act, Channel, GivenBy, Purpose};
use domain::ids::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::consents::{self, Decision};
use services::resident::{settlement, settlements};
use services::store::entity::{audit_event, consent, person};
use services::{Platform, RequestContext, ServiceError};
use tests::database::{TestDatabase, on_each};
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, Resident, link_alone, platform_with_rules, resident};
use uuid::Uuid;

const ONE: History = History {
    number: 1,
    settlements: 1,
    items: 1,
};
const DETAILS: Purpose = Purpose::FamilyDetails;

struct Scene {
    platform: Arc<Platform>,
    whose: Resident,
    helper: Resident,
}

impl Scene {
    /// Somebody, and a relative who may act for them; nobody has agreed to anything.
    async fn new(made: &TestDatabase, relation: &str) -> Self {
        let platform = platform_with_rules(made.database.clone()).await;
        let whose = resident(&platform, ONE).await;
        let helper = resident(&platform, History { number: 2, ..ONE }).await;
        link_alone(&platform, helper.person, whose.person, relation, None).await;
        Self {
            platform,
            whose,
            helper,
        }
    }

    fn as_person(&self, who: &Resident) -> RequestContext {
        request(&self.platform, signed_in(who.person))
    }

    async fn sees_details(&self) -> bool {
        let context = self.as_person(&self.helper);
        let id = self.whose.settlements[0].0;
        match settlement::of(&context, self.whose.person, id, 1).await {
            Ok(_) => true,
            Err(ServiceError::NotFound) => false,
            Err(other) => panic!("{other}"),
        }
    }

    async fn is_born(&self, day: &str) {
        let day: chrono::NaiveDate = day.parse().expect("a day");
        person::Entity::update_many()
            .col_expr(person::Column::BirthDate, Expr::value(day))
            .filter(person::Column::PersonId.eq(Uuid::from(self.whose.person)))
            .exec(&self.platform.database.writer)
            .await
            .expect("a birthday");
    }
}

async fn say(context: &RequestContext, whose: PersonId, act: Act) -> Result<bool, ServiceError> {
    let decision = Decision {
        purpose: DETAILS,
        act,
        text_version: DETAILS.text_version(),
    };
    consents::decide(context, whose, decision).await
}

async fn events(platform: &Platform) -> Vec<(String, String, String)> {
    let all = audit_event::Entity::find()
        .filter(audit_event::Column::ObjectId.eq(DETAILS.code()))
        .all(&platform.database.reader)
        .await
        .expect("events");
    all.into_iter()
        .map(|event| (event.relation, event.action, event.object_kind))
        .collect()
}

#[tokio::test]
async fn relatives_see_details_only_while_the_person_agrees() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, "parent").await;
        let own = scene.as_person(&scene.whose);
        let whose = scene.whose.person;
        let reader = &scene.platform.database.reader;
        let said = consents::of(&own, whose).await.expect("her own").said;
        assert_eq!(said, []);
        assert!(
            !scene.sees_details().await,
            "{}: nothing was said",
            made.kind
        );
        let logged = audit_event::Entity::find().all(reader).await.expect("");
        let looks = logged.iter().filter(|event| event.relation == "family");
        assert_eq!(looks.count(), 0, "nothing was seen, nothing is logged");
        // The list needs the link only.
        let helper = scene.as_person(&scene.helper);
        let list = settlements::of(&helper, whose, settlements::Filter::default()).await;
        assert_eq!(list.expect("the list").settlements.len(), 1);

        for _ in 0..2 {
            assert!(say(&own, whose, Act::Given).await.expect(""));
            assert!(!say(&own, whose, Act::Given).await.expect(""), "twice");
            assert!(scene.sees_details().await, "{}", made.kind);
            assert!(say(&own, whose, Act::Withdrawn).await.expect(""));
            assert!(!say(&own, whose, Act::Withdrawn).await.expect(""), "twice");
            assert!(!scene.sees_details().await, "{}: at once", made.kind);
        }
        let rows = consent::Entity::find().all(reader).await.expect("rows");
        assert_eq!(rows.len(), 4, "{}: each change of mind, kept", made.kind);
        assert_eq!(events(&scene.platform).await.len(), 4);
        let seen = consents::of(&own, whose).await.expect("her own");
        let newest = seen.newest(DETAILS).expect("the last word");
        assert_eq!(
            (newest.act, newest.channel, newest.given_by),
            (Act::Withdrawn, Channel::Web, GivenBy::Oneself)
        );
        let (_, page) = get(&own, "/me/consents", Wish::default()).await;
        assert!(page.contains("不同意") && page.contains("同意：家人看我的报销明细"));
    })
    .await;
}

#[tokio::test]
async fn only_who_had_agreed_takes_something_back() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, "parent").await;
        let (own, whose) = (scene.as_person(&scene.whose), scene.whose.person);
        for act in [Act::Withdrawn, Act::Given, Act::Withdrawn] {
            assert!(say(&own, whose, act).await.expect("said"), "{act:?}");
        }
        let written = audit_event::Entity::find()
            .filter(audit_event::Column::ObjectId.eq(DETAILS.code()))
            .all(&scene.platform.database.reader)
            .await
            .expect("events");
        let mut kinds: Vec<&str> = written.iter().map(|one| one.object_kind.as_str()).collect();
        kinds.sort_unstable();
        let wanted = ["consent_given", "consent_refused", "consent_withdrawn"];
        assert_eq!(kinds, wanted, "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn what_a_guardian_said_for_a_child_is_nothing_to_take_back_when_grown() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, "child").await;
        scene.is_born("2008-06-16").await;
        let parent = scene.as_person(&scene.helper);
        let child = scene.whose.person;
        assert!(say(&parent, child, Act::Given).await.expect("said"));
        scene.is_born("2008-06-15").await;
        let grown = scene.as_person(&scene.whose);
        assert!(say(&grown, child, Act::Withdrawn).await.expect("said"));
        let mut kinds: Vec<String> = events(&scene.platform)
            .await
            .into_iter()
            .map(|one| one.2)
            .collect();
        kinds.sort_unstable();
        assert_eq!(kinds, ["consent_given", "consent_refused"], "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn nobody_decides_for_an_adult() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, "parent").await;
        let helper = scene.as_person(&scene.helper);
        for act in [Act::Given, Act::Withdrawn] {
            let done = say(&helper, scene.whose.person, act).await;
            assert!(matches!(done, Err(ServiceError::NotFound)), "{done:?}");
        }
        let seen = consents::of(&helper, scene.whose.person).await;
        assert!(matches!(seen, Err(ServiceError::NotFound)), "{seen:?}");
        let stranger = resident(&scene.platform, History { number: 3, ..ONE }).await;
        let stranger = scene.as_person(&stranger);
        let done = say(&stranger, scene.whose.person, Act::Given).await;
        assert!(matches!(done, Err(ServiceError::NotFound)), "{done:?}");
        assert_eq!(events(&scene.platform).await, []);
    })
    .await;
}

#[tokio::test]
async fn a_parent_decides_for_a_minor_until_the_eighteenth_birthday() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, "child").await;
        let (child, parent) = (scene.whose.person, scene.as_person(&scene.helper));
        // Tests take place on 15 June 2026.
        scene.is_born("2008-06-16").await;
        assert!(!scene.sees_details().await);
        assert!(
            say(&parent, child, Act::Given)
                .await
                .expect("for the child")
        );
        assert!(scene.sees_details().await, "{}", made.kind);
        let wanted = ("family", "consent_for_minor", "consent_given");
        let found = events(&scene.platform).await;
        let found: Vec<_> = found.iter().map(|(a, b, c)| (&**a, &**b, &**c)).collect();
        assert_eq!(found, [wanted], "{}", made.kind);
        let seen = consents::of(&parent, child).await.expect("the child's");
        assert!(seen.decides);
        assert_eq!(seen.said[0].given_by, GivenBy::Guardian);
        let own = consents::of(&parent, scene.helper.person).await.expect("");
        assert_eq!(own.children.len(), 1);
        let address = format!("/me/consents?for={child}");
        let (status, page) = get(&parent, &address, Wish::default()).await;
        assert!(
            status == 200 && page.contains("收回：家人看孩子的报销明细"),
            "{page}"
        );

        // From the birthday on the guardian's link is over and the grown child alone decides.
        scene.is_born("2008-06-15").await;
        let parent = scene.as_person(&scene.helper);
        let done = say(&parent, child, Act::Withdrawn).await;
        assert!(matches!(done, Err(ServiceError::NotFound)), "{done:?}");
        let (status, _) = get(&scene.as_person(&scene.helper), &address, Wish::default()).await;
        assert_eq!(status, 404, "{}: of age today", made.kind);
        let grown = scene.as_person(&scene.whose);
        assert!(say(&grown, child, Act::Withdrawn).await.expect("alone"));
        assert!(!scene.sees_details().await, "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_text_that_has_changed_is_not_agreed_to_unread() {
    on_each(|made| async move {
        let made = made;
        let scene = Scene::new(&made, "parent").await;
        let own = scene.as_person(&scene.whose);
        let decision = Decision {
            purpose: DETAILS,
            act: Act::Given,
            text_version: DETAILS.text_version() - 1,
        };
        let done = consents::decide(&own, scene.whose.person, decision).await;
        assert!(matches!(done, Err(ServiceError::Conflict(_))), "{done:?}");
        assert!(!scene.sees_details().await);
    })
    .await;
}
