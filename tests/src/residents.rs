//! Residents with a history, written straight into the store; every settlement by the engine.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use domain::consent::Purpose;
use domain::ids::{PersonId, SettlementId};
use domain::money::{BasisPoints, Money};
use domain::settlement::{
    Accumulators, ItemClass, Level, LineItem, PersonFacts, Remote, Scheme, Settlement, Visit,
    VisitKind,
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::records::private::Field;
use services::records::{BilledItem, Draft, Rows, settle};
use services::store::Database;
use services::store::bulk::OnConflict;
use services::store::entity::{
    consent, enrolment, family_link, household, household_member, person, year_accumulator,
};
use services::{Platform, RequestContext, parameters};
use uuid::Uuid;

use crate::platform::{noon, platform};

/// What a resident of a test is to have.
#[derive(Clone, Copy, Debug)]
pub struct History {
    /// Distinguishes the residents of one test; part of every id.
    pub number: u16,
    /// How many settlements, one a day, the newest on 2026-06-10.
    pub settlements: u16,
    /// Items of each bill.
    pub items: u16,
}

impl History {
    /// One settlement of one item.
    #[must_use]
    pub const fn short(number: u16) -> Self {
        Self {
            number,
            settlements: 1,
            items: 1,
        }
    }
}

/// A resident in the store.
#[derive(Clone, Debug)]
pub struct Resident {
    /// Who.
    pub person: PersonId,
    /// Their settlements with what was written, the newest first.
    pub settlements: Vec<(SettlementId, NaiveDate, Settlement)>,
}

/// A platform whose parameter sets are those that ship.
///
/// # Panics
/// When the store refuses them.
pub async fn platform_with_rules(database: Database) -> Arc<Platform> {
    let platform = platform(database);
    let context = RequestContext::operator(Arc::clone(&platform), "test");
    parameters::import_shipped(&context)
        .await
        .expect("the shipped sets");
    platform
        .parameters
        .refresh(&platform.database)
        .await
        .expect("the sets are read");
    platform
}

/// The id of the person with this number.
#[must_use]
pub fn person_id(number: u16) -> PersonId {
    Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0000 | u128::from(number)).into()
}

/// A mother and her daughter, who may see her data, not the other way round; one short
/// settlement each. Their numbers are 1 and 2.
///
/// # Panics
/// When the store refuses them.
pub async fn mother_and_daughter(platform: &Platform) -> (Resident, Resident) {
    let mother = resident(platform, History::short(1)).await;
    let daughter = resident(platform, History::short(2)).await;
    link(platform, daughter.person, mother.person, None).await;
    (mother, daughter)
}

fn settlement_id(number: u16, place: u16) -> SettlementId {
    let low = (u128::from(number) << 16) | u128::from(place);
    Uuid::from_u128(0x0197_1111_0000_7000_8000_0000_0000_0000 | low).into()
}

/// Writes an employee in Beijing with this history.
///
/// # Panics
/// When the store or the engine refuses it.
pub async fn resident(platform: &Platform, history: History) -> Resident {
    let person = person_id(history.number);
    let (mut rows, settlements) = settled(platform, history, 1);
    rows.persons.push(person_row(history.number));
    rows.enrolments.push(enrolment_row(person));
    rows.write(&platform.database.writer, OnConflict::Fail)
        .await
        .expect("the rows are written");
    Resident {
        person,
        settlements,
    }
}

/// The rows of this history with one settlement in so many `days`, and what was settled, the newest
/// first; of the person nothing else.
///
/// # Panics
/// When the engine refuses it.
#[must_use]
pub fn settled(
    platform: &Platform,
    history: History,
    days: u16,
) -> (Rows, Vec<(SettlementId, NaiveDate, Settlement)>) {
    let person = person_id(history.number);
    let mut rows = Rows::default();
    let set = platform.parameters.by_id("BJ-2025").expect("Beijing's set");
    let first = NaiveDate::from_ymd_opt(2026, 6, 10).expect("a day");
    let mut before = Accumulators::ZERO;
    let mut settlements = Vec::new();
    for place in 0..history.settlements {
        let age = u64::from(history.settlements - 1 - place) * u64::from(days);
        let day = first.checked_sub_days(Days::new(age)).expect("a day");
        let draft = draft(history, place, day, before);
        let id = draft.id;
        let written = settle(&set, draft).expect("the engine settles it");
        before = written.settled.after;
        settlements.push((id, day, written.settled.settlement));
        rows.settlements.push(written.settlement);
        rows.settlement_lines.extend(written.lines);
    }
    rows.year_accumulators
        .push(accumulator_row(person, &before));
    settlements.reverse();
    (rows, settlements)
}

