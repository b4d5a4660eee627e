//! How near the year's thresholds and limits are.

use chrono::Datelike;
use domain::calendar::age_on;
use domain::identifiers::RegionCode;
use domain::money::{BasisPoints, Money};
use domain::settlement::{Accumulators, PersonFacts, best_category};
use domain::usage::{Allowance, OutpatientUsage, Usage, usage};

use super::{Due, Life, Stretch};
use crate::messages::{Cap, Template};
use crate::parameters::ParameterBook;
use crate::resident::cover::{self, Period};

/// The part of a threshold or limit that counts as near.
const NEAR: BasisPoints = BasisPoints::new(1_000);

pub(super) fn due(life: &Life, stretch: Stretch, book: &ParameterBook) -> Vec<Due> {
    let periods: Vec<Period> = life.periods.iter().map(|(_, one)| one.clone()).collect();
    let Some(period) = cover::on(&periods, stretch.today).current else {
        return Vec::new();
    };
    let Some((usage, facts)) = used(life, &period, stretch, book) else {
        return Vec::new();
    };
    let year = stretch.today.year();
    let mut templates = vec![
        deductible(&usage, year),
        catastrophic(&usage, &facts, year),
        limit(&usage.outpatient_cap.value, Cap::Outpatient, year),
        limit(&usage.pool.value, Cap::Pool, year),
        limit(&usage.catastrophic.value.allowance, Cap::Catastrophic, year),
    ];
    if let Some(large) = &usage.large_amount {
        templates.push(limit(&large.value, Cap::LargeAmount, year));
    }
    // It has come about with the newest settlement, as far as the stretch knows it.
    let newest = life.settled.last().map(|one| one.arrived_on);
    let on = stretch.within(newest.unwrap_or(stretch.today));
    let found = templates.into_iter().flatten();
    found
        .map(|template| Due {
            occasion: format!("{}:{}:{year}", name(&template), period.scheme),
            template,
            on,
        })
        .collect()
}

fn name(template: &Template) -> String {
    match template {
        Template::OutpatientDeductibleMet { .. } => "outpatient_deductible_met".to_owned(),
        Template::CatastrophicNear { .. } => "catastrophic_near".to_owned(),
        Template::CatastrophicReached { .. } => "catastrophic_reached".to_owned(),
        Template::CapNear { cap, .. } => format!("cap_near:{}", cap.code()),
        Template::CapReached { cap, .. } => format!("cap_reached:{}", cap.code()),
        // No other template is of the year.
        _ => "year".to_owned(),
    }
}

fn used(
    life: &Life,
    period: &Period,
    stretch: Stretch,
    book: &ParameterBook,
) -> Option<(Usage, PersonFacts)> {
    let region: RegionCode = period.region_code.parse().ok()?;
    let set = book.at(region, stretch.today).ok()?;
    let facts = PersonFacts {
        retired: period.retired(),
        age: age_on(life.birth_date, stretch.today).unwrap_or_default(),
        category: best_category(&set, period.scheme, &life.categories),
        account_balance: Money::ZERO,
        family_balance: Money::ZERO,
    };
    let year = life.years.iter().find(|(of, ..)| *of == period.scheme);
    let (used, admissions) = year.map_or((Accumulators::ZERO, 0), |(_, used, admissions)| {
        (*used, *admissions)
    });
    let usage = usage(&set, period.scheme, &facts, &used, admissions);
    Some((usage, facts))
}

/// The outpatient deductible, once none is left at any level where the pool pays.
fn deductible(usage: &Usage, year: i32) -> Option<Template> {
    let pays = |level: &&OutpatientUsage| {
        level.ratio.value.get() > 0 && level.deductible.value.year > Money::ZERO
    };
    let left = usage.outpatient.iter().filter(pays);
    let left = left.map(|level| level.deductible.value.left).max()?;
    (left.is_zero() && usage.outpatient_deductible_used > Money::ZERO)
        .then_some(Template::OutpatientDeductibleMet { year })
}

fn catastrophic(usage: &Usage, facts: &PersonFacts, year: i32) -> Option<Template> {
    let cover = &usage.catastrophic.value;
    let (threshold, left) = (cover.threshold, cover.distance);
    if threshold.is_zero() || cover.base.is_zero() {
        return None;
    }
    if left.is_zero() {
        let may_ask = facts.category.is_none();
        return Some(Template::CatastrophicReached {
            year,
            threshold,
            may_ask,
        });
    }
    (left <= threshold.times(NEAR)).then_some(Template::CatastrophicNear {
        year,
        threshold,
        left,
    })
}

fn limit(allowance: &Allowance, cap: Cap, year: i32) -> Option<Template> {
    let (most, left) = (allowance.cap?, allowance.left?);
    if most.is_zero() || allowance.used.is_zero() {
        return None;
    }
    if left.is_zero() {
        return Some(Template::CapReached { year, cap });
    }
    (left <= most.times(NEAR)).then_some(Template::CapNear { year, cap, left })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowance(cap: i64, used: i64) -> Allowance {
        let (cap, used) = (Money::from_yuan(cap), Money::from_yuan(used));
        Allowance {
            cap: Some(cap),
            used,
            left: Some((cap - used).or_zero()),
        }
    }

    #[test]
    fn a_limit_is_near_at_its_last_tenth() {
        let at = |used| limit(&allowance(1_000, used), Cap::Outpatient, 2026);
        assert_eq!(at(0), None);
        assert_eq!(at(899), None);
        let left = Money::from_yuan(100);
        let (year, cap) = (2026, Cap::Outpatient);
        assert_eq!(at(900), Some(Template::CapNear { year, cap, left }));
        assert_eq!(at(1_000), Some(Template::CapReached { year, cap }));
        let without = Allowance {
            cap: None,
            used: left,
            left: None,
        };
        assert_eq!(limit(&without, cap, year), None);
    }
}
