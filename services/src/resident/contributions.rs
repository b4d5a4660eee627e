//! What was paid in for somebody: month by month, how each base came about, what it counts for.

mod retirement;

use chrono::NaiveDate;
use domain::access::Action;
use domain::calendar::Month;
use domain::continuity::{Insured, in_month};
use domain::contributions::{
    BackPayment, BaseMonth, BaseRule, BaseRun, Contribution, ContributionKind, FeeYear, GridFacts,
    Totals, YearRow, back_payments, base_runs, fee_years, grid, totals,
};
use domain::ids::PersonId;

pub use retirement::{Demand, Retirement};

use super::{cover, identity, lines, load};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;

/// What the page of contributions shows.
#[derive(Clone, Debug)]
pub struct Contributions {
    /// The day of death of somebody who died.
    pub died_on: Option<NaiveDate>,
    /// The months year by year, the newest year first.
    pub grid: Vec<YearRow>,
    /// What was paid, by year and in all.
    pub totals: Totals,
    /// The bases with the rule behind each, the newest first.
    pub bases: Vec<BaseRun>,
    /// What counts towards cover in retirement.
    pub retirement: Retirement,
    /// Months that can be paid afterwards, the newest first.
    pub back_payments: Vec<BackPayment>,
    /// The fees of resident insurance, the newest year first.
    pub fees: Vec<FeeYear>,
    /// The stretches of whole months in which both basic insurances ran, first to last month.
    pub twice: Vec<(Month, Month)>,
}

/// What was paid in for `person`.
///
/// # Errors
/// `NotFound` when the actor may not see it.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Contributions, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadContributions, Object::Person).await?;
    let identity = identity::of(context, authorised).await?;
    let periods = cover::insured(&load::periods(context, authorised).await?);
    let lines = lines::contributions(context, authorised).await?;
    let facts = GridFacts {
        periods: &periods,
        contributions: &lines,
        today: context.today(),
        died_on: identity.died_on,
    };
    let grid = grid(&facts);
    Ok(Contributions {
        died_on: identity.died_on,
        twice: twice(&grid),
        totals: totals(&lines),
        bases: bases(context, &periods, &lines),
        retirement: retirement::of(context, &identity, &facts),
        back_payments: back_payments(&facts),
        fees: fee_years(&lines, &periods, context.today()),
        grid,
    })
}

/// Each month's base under the parameter set that was in force then and there.
fn bases(
    context: &RequestContext,
    periods: &[Insured],
    contributions: &[Contribution],
) -> Vec<BaseRun> {
    let months = contributions
        .iter()
        .filter(|line| line.kind == ContributionKind::Monthly && !line.base.is_zero())
        .map(|line| {
            let region = in_month(periods, line.month).and_then(|period| period.region);
            let day = line.month.first_day();
            let set = region.and_then(|region| context.platform.parameters.at(region, day).ok());
            BaseMonth {
                month: line.month,
                base: line.base,
                employed: line.employed,
                shares: line.shares,
                rule: set.map(|set| BaseRule::of(&set, line.base)),
            }
        });
    base_runs(months.collect())
}

fn twice(grid: &[YearRow]) -> Vec<(Month, Month)> {
    let mut found: Vec<(Month, Month)> = Vec::new();
    let cells = grid.iter().rev().flat_map(|row| &row.months);
    for month in cells.filter(|cell| cell.twice).map(|cell| cell.month) {
        match found.last_mut() {
            Some((_, last)) if last.plus(1) == month => *last = month,
            _ => found.push((month, month)),
        }
    }
    found
}
