//! On the day on which a child is of age a guardian's link is gone, in every list as at the door,
//! whatever last day stands in it; and what a guardian said is the child's to say anew.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::consent::{Act, GivenBy, Purpose};
use domain::family::{Kinship, Scope, last_day};
use domain::ids::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, Value};
use services::consents::{self, Consents, Decision};
use services::family::invite::{Request, Sent, invite};
use services::family::{Proof, links, queries};
use services::resident::{household as ledger, overview, settlement};
use services::store::entity::{audit_event, family_invitation, family_link, household_member};
use services::{Platform, RequestContext, ServiceError};
use tests::database::{TestDatabase, on_each};
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{
    History, Resident, household, link_alone, paper, platform_with_rules, resident,
};
use uuid::Uuid;

const DETAILS: Purpose = Purpose::FamilyDetails;
/// Tests take place on 15 June 2026.
const LAST_DAY: &str = "2008-06-16";
const OF_AGE: &str = "2008-06-15";

struct Cast {
    platform: Arc<Platform>,
    father: PersonId,
    child: Resident,
}

impl Cast {
    /// A father who is a guardian by a link without a last day.
    async fn new(made: &TestDatabase, proof: Proof) -> Self {
        let platform = platform_with_rules(made.database.clone()).await;
        let father = resident(&platform, History::short(1)).await.person;
        let child = resident(&platform, History::short(2)).await;
        link_alone(&platform, father, child.person, "child", None).await;
        let cast = Self {
            platform,
            father,
            child,
        };
        cast.rests_on(proof).await;
        cast
    }

    async fn rests_on(&self, proof: Proof) {
        family_link::Entity::update_many()
            .col_expr(family_link::Column::Proof, Expr::value(proof.code()))
            .filter(family_link::Column::RelativeId.eq(Uuid::from(self.child.person)))
            .exec(&self.platform.database.writer)
            .await
            .expect("changed");
    }

    async fn is_born(&self, day: &str) {
        paper(&self.platform, self.child.person, "E7654321", day).await;
    }

    /// A request of its own, as each page load is one.
    fn of(&self, who: PersonId) -> RequestContext {
        request(&self.platform, signed_in(who))
    }

    /// In how many lists the link stands: both sides' families, the ledger, the overview and the
    /// children whom the father decides for.
    async fn lists(&self) -> [usize; 5] {
        let (father, child) = (self.father, self.child.person);
        let seen = links::of(&self.of(father)).await.expect("a family").seen;
        let seeing = links::of(&self.of(child)).await.expect("a family").seeing;
        let ledger = ledger::of(&self.of(father)).await.expect("a ledger");
        let overview = overview::of(&self.of(father), father).await.expect("his");
        let consents = consents::of(&self.of(father), father).await.expect("his");
        [
            seen.len(),
            seeing.len(),
            ledger.len() - 1,
            overview.family.len(),
            consents.children.len(),
        ]
    }

    async fn say(&self, who: PersonId, act: Act) -> bool {
        let decision = Decision {
            purpose: DETAILS,
            act,
            text_version: DETAILS.text_version(),
        };
        let said = consents::decide(&self.of(who), self.child.person, decision).await;
        said.expect("said")
    }

    async fn consents(&self, who: PersonId) -> Result<Consents, ServiceError> {
        consents::of(&self.of(who), self.child.person).await
    }

    async fn sees_details(&self) -> bool {
        let id = self.child.settlements[0].0;
        match settlement::of(&self.of(self.father), self.child.person, id, 1).await {
            Ok(_) => true,
            Err(ServiceError::NotFound) => false,
            Err(other) => panic!("{other}"),
        }
    }

    /// Looks at the child by a relative that stand in the trail.
    async fn looks(&self) -> usize {
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::Relation.eq("family"))
            .all(&self.platform.database.reader);
        events.await.expect("events").len()
    }
}

