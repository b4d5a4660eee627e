//! The demonstration: the same every time, safe to repeat, and right to the fen.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::identifiers::{CreditCode, IdentityNumber, Mobile};
use domain::ids::PersonId;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use services::demo::{self, Arguments};
use services::records::private::Field;
use services::store::entity::{
    account, account_entry, audit_event, contribution, employer, family_link, household, message,
    person, settlement, settlement_line, year_accumulator,
};
use services::{Platform, RequestContext, ServiceError, accumulators};
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::platform::platform;

fn arguments(people: u64, seed: u64, as_of: &str) -> Arguments {
    Arguments {
        people,
        seed,
        as_of: as_of.parse::<NaiveDate>().expect("a day"),
    }
}

async fn load(platform: &Arc<Platform>, arguments: Arguments) -> demo::Loaded {
    let context = RequestContext::operator(Arc::clone(platform), "demo");
    demo::load(&context, arguments, &|_| ())
        .await
        .expect("the demonstration")
}

macro_rules! everything {
    ($made:expr) => {{
        let reader = &$made.database.reader;
        let mut persons = person::Entity::find().all(reader).await.expect("persons");
        // Cipher texts differ by their nonces.
        for one in &mut persons {
            one.id_number_cipher.clear();
            one.mobile_cipher = None;
        }
        let mut settlements = settlement::Entity::find()
            .all(reader)
            .await
            .expect("settlements");
        for one in &mut settlements {
            one.diagnosis_cipher = None;
        }
        persons.sort_by_key(|one| one.person_id);
        settlements.sort_by_key(|one| one.settlement_id);
        let mut entries = account_entry::Entity::find()
            .all(reader)
            .await
            .expect("entries");
        entries.sort_by_key(|one| one.entry_id);
        let mut accounts = account::Entity::find().all(reader).await.expect("accounts");
        accounts.sort_by_key(|one| one.account_id);
        let mut messages = message::Entity::find().all(reader).await.expect("messages");
        messages.sort_by_key(|one| (one.person_id, one.message_id));
        (persons, settlements, entries, accounts, messages)
    }};
}

#[tokio::test]
async fn the_same_arguments_give_the_same_people_on_every_database() {
    let first = sqlite_only().await;
    load(
        &platform(first.database.clone()),
        arguments(30, 7, "2026-06-15"),
    )
    .await;
    let wanted = everything!(first);
    on_each(async |made| {
        load(
            &platform(made.database.clone()),
            arguments(30, 7, "2026-06-15"),
        )
        .await;
        assert!(everything!(made) == wanted, "{}", made.kind);
    })
    .await;
    let other = sqlite_only().await;
    load(
        &platform(other.database.clone()),
        arguments(30, 8, "2026-06-15"),
    )
    .await;
    assert!(everything!(other).0 != wanted.0);
}

#[tokio::test]
async fn a_second_demonstration_changes_nothing() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    let first = load(&platform, arguments(5, 7, "2026-06-15")).await;
    assert!(first.written);
    let before = person::Entity::find()
        .count(&made.database.reader)
        .await
        .expect("a count");
    let again = load(&platform, arguments(50, 9, "2026-07-01")).await;
    assert_eq!(
        again,
        demo::Loaded {
            written: false,
            ..first
        }
    );
    let after = person::Entity::find()
        .count(&made.database.reader)
        .await
        .expect("a count");
    assert_eq!(before, after);
}

#[tokio::test]
async fn each_batch_leaves_its_event() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        load(&platform, arguments(0, 7, "2026-06-15")).await;
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::ObjectKind.eq("demo"))
            .order_by_asc(audit_event::Column::ObjectId)
            .all(&made.database.reader)
            .await
            .expect("events");
        let batches: Vec<&str> = events
            .iter()
            .filter_map(|event| {
                event
                    .object_id
                    .strip_prefix("demo people=0 seed=7 as_of=2026-06-15 ")
            })
            .collect();
        assert_eq!(
            batches,
            ["done 350", "writing 0", "writing 250"],
            "{}",
            made.kind
        );
        assert!(events.iter().all(|event| event.role == "operator"));
    })
    .await;
}

#[tokio::test]
async fn every_year_is_the_sum_of_its_settlements() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load(&platform, arguments(40, 3, "2026-11-21")).await;
    let reader = &made.database.reader;
    let persons = person::Entity::find().all(reader).await.expect("persons");
    for one in &persons {
        let id = PersonId::from(one.person_id);
        let found = accumulators::differences(reader, &platform.parameters, id).await;
        assert_eq!(found.expect("a rebuild"), [], "{}", one.name);
    }
    assert!(
        year_accumulator::Entity::find()
            .count(reader)
            .await
            .expect("a count")
            > 300
    );
}

#[tokio::test]
async fn every_number_is_valid_and_shaped_as_nobodys() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load(&platform, arguments(200, 11, "2026-06-15")).await;
    let reader = &made.database.reader;
    let mut seen = HashSet::new();
    for one in person::Entity::find().all(reader).await.expect("persons") {
        let number = Field::IdNumber
            .open(&platform.keys, &one.id_number_cipher)
            .expect("opens");
        if one.id_type == "99" {
            assert!(number.starts_with("TMP"));
        } else {
            let read = IdentityNumber::parse(&number).expect("a valid number");
            assert_eq!(
                (read.birth_date(), read.sex().code()),
                (one.birth_date, one.sex.as_str())
            );
            assert_eq!(&number[2..6], "0000", "the address code names no county");
            assert!(number[14..17].starts_with("99"));
        }
        assert!(seen.insert(number));
        if let Some(cipher) = &one.mobile_cipher {
            let mobile = Field::Mobile.open(&platform.keys, cipher).expect("opens");
            assert!(
                Mobile::parse(&mobile).is_ok() && mobile.starts_with("154"),
                "{mobile}"
            );
        }
    }
    for one in employer::Entity::find()
        .all(reader)
        .await
        .expect("employers")
    {
        let code = Field::CreditCode
            .open(&platform.keys, &one.credit_code_cipher)
            .expect("opens");
        assert!(
            code.parse::<CreditCode>().is_ok() && &code[8..12] == "0000",
            "{code}"
        );
    }
}

