//! The household ledger: the figures of each one's own page, in as many statements whatever the
//! number of relatives, with a line in each log.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::calculators::thresholds::distances;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::resident::{account, benefits, household};
use services::store::entity::{audit_event, family_link};
use services::{Actor, ServiceError};
use tests::database::on_each;
use tests::pages::{Wish, get};
use tests::platform::{request, resident as signed_in};
use tests::residents::{History, link, platform_with_rules, resident};
use uuid::Uuid;

#[tokio::test]
async fn everybodys_figures_are_those_of_their_own_page() {
    on_each(|made| async move {
        let made = made;
        let platform = platform_with_rules(made.database.clone()).await;
        let mut people = Vec::new();
        for (number, settlements) in [(1, 4), (2, 9), (3, 0)] {
            let history = History {
                number,
                settlements,
                items: 3,
            };
            people.push(resident(&platform, history).await.person);
        }
        let own = people[0];
        for other in &people[1..] {
            link(&platform, own, *other, None).await;
        }
        // One of them has not opened the account.
        family_link::Entity::update_many()
            .col_expr(family_link::Column::SeesAccount, Expr::value(false))
            .filter(family_link::Column::RelativeId.eq(Uuid::from(people[2])))
            .exec(&made.database.writer)
            .await
            .unwrap();
        let context = || request(&platform, signed_in(own));
        let ledger = household::of(&context()).await.unwrap();
        assert_eq!(
            ledger.iter().map(|one| one.person).collect::<Vec<_>>(),
            people
        );
        for member in &ledger {
            let theirs = request(&platform, signed_in(member.person));
            let own_page = benefits::of(&theirs, member.person).await.unwrap();
            assert_eq!(member.cover, own_page.cover, "{}", made.kind);
            let usage = |year: &Option<services::resident::year::BenefitYear>| {
                year.as_ref().map(|year| year.usage())
            };
            let own_year = own_page.year.and_then(Result::ok);
            assert_eq!(usage(&member.year), usage(&own_year), "{}", made.kind);
            assert!(member.year.is_some());
            let account = account::of(&theirs, member.person, None).await.unwrap();
            assert_eq!(member.balance, account.balance);
            assert_eq!(member.sees_account, member.person != people[2]);
        }
        let logged = audit_event::Entity::find()
            .filter(audit_event::Column::Relation.eq("family"))
            .all(&made.database.reader)
            .await
            .unwrap();
        let actions = |person: domain::ids::PersonId| {
            let mut actions: Vec<&str> = logged
                .iter()
                .filter(|one| one.subject_id == Uuid::from(person))
                .map(|one| one.action.as_str())
                .collect();
            actions.sort_unstable();
            actions
        };
        assert_eq!(
            actions(people[1]),
            ["read_account", "read_benefits"],
            "{}",
            made.kind
        );
        assert_eq!(actions(people[2]), ["read_benefits"], "{}", made.kind);

        let visitor = household::of(&request(&platform, Actor::visitor())).await;
        assert!(matches!(visitor, Err(ServiceError::NotFound)));
        let (status, page) = get(&context(), "/me/family/ledger", Wish::default()).await;
        assert_eq!(status, 200);
        for person in &people[1..] {
            assert!(page.contains(&format!("/people/{person}/benefits")));
        }
        assert!(page.contains("没有向您开放"));
        // Every threshold of everybody, each with where it comes from.
        let mut told = 0;
        for member in &ledger {
            let usage = member.year.as_ref().map(|year| year.usage()).unwrap();
            for one in distances(&usage) {
                let title = format!("{}：{}", one.name().zh, one.sentence().zh);
                assert!(page.contains(&title), "{title}");
                told += 1;
            }
        }
        assert_eq!(page.matches("（参数 ").count(), told);
    })
    .await;
}

#[tokio::test]
async fn more_relatives_cost_no_more_statements() {
    on_each(|made| async move {
        let made = made;
        let counter = Arc::new(AtomicUsize::new(0));
        let mut database = made.database.clone();
        for pool in [&mut database.reader, &mut database.writer] {
            let counter = Arc::clone(&counter);
            pool.set_metric_callback(move |_| {
                counter.fetch_add(1, Ordering::SeqCst);
            });
        }
        let platform = platform_with_rules(database).await;
        let history = |number| History {
            number,
            settlements: 2,
            items: 1,
        };
        let own = resident(&platform, history(1)).await.person;
        let mut counts = Vec::new();
        for number in 2..=6 {
            let other = resident(&platform, history(number)).await.person;
            link(&platform, own, other, None).await;
            let mut row = Vec::new();
            for address in [
                "/me/family/ledger".to_owned(),
                "/me/family".to_owned(),
                format!("/people/{other}"),
            ] {
                let context = request(&platform, signed_in(own));
                counter.store(0, Ordering::SeqCst);
                let (status, _) = get(&context, &address, Wish::default()).await;
                assert_eq!(status, 200, "{address}");
                row.push(counter.load(Ordering::SeqCst));
            }
            counts.push(row);
        }
        assert!(
            counts.iter().all(|row| *row == counts[0]),
            "{}: {counts:?}",
            made.kind
        );
        // Three and the grouped log; four; the link, three, and the log.
        assert_eq!(counts[0], [4, 4, 5], "{}", made.kind);
    })
    .await;
}
