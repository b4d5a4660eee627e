//! What each stretch without insurance cost, or costs.

use chrono::{Datelike, NaiveDate};
use domain::calendar::Month;
use domain::continuity::{Break, IncentiveFacts, Lapse, Return, Wait, reward, wait};
use domain::contributions::ContributionKind;
use domain::explain::ParameterNote;
use domain::money::Money;
use domain::settlement::Scheme;

use super::View;
use super::reward::years_insured;

/// A stretch without insurance and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakAccount {
    /// The stretch.
    pub gap: Break,
    /// What it cost, or would cost.
    pub cost: BreakCost,
    /// Benefit years of resident insurance missed, and how many of them are bought back.
    pub missed: (u16, u16),
    /// What it took, or is about to take, from the reward for years without a break; `None` where
    /// there was nothing to lose.
    pub lost: Option<Lost>,
    /// The rule behind a computed cost; `None` where nothing was computed by a region's rule.
    pub parameter: Option<ParameterNote>,
}

/// What a stretch without insurance costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakCost {
    /// Nothing: its months are paid back on record, so that it counts as none (National
    /// Healthcare Security Administration Office, 2021, no. 43).
    PaidBack,
    /// Nothing, once its months are paid back.
    Repairable,
    /// Benefits began, or begin, on this day: known, not computed.
    WaitedUntil(NaiveDate),
    /// By the rule in force when insurance began, or begins, again.
    Waits(Wait),
    /// No rule is kept for that time and place.
    Unknown,
}

/// The reward that a break ended, or is about to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The last day on which insurance begun again still saves it; `None` once it is gone.
    pub until: Option<NaiveDate>,
    /// Years of resident insurance without a break until then.
    pub years: u16,
    /// What they had added to the catastrophic cap, in fen.
    pub added: Money,
}

pub(super) fn account(view: &View<'_>, gap: &Break) -> BreakAccount {
    let missed = gap.missed_years();
    let bought_back = bought_back(view, gap);
    let (cost, parameter) = cost(view, gap, bought_back);
    BreakAccount {
        gap: *gap,
        cost,
        missed: (missed, bought_back),
        lost: lost(view, gap),
        parameter,
    }
}

/// Missed years whose fee is paid.
pub(super) fn bought_back(view: &View<'_>, gap: &Break) -> u16 {
    let paid = view
        .contributions
        .iter()
        .filter(|line| line.kind == ContributionKind::Yearly && line.is_paid())
        .filter(|line| {
            gap.days.contains(line.month.first_day())
                && gap.days.contains(line.month.plus(11).last_day())
        });
    u16::try_from(paid.count()).unwrap_or(u16::MAX)
}

fn cost(view: &View<'_>, gap: &Break, bought_back: u16) -> (BreakCost, Option<ParameterNote>) {
    if gap.lapse() == Lapse::Repairable {
        let cost = if paid_back(view, gap) {
            BreakCost::PaidBack
        } else {
            BreakCost::Repairable
        };
        return (cost, None);
    }
    let next = view
        .periods
        .iter()
        .filter(|period| gap.days.day_after() == Some(period.since))
        .max_by_key(|period| period.scheme == Scheme::Employee);
    if let Some(begins) = next.and_then(super::Period::benefits_begin) {
        return (BreakCost::WaitedUntil(begins), None);
    }
    let (on, set) = if gap.open {
        (view.context.today(), view.rules_today())
    } else {
        let insured = next.and_then(super::Period::insured);
        let on = insured.map_or(view.last_day, |insured| insured.days.from);
        let region = insured.and_then(|insured| insured.region);
        (on, region.and_then(|region| view.rules(region, on)))
    };
    let Some(set) = set else {
        return (BreakCost::Unknown, None);
    };
    let rule = &set.other.waiting;
    let back = Return {
        from: gap,
        to: gap.after.unwrap_or(gap.before),
        on,
        bought_back,
        hardship: gap.open && view.identity.hardship,
    };
    let pointer = "/other/waiting/values".to_owned();
    let wait = wait(&rule.values, &back);
    // The months of employees stand in the national rule, not in the region's.
    let regional = matches!(wait, Wait::Months(_));
    let note = regional.then(|| ParameterNote::new(&set, pointer, &rule.source));
    (BreakCost::Waits(wait), note)
}

/// Whether every month that lies wholly in the break is paid.
fn paid_back(view: &View<'_>, gap: &Break) -> bool {
    let Some(last) = gap.days.through else {
        return false;
    };
    let from = Month::of(gap.days.from);
    let months: Vec<Month> = from
        .through(Month::of(last))
        .filter(|month| gap.days.contains(month.first_day()) && gap.days.contains(month.last_day()))
        .collect();
    let paid = |month: &Month| {
        let mut lines = view.contributions.iter();
        lines.any(|line| {
            line.month == *month && line.kind == ContributionKind::Monthly && line.is_paid()
        })
    };
    !gap.open && months.iter().all(paid)
}

/// The reward of the year before the first missed one, under today's rule.
fn lost(view: &View<'_>, gap: &Break) -> Option<Lost> {
    let gone = gap.missed_years() > 0;
    let at_stake = gap.open && view.identity.died_on.is_none();
    if gap.before != Scheme::Resident || !(gone || at_stake) {
        return None;
    }
    let set = view.rules_today()?;
    let rule = set.other.incentive.values?;
    let cap = set.schemes.resident.catastrophic.cap.values?;
    let insured = years_insured(view.insured);
    let claimed: Vec<i32> = view.identity.claims.iter().map(|(year, _)| *year).collect();
    let last = gap.days.from.pred_opt()?;
    let facts = IncentiveFacts {
        insured: &insured,
        claimed: &claimed,
        used_in: None,
        year: last.year(),
    };
    let reward = reward(&rule, cap, &facts);
    let until = end_of_first_year(gap.days.from).filter(|_| !gone);
    Some(Lost {
        until,
        years: reward.continuous_years,
        added: reward.added,
    })
}

/// The last day of the first benefit year that a break which began on `from` can miss as a whole.
fn end_of_first_year(from: NaiveDate) -> Option<NaiveDate> {
    let january = from.day() == 1 && from.month() == 1;
    NaiveDate::from_ymd_opt(from.year() + i32::from(!january), 12, 31)
}
