//! Stretches of days, both ends included, possibly without end; and the gaps between them.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A stretch of days from `from` through `through`, both included; `None` = without end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub through: Option<NaiveDate>,
}

/// An interval that ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the interval ends before it begins")]
pub struct EndsBeforeItBegins;

impl Interval {
    /// An interval; an error when it would end before it begins.
    ///
    /// # Errors
    /// [`EndsBeforeItBegins`].
    pub fn new(from: NaiveDate, through: Option<NaiveDate>) -> Result<Self, EndsBeforeItBegins> {
        if through.is_some_and(|last| last < from) {
            return Err(EndsBeforeItBegins);
        }
        Ok(Self { from, through })
    }

    /// Whether the day lies inside.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        day >= self.from && self.through.is_none_or(|last| day <= last)
    }

    /// Whether both share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.through.is_none_or(|last| other.from <= last)
            && other.through.is_none_or(|last| self.from <= last)
    }

    /// How many days it has; `None` without end.
    #[must_use]
    pub fn days(&self) -> Option<i64> {
        self.through.map(|last| (last - self.from).num_days() + 1)
    }

    /// The first day after it; `None` without end.
    #[must_use]
    pub fn day_after(&self) -> Option<NaiveDate> {
        self.through
            .and_then(|last| last.checked_add_days(Days::new(1)))
    }
}

/// The same days with overlapping and touching intervals joined, in order.
#[must_use]
pub fn joined(intervals: &[Interval]) -> Vec<Interval> {
    let mut ordered = intervals.to_vec();
    ordered.sort_unstable();
    let mut result: Vec<Interval> = Vec::with_capacity(ordered.len());
    for next in ordered {
        match result.last_mut() {
            Some(last) if last.day_after().is_none_or(|day| next.from <= day) => {
                last.through = match (last.through, next.through) {
                    (Some(one), Some(other)) => Some(one.max(other)),
                    _ => None,
                };
            }
            _ => result.push(next),
        }
    }
    result
}

/// The stretches without cover between the intervals, in order. What lies before the first
/// and after the last is no gap.
#[must_use]
pub fn gaps(intervals: &[Interval]) -> Vec<Interval> {
    let covered = joined(intervals);
    covered
        .iter()
        .zip(covered.iter().skip(1))
        .filter_map(|(earlier, later)| {
            let from = earlier.day_after()?;
            let through = later.from.checked_sub_days(Days::new(1))?;
            Interval::new(from, Some(through)).ok()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(from: &str, through: &str) -> Interval {
        Interval::new(day(from), (!through.is_empty()).then(|| day(through))).unwrap()
    }

    #[test]
    fn both_ends_are_inside() {
        let june = span("2025-06-01", "2025-06-30");
        assert!(june.contains(day("2025-06-01")) && june.contains(day("2025-06-30")));
        assert!(!june.contains(day("2025-07-01")) && !june.contains(day("2025-05-31")));
        assert_eq!(june.days(), Some(30));
        assert!(span("2025-06-01", "").contains(day("2999-01-01")));
        assert_eq!(
            Interval::new(day("2025-06-02"), Some(day("2025-06-01"))),
            Err(EndsBeforeItBegins)
        );
    }

    #[test]
    fn gaps_lie_between_what_touches_nothing() {
        let cover = [
            span("2024-03-01", "2024-12-31"),
            span("2020-01-01", "2021-12-31"),
            span("2022-01-01", "2022-01-31"),
            span("2021-06-01", "2021-07-31"),
            span("2025-02-01", ""),
        ];
        assert_eq!(joined(&cover).len(), 3);
        assert_eq!(
            gaps(&cover),
            [
                span("2022-02-01", "2024-02-29"),
                span("2025-01-01", "2025-01-31")
            ]
        );
        assert!(gaps(&cover[..1]).is_empty());
        assert!(gaps(&[]).is_empty());
    }

    #[test]
    fn overlap_is_mutual() {
        let (a, b) = (span("2025-01-01", "2025-01-31"), span("2025-01-31", ""));
        assert!(a.overlaps(&b) && b.overlaps(&a));
        let c = span("2025-02-01", "");
        assert!(!a.overlaps(&c) && !c.overlaps(&a));
    }
}