/// The rows of an employee in Beijing without any history: for tests of many people.
#[must_use]
pub fn plain(number: u16) -> Rows {
    let mut rows = Rows::default();
    rows.persons.push(person_row(number));
    rows.enrolments.push(enrolment_row(person_id(number)));
    rows
}

/// Lets `who` act for `whose` from 2026-01-01 through `until`, who agreed that relatives see
/// details of settlements.
///
/// # Panics
/// When the store refuses it.
pub async fn link(platform: &Platform, who: PersonId, whose: PersonId, until: Option<NaiveDate>) {
    link_alone(platform, who, whose, "parent", until).await;
    let writer = &platform.database.writer;
    let key = (
        Uuid::from(whose),
        Purpose::FamilyDetails.code().to_owned(),
        1,
    );
    let there = consent::Entity::find_by_id(key).one(writer).await;
    if there.expect("an answer").is_some() {
        return;
    }
    let mut rows = Rows::default();
    rows.consents.push(consent::Model {
        person_id: whose.into(),
        purpose: Purpose::FamilyDetails.code().to_owned(),
        place: 1,
        act: "given".to_owned(),
        text_version: 1,
        channel: "counter".to_owned(),
        given_by: "oneself".to_owned(),
        recorded_at: noon(),
    });
    rows.write(writer, OnConflict::Fail)
        .await
        .expect("the consent is written");
}

/// The same without a word about details; `whose` is the `relation` of `who`.
///
/// # Panics
/// When the store refuses it.
pub async fn link_alone(
    platform: &Platform,
    who: PersonId,
    whose: PersonId,
    relation: &str,
    until: Option<NaiveDate>,
) {
    let mut rows = Rows::default();
    rows.family_links.push(family_link::Model {
        person_id: who.into(),
        relative_id: whose.into(),
        relative_name: "测试家人".to_owned(),
        relation: relation.to_owned(),
        proof: "household_register".to_owned(),
        state: "confirmed".to_owned(),
        valid_from: NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"),
        valid_until: until,
        person_name: "测试家人".to_owned(),
        sees_visits: true,
        sees_account: true,
    });
    rows.write(&platform.database.writer, OnConflict::Fail)
        .await
        .expect("the link is written");
}

fn draft(history: History, place: u16, day: NaiveDate, before: Accumulators) -> Draft {
    let stay = place.is_multiple_of(3);
    let items = (0..history.items).map(|item| billed(item, stay)).collect();
    Draft {
        person: person_id(history.number),
        id: settlement_id(history.number, place),
        number: format!("TEST{:04}{place:05}", history.number),
        settled_on: day,
        stay: stay.then(|| (day - Days::new(4), day)),
        scheme: Scheme::Employee,
        region: "110105".parse().expect("a region"),
        institution: ("H11010599001".to_owned(), "北京示例医院".to_owned()),
        diagnosis_cipher: Some(vec![1, 2, 3]),
        facts: PersonFacts {
            retired: false,
            age: 35,
            category: None,
            account_balance: Money::from_yuan(20),
            family_balance: Money::ZERO,
        },
        visit: Visit {
            kind: if stay {
                VisitKind::Inpatient
            } else {
                VisitKind::Outpatient
            },
            disease: None,
            level: Level::L3,
            admission: 1,
            remote: Remote::Local,
        },
        items,
        before,
        created_at: noon(),
    }
}

