//! Month by month and year by year: what was paid in, and what of it reached the account.

mod earlier;

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::calendar::age_on;
use domain::contributions::Shares;
use domain::ids::PersonId;
use domain::money::Money;
use domain::settlement::Scheme;
use domain::settlement::parameters::{Other, ResidentFee};
use uuid::Uuid;

use crate::demo::family::{Life, Period};
use crate::demo::world::World;
use crate::store::entity::contribution;

/// Months of contributions that the demonstration shows.
const MONTHS: u32 = 24;
/// What the state adds to a resident's fee for a year, in yuan (from 2026: 700).
const SUBSIDY: (i64, i64) = (670, 700);

/// One month's inflow into the personal account.
pub(super) struct Inflow {
    pub day: NaiveDate,
    pub period: i32,
    pub amount: Money,
}

/// Contributions of the last two years, or of all, and what the last two years brought the
/// account. What came before them is in the balance that the account opens with.
pub(super) fn contributions(
    world: &World<'_>,
    id: PersonId,
    life: &Life,
) -> (Vec<contribution::Model>, Vec<Inflow>) {
    let mut paid = Vec::new();
    let mut inflows = Vec::new();
    for period in &life.periods {
        match period.scheme {
            Scheme::Employee => {
                for month in months(world, period) {
                    monthly(world, id, life, period, month, &mut paid, &mut inflows);
                }
            }
            Scheme::Resident => yearly(world, id, life, period, &mut paid),
        }
        if life.whole_record {
            paid.extend(earlier::contributions(world, id, life, period));
            paid.extend(earlier::bill_of_this_month(world, id, life, period));
        }
    }
    inflows.sort_by_key(|inflow| inflow.day);
    (paid, inflows)
}

/// The first days of the months of `period` within the two years before this month.
fn months(world: &World<'_>, period: &Period) -> impl Iterator<Item = NaiveDate> {
    (1..=MONTHS)
        .rev()
        .map(|ago| world.month_ago(ago))
        .filter(|month| period.contains(*month))
}

fn monthly(
    world: &World<'_>,
    id: PersonId,
    life: &Life,
    period: &Period,
    month: NaiveDate,
    paid: &mut Vec<contribution::Model>,
    inflows: &mut Vec<Inflow>,
) {
    let known = world.set(period.region, month);
    // Where no rules are kept (a far province), those of Hangzhou stand in.
    let set = known.unwrap_or_else(|| world.city(crate::demo::world::HANGZHOU).set.clone());
    let other = &set.other;
    let number = month.year() * 100 + month.month().cast_signed();
    let day = month + Days::new(19);
    let inflow = if period.retired() {
        retired_inflow(other, life, month)
    } else {
        let base = other.contribution_base.values.for_wage(life.wage);
        let shares = Shares::of_month(other, base, period.employer.is_some());
        paid.push(contribution::Model {
            person_id: id.into(),
            period: number,
            scheme: period.scheme.code().to_owned(),
            kind: "monthly".to_owned(),
            employer_id: period.employer.map(Uuid::from),
            base: base.fen(),
            employer_amount: shares.employer.fen(),
            person_amount: shares.person.fen(),
            subsidy_amount: 0,
            account_credit: shares.account_credit.fen(),
            state: "paid".to_owned(),
            paid_on: Some(day),
        });
        shares.account_credit
    };
    inflows.push(Inflow {
        day: day + Days::new(5),
        period: number,
        amount: inflow,
    });
}

fn retired_inflow(other: &Other, life: &Life, month: NaiveDate) -> Money {
    let age = age_on(life.person.birth, month).unwrap_or_default();
    let row = other.account_retired.values.iter();
    let mut row = row.filter(|row| row.below_age.is_none_or(|limit| age < limit));
    row.next().map_or(Money::ZERO, |row| row.amount)
}

/// A resident pays once for a calendar year. Its period is the year's January.
fn yearly(
    world: &World<'_>,
    id: PersonId,
    life: &Life,
    period: &Period,
    paid: &mut Vec<contribution::Model>,
) {
    let last = period.until.unwrap_or(world.as_of).year();
    for year in period.since.year().max(world.as_of.year() - 2)..=last {
        let Some(january) = NaiveDate::from_ymd_opt(year, 1, 1) else {
            continue;
        };
        let Some(set) = world.set(period.region, january) else {
            continue;
        };
        let fee = fee(&set.other.resident_fee.values, life, january);
        let subsidy = Money::from_yuan(if year >= 2026 { SUBSIDY.1 } else { SUBSIDY.0 });
        let aided = life
            .tags
            .iter()
            .any(|(_, from, until)| *from <= january && until.is_none_or(|last| january <= last));
        let help = if aided {
            Money::from_fen(fee.fen() * 6 / 10)
        } else {
            Money::ZERO
        };
        let collected = january
            .checked_sub_months(Months::new(2))
            .unwrap_or(january);
        paid.push(contribution::Model {
            person_id: id.into(),
            period: year * 100 + 1,
            scheme: period.scheme.code().to_owned(),
            kind: "yearly".to_owned(),
            employer_id: None,
            base: 0,
            employer_amount: 0,
            person_amount: (fee - help).fen(),
            subsidy_amount: (subsidy + help).fen(),
            account_credit: 0,
            state: "paid".to_owned(),
            paid_on: Some(collected.max(period.since.min(world.as_of))),
        });
    }
}

fn fee(fee: &ResidentFee, life: &Life, day: NaiveDate) -> Money {
    let age = age_on(life.person.birth, day).unwrap_or_default();
    match *fee {
        ResidentFee::Age { child, .. } if age < 18 => child,
        ResidentFee::Age { elder, .. } if age >= 60 => elder,
        ResidentFee::Age { adult, .. } => adult,
        ResidentFee::Tier { low, .. } if age < 18 || !life.tags.is_empty() => low,
        ResidentFee::Tier { high, .. } => high,
    }
}
