//! The months of a life in insurance, each in exactly one state.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Contribution, ContributionKind, ContributionState};
use crate::calendar::Month;
use crate::continuity::{Insured, in_month};
use crate::language::Language;
use crate::settlement::Scheme;

/// No row for anybody is longer than this, in years; older records are damaged.
const MOST_YEARS: i32 = 120;

codes! {
    /// How a month stands.
    pub enum MonthState {
        /// The contribution, or the fee of its year, is paid.
        Paid = "paid",
        /// Asked for, not paid yet, not late.
        Billed = "billed",
        /// Asked for and late.
        Overdue = "overdue",
        /// Paid back or written off.
        Void = "void",
        /// Insured as retired: nothing is owed.
        Retired = "retired",
        /// Insured, but no contribution is on record here.
        Unrecorded = "unrecorded",
        /// Not insured, between the first insurance and today.
        NotInsured = "not_insured",
        /// Still to come.
        ToCome = "to_come",
        /// Before the first insurance or after death.
        Outside = "outside",
    }
}

impl MonthState {
    /// How a line stands in `this_month`.
    #[must_use]
    pub fn of(line: &Contribution, this_month: Month) -> Self {
        match Self::of_state(line.state) {
            Self::Billed if line.is_overdue(this_month) => Self::Overdue,
            state => state,
        }
    }

    /// How a line stands by what is on record alone, whatever day it is.
    #[must_use]
    pub const fn of_state(state: ContributionState) -> Self {
        use ContributionState as S;
        match state {
            S::Paid | S::RefundRequested => Self::Paid,
            S::Computed | S::Declared | S::Billed => Self::Billed,
            S::Overdue => Self::Overdue,
            S::WrittenOff | S::Refunded => Self::Void,
        }
    }

    /// In the words people use, short enough for a cell.
    #[must_use]
    pub fn label(self, language: Language) -> &'static str {
        match self {
            Self::Paid => language.pick("已缴", "paid"),
            Self::Billed => language.pick("待缴", "billed"),
            Self::Overdue => language.pick("欠缴", "overdue"),
            Self::Void => language.pick("已退", "void"),
            Self::Retired => language.pick("退休", "retired"),
            Self::Unrecorded => language.pick("无记录", "no record"),
            Self::NotInsured => language.pick("未参保", "not insured"),
            Self::ToCome => language.pick("未到", "ahead"),
            Self::Outside => language.pick("不涉及", "none"),
        }
    }
}

/// What the months are told from.
#[derive(Debug, Clone, Copy)]
pub struct GridFacts<'a> {
    /// The periods of insurance, in any order.
    pub periods: &'a [Insured],
    /// The contributions, in any order.
    pub contributions: &'a [Contribution],
    /// The day of the request.
    pub today: NaiveDate,
    /// The day of death of somebody who died.
    pub died_on: Option<NaiveDate>,
}

/// One month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCell {
    /// Which.
    pub month: Month,
    /// How it stands.
    pub state: MonthState,
    /// The insurance that decides over it, where there is one.
    pub scheme: Option<Scheme>,
    /// Whether both basic insurances run through the whole month.
    pub twice: bool,
}

/// One year of twelve months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearRow {
    /// The year.
    pub year: i32,
    /// January to December.
    pub months: Vec<MonthCell>,
}

/// Neighbouring months of one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The first.
    pub from: Month,
    /// The last.
    pub through: Month,
    /// How they all stand.
    pub state: MonthState,
}

impl Run {
    /// The stretches of equal state in `cells`, which follow one another.
    #[must_use]
    pub fn of<'a>(cells: impl IntoIterator<Item = &'a MonthCell>) -> Vec<Self> {
        let mut runs: Vec<Self> = Vec::new();
        for cell in cells {
            match runs.last_mut() {
                Some(run) if run.state == cell.state && run.through.plus(1) == cell.month => {
                    run.through = cell.month;
                }
                _ => runs.push(Self {
                    from: cell.month,
                    through: cell.month,
                    state: cell.state,
                }),
            }
        }
        runs
    }

    /// How many months it has.
    #[must_use]
    pub const fn length(&self) -> i32 {
        self.through.since(self.from) + 1
    }
}

