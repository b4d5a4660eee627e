//! The demonstration tells nothing that cannot be.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use domain::account_interest::{BENCHMARK, Movement, of_year};
use domain::money::Money;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::demo::{self, Arguments};
use services::resident::account::{self, EntryKind};
use services::store::entity::{
    account_entry, contribution, enrolment, family_link, message, person, settlement,
};
use services::{Platform, RequestContext};
use tests::database::sqlite_only;
use tests::demonstration::id_of;
use tests::pages::{Wish, get};
use tests::platform::{platform, request, resident};
use uuid::Uuid;

async fn load(platform: &Arc<Platform>, people: u64, as_of: &str) {
    let context = RequestContext::operator(Arc::clone(platform), "demo");
    let arguments = Arguments {
        people,
        seed: 1,
        as_of: as_of.parse().expect("a day"),
    };
    demo::load(&context, arguments, &|_| ())
        .await
        .expect("the demonstration");
}

/// In the weeks in which residents' fees are collected, with a newborn among the people.
#[tokio::test]
async fn nothing_is_older_than_the_person_it_is_about() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load(&platform, 300, "2026-12-13").await;
    let reader = &made.database.reader;
    let persons = person::Entity::find().all(reader).await.expect("persons");
    let born: HashMap<Uuid, NaiveDate> = persons
        .iter()
        .map(|one| (one.person_id, one.birth_date))
        .collect();
    let messages = message::Entity::find().all(reader).await.expect("messages");
    let of_year = NaiveDate::from_ymd_opt(2025, 12, 13).expect("a day");
    let mut of_babies = 0;
    for one in messages {
        let birth = born[&one.person_id];
        assert!(one.created_at.date_naive() >= birth, "{one:?} {birth}");
        if birth > of_year {
            of_babies += 1;
            assert_eq!(one.read_at, None, "nobody can have read it");
        }
    }
    assert!(of_babies > 0, "somebody was born lately");
    let links = family_link::Entity::find()
        .all(reader)
        .await
        .expect("links");
    assert!(!links.is_empty());
    for link in links {
        for id in [link.person_id, link.relative_id] {
            assert!(link.valid_from >= born[&id], "{link:?}");
        }
    }
}

/// Of everybody whom the demonstration speaks of who is an employee, and not on their own account.
#[tokio::test]
async fn an_employee_has_an_employer_who_pays_most_of_it() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load(&platform, 0, "2026-06-15").await;
    let reader = &made.database.reader;
    let periods = enrolment::Entity::find()
        .all(reader)
        .await
        .expect("periods");
    for one in periods.iter().filter(|one| one.person_type == "1101") {
        assert!(one.employer_id.is_some(), "{one:?}");
    }
    let persons = person::Entity::find().all(reader).await.expect("persons");
    let teacher = persons.iter().find(|one| one.name == "阿依古丽·买买提");
    let teacher = teacher.expect("the teacher").person_id;
    let paid = contribution::Entity::find()
        .all(reader)
        .await
        .expect("paid");
    let hers: Vec<_> = paid.iter().filter(|one| one.person_id == teacher).collect();
    assert!(hers.len() > 70, "{}", hers.len());
    for one in hers {
        assert_eq!(one.person_amount, one.base / 50, "2 %: {one:?}");
        assert!(one.employer_amount > one.person_amount, "{one:?}");
        assert!(one.employer_id.is_some(), "{one:?}");
    }
}

/// Every year's interest of the named account is what the rule yields for the entries before it.
#[tokio::test]
async fn the_interest_that_is_booked_is_what_the_rule_yields() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load(&platform, 0, "2026-06-15").await;
    let daughter = id_of(&platform, "刘敏").await;
    let entries = account_entry::Entity::find()
        .filter(account_entry::Column::PersonId.eq(Uuid::from(daughter)))
        .order_by_asc(account_entry::Column::EntryId)
        .all(&made.database.reader)
        .await
        .expect("entries");
    let booked: Vec<_> = entries
        .iter()
        .filter(|one| one.kind == "in_interest")
        .collect();
    assert!(!booked.is_empty());
    for interest in &booked {
        let year = interest.booked_on.year() - 1;
        let first = NaiveDate::from_ymd_opt(year + 1, 1, 1);
        assert_eq!(Some(interest.booked_on), first);
        let mut balance = Money::ZERO;
        let mut movements = Vec::new();
        for one in entries.iter().filter(|one| one.booked_on.year() <= year) {
            let amount = Money::from_fen(one.amount);
            if one.booked_on.year() < year {
                balance += amount;
            } else {
                let carried = ["in_opening", "in_interest"].contains(&one.kind.as_str());
                movements.push(Movement {
                    day: one.booked_on,
                    amount,
                    carried,
                });
            }
        }
        let rule = of_year(year, balance, &movements, BENCHMARK);
        assert_eq!(Money::from_fen(interest.amount), rule, "{year}");
        assert!(rule > Money::ZERO);
    }
    let own = request(&platform, resident(daughter));
    let (mut before, mut told) = (None, 0);
    loop {
        let page = account::of(&own, daughter, before).await.expect("a page");
        let interest = page.entries.iter();
        told += interest
            .filter(|one| one.kind == EntryKind::Interest)
            .count();
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(told, booked.len());
}

#[tokio::test]
async fn the_dead_are_seen_by_their_family_and_told_nothing() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load(&platform, 0, "2026-06-15").await;
    let reader = &made.database.reader;
    let persons = person::Entity::find().all(reader).await.expect("persons");
    let dead: Vec<_> = persons.iter().filter(|one| one.status == "dead").collect();
    assert_eq!(dead.len(), 1);
    let (dead, died) = (dead[0], dead[0].died_on.expect("a day"));
    let periods = enrolment::Entity::find()
        .all(reader)
        .await
        .expect("periods");
    for one in periods.iter().filter(|one| one.person_id == dead.person_id) {
        assert_eq!(one.until, Some(died));
    }
    let visits = settlement::Entity::find()
        .all(reader)
        .await
        .expect("visits");
    let hers = visits.iter().filter(|one| one.person_id == dead.person_id);
    let days: Vec<NaiveDate> = hers.map(|one| one.settled_on).collect();
    assert!(days.len() > 1 && days.iter().all(|day| *day <= died));
    let messages = message::Entity::find().all(reader).await.expect("messages");
    assert!(messages.iter().all(|one| one.person_id != dead.person_id));
    let links = family_link::Entity::find()
        .all(reader)
        .await
        .expect("links");
    assert!(links.iter().all(|one| one.person_id != dead.person_id));

    let son = id_of(&platform, "陈志强").await;
    let own = request(&platform, resident(son));
    let (status, page) = get(&own, "/me/family/ledger", Wish::default()).await;
    assert_eq!(status, 200);
    assert!(page.contains("何桂芳") && page.contains("已去世"));
}
