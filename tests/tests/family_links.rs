//! What a family link opens, when it ends by itself, and how either side ends it.

use chrono::{Days, NaiveDate};
use domain::family::Scope;
use domain::ids::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::family::end::{self, Side};
use services::family::{Proof, links, standing};
use services::looks::{self, Filter};
use services::resident::{account, benefits, overview, settlement, settlements};
use services::store::entity::{audit_event, family_link, person};
use services::{Platform, RequestContext, ServiceError};
use std::sync::Arc;
use tests::database::on_each;
use tests::platform::{noon, request, resident as signed_in};
use tests::residents::{History, Resident, link, paper, platform_with_rules, resident};
use uuid::Uuid;

async fn somebody(platform: &Platform, number: u16) -> Resident {
    let history = History {
        number,
        settlements: 1,
        items: 1,
    };
    resident(platform, history).await
}

/// A request of its own, as each page load is one.
fn of(platform: &Arc<Platform>, who: &Resident) -> RequestContext {
    request(platform, signed_in(who.person))
}

/// Overview, benefits, settlements, one settlement, account: which of them are open.
async fn open(platform: &Arc<Platform>, who: &Resident, whose: &Resident) -> [bool; 5] {
    let person: PersonId = whose.person;
    let context = || of(platform, who);
    let id = whose.settlements[0].0;
    let filter = settlements::Filter::default();
    let yes = |answer: Result<(), ServiceError>| match answer {
        Ok(()) => true,
        Err(ServiceError::NotFound) => false,
        Err(other) => panic!("{other}"),
    };
    [
        yes(overview::of(&context(), person).await.map(drop)),
        yes(benefits::of(&context(), person).await.map(drop)),
        yes(settlements::of(&context(), person, filter).await.map(drop)),
        yes(settlement::of(&context(), person, id, 1).await.map(drop)),
        yes(account::of(&context(), person, None).await.map(drop)),
    ]
}

async fn set(
    platform: &Platform,
    who: PersonId,
    whose: PersonId,
    column: family_link::Column,
    value: Expr,
) {
    family_link::Entity::update_many()
        .col_expr(column, value)
        .filter(family_link::Column::PersonId.eq(Uuid::from(who)))
        .filter(family_link::Column::RelativeId.eq(Uuid::from(whose)))
        .exec(&platform.database.writer)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_link_opens_what_was_agreed_to_and_nothing_else() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mother = somebody(&platform, 1).await;
        let daughter = somebody(&platform, 2).await;
        link(&platform, daughter.person, mother.person, None).await;
        assert_eq!(
            open(&platform, &daughter, &mother).await,
            [true; 5],
            "{}",
            made.kind
        );

        let (who, whose) = (daughter.person, mother.person);
        set(
            &platform,
            who,
            whose,
            family_link::Column::SeesVisits,
            Expr::value(false),
        )
        .await;
        let without_visits = [true, true, false, false, true];
        assert_eq!(
            open(&platform, &daughter, &mother).await,
            without_visits,
            "{}",
            made.kind
        );
        let seen = overview::of(&of(&platform, &daughter), whose)
            .await
            .unwrap();
        assert!(
            seen.newest.is_empty() && !seen.sees_visits,
            "not on the overview either"
        );

        set(
            &platform,
            who,
            whose,
            family_link::Column::SeesAccount,
            Expr::value(false),
        )
        .await;
        let cover_only = [true, true, false, false, false];
        assert_eq!(
            open(&platform, &daughter, &mother).await,
            cover_only,
            "{}",
            made.kind
        );
        let seen = overview::of(&of(&platform, &daughter), whose)
            .await
            .unwrap();
        assert_eq!(seen.balance, None);
        assert!(seen.family.is_empty(), "whom the mother may see is hers");
    })
    .await;
}