fn billed(item: u16, stay: bool) -> BilledItem {
    let class = match item % 4 {
        0 | 1 => ItemClass::A,
        2 => ItemClass::B,
        _ => ItemClass::C,
    };
    let first = if class == ItemClass::B { 1_000 } else { 0 };
    let yuan = if stay { 900 } else { 60 };
    BilledItem {
        code: format!("00{item:013}"),
        name: format!("示例项目{item}"),
        quantity_milli: 1_500,
        line: LineItem {
            amount: Money::from_yuan(yuan + i64::from(item)),
            class,
            self_pay_first: BasisPoints::new(first),
            over_ceiling: Money::ZERO,
        },
    }
}

fn person_row(number: u16) -> person::Model {
    person::Model {
        person_id: person_id(number).into(),
        name: format!("测试{number}"),
        id_type: "resident_id".to_owned(),
        id_number_cipher: number.to_be_bytes().to_vec(),
        id_number_index: number.to_be_bytes().to_vec(),
        sex: "female".to_owned(),
        birth_date: NaiveDate::from_ymd_opt(1991, 2, 3).expect("a day"),
        mobile_cipher: None,
        household_region: "110105".to_owned(),
        residence_region: "110105".to_owned(),
        status: "alive".to_owned(),
        died_on: None,
        created_at: noon(),
    }
}

fn enrolment_row(person: PersonId) -> enrolment::Model {
    enrolment::Model {
        person_id: person.into(),
        enrolment_id: Uuid::from_u128(Uuid::from(person).as_u128() | 1 << 40),
        scheme: "employee".to_owned(),
        region_code: "110105".to_owned(),
        employer_id: None,
        person_type: "1103".to_owned(),
        state: "normal".to_owned(),
        since: NaiveDate::from_ymd_opt(2020, 3, 1).expect("a day"),
        until: None,
        waiting_until: None,
        reason: "enrolment".to_owned(),
    }
}

fn accumulator_row(person: PersonId, year: &Accumulators) -> year_accumulator::Model {
    year_accumulator::Model {
        person_id: person.into(),
        benefit_year: 2026,
        scheme: "employee".to_owned(),
        pool_paid: year.pool_paid.fen(),
        large_amount_paid: year.large_amount_paid.fen(),
        catastrophic_base: year.catastrophic_base.fen(),
        catastrophic_paid: year.catastrophic_paid.fen(),
        assistance_deductible: year.assistance_deductible_used.fen(),
        assistance_paid: year.assistance_paid.fen(),
        outpatient_deductible: year.outpatient_deductible_used.fen(),
        outpatient_paid: year.outpatient_paid.fen(),
        outpatient_scope: year.outpatient_in_scope.fen(),
        admissions: 0,
        chronic_deductible: year.chronic_deductible_used.fen(),
        hypertension_paid: year.hypertension_paid.fen(),
        diabetes_paid: year.diabetes_paid.fen(),
        prenatal_paid: year.prenatal_paid.fen(),
    }
}

/// Gives `person` a paper with this number and this day of birth.
///
/// # Panics
/// When the store refuses it.
pub async fn paper(platform: &Platform, person: PersonId, number: &str, born: &str) {
    use person::Column as C;
    let index = Field::IdNumber.index(&platform.keys, number);
    let born: NaiveDate = born.parse().expect("a day");
    person::Entity::update_many()
        .col_expr(C::IdNumberIndex, Expr::value(index))
        .col_expr(C::BirthDate, Expr::value(born))
        .filter(C::PersonId.eq(Uuid::from(person)))
        .exec(&platform.database.writer)
        .await
        .expect("the paper is written");
}

/// Lets `people` live in one household since 2020.
///
/// # Panics
/// When the store refuses it.
pub async fn household(platform: &Platform, people: &[PersonId]) {
    let household_id = Uuid::from_u128(0x0197_3333);
    let mut rows = Rows::default();
    rows.households.push(household::Model {
        household_id,
        region_code: "110105".to_owned(),
        created_at: noon(),
    });
    let member = |(place, person): (usize, &PersonId)| household_member::Model {
        person_id: (*person).into(),
        household_id,
        position: if place == 0 { "head" } else { "child" }.to_owned(),
        since: NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"),
        until: None,
    };
    rows.household_members
        .extend(people.iter().enumerate().map(member));
    rows.write(&platform.database.writer, OnConflict::Fail)
        .await
        .expect("the household is written");
}
