//! What a person should look at soon, the most urgent first.

use chrono::{Datelike, NaiveDate};
use domain::money::Money;
use domain::settlement::Scheme;

use super::cover::{Cover, CoverState};
use super::year::BenefitYear;

/// Something that needs a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attention {
    /// Benefits begin on this day.
    BenefitsBegin(NaiveDate),
    /// Benefits rest until contributions are paid.
    ContributionsMissing,
    /// Not insured; this year's collection of fees closes on this day.
    EnrolBefore(NaiveDate),
    /// The period of insurance ends on this day.
    CoverEnds(NaiveDate),
    /// Next year's fee is collected until this day.
    NextYearBefore(NaiveDate),
    /// The year's burden has passed the catastrophic threshold without a status of hardship:
    /// assistance may be asked for (State Council General Office, 2021, no. 42). The burden, in
    /// fen.
    MayAskForAssistance(Money),
}

/// How long before its end a period of insurance is mentioned, in days.
const NOTICE_DAYS: i64 = 90;

/// What `cover` and the benefit year ask for on `today`.
pub(super) fn on(today: NaiveDate, cover: &Cover, year: Option<&BenefitYear>) -> Vec<Attention> {
    let mut found = Vec::new();
    match cover.state {
        CoverState::Covered | CoverState::Died(_) => {}
        CoverState::Waiting(until) => found.push(Attention::BenefitsBegin(until)),
        CoverState::Frozen => found.push(Attention::ContributionsMissing),
        CoverState::NotInsured(_) => {
            // Without a place there is no window of its own; fees are collected through December.
            let closes = NaiveDate::from_ymd_opt(today.year(), 12, 31);
            found.extend(closes.map(Attention::EnrolBefore));
        }
    }
    found.extend(end_of_cover(today, cover, year));
    found.extend(assistance(year));
    found
}

fn end_of_cover(today: NaiveDate, cover: &Cover, year: Option<&BenefitYear>) -> Option<Attention> {
    let current = cover.current.as_ref()?;
    let until = current.until?;
    if current.scheme == Scheme::Resident
        && let Some(closes) = year.and_then(|year| open_window(today, year))
        && until.year() == today.year()
    {
        return Some(Attention::NextYearBefore(closes));
    }
    ((until - today).num_days() <= NOTICE_DAYS).then_some(Attention::CoverEnds(until))
}

/// The last day of the place's collection of fees, while it runs.
fn open_window(today: NaiveDate, year: &BenefitYear) -> Option<NaiveDate> {
    let window = year.set.other.collection_window.values;
    let opens = window.from.in_year(today.year())?;
    let closes = window.through.in_year(today.year())?;
    (opens <= today && today <= closes).then_some(closes)
}

fn assistance(year: Option<&BenefitYear>) -> Option<Attention> {
    let year = year?;
    let threshold = year
        .set
        .rules(year.scheme)
        .catastrophic
        .tiers
        .values
        .threshold;
    let burden = year.used.catastrophic_base;
    (year.facts.category.is_none() && burden > threshold)
        .then_some(Attention::MayAskForAssistance(burden))
}

#[cfg(test)]
mod tests {
    use super::super::cover::{self, Period};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(until: Option<&str>) -> Period {
        Period {
            scheme: Scheme::Employee,
            region_code: "110000".into(),
            person_type: "1101".into(),
            state: "normal".into(),
            since: day("2024-01-01"),
            until: until.map(day),
            waiting_until: None,
            employer: None,
        }
    }

    #[test]
    fn an_end_is_mentioned_when_it_is_near() {
        let ends = [period(Some("2026-09-30"))];
        let on_day = |today: &str| on(day(today), &cover::on(&ends, day(today)), None);
        assert_eq!(on_day("2026-06-15"), []);
        assert_eq!(
            on_day("2026-07-15"),
            [Attention::CoverEnds(day("2026-09-30"))]
        );
        assert_eq!(
            on_day("2026-10-01"),
            [Attention::EnrolBefore(day("2026-12-31"))]
        );
    }

    #[test]
    fn nothing_is_mentioned_while_all_is_well() {
        let all_well = [period(None)];
        assert_eq!(
            on(
                day("2026-06-15"),
                &cover::on(&all_well, day("2026-06-15")),
                None
            ),
            []
        );
    }
}
