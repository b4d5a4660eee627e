//! Periods of insurance: where, through whom, since when, and the gaps between them.

use chrono::{Datelike, Days, NaiveDate};
use domain::access::Action;
use domain::calendar::months_between;
use domain::continuity::{employee_waiting_at_most, resident_waiting_months};
use domain::identifiers::RegionCode;
use domain::ids::PersonId;
use domain::interval::Interval;
use domain::settlement::Scheme;

use super::cover::{self, Cover, CoverState, Period};
use super::load;
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;

/// What the page of enrolment shows.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Cover today.
    pub cover: Cover,
    /// All periods, the newest first.
    pub periods: Vec<Period>,
    /// The stretches without insurance, the newest first; one that lasts until today included.
    pub breaks: Vec<Break>,
}

/// A stretch without insurance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// First and last day without insurance.
    pub gap: Interval,
    /// Full months.
    pub months: i32,
    /// Whether it lasts until today.
    pub open: bool,
    /// What it cost, or would cost.
    pub cost: BreakCost,
}

/// What a stretch without insurance costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakCost {
    /// Nothing: short enough to be paid back and to count as no break (National Healthcare
    /// Security Administration Office, 2021, no. 43).
    Nothing,
    /// Benefits began, or begin, on this day: known, not computed.
    WaitedUntil(NaiveDate),
    /// Residents wait this many months by the rule in force at the place (State Council General
    /// Office, 2024, no. 38).
    ResidentMonths(u16),
    /// Employees wait at most this many months.
    EmployeeMonthsAtMost(i32),
    /// No rule is kept for that time and place.
    Unknown,
}

/// The periods of insurance of `person`.
///
/// # Errors
/// `NotFound` when the actor may not see them.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Enrolment, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadEnrolment, Object::Person).await?;
    let periods = load::periods(context, authorised).await?;
    let cover = cover::on(&periods, context.today());
    let breaks = breaks(context, &periods, &cover);
    Ok(Enrolment {
        cover,
        periods,
        breaks,
    })
}

fn breaks(context: &RequestContext, periods: &[Period], cover: &Cover) -> Vec<Break> {
    let today = context.today();
    let open = match cover.state {
        CoverState::NotInsured(Some(last)) => last
            .checked_add_days(Days::new(1))
            .and_then(|from| Interval::new(from, Some(today)).ok()),
        _ => None,
    };
    let open = open.map(|gap| {
        let months = length(&gap);
        Break {
            months,
            open: true,
            cost: cost_today(context, periods, &gap, months),
            gap,
        }
    });
    let closed = cover::breaks(periods).into_iter().map(|gap| {
        let months = length(&gap);
        Break {
            months,
            open: false,
            cost: cost_then(context, periods, &gap, months),
            gap,
        }
    });
    open.into_iter().chain(closed).collect()
}

fn length(gap: &Interval) -> i32 {
    gap.day_after()
        .map_or(0, |after| months_between(gap.from, after))
}

/// What the break cost when insurance began again.
fn cost_then(
    context: &RequestContext,
    periods: &[Period],
    gap: &Interval,
    months: i32,
) -> BreakCost {
    let next = periods
        .iter()
        .find(|period| gap.day_after() == Some(period.since));
    let Some(next) = next else {
        return BreakCost::Unknown;
    };
    match next.benefits_begin() {
        Some(begins) => BreakCost::WaitedUntil(begins),
        None => by_rule(
            context,
            next.scheme,
            &next.region_code,
            next.since,
            gap,
            months,
        ),
    }
}

/// What the break would cost if insurance of the kind held last began again today.
fn cost_today(
    context: &RequestContext,
    periods: &[Period],
    gap: &Interval,
    months: i32,
) -> BreakCost {
    let last = periods.iter().max_by_key(|period| period.until);
    last.map_or(BreakCost::Unknown, |last| {
        by_rule(
            context,
            last.scheme,
            &last.region_code,
            context.today(),
            gap,
            months,
        )
    })
}

fn by_rule(
    context: &RequestContext,
    scheme: Scheme,
    region: &str,
    day: NaiveDate,
    gap: &Interval,
    months: i32,
) -> BreakCost {
    let region: Option<RegionCode> = region.parse().ok();
    let set = region.and_then(|region| context.platform.parameters.at(region, day).ok());
    let Some(set) = set else {
        return BreakCost::Unknown;
    };
    match (scheme, employee_waiting_at_most(months)) {
        (_, 0) => BreakCost::Nothing,
        (Scheme::Employee, most) => BreakCost::EmployeeMonthsAtMost(most),
        (Scheme::Resident, _) => {
            let rule = &set.other.waiting.values;
            BreakCost::ResidentMonths(resident_waiting_months(rule, missed_years(gap), 0))
        }
    }
}

/// Benefit years that lie wholly in the gap.
fn missed_years(gap: &Interval) -> u16 {
    let Some(last) = gap.through else {
        return 0;
    };
    let whole = |year: i32| {
        let first_day = NaiveDate::from_ymd_opt(year, 1, 1);
        let last_day = NaiveDate::from_ymd_opt(year, 12, 31);
        first_day.is_some_and(|day| gap.contains(day))
            && last_day.is_some_and(|day| gap.contains(day))
    };
    let count = (gap.from.year()..=last.year())
        .filter(|year| whole(*year))
        .count();
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(from: &str, through: &str) -> Interval {
        Interval::new(from.parse().unwrap(), Some(through.parse().unwrap())).unwrap()
    }

    #[test]
    fn only_whole_years_are_missed_years() {
        assert_eq!(missed_years(&gap("2022-02-01", "2022-12-31")), 0);
        assert_eq!(missed_years(&gap("2022-01-01", "2022-12-31")), 1);
        assert_eq!(missed_years(&gap("2021-07-01", "2023-06-30")), 1);
        assert_eq!(missed_years(&gap("2019-12-31", "2023-01-01")), 3);
    }

    #[test]
    fn length_counts_full_months() {
        assert_eq!(length(&gap("2022-02-01", "2022-04-30")), 3);
        assert_eq!(length(&gap("2022-02-01", "2022-04-29")), 2);
    }
}
