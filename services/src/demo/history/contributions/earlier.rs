//! What people whom the demonstration speaks of paid before its last two years, and what they are
//! asked for this month.

use chrono::{Datelike, Days, NaiveDate};
use domain::calendar::Month;
use domain::contributions::Shares;
use domain::ids::PersonId;
use domain::money::{BasisPoints, Money};
use domain::settlement::Scheme;
use uuid::Uuid;

use super::{MONTHS, fee};
use crate::demo::family::{Life, Period};
use crate::demo::world::{HANGZHOU, World};
use crate::store::entity::contribution;

/// How much less wages and limits were a year before, in basis points, and the least of today's.
const LESS_A_YEAR: i32 = 500;
const LEAST: i32 = 3_000;
/// How much less fee and subsidy were a year before, in yuan, and the least of each.
const STEP: i64 = 30;
const LEAST_FEE: i64 = 100;

/// Everything of `period` before the last two years.
pub(super) fn contributions(
    world: &World<'_>,
    id: PersonId,
    life: &Life,
    period: &Period,
) -> Vec<contribution::Model> {
    match period.scheme {
        Scheme::Employee if period.retired() => Vec::new(),
        Scheme::Employee => {
            let recent = Month::of(world.month_ago(MONTHS));
            let last = period
                .until
                .map_or(recent.plus(-1), |last| Month::of(last).min(recent.plus(-1)));
            Month::of(period.since)
                .through(last)
                .map(|month| monthly(world, id, life, period, month))
                .collect()
        }
        Scheme::Resident => {
            let recent = world.as_of.year() - 2;
            let end = period
                .until
                .map_or(recent, |last| (last.year() + 1).min(recent));
            (period.since.year()..end)
                .map(|year| yearly(world, id, life, period, year))
                .collect()
        }
    }
}

/// The bill of the present month, which nobody has paid yet.
pub(super) fn bill_of_this_month(
    world: &World<'_>,
    id: PersonId,
    life: &Life,
    period: &Period,
) -> Option<contribution::Model> {
    let owes =
        period.scheme == Scheme::Employee && !period.retired() && period.contains(world.as_of);
    owes.then(|| contribution::Model {
        account_credit: 0,
        state: "billed".to_owned(),
        paid_on: None,
        ..monthly(world, id, life, period, Month::of(world.as_of))
    })
}

fn monthly(
    world: &World<'_>,
    id: PersonId,
    life: &Life,
    period: &Period,
    month: Month,
) -> contribution::Model {
    let day = month.first_day();
    let known = world.set(period.region, day);
    let set = known.unwrap_or_else(|| world.city(HANGZHOU).set.clone());
    let other = &set.other;
    let years = (world.month_ago(MONTHS).year() - month.year()).max(0);
    let share = BasisPoints::new((10_000 - LESS_A_YEAR * years).max(LEAST));
    let base = other.contribution_base.values.for_wage(life.wage);
    let base = Money::from_yuan(base.times(share).fen() / 100);
    let shares = Shares::of_month(other, base, period.employer.is_some());
    contribution::Model {
        person_id: id.into(),
        period: month.period(),
        scheme: period.scheme.code().to_owned(),
        kind: "monthly".to_owned(),
        employer_id: period.employer.map(Uuid::from),
        base: base.fen(),
        employer_amount: shares.employer.fen(),
        person_amount: shares.person.fen(),
        subsidy_amount: 0,
        account_credit: shares.account_credit.fen(),
        state: "paid".to_owned(),
        paid_on: Some(day + Days::new(19)),
    }
}

fn yearly(
    world: &World<'_>,
    id: PersonId,
    life: &Life,
    period: &Period,
    year: i32,
) -> contribution::Model {
    let january = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(world.as_of);
    let set = world
        .set(period.region, january)
        .unwrap_or_else(|| world.city(HANGZHOU).set.clone());
    let less = Money::from_yuan(STEP * i64::from((world.as_of.year() - year - 1).max(0)));
    let least = Money::from_yuan(LEAST_FEE);
    let now = fee(&set.other.resident_fee.values, life, january);
    let subsidy = Money::from_yuan(super::SUBSIDY.0);
    contribution::Model {
        person_id: id.into(),
        period: year * 100 + 1,
        scheme: period.scheme.code().to_owned(),
        kind: "yearly".to_owned(),
        employer_id: None,
        base: 0,
        employer_amount: 0,
        person_amount: (now - less).max(least).fen(),
        subsidy_amount: (subsidy - less).max(least).fen(),
        account_credit: 0,
        state: "paid".to_owned(),
        paid_on: january
            .checked_sub_days(Days::new(40))
            .map(|day| day.max(period.since)),
    }
}
