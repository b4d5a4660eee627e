//! Insurance begins, rests, ends; benefits begin.

use chrono::{Datelike, Days, NaiveDate};
use domain::ids::EnrolmentId;
use domain::settlement::Scheme;

use super::{Due, Life, NOTICE, Stretch};
use crate::messages::Template;
use crate::resident::cover::Period;

/// The job may be late by so much. What both it and an import tell is told once.
const LATE: Days = Days::new(7);

/// That a period of `all` has ended, when that was before `stretch`, so that the job of a day no
/// longer tells it, and the person is not insured today either.
pub(in crate::messages) fn ended_before(
    stretch: Stretch,
    all: &[(EnrolmentId, Period)],
    (id, period): &(EnrolmentId, Period),
) -> Option<Due> {
    let (last, after) = end(all, period)?;
    let insured = all.iter().any(|(_, other)| other.contains(stretch.today));
    // Today's job may be past the person, and the next one looks less far back.
    let near = stretch
        .since
        .checked_add_days(LATE)
        .unwrap_or(stretch.since);
    (after <= near && !insured).then(|| cover_ended(*id, period, (last, after)))
}

fn cover_ended(id: EnrolmentId, period: &Period, (last, after): (NaiveDate, NaiveDate)) -> Due {
    Due {
        template: Template::CoverEnded {
            scheme: period.scheme,
            region: period.region_code.clone(),
            last,
        },
        occasion: format!("cover_ended:{id}"),
        on: after,
    }
}

pub(super) fn due(life: &Life, stretch: Stretch) -> Vec<Due> {
    let each = life.periods.iter();
    each.flat_map(|(id, period)| of_period(life, stretch, *id, period))
        .collect()
}

fn of_period(life: &Life, stretch: Stretch, id: EnrolmentId, period: &Period) -> Vec<Due> {
    let (scheme, region) = (period.scheme, &period.region_code);
    let mut found = Vec::new();
    let mut tell = |what: &str, template, on| {
        found.push(Due {
            template,
            occasion: format!("{what}:{id}"),
            on,
        });
    };
    if stretch.contains(period.since) && !carries_on(life, period) {
        let began = Template::CoverBegan {
            scheme,
            region: region.clone(),
            since: period.since,
            waiting_until: period.waiting_until,
        };
        tell("cover_began", began, period.since);
    }
    if let Some(from) = benefits_begin(period, stretch) {
        let begin = Template::BenefitsBegin {
            scheme,
            region: region.clone(),
            from,
        };
        tell("benefits_begin", begin, from);
    }
    let over = end(&life.periods, period);
    if let Some((last, _)) = over
        && let Some(on) = stretch.notice_of(last, NOTICE)
        && !by_window(period, last)
    {
        let ends = Template::CoverEnds {
            scheme,
            region: region.clone(),
            last,
        };
        tell("cover_ends", ends, on);
    }
    let over = over.filter(|(_, after)| stretch.contains(*after));
    found.extend(over.map(|days| cover_ended(id, period, days)));
    if period.state == "suspended" && period.contains(stretch.today) {
        let year = stretch.today.format("%Y");
        found.push(Due {
            template: Template::CoverRests {
                scheme,
                region: region.clone(),
            },
            // The store does not say since when: at most once a year for each period.
            occasion: format!("cover_rests:{id}:{year}"),
            on: stretch.today,
        });
    }
    found
}

/// Whether `period` only goes on with another of the same insurance at the same place, such as
/// after a change of employer.
fn carries_on(life: &Life, period: &Period) -> bool {
    let Some(before) = period.since.pred_opt() else {
        return false;
    };
    let same = |other: &Period| {
        other.scheme == period.scheme
            && other.region_code == period.region_code
            && other.contains(before)
    };
    life.periods.iter().any(|(_, other)| same(other))
}

/// The first day after the waiting, when it has just come.
fn benefits_begin(period: &Period, stretch: Stretch) -> Option<NaiveDate> {
    let from = period.benefits_begin()?;
    let pays = period.state != "suspended" && period.contains(stretch.today);
    (pays && stretch.contains(from)).then_some(from)
}

/// The last day of `period` of `all` and the day after it, when no insurance follows.
fn end(all: &[(EnrolmentId, Period)], period: &Period) -> Option<(NaiveDate, NaiveDate)> {
    let last = period.until?;
    let after = last.succ_opt()?;
    let followed = all.iter().any(|(_, other)| other.contains(after));
    (!followed).then_some((last, after))
}