/// The months year by year, the newest year first; none for somebody without any record.
#[must_use]
pub fn grid(facts: &GridFacts<'_>) -> Vec<YearRow> {
    let Some(view) = View::new(facts) else {
        return Vec::new();
    };
    let last = view.last_year;
    let first = view.first.year().max(last - MOST_YEARS + 1);
    (first..=last)
        .rev()
        .map(|year| YearRow {
            year,
            months: (1..=12)
                .filter_map(|number| Month::new(year, number))
                .map(|month| view.cell(month))
                .collect(),
        })
        .collect()
}

struct View<'a> {
    periods: &'a [Insured],
    monthly: BTreeMap<Month, &'a Contribution>,
    yearly: BTreeMap<i32, &'a Contribution>,
    first: Month,
    last_year: i32,
    this_month: Month,
    died_in: Option<Month>,
}

impl<'a> View<'a> {
    fn new(facts: &GridFacts<'a>) -> Option<Self> {
        let rows = facts.contributions;
        // A fee is for a whole year, but somebody born in May is insured from May.
        let insured = facts
            .periods
            .iter()
            .map(|period| Month::of(period.days.from));
        let months = rows
            .iter()
            .filter(|row| row.kind == ContributionKind::Monthly)
            .map(|row| row.month);
        let fees = rows.iter().map(|row| row.month);
        let first = insured.chain(months).min().or(fees.min())?;
        let this_month = Month::of(facts.today);
        let died_in = facts.died_on.map(Month::of);
        let ahead = rows.iter().map(|row| row.month.year()).max();
        let last_year = died_in.unwrap_or(this_month).year().max(first.year());
        let mut monthly = BTreeMap::new();
        let mut yearly = BTreeMap::new();
        for row in rows {
            match row.kind {
                ContributionKind::Yearly => {
                    yearly.insert(row.month.year(), row);
                }
                // Of two lines for a month that of employee insurance decides.
                ContributionKind::Monthly => {
                    let line = monthly.entry(row.month).or_insert(row);
                    if row.scheme == Scheme::Employee {
                        *line = row;
                    }
                }
            }
        }
        Some(Self {
            periods: facts.periods,
            monthly,
            yearly,
            first,
            last_year: last_year.max(ahead.unwrap_or(last_year)),
            this_month,
            died_in,
        })
    }

    fn cell(&self, month: Month) -> MonthCell {
        let period = in_month(self.periods, month);
        let line = self.monthly.get(&month).copied();
        MonthCell {
            month,
            state: self.state(month, line, period),
            scheme: line
                .map(|line| line.scheme)
                .or(period.map(|period| period.scheme)),
            twice: self.twice(month),
        }
    }

    fn state(
        &self,
        month: Month,
        line: Option<&Contribution>,
        period: Option<&Insured>,
    ) -> MonthState {
        if let Some(line) = line {
            return MonthState::of(line, self.this_month);
        }
        if self.died_in.is_some_and(|died| month > died) {
            return MonthState::Outside;
        }
        let resident =
            |period: &Insured| period.scheme == Scheme::Resident && month.touches(&period.days);
        if let Some(fee) = self.yearly.get(&month.year())
            && self.periods.iter().any(resident)
        {
            return MonthState::of(fee, self.this_month);
        }
        match period {
            _ if month > self.this_month => MonthState::ToCome,
            Some(period) if period.retired => MonthState::Retired,
            // The employer pays before the 25th; until then nothing is missing.
            Some(period) if period.scheme == Scheme::Employee && month == self.this_month => {
                MonthState::ToCome
            }
            Some(_) => MonthState::Unrecorded,
            None if month < self.first => MonthState::Outside,
            None => MonthState::NotInsured,
        }
    }

    /// Whether both insurances run through all of `month`: a change within it is no duplicate.
    fn twice(&self, month: Month) -> bool {
        let whole = |scheme: Scheme| {
            self.periods.iter().any(|period| {
                period.scheme == scheme
                    && period.days.contains(month.first_day())
                    && period.days.contains(month.last_day())
            })
        };
        month <= self.this_month && whole(Scheme::Employee) && whole(Scheme::Resident)
    }
}
