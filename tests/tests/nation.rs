//! The many people of the measures of scale are what the product itself would have written, and
//! it shows them.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use domain::identifiers::{IdentityNumber, Mobile, RegionLevel};
use sea_orm::{EntityTrait, Iden, Iterable, ModelTrait};
use services::accumulators;
use services::records::private::Field;
use services::store::entity::{
    account_entry, consent, contribution, enrolment, family_link, holding, household,
    household_member, message, person, settlement, settlement_line, settlement_total,
    year_accumulator,
};
use tests::database::{TestDatabase, on_each};
use tests::hats::belongs_to;
use tests::nation::{Nation, PAGES, build, divide};
use tests::platform::platform;
use tests::site::Site;
use uuid::Uuid;

const NATION: Nation = Nation {
    people: 430,
    histories: 20,
};

/// The columns of `rows` that are never empty, and those that are always.
fn emptiness<E>(rows: &[&E::Model]) -> (BTreeSet<String>, BTreeSet<String>)
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let (mut never, mut always) = (BTreeSet::new(), BTreeSet::new());
    for column in E::Column::iter() {
        let is_empty = |row: &&E::Model| row.get(column) == row.get(column).as_null();
        let empty = rows.iter().filter(|row| is_empty(row)).count();
        if empty == 0 {
            never.insert(column.unquoted().to_owned());
        }
        if empty == rows.len() {
            always.insert(column.unquoted().to_owned());
        }
    }
    (never, always)
}

/// Compares what `one_of_many` tells apart: the rows of the nation with the demonstration's.
fn compare<E>(table: &str, rows: &[E::Model], one_of_many: impl Fn(&E::Model) -> bool)
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let (many, demo): (Vec<_>, Vec<_>) = rows.iter().partition(|row| one_of_many(row));
    assert!(!many.is_empty() && !demo.is_empty(), "{table}");
    let (wanted, found) = (emptiness::<E>(&demo), emptiness::<E>(&many));
    let (never, always) = (wanted.0.difference(&found.0), wanted.1.difference(&found.1));
    let odd: Vec<_> = never.chain(always).collect();
    assert!(odd.is_empty(), "{table}: {odd:?}");
}

async fn the_rows_are_as_the_demonstration_writes_them(made: &TestDatabase) {
    let reader = &made.database.reader;
    macro_rules! all {
        ($table:ident) => {
            $table::Entity::find().all(reader).await.expect("rows")
        };
    }
    macro_rules! compare_by_person {
        ($($table:ident),+ $(,)?) => {$(
            compare::<$table::Entity>(stringify!($table), &all!($table), |row| {
                row.person_id >= divide()
            });
        )+};
    }
    compare_by_person!(
        person,
        household_member,
        family_link,
        enrolment,
        contribution,
        account_entry,
        settlement,
        settlement_line,
        settlement_total,
        year_accumulator,
        holding,
        message,
        consent,
    );
    let members = all!(household_member);
    let theirs: BTreeSet<Uuid> = members
        .iter()
        .filter(|row| row.person_id >= divide())
        .map(|row| row.household_id)
        .collect();
    compare::<household::Entity>("household", &all!(household), |row| {
        theirs.contains(&row.household_id)
    });
}

async fn everybody_is_known_and_nobody_real(made: &TestDatabase) -> Vec<Uuid> {
    let keys = tests::platform::keys();
    let persons = person::Entity::find().all(&made.database.reader).await;
    let mut persons = persons.expect("persons");
    persons.sort_by_key(|one| one.person_id);
    let count = u64::try_from(persons.len()).expect("it fits");
    assert!((NATION.people - 1..=NATION.people).contains(&count));
    let many = persons.iter().filter(|one| one.person_id >= divide());
    for one in many.clone() {
        let number = Field::IdNumber.open(&keys, &one.id_number_cipher);
        let number = number.expect("it opens");
        assert_eq!(one.id_number_index, Field::IdNumber.index(&keys, &number));
        let parsed = IdentityNumber::parse(&number).expect("a valid number");
        assert_eq!(
            (parsed.birth_date(), parsed.sex().code()),
            (one.birth_date, one.sex.as_str())
        );
        let place = parsed.registration_region().expect("a place");
        let place = place.lookup().expect("a known one");
        assert_eq!(place.level, RegionLevel::Province, "it names no county");
        assert!(number[14..17].starts_with("99"));
        let mobile = one.mobile_cipher.as_deref().expect("a mobile number");
        let mobile = Field::Mobile.open(&keys, mobile).expect("it opens");
        assert!(Mobile::parse(&mobile).is_ok() && mobile.starts_with("154"));
    }
    many.map(|one| one.person_id).collect()
}

async fn the_sums_are_right(made: &TestDatabase, site: &Site, people: &[Uuid]) {
    let reader = &made.database.reader;
    let book = &site.platform.parameters;
    for id in people {
        let odd = accumulators::differences(reader, book, (*id).into()).await;
        let odd = odd.expect("the engine");
        assert!(odd.is_empty(), "{id}: {odd:?}");
    }
    let entries = account_entry::Entity::find().all(reader).await;
    let mut entries = entries.expect("entries");
    entries.sort_by_key(|entry| (entry.person_id, entry.entry_id));
    for id in people {
        let own = entries.iter().filter(|entry| entry.person_id == *id);
        let mut balance = 0;
        for entry in own {
            balance += entry.amount;
            assert_eq!(entry.balance_after, balance, "{id}");
        }
    }
}

async fn every_page_shows_them(made: &TestDatabase, site: &Site, people: &[Uuid]) {
    let settlements = settlement::Entity::find().all(&made.database.reader).await;
    let settlements = settlements.expect("settlements");
    let mut browser = site.browser();
    browser.sign_in("resident-employee", "/me").await;
    for id in people {
        belongs_to(site, "resident-employee", (*id).into()).await;
        let one = settlements.iter().find(|one| one.person_id == *id);
        let one = one.expect("a settlement");
        let diagnosis = one.diagnosis_cipher.as_deref().expect("a diagnosis");
        let diagnosis = Field::Diagnosis.open(&site.platform.keys, diagnosis);
        assert_eq!(diagnosis.expect("it opens"), "J06.900 急性上呼吸道感染");
        for page in PAGES {
            let path = page.replace("{settlement}", &one.settlement_id.to_string());
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{}: {path}", made.kind);
            if page.ends_with("{settlement}") {
                assert!(answer.body.contains(&one.number), "{path}");
            }
        }
    }
    // He may see her pages, she may not see his.
    let (his, hers) = (people[0], people[1]);
    for (who, whose, status) in [
        (his, hers, StatusCode::OK),
        (hers, his, StatusCode::NOT_FOUND),
    ] {
        belongs_to(site, "resident-employee", who.into()).await;
        let answer = browser.get(&format!("/people/{whose}")).await;
        assert_eq!(answer.status, status, "{}", made.kind);
    }
}

#[tokio::test]
async fn many_people_are_what_the_product_would_have_written() {
    on_each(|made| async move {
        build(&platform(made.database.clone()), NATION).await;
        the_rows_are_as_the_demonstration_writes_them(&made).await;
        let people = everybody_is_known_and_nobody_real(&made).await;
        let site = Site::demo(&made).await;
        the_sums_are_right(&made, &site, &people).await;
        every_page_shows_them(&made, &site, &people[..2]).await;
    })
    .await;
}
