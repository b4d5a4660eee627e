//! Months that can be paid afterwards.

use chrono::NaiveDate;

use super::{GridFacts, MonthState, Run, grid};
use crate::calendar::Month;
use crate::continuity::{Break, Lapse, Price, breaks, repairable_until};
use crate::settlement::Scheme;

/// Why months can be paid afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// They were asked for and are late.
    Arrears,
    /// A break that still goes on, short enough to count as none.
    OpenBreak,
    /// A short break of the past whose months are not paid.
    PastBreak,
}

/// Months that can be paid afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackPayment {
    /// The first of them.
    pub from: Month,
    /// The last of them.
    pub through: Month,
    /// Why.
    pub why: Why,
    /// The last day on which it counts as no break; `None` when it has passed or there is none.
    pub until: Option<NaiveDate>,
    /// What the person would pay for all of them, by the lines themselves or, of a break, by the
    /// last contribution before it: the own share at least, the employer's too at most, as nobody
    /// need be the employer of a break. `None` when there is no contribution to go by.
    pub price: Option<Price>,
    /// Whether an employer pays, or paid before the break, its share.
    pub employed: bool,
}

impl BackPayment {
    /// How many months.
    #[must_use]
    pub const fn length(&self) -> i32 {
        self.through.since(self.from) + 1
    }
}

/// The months that can be paid afterwards, the newest first. Nothing for somebody who died: what
/// is open then is settled by the insurance office.
#[must_use]
pub fn back_payments(facts: &GridFacts<'_>) -> Vec<BackPayment> {
    if facts.died_on.is_some() {
        return Vec::new();
    }
    let rows = grid(facts);
    let cells = || rows.iter().rev().flat_map(|row| &row.months);
    let late = Run::of(cells())
        .into_iter()
        .filter(|run| run.state == MonthState::Overdue)
        .filter(|run| monthly(facts, run.from).is_some())
        .map(|run| arrears(facts, run));
    let short = breaks(facts.periods, facts.today)
        .into_iter()
        .filter(|gap| gap.lapse() == Lapse::Repairable)
        .filter_map(|gap| short_break(facts, &gap));
    let mut found: Vec<BackPayment> = late.chain(short).collect();
    found.sort_by_key(|one| std::cmp::Reverse(one.from));
    found
}

fn arrears(facts: &GridFacts<'_>, run: Run) -> BackPayment {
    let lines = || {
        facts
            .contributions
            .iter()
            .filter(move |line| run.from <= line.month && line.month <= run.through)
            .filter(|line| line.is_owed() && line.scheme == Scheme::Employee)
    };
    BackPayment {
        from: run.from,
        through: run.through,
        why: Why::Arrears,
        until: repairable_until(run.from.first_day()).filter(|until| *until >= facts.today),
        price: Some(Price::fixed(lines().map(|line| line.shares.person).sum())),
        employed: lines().any(|line| line.employed),
    }
}

fn short_break(facts: &GridFacts<'_>, gap: &Break) -> Option<BackPayment> {
    let last = gap.days.through?;
    let (from, through) = whole_months(gap.days.from, last)?;
    let paid = |month: &Month| monthly(facts, *month).is_some_and(|line| line.is_paid());
    if from.through(through).all(|month| paid(&month)) {
        return None;
    }
    let before = facts
        .contributions
        .iter()
        .filter(|line| line.scheme == Scheme::Employee && line.month < from)
        .max_by_key(|line| line.month);
    let count = u16::try_from(through.since(from) + 1).unwrap_or_default();
    Some(BackPayment {
        from,
        through,
        why: if gap.open {
            Why::OpenBreak
        } else {
            Why::PastBreak
        },
        until: repairable_until(gap.days.from).filter(|until| gap.open && *until >= facts.today),
        price: before.map(|line| line.shares.alone_or_not().times(count)),
        employed: before.is_some_and(|line| line.employed),
    })
}

/// The first and last month that lie wholly between the two days; `None` when none does.
fn whole_months(from: NaiveDate, last: NaiveDate) -> Option<(Month, Month)> {
    let first = Month::of(from);
    let first = first.plus(i32::from(first.first_day() < from));
    let end = Month::of(last);
    let end = end.plus(-i32::from(end.last_day() > last));
    (first <= end).then_some((first, end))
}

fn monthly<'a>(facts: &GridFacts<'a>, month: Month) -> Option<&'a super::Contribution> {
    let lines = facts.contributions.iter();
    lines
        .filter(|line| line.scheme == Scheme::Employee)
        .find(|line| line.month == month)
}
