//! Is somebody covered on a day, since when without a break, and where were the gaps?

use chrono::NaiveDate;
use domain::calendar::months_between;
use domain::continuity::{Insured, unbroken_since};
use domain::interval::Interval;
use domain::settlement::Scheme;

/// Whether benefits are paid on the day asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverState {
    /// Benefits are paid.
    Covered,
    /// Insured, but benefits begin on this day.
    Waiting(NaiveDate),
    /// Insured, but benefits rest because contributions are missing.
    Frozen,
    /// Not insured since this day; `None` when never insured.
    NotInsured(Option<NaiveDate>),
    /// The person died on this day, and insurance ended with them.
    Died(NaiveDate),
}

/// One period of insurance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Which basic insurance.
    pub scheme: Scheme,
    /// The pooling area, a six-digit region code.
    pub region_code: String,
    /// The kind of insured person (national code such as 1101).
    pub person_type: String,
    /// `normal`, `suspended` or `terminated`.
    pub state: String,
    /// First day.
    pub since: NaiveDate,
    /// Last day; `None` while it goes on.
    pub until: Option<NaiveDate>,
    /// The last day on which benefits wait, where they do.
    pub waiting_until: Option<NaiveDate>,
    /// The employer, where there is one.
    pub employer: Option<String>,
}

impl Period {
    /// Whether the period has this day in it.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|last| day <= last)
    }

    /// Whether the person is insured as retired (national person types 12xx and 1300).
    #[must_use]
    pub fn retired(&self) -> bool {
        self.person_type.starts_with("12") || self.person_type == "1300"
    }

    /// The first day after the waiting, where there was one.
    #[must_use]
    pub fn benefits_begin(&self) -> Option<NaiveDate> {
        self.waiting_until.and_then(|last| last.succ_opt())
    }

    /// The period as the rules of continuity see it; `None` when it ends before it begins.
    #[must_use]
    pub fn insured(&self) -> Option<Insured> {
        Some(Insured {
            scheme: self.scheme,
            region: self.region_code.parse().ok(),
            retired: self.retired(),
            days: Interval::new(self.since, self.until).ok()?,
        })
    }
}

/// What the periods say of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Whether benefits are paid.
    pub state: CoverState,
    /// The period in force; when there are two, the employee insurance.
    pub current: Option<Period>,
    /// Since when without a break of more than three months.
    pub continuous_since: Option<NaiveDate>,
    /// Full months without such a break.
    pub continuous_months: i32,
}

impl Cover {
    /// The cover of somebody who died on `day`: whatever goes on in the records is over.
    #[must_use]
    pub const fn of_the_dead(day: NaiveDate) -> Self {
        Self {
            state: CoverState::Died(day),
            current: None,
            continuous_since: None,
            continuous_months: 0,
        }
    }
}

/// What `periods` (in any order) say of `day`.
#[must_use]
pub fn on(periods: &[Period], day: NaiveDate) -> Cover {
    let mut in_force: Vec<&Period> = periods.iter().filter(|p| p.contains(day)).collect();
    in_force.sort_by_key(|p| (p.scheme != Scheme::Employee, std::cmp::Reverse(p.since)));
    let current = in_force.first().copied().cloned();
    let state = match &current {
        Some(period) if period.state == "suspended" => CoverState::Frozen,
        Some(period) => match period.benefits_begin() {
            Some(begins) if begins > day => CoverState::Waiting(begins),
            _ => CoverState::Covered,
        },
        None => CoverState::NotInsured(
            periods
                .iter()
                .filter_map(|p| p.until)
                .filter(|last| *last < day)
                .max(),
        ),
    };
    let continuous_since = current
        .as_ref()
        .and_then(|_| unbroken_since(&insured(periods), day));
    let continuous_months = continuous_since.map_or(0, |since| months_between(since, day));
    Cover {
        state,
        current,
        continuous_since,
        continuous_months,
    }
}

/// The periods as the rules of continuity see them.
#[must_use]
pub fn insured(periods: &[Period]) -> Vec<Insured> {
    periods.iter().filter_map(Period::insured).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(since: &str, until: &str) -> Period {
        Period {
            scheme: Scheme::Employee,
            region_code: "110000".into(),
            person_type: "1101".into(),
            state: "normal".into(),
            since: since.parse().unwrap(),
            until: (!until.is_empty()).then(|| until.parse().unwrap()),
            waiting_until: None,
            employer: None,
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_short_break_is_no_break() {
        let periods = [period("2020-01-01", "2022-12-31"), period("2023-03-01", "")];
        let cover = on(&periods, day("2024-01-01"));
        assert_eq!(cover.state, CoverState::Covered);
        assert_eq!(cover.continuous_since, Some(day("2020-01-01")));
        assert_eq!(cover.continuous_months, 48);
    }

    #[test]
    fn a_long_break_starts_the_count_anew() {
        let periods = [period("2018-01-01", "2021-06-30"), period("2023-07-01", "")];
        let cover = on(&periods, day("2024-07-01"));
        assert_eq!(cover.continuous_since, Some(day("2023-07-01")));
        assert_eq!(cover.continuous_months, 12);
    }

    #[test]
    fn waiting_frozen_and_ended_are_told_apart() {
        let waiting = Period {
            waiting_until: Some(day("2024-03-31")),
            ..period("2024-01-01", "")
        };
        let state = |on_day: &str| on(std::slice::from_ref(&waiting), day(on_day)).state;
        assert_eq!(state("2024-02-01"), CoverState::Waiting(day("2024-04-01")));
        assert_eq!(state("2024-03-31"), CoverState::Waiting(day("2024-04-01")));
        assert_eq!(state("2024-04-01"), CoverState::Covered);
        let frozen = Period {
            state: "suspended".into(),
            ..period("2024-01-01", "")
        };
        assert_eq!(on(&[frozen], day("2024-02-01")).state, CoverState::Frozen);
        let ended = on(&[period("2020-01-01", "2021-06-30")], day("2024-02-01"));
        assert_eq!(ended.state, CoverState::NotInsured(Some(day("2021-06-30"))));
        assert_eq!(
            on(&[], day("2024-02-01")).state,
            CoverState::NotInsured(None)
        );
    }
}