#[tokio::test]
async fn one_event_names_everything_that_an_overview_showed() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mother = somebody(&platform, 1).await;
        let daughter = somebody(&platform, 2).await;
        link(&platform, daughter.person, mother.person, None).await;
        let (who, whose) = (daughter.person, mother.person);
        let mut expected = Vec::new();
        for (visits, account, named) in [
            (true, true, "cover visits account"),
            (true, false, "cover visits"),
            (false, true, "cover account"),
            (false, false, "cover"),
        ] {
            use family_link::Column::{SeesAccount, SeesVisits};
            set(&platform, who, whose, SeesVisits, Expr::value(visits)).await;
            set(&platform, who, whose, SeesAccount, Expr::value(account)).await;
            overview::of(&of(&platform, &daughter), whose)
                .await
                .unwrap();
            expected.push(named);
        }
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::Relation.eq("family"))
            .all(&made.database.reader)
            .await
            .unwrap();
        // Of one instant, so in any order.
        let mut named: Vec<&str> = events.iter().map(|one| one.object_id.as_str()).collect();
        named.sort_unstable();
        expected.sort_unstable();
        assert_eq!(named, expected, "{}", made.kind);
        let log = looks::of(&of(&platform, &mother), whose, Filter::default(), 20).await;
        let showed: Vec<_> = log.unwrap().looks.iter().map(|one| one.showed).collect();
        assert_eq!(showed.len(), 4, "{}", made.kind);
        for scope in [Scope::default(), Scope::ALL] {
            assert!(showed.contains(&Some(scope)), "{}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn either_side_ends_it_at_once_and_both_logs_say_so() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mother = somebody(&platform, 1).await;
        let daughter = somebody(&platform, 2).await;
        let stranger = somebody(&platform, 3).await;
        for side in [Side::Seen, Side::Seeing] {
            family_link::Entity::delete_many()
                .exec(&made.database.writer)
                .await
                .unwrap();
            link(&platform, daughter.person, mother.person, None).await;
            assert_eq!(open(&platform, &daughter, &mother).await, [true; 5]);
            let (who, other) = match side {
                Side::Seen => (&daughter, &mother),
                Side::Seeing => (&mother, &daughter),
            };
            let not_theirs = end::end(&of(&platform, &stranger), other.person, side).await;
            assert!(
                matches!(not_theirs, Err(ServiceError::NotFound)),
                "{}",
                made.kind
            );
            assert!(
                end::end(&of(&platform, who), other.person, side)
                    .await
                    .unwrap()
            );
            assert_eq!(
                open(&platform, &daughter, &mother).await,
                [false; 5],
                "{}",
                made.kind
            );
            let again = end::end(&of(&platform, who), other.person, side)
                .await
                .unwrap();
            assert!(!again, "ended once");
        }
        let reader = &made.database.reader;
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::Action.eq("manage_family"))
            .all(reader)
            .await
            .unwrap();
        assert_eq!(events.len(), 4, "two ends, two subjects each");
        for subject in [mother.person, daughter.person] {
            let theirs = events
                .iter()
                .filter(|one| one.subject_id == Uuid::from(subject));
            assert_eq!(theirs.count(), 2, "{}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn a_guardians_link_ends_on_the_day_the_child_is_eighteen() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let father = somebody(&platform, 1).await;
        let child = somebody(&platform, 2).await;
        link(&platform, father.person, child.person, None).await;
        let (who, whose) = (father.person, child.person);
        set(
            &platform,
            who,
            whose,
            family_link::Column::Relation,
            Expr::value("child"),
        )
        .await;
        let today = noon().date_naive();
        let eighteen_years =
            |day: NaiveDate| day.checked_sub_months(chrono::Months::new(216)).unwrap();

        let tomorrow = eighteen_years(today + Days::new(1)).to_string();
        paper(&platform, whose, "E7654321", &tomorrow).await;
        let found = standing::of(&of(&platform, &father), whose)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(found.until, Some(today), "the last day");
        assert_eq!(
            open(&platform, &father, &child).await,
            [true; 5],
            "{}",
            made.kind
        );

        let birthday = eighteen_years(today).to_string();
        paper(&platform, whose, "E7654321", &birthday).await;
        assert_eq!(
            open(&platform, &father, &child).await,
            [false; 5],
            "{}",
            made.kind
        );

        // What the grown child agreed to goes on.
        set(
            &platform,
            who,
            whose,
            family_link::Column::Proof,
            Expr::value(Proof::BothSides.code()),
        )
        .await;
        assert_eq!(
            open(&platform, &father, &child).await,
            [true; 5],
            "{}",
            made.kind
        );
    })
    .await;
}

async fn die(platform: &Platform, who: PersonId) {
    person::Entity::update_many()
        .col_expr(person::Column::Status, Expr::value("dead"))
        .col_expr(person::Column::DiedOn, Expr::value(noon().date_naive()))
        .filter(person::Column::PersonId.eq(Uuid::from(who)))
        .exec(&platform.database.writer)
        .await
        .unwrap();
}

#[tokio::test]
async fn the_dead_are_seen_by_close_relatives_and_see_nobody() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mother = somebody(&platform, 1).await;
        let daughter = somebody(&platform, 2).await;
        link(&platform, daughter.person, mother.person, None).await;
        link(&platform, mother.person, daughter.person, None).await;
        die(&platform, mother.person).await;
        assert_eq!(
            open(&platform, &daughter, &mother).await,
            [true; 5],
            "{}",
            made.kind
        );
        let found = standing::of(&of(&platform, &daughter), mother.person)
            .await
            .unwrap();
        assert!(found.unwrap().died_on.is_some());
        assert_eq!(
            open(&platform, &mother, &daughter).await,
            [false; 5],
            "{}",
            made.kind
        );
        let listed = links::of(&of(&platform, &mother)).await.unwrap();
        assert!(listed.seen.is_empty());
    })
    .await;
}

#[tokio::test]
async fn both_sides_find_the_link_with_its_reason() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mother = somebody(&platform, 1).await;
        let daughter = somebody(&platform, 2).await;
        link(&platform, daughter.person, mother.person, None).await;
        let hers = links::of(&of(&platform, &daughter)).await.unwrap();
        assert_eq!(hers.seen.len(), 1);
        assert_eq!(hers.seen[0].other, mother.person);
        assert_eq!(hers.seen[0].proof, Proof::Register);
        assert!(hers.seeing.is_empty());
        let mothers = links::of(&of(&platform, &mother)).await.unwrap();
        assert_eq!(mothers.seeing[0].other, daughter.person);
        let child = mothers.seeing[0].kinship.map(domain::family::Kinship::code);
        assert_eq!(child, Some("child"), "her mother's child");
        assert!(mothers.seen.is_empty());
    })
    .await;
}