#[tokio::test]
async fn the_named_people_have_their_histories() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    load(&platform, arguments(0, 1, "2026-06-15")).await;
    let reader = &made.database.reader;
    let persons = person::Entity::find().all(reader).await.expect("persons");
    let id = |name: &str| {
        let found = persons.iter().find(|one| one.name == name);
        found
            .unwrap_or_else(|| panic!("{name} is missing"))
            .person_id
    };
    let settlements = settlement::Entity::find()
        .all(reader)
        .await
        .expect("settlements");
    let stay = settlements
        .iter()
        .find(|one| one.person_id == id("李明") && one.total_fee == 3_000_000)
        .expect("the stay of 30,000 yuan");
    assert_eq!((stay.deductible, stay.pool_fund_paid), (130_000, 2_201_500));
    assert_eq!(
        (stay.fully_self_paid, stay.self_pay_first),
        (200_000, 80_000)
    );
    let layers = settlements
        .iter()
        .filter(|one| one.person_id == id("刘玉兰"));
    assert!(
        layers.clone().any(|one| {
            one.pool_fund_paid > 0 && one.catastrophic_paid > 0 && one.assistance_paid > 0
        }),
        "dialysis: all three layers pay"
    );
    for visit in layers.clone().filter(|one| one.admitted_on.is_none()) {
        let within = layers.clone().find(|stay| {
            let days = stay.admitted_on.zip(stay.discharged_on);
            days.is_some_and(|(from, to)| from <= visit.settled_on && visit.settled_on < to)
        });
        assert!(
            within.is_none(),
            "an outpatient on {} in the middle of a stay",
            visit.settled_on
        );
    }
    let helped = settlements.iter().filter(|one| one.family_account_paid > 0);
    assert!(helped.clone().any(|one| one.person_id == id("王秀英")));
    let entries = account_entry::Entity::find()
        .all(reader)
        .await
        .expect("entries");
    for one in helped {
        let gift = entries.iter().find(|entry| {
            entry.kind == "out_family" && entry.settlement_id == Some(one.settlement_id)
        });
        assert_eq!(
            gift.map(|entry| -entry.amount),
            Some(one.family_account_paid)
        );
    }
    let links = family_link::Entity::find()
        .all(reader)
        .await
        .expect("links");
    let tied = |who: &str, whose: &str| {
        links
            .iter()
            .any(|link| (link.person_id, link.relative_id) == (id(who), id(whose)))
    };
    assert!(tied("刘敏", "王秀英") && !tied("王秀英", "刘敏"));
    let accounts = account::Entity::find().all(reader).await.expect("accounts");
    assert_eq!(
        accounts.len(),
        services::accounts::demo_identities::ALL.len()
    );
    for one in &accounts {
        assert_eq!(
            one.person_id.is_some(),
            one.subject.starts_with("resident-"),
            "{}",
            one.subject
        );
    }
    assert!(
        household::Entity::find()
            .count(reader)
            .await
            .expect("a count")
            >= 3
    );
    let messages = message::Entity::find().all(reader).await.expect("messages");
    let told = |name: &str, template: &str| {
        messages
            .iter()
            .filter(|one| one.person_id == id(name) && one.template == template)
            .count()
    };
    assert_eq!(told("李明", "access_record"), 1);
    assert_eq!(told("李明", "settlement_arrived"), 3, "of the last 90 days");
    let unread = messages.iter().filter(|one| one.person_id == id("李明"));
    assert_eq!(unread.filter(|one| one.read_at.is_none()).count(), 1);
    assert!(
        message::Entity::find()
            .count(reader)
            .await
            .expect("a count")
            > 300
    );
}

#[tokio::test]
async fn a_day_before_the_rules_is_refused() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    let context = RequestContext::operator(platform, "demo");
    for day in ["2023-06-01", "2024-01-15", "2025-01-15"] {
        let refused = demo::load(&context, arguments(1, 1, day), &|_| ()).await;
        assert!(matches!(refused, Err(ServiceError::Invalid(_))), "{day}");
    }
}

/// How fast it loads; run with `--ignored --nocapture` and in release.
#[tokio::test]
#[ignore = "a measurement"]
#[expect(
    clippy::disallowed_methods,
    reason = "the person who measures says how many"
)]
async fn ten_thousand_people() {
    let made: TestDatabase = sqlite_only().await;
    let platform = platform(made.database.clone());
    let people = std::env::var("DEMO_PEOPLE")
        .ok()
        .and_then(|text| text.parse().ok());
    let begun = std::time::Instant::now();
    load(
        &platform,
        arguments(people.unwrap_or(10_000), 1, "2026-11-21"),
    )
    .await;
    let taken = begun.elapsed();
    let reader = &made.database.reader;
    let count = async |what: &str, rows: u64| eprintln!("{what}: {rows}");
    count(
        "persons",
        person::Entity::find().count(reader).await.expect("count"),
    )
    .await;
    count(
        "contributions",
        contribution::Entity::find()
            .count(reader)
            .await
            .expect("count"),
    )
    .await;
    count(
        "settlements",
        settlement::Entity::find()
            .count(reader)
            .await
            .expect("count"),
    )
    .await;
    count(
        "lines",
        settlement_line::Entity::find()
            .count(reader)
            .await
            .expect("count"),
    )
    .await;
    eprintln!("taken: {taken:?}");
}