/// Whether the end is that of a resident's year, of which the window speaks.
fn by_window(period: &Period, last: NaiveDate) -> bool {
    period.scheme == Scheme::Resident && (last.month(), last.day()) == (12, 31)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, nobody, occasions, period, stretch};
    use super::*;
    use uuid::Uuid;

    fn with(periods: Vec<Period>) -> Life {
        let ids = (1_u128..).map(|id| EnrolmentId::from(Uuid::from_u128(id)));
        Life {
            periods: ids.zip(periods).collect(),
            ..nobody()
        }
    }

    fn first(what: &str) -> String {
        format!("{what}:{}", Uuid::from_u128(1))
    }

    #[test]
    fn a_beginning_is_told_once_and_only_while_it_is_new() {
        let life = with(vec![period(Scheme::Employee, "2026-06-01", "")]);
        let on = |today: &str| due(&life, stretch(today));
        assert_eq!(occasions(&on("2026-06-15")), [first("cover_began")]);
        assert_eq!(on("2026-05-31"), []);
        assert_eq!(on("2026-07-15"), []);
    }

    #[test]
    fn a_change_of_employer_is_no_beginning_and_no_end() {
        let life = with(vec![
            period(Scheme::Employee, "2026-06-01", ""),
            period(Scheme::Employee, "2020-01-01", "2026-05-31"),
        ]);
        assert_eq!(due(&life, stretch("2026-06-15")), []);
        let mut moved = period(Scheme::Employee, "2020-01-01", "2026-05-31");
        moved.region_code = "510100".into();
        let life = with(vec![period(Scheme::Employee, "2026-06-01", ""), moved]);
        let found = due(&life, stretch("2026-06-15"));
        assert_eq!(occasions(&found), [first("cover_began")], "and no end");
    }

    #[test]
    fn an_end_is_told_before_and_after() {
        let life = with(vec![period(Scheme::Employee, "2020-01-01", "2026-06-30")]);
        let on = |today: &str| due(&life, stretch(today));
        assert_eq!(on("2026-05-30"), []);
        let before = on("2026-06-15");
        assert_eq!(occasions(&before), [first("cover_ends")]);
        assert_eq!(before[0].on, day("2026-05-31"));
        assert_eq!(occasions(&on("2026-07-01")), [first("cover_ended")]);
        assert_eq!(on("2026-08-15"), []);
    }

    #[test]
    fn an_end_known_late_is_told_where_the_job_no_longer_tells_it() {
        let ended = period(Scheme::Employee, "2020-01-01", "2026-03-31");
        let told = |periods: Vec<Period>, today: &str| {
            let life = with(periods);
            let stretch = stretch(today);
            ended_before(stretch, &life.periods, &life.periods[0])
        };
        let found = told(vec![ended.clone()], "2026-06-15").expect("told");
        assert_eq!(found.occasion, first("cover_ended"), "once with the job's");
        assert_eq!(found.on, day("2026-04-01"));
        for edge in ["2026-04-30", "2026-05-01", "2026-05-02"] {
            let found = told(vec![ended.clone()], edge);
            assert!(found.is_some(), "tomorrow's job may not tell it: {edge}");
        }
        let soon = told(vec![ended.clone()], "2026-04-20");
        assert_eq!(soon, None, "the job of the day tells it");
        assert_eq!(told(vec![ended.clone()], "2026-03-31"), None, "not over");
        let next = period(Scheme::Resident, "2026-04-01", "2026-05-31");
        assert_eq!(told(vec![ended.clone(), next], "2026-06-15"), None);
        let again = period(Scheme::Employee, "2026-05-01", "");
        assert_eq!(told(vec![ended, again], "2026-06-15"), None, "insured");
    }

    #[test]
    fn a_residents_year_ends_with_its_window() {
        let life = with(vec![period(Scheme::Resident, "2020-01-01", "2026-12-31")]);
        assert_eq!(due(&life, stretch("2026-12-20")), []);
        let found = due(&life, stretch("2027-01-05"));
        assert_eq!(occasions(&found), [first("cover_ended")]);
    }

    #[test]
    fn waiting_and_resting_are_told() {
        let mut waits = period(Scheme::Resident, "2026-03-01", "");
        waits.waiting_until = Some(day("2026-05-31"));
        let found = due(&with(vec![waits.clone()]), stretch("2026-06-15"));
        assert_eq!(occasions(&found), [first("benefits_begin")]);
        assert_eq!(found[0].on, day("2026-06-01"));
        waits.state = "suspended".into();
        let found = due(&with(vec![waits]), stretch("2026-06-15"));
        let rests = format!("{}:2026", first("cover_rests"));
        assert_eq!(occasions(&found), [rests]);
    }
}
