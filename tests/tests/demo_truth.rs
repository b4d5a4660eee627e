//! The demonstration tells nothing that cannot be.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use sea_orm::EntityTrait;
use services::demo::{self, Arguments};
use services::store::entity::{contribution, enrolment, family_link, message, person};
use services::{Platform, RequestContext};
use tests::database::sqlite_only;
use tests::platform::platform;
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
