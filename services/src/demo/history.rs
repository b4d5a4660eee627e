//! Turns the plan of a family into rows, event by event in the order of days.

mod contributions;
mod settling;

use chrono::{Datelike, NaiveDate};
use domain::calendar::age_on;
use domain::consent::{Act, Channel, GivenBy, OF_AGE, Purpose};
use domain::family::{Kinship, is_minor, last_day_of_minority};
use domain::ids::PersonId;
use domain::money::Money;
use uuid::Uuid;

use self::contributions::{Inflow, contributions};
use self::settling::Settler;
use super::dice::{Dice, morning};
use super::family::{Family, Life, Person};
use super::ledger::{Cause, Ledger};
use super::world::World;
use crate::error::ServiceError;
use crate::messages::Topic;
use crate::records::Rows;
use crate::records::private::Field;
use crate::store::entity::{
    account_share, consent, enrolment, family_link, holding, household, household_member,
    identity_tag, message, person,
};

/// What one member paid for another: when, how much, for which settlement.
type Gift = (NaiveDate, Money, Uuid);

/// Appends the rows of `family` to `rows` and returns the ids of its members. `ordinal` counts
/// the people before them.
pub(super) fn record(
    world: &World<'_>,
    dice: &mut Dice,
    family: &Family,
    ordinal: u64,
    rows: &mut Rows,
) -> Result<Vec<PersonId>, ServiceError> {
    let registered = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or(world.as_of);
    let ids: Vec<PersonId> = (ordinal..)
        .zip(&family.lives)
        .map(|(at, _)| dice.id(registered, at).into())
        .collect();
    let mut gifts: Vec<Vec<Gift>> = family.lives.iter().map(|_| Vec::new()).collect();
    for (place, (life, id)) in family.lives.iter().zip(&ids).enumerate() {
        rows.persons
            .push(person_row(world, *id, &life.person, registered)?);
        let given = gifts.get_mut(place).map(std::mem::take).unwrap_or_default();
        for (giver, gift) in record_life(world, dice, *id, life, &given, rows)? {
            if let Some(gifts) = gifts.get_mut(giver) {
                gifts.push(gift);
            }
        }
    }
    record_ties(world, dice, family, &ids, rows);
    record_shares(family, &ids, rows);
    Ok(ids)
}

/// What accounts keep for relatives. Of a day on which the account has no entry yet nothing is.
fn record_shares(family: &Family, ids: &[PersonId], rows: &mut Rows) {
    for (life, id) in family.lives.iter().zip(ids) {
        for (place, (relative, amount, day)) in (1..).zip(&life.shares) {
            let own = rows.account_entries.iter();
            let own = own.filter(|entry| entry.person_id == Uuid::from(*id));
            let before = own.filter(|entry| entry.booked_on < *day);
            let newest = before.map(|entry| entry.entry_id).max();
            let (Some(after_entry_id), Some(relative)) = (newest, ids.get(*relative)) else {
                continue;
            };
            rows.account_shares.push(account_share::Model {
                person_id: (*id).into(),
                relative_id: (*relative).into(),
                place,
                amount: amount.fen(),
                set_on: *day,
                after_entry_id,
            });
        }
    }
}

fn record_life(
    world: &World<'_>,
    dice: &mut Dice,
    id: PersonId,
    life: &Life,
    given: &[Gift],
    rows: &mut Rows,
) -> Result<Vec<(usize, Gift)>, ServiceError> {
    record_status(world, dice, id, life, rows);
    let (paid, inflows) = contributions(world, id, life);
    rows.contributions.extend(paid);

    let mut ledger = Ledger::new(id);
    let mut settler = Settler::new(world, id, life);
    let mut gifts = Vec::new();
    let opened = inflows
        .first()
        .map_or(world.visits_from, |inflow| inflow.day);
    ledger.book(
        dice,
        opened,
        "in_opening",
        life.opening_balance,
        Cause::Opening,
    );
    let mut events = in_order(life, &inflows, given);
    if life.bears_interest {
        add_interest(&mut events, opened, world.as_of);
    }
    for (day, _, event) in events {
        match event {
            Event::Interest => {
                let interest = ledger.interest(day.year() - 1);
                ledger.book(dice, day, "in_interest", interest, Cause::Interest);
            }
            Event::Inflow(inflow) => {
                let cause = Cause::Month(inflow.period);
                ledger.book(dice, inflow.day, "in_monthly", inflow.amount, cause);
            }
            Event::Gift((day, amount, settlement)) => {
                let cause = Cause::Settlement(*settlement);
                ledger.book(dice, *day, "out_family", -*amount, cause);
            }
            Event::Visit(visit) => {
                for settled in settler.settle(dice, visit, ledger.balance(), rows)? {
                    let cause = Cause::Settlement(settled.id);
                    ledger.book(dice, visit.day, "out_own", -settled.own_account, cause);
                    if let Some((giver, _)) = visit.family {
                        gifts.push((giver, (visit.day, settled.family_account, settled.id)));
                    }
                }
            }
            Event::Refund(visit, day) => {
                for back in settler.take_back(dice, visit, day, rows)? {
                    let cause = Cause::Settlement(back.id);
                    ledger.book(dice, day, "in_refund", back.own_account, cause);
                }
            }
        }
    }
    rows.year_accumulators.extend(settler.into_years());
    rows.account_entries.extend(ledger.into_entries());
    Ok(gifts)
}