#[tokio::test]
async fn every_list_forgets_a_guardians_link_on_the_birthday() {
    on_each(|made| async move {
        let made = made;
        let cast = Cast::new(&made, Proof::Register).await;
        for proof in [Proof::Register, Proof::Guardian] {
            cast.rests_on(proof).await;
            cast.is_born(LAST_DAY).await;
            assert_eq!(cast.lists().await, [1; 5], "{} {proof:?}", made.kind);
            let until = links::of(&cast.of(cast.father)).await.expect("").seen[0].until;
            assert_eq!(until, "2026-06-15".parse().ok(), "the last day is told");
            cast.is_born(OF_AGE).await;
            let before = cast.looks().await;
            assert_eq!(cast.lists().await, [0; 5], "{} {proof:?}", made.kind);
            assert_eq!(cast.looks().await, before, "nobody was looked at");
            // What the grown child confirmed goes on; to decide for is nobody any more.
            cast.rests_on(Proof::BothSides).await;
            assert_eq!(
                cast.lists().await,
                [1, 1, 1, 1, 0],
                "{} {proof:?}",
                made.kind
            );
        }
    })
    .await;
}

#[derive(FromQueryResult)]
struct Read {
    person_id: Uuid,
}

#[tokio::test]
async fn nothing_is_read_through_a_link_that_ended_by_age() {
    // First day of the link, and the last that stands in it.
    const LINKS: [(&str, Option<&str>); 6] = [
        ("2020-01-01", None),
        ("2020-01-01", Some("2025-12-31")),
        ("2026-02-28", None),
        ("2026-03-01", None),
        ("2026-03-02", None),
        ("2026-03-01", Some("2026-03-01")),
    ];
    let day = |text: &str| -> NaiveDate { text.parse().expect("a day") };
    on_each(|made| async move {
        let made = made;
        let cast = Cast::new(&made, Proof::Register).await;
        let (father, child) = (Uuid::from(cast.father), Uuid::from(cast.child.person));
        let reader = &made.database.reader;
        for birth in ["2008-02-28", "2008-02-29", "2008-03-01", "2008-03-02"] {
            cast.is_born(birth).await;
            for proof in [Proof::Register, Proof::Guardian, Proof::BothSides] {
                cast.rests_on(proof).await;
                for (since, until) in LINKS {
                    let (since, until) = (day(since), until.map(day));
                    family_link::Entity::update_many()
                        .col_expr(family_link::Column::ValidFrom, Expr::value(since))
                        .col_expr(family_link::Column::ValidUntil, Expr::value(until))
                        .filter(family_link::Column::RelativeId.eq(child))
                        .exec(&made.database.writer)
                        .await
                        .expect("changed");
                    for today in ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"] {
                        let today = day(today);
                        let confirmed = proof == Proof::BothSides;
                        let kinship = Some(Kinship::Child);
                        let last = last_day(kinship, confirmed, since, day(birth), until);
                        let lasts = since <= today && last.is_none_or(|last| today <= last);
                        let number = queries::number_of(today);
                        let first: [Value; 3] = [father.into(), today.into(), number.into()];
                        let people = first.iter().cloned().chain([Value::from(2026)]);
                        let people: Vec<Read> =
                            queries::HOUSEHOLD.all(reader, people).await.expect("rows");
                        let periods: Vec<Read> = queries::HOUSEHOLD_PERIODS
                            .all(reader, first)
                            .await
                            .expect("rows");
                        for rows in [people, periods] {
                            let read = rows.iter().any(|row| row.person_id == child);
                            let what = "born, since, until, today";
                            assert_eq!(
                                read, lasts,
                                "{what}: {birth} {since} {until:?} {today} {proof:?} on {}",
                                made.kind
                            );
                        }
                    }
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_grown_child_decides_anew_and_the_parent_reads_none_of_it() {
    on_each(|made| async move {
        let made = made;
        let cast = Cast::new(&made, Proof::Guardian).await;
        let (father, child) = (cast.father, cast.child.person);
        cast.is_born(LAST_DAY).await;
        assert!(cast.say(father, Act::Given).await);
        assert!(!cast.say(father, Act::Given).await, "it holds");
        let seen = cast.consents(father).await.expect("the child's");
        assert!(seen.decides && seen.said[0].counts);

        cast.is_born(OF_AGE).await;
        // The guardian's link is over: it is as if there were no such person, and nothing is
        // written of it.
        let before = cast.looks().await;
        let gone = cast.consents(father).await;
        assert!(matches!(gone, Err(ServiceError::NotFound)), "{gone:?}");
        assert_eq!(cast.looks().await, before, "{}", made.kind);

        // With a link that the grown child confirmed the father finds that they decide alone.
        cast.rests_on(Proof::BothSides).await;
        let seen = cast.consents(father).await.expect("still his child");
        assert!(!seen.decides && seen.said.is_empty(), "{}", made.kind);
        let address = format!("/me/consents?for={child}");
        let (_, page) = get(&cast.of(father), &address, Wish::default()).await;
        assert!(page.contains("已经满 18 岁") && !page.contains("name=\"act\""));
        let (_, page) = get(&cast.of(father), "/me/consents", Wish::default()).await;
        assert!(
            !page.contains("替孩子决定") && !page.contains(&address),
            "{page}"
        );

        // To the child it is undecided again, and both answers can be given.
        let own = cast.consents(child).await.expect("their own");
        assert_eq!(own.said[0].given_by, GivenBy::Guardian);
        assert!(!own.said[0].counts);
        let (_, page) = get(&cast.of(child), "/me/consents", Wish::default()).await;
        for wanted in [
            "还没有决定",
            "到您满 18 岁就不算数了",
            "不同意：家人看我的报销明细",
        ] {
            assert!(page.contains(wanted), "{wanted} in {page}");
        }
        assert_eq!(page.matches("同意：家人看我的报销明细").count(), 2);
        assert!(cast.say(child, Act::Given).await, "anew: {}", made.kind);
        assert!(cast.sees_details().await);
        let own = cast.consents(child).await.expect("their own");
        let newest = own.newest(DETAILS).expect("a word");
        assert_eq!((newest.given_by, newest.counts), (GivenBy::Oneself, true));
        assert!(cast.say(child, Act::Withdrawn).await);
        assert!(!cast.sees_details().await, "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn who_never_said_a_word_takes_back_what_a_link_opened() {
    on_each(|made| async move {
        let made = made;
        let cast = Cast::new(&made, Proof::BothSides).await;
        let child = cast.child.person;
        cast.is_born("1990-01-01").await;
        assert!(cast.sees_details().await, "by the words of the link");
        assert!(cast.say(child, Act::Withdrawn).await);
        assert!(!cast.say(child, Act::Withdrawn).await, "twice");
        assert!(!cast.sees_details().await, "{}", made.kind);
        assert!(cast.say(child, Act::Given).await);
        assert!(cast.sees_details().await, "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn only_head_and_spouse_are_guardians_of_a_child_of_the_household() {
    const CHILD: &str = "440305202401310188";
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let adult = resident(&platform, History::short(1)).await.person;
        let child = resident(&platform, History::short(2)).await.person;
        paper(&platform, adult, "110101199001010015", "1990-01-01").await;
        paper(&platform, child, CHILD, "2024-01-31").await;
        household(&platform, &[adult, child]).await;
        let is = async |who: PersonId, position: &str| {
            household_member::Entity::update_many()
                .col_expr(household_member::Column::Position, Expr::value(position))
                .filter(household_member::Column::PersonId.eq(Uuid::from(who)))
                .exec(&platform.database.writer)
                .await
                .expect("changed");
        };
        for (one, two, sent) in [
            ("other", "child", Sent::Hall),
            ("child", "child", Sent::Hall),
            ("parent", "child", Sent::Hall),
            ("head", "other", Sent::Hall),
            ("head", "spouse", Sent::Hall),
            ("head", "child", Sent::Linked),
            ("spouse", "child", Sent::Linked),
        ] {
            is(adult, one).await;
            is(child, two).await;
            // A refusal a day ago is no second press of today.
            family_invitation::Entity::delete_many()
                .exec(&platform.database.writer)
                .await
                .expect("forgotten");
            let wanted = Request {
                way: "ask",
                relation: "child",
                name: "测试2",
                number: CHILD,
                scope: Scope::default(),
                agreed: false,
            };
            let context = request(&platform, signed_in(adult));
            let answer = invite(&context, wanted).await.expect("an answer");
            assert_eq!(answer, sent, "{one} and {two}, {}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn a_look_that_found_nothing_is_not_in_the_log() {
    on_each(|made| async move {
        let made = made;
        let cast = Cast::new(&made, Proof::BothSides).await;
        cast.is_born("1990-01-01").await;
        family_link::Entity::update_many()
            .col_expr(family_link::Column::Relation, Expr::value("spouse"))
            .exec(&cast.platform.database.writer)
            .await
            .expect("changed");
        let gone = cast.consents(cast.father).await;
        assert!(matches!(gone, Err(ServiceError::NotFound)), "{gone:?}");
        assert_eq!(cast.looks().await, 0, "{}", made.kind);
    })
    .await;
}
