//! Stretches without insurance.

use chrono::{Days, Months, NaiveDate};

use super::{Insured, MONTHS_OF_GRACE, unbroken_since};
use crate::calendar::{BenefitYear, months_between};
use crate::interval::{Interval, gaps, joined};
use crate::settlement::Scheme;

/// A stretch without insurance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// Its first and last day; the last is today while it goes on.
    pub days: Interval,
    /// Whether it goes on.
    pub open: bool,
    /// The insurance before it.
    pub before: Scheme,
    /// The insurance after it; `None` while it goes on.
    pub after: Option<Scheme>,
    /// Full months insured without a break before it.
    pub months_before: i32,
}

/// What kind of break it is, before any rule of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// Employee insurance on both sides and at most three months: paid back, it counts as none.
    Repairable,
    /// At most three months between the two basic insurances.
    Switched,
    /// Anything else: it may cost something.
    Broken,
}

impl Break {
    /// Full months, up to the day on which insurance began again or could begin again today.
    #[must_use]
    pub fn months(&self) -> i32 {
        let end = if self.open {
            self.days.through
        } else {
            self.days.day_after()
        };
        end.map_or(0, |end| months_between(self.days.from, end))
    }

    /// What kind of break it is; one that goes on, as if the same insurance began again today.
    #[must_use]
    pub fn lapse(&self) -> Lapse {
        let after = self.after.unwrap_or(self.before);
        match (self.before, after) {
            _ if self.months() > MONTHS_OF_GRACE => Lapse::Broken,
            (Scheme::Employee, Scheme::Employee) => Lapse::Repairable,
            (Scheme::Resident, Scheme::Resident) => Lapse::Broken,
            _ => Lapse::Switched,
        }
    }

    /// Benefit years without a day of insurance, if it ends on the day before `day`.
    #[must_use]
    pub fn missed_years_before(&self, day: NaiveDate) -> u16 {
        let first = BenefitYear::of(self.days.from).number();
        let last = BenefitYear::of(day).number();
        let whole = |year: &i32| {
            let days = BenefitYear::new(*year).interval();
            days.is_some_and(|days| {
                days.from >= self.days.from && days.day_after().is_some_and(|after| after <= day)
            })
        };
        u16::try_from((first..=last).filter(whole).count()).unwrap_or(u16::MAX)
    }

    /// Benefit years without a day of insurance.
    #[must_use]
    pub fn missed_years(&self) -> u16 {
        self.days
            .day_after()
            .map_or(0, |day| self.missed_years_before(day))
    }
}

/// The last day on which employee insurance, begun again and paid back, makes a break that began
/// on `from` count as none.
#[must_use]
pub fn repairable_until(from: NaiveDate) -> Option<NaiveDate> {
    let months = u32::try_from(MONTHS_OF_GRACE + 1).ok()?;
    from.checked_add_months(Months::new(months))?
        .checked_sub_days(Days::new(1))
}

/// The breaks between the `periods` that have begun and, when the last of them is over, the one
/// that lasts until `today`; the newest first.
#[must_use]
pub fn breaks(periods: &[Insured], today: NaiveDate) -> Vec<Break> {
    let begun: Vec<Insured> = periods
        .iter()
        .filter(|period| period.days.from <= today)
        .copied()
        .collect();
    let intervals: Vec<Interval> = begun.iter().map(|period| period.days).collect();
    let closed = gaps(&intervals)
        .into_iter()
        .rev()
        .filter_map(|days| closed(&begun, days));
    let open = joined(&intervals)
        .last()
        .and_then(Interval::day_after)
        .filter(|from| *from <= today)
        .and_then(|from| Interval::new(from, Some(today)).ok())
        .and_then(|days| ended(&begun, days));
    open.into_iter().chain(closed).collect()
}

fn closed(periods: &[Insured], days: Interval) -> Option<Break> {
    let next = days.day_after()?;
    Some(Break {
        open: false,
        after: scheme_on(periods, next),
        ..ended(periods, days)?
    })
}

/// The break `days` without what comes after.
fn ended(periods: &[Insured], days: Interval) -> Option<Break> {
    let last = days.from.pred_opt()?;
    let since = unbroken_since(periods, last);
    Some(Break {
        days,
        open: true,
        before: scheme_on(periods, last)?,
        after: None,
        months_before: since.map_or(0, |since| months_between(since, days.from)),
    })
}

/// The insurance on `day`; when there are two, employee insurance.
fn scheme_on(periods: &[Insured], day: NaiveDate) -> Option<Scheme> {
    let mut held = periods
        .iter()
        .filter(|period| period.days.contains(day))
        .map(|period| period.scheme);
    let first = held.next()?;
    Some(if held.any(|scheme| scheme == Scheme::Employee) {
        Scheme::Employee
    } else {
        first
    })
}