enum Event<'a> {
    /// Of the year before.
    Interest,
    Inflow(&'a Inflow),
    Gift(&'a Gift),
    Visit(&'a super::family::Visit),
    /// The day on which a visit is taken back.
    Refund(&'a super::family::Visit, NaiveDate),
}

/// An event with its day and its place within the day.
type Dated<'a> = (NaiveDate, u8, Event<'a>);

/// The interest of each year since `opened` on the first day of the next one, before all else.
fn add_interest(events: &mut Vec<Dated<'_>>, opened: NaiveDate, as_of: NaiveDate) {
    let days = (opened.year() + 1..=as_of.year()).filter_map(|year| {
        let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
        Some((day, 0, Event::Interest))
    });
    events.extend(days);
    events.sort_by_key(|(day, rank, _)| (*day, *rank));
}

fn in_order<'a>(life: &'a Life, inflows: &'a [Inflow], given: &'a [Gift]) -> Vec<Dated<'a>> {
    let mut events: Vec<Dated<'a>> = Vec::new();
    events.extend(
        inflows
            .iter()
            .map(|inflow| (inflow.day, 0, Event::Inflow(inflow))),
    );
    events.extend(given.iter().map(|gift| (gift.0, 1, Event::Gift(gift))));
    events.extend(
        life.visits
            .iter()
            .map(|visit| (visit.day, 2, Event::Visit(visit))),
    );
    events.extend(life.visits.iter().filter_map(|visit| {
        let day = visit.special.refunded_on?;
        Some((day, 3, Event::Refund(visit, day)))
    }));
    events.sort_by_key(|(day, rank, _)| (*day, *rank));
    events
}

/// Periods, statuses, products and messages.
fn record_status(world: &World<'_>, dice: &mut Dice, id: PersonId, life: &Life, rows: &mut Rows) {
    rows.enrolments.extend(life.periods.iter().map(|period| {
        enrolment::Model {
            person_id: id.into(),
            enrolment_id: dice.id(period.since, 0),
            scheme: period.scheme.code().to_owned(),
            region_code: period.region.to_string(),
            employer_id: period.employer.map(Uuid::from),
            person_type: period.person_type.to_owned(),
            state: if period.until.is_some() {
                "terminated"
            } else {
                "normal"
            }
            .to_owned(),
            since: period.since,
            until: period.until,
            waiting_until: period.waiting_until,
            reason: period.reason.to_owned(),
        }
    }));
    rows.identity_tags
        .extend(
            life.tags
                .iter()
                .map(|(category, from, until)| identity_tag::Model {
                    person_id: id.into(),
                    category: category.code().to_owned(),
                    valid_from: *from,
                    valid_until: *until,
                    source: "civil_affairs".to_owned(),
                }),
        );
    for (product, since) in &life.holdings {
        let age = domain::calendar::age_on(life.person.birth, *since).unwrap_or_default();
        let sold = world.products.iter().find(|one| one.id == *product);
        let Some(premium) = sold.and_then(|one| one.premium_at(age)) else {
            continue;
        };
        rows.holdings.push(holding::Model {
            person_id: id.into(),
            holding_id: dice.id(*since, 1),
            product_id: product.clone(),
            since: *since,
            until: since
                .checked_add_months(chrono::Months::new(12))
                .and_then(|d| d.pred_opt()),
            premium: premium.fen(),
        });
    }
    // The platform tells nobody anything before they are born.
    let welcome = world.days_ago(30).max(life.person.birth);
    if life.person.died.is_some_and(|day| day <= welcome) {
        return;
    }
    let read = !is_minor(life.person.birth, world.as_of);
    rows.messages.push(message::Model {
        person_id: id.into(),
        message_id: dice.id(welcome, 2),
        template: "access_record".to_owned(),
        parameters: "{}".to_owned(),
        created_at: morning(welcome),
        read_at: read.then(|| morning(welcome)),
        topic: Topic::Security.code().to_owned(),
        occasion: "access_record".to_owned(),
    });
}

fn record_ties(
    world: &World<'_>,
    dice: &mut Dice,
    family: &Family,
    ids: &[PersonId],
    rows: &mut Rows,
) {
    let since = NaiveDate::from_ymd_opt(2023, 1, 1).unwrap_or(world.as_of);
    if let Some(region) = family.household {
        let household_id = dice.id(since, 0);
        rows.households.push(household::Model {
            household_id,
            region_code: region.to_string(),
            created_at: morning(since),
        });
        rows.household_members
            .extend(
                family
                    .lives
                    .iter()
                    .zip(ids)
                    .map(|(life, id)| household_member::Model {
                        person_id: (*id).into(),
                        household_id,
                        position: life.person.position.to_owned(),
                        since: since.max(life.person.birth),
                        until: life.person.died,
                    }),
            );
    }
    for link in &family.links {
        let (Some(who), Some(whose), Some(helper), Some(relative)) = (
            ids.get(link.who),
            ids.get(link.whose),
            family.lives.get(link.who),
            family.lives.get(link.whose),
        ) else {
            continue;
        };
        let since = since.max(helper.person.birth).max(relative.person.birth);
        let guardian = link.relation == Kinship::Child.code();
        let minority = last_day_of_minority(relative.person.birth).filter(|last| since <= *last);
        rows.family_links.push(family_link::Model {
            person_id: (*who).into(),
            relative_id: (*whose).into(),
            relative_name: relative.person.name.clone(),
            relation: link.relation.to_owned(),
            proof: "household_register".to_owned(),
            state: "confirmed".to_owned(),
            valid_from: since,
            valid_until: minority.filter(|_| guardian),
            person_name: helper.person.name.clone(),
            sees_visits: true,
            sees_account: true,
        });
        let signed = |row: &consent::Model| row.person_id == Uuid::from(*whose);
        if !rows.consents.iter().any(signed) {
            rows.consents.push(consent(world, *whose, relative, since));
        }
    }
}

/// The consent that was signed at the counter together with the link: relatives see details.
fn consent(world: &World<'_>, id: PersonId, life: &Life, since: NaiveDate) -> consent::Model {
    let minor = age_on(life.person.birth, world.as_of).is_none_or(|age| age < OF_AGE);
    let given_by = if minor {
        GivenBy::Guardian
    } else {
        GivenBy::Oneself
    };
    let purpose = Purpose::FamilyDetails;
    consent::Model {
        person_id: id.into(),
        purpose: purpose.code().to_owned(),
        place: 1,
        act: Act::Given.code().to_owned(),
        text_version: purpose.text_version(),
        channel: Channel::Counter.code().to_owned(),
        given_by: given_by.code().to_owned(),
        recorded_at: morning(since.max(life.person.birth)),
    }
}

fn person_row(
    world: &World<'_>,
    id: PersonId,
    person: &Person,
    registered: NaiveDate,
) -> Result<person::Model, ServiceError> {
    let platform = world.platform;
    let mobile = person.mobile.as_deref();
    Ok(person::Model {
        person_id: id.into(),
        name: person.name.clone(),
        id_type: person.id_type.to_owned(),
        id_number_cipher: Field::IdNumber.seal_on(platform, &person.number)?,
        id_number_index: Field::IdNumber.index(&platform.keys, &person.number),
        sex: person.sex.code().to_owned(),
        birth_date: person.birth,
        mobile_cipher: mobile
            .map(|text| Field::Mobile.seal_on(platform, text))
            .transpose()?,
        household_region: person.home.to_string(),
        residence_region: person.residence.to_string(),
        status: if person.died.is_some() {
            "dead"
        } else {
            "alive"
        }
        .to_owned(),
        died_on: person.died,
        created_at: morning(registered.max(person.birth)),
    })
}
