//! Which parameter set serves a place on a day.

use std::borrow::Borrow;

use chrono::NaiveDate;

use super::ParameterSet;
use crate::identifiers::RegionCode;
use crate::settlement::{Refusal, RefusalCode};

/// The parameter set in force on `day` for the insured `region`: its own, else its city's,
/// else its province's. Of several in force the one that began last wins.
///
/// # Errors
/// A refusal at `/region` when the code does not exist or nothing is kept for it, at `/date`
/// when nothing is in force on the day.
pub fn choose(
    sets: &[impl Borrow<ParameterSet>],
    region: RegionCode,
    day: NaiveDate,
) -> Result<&ParameterSet, Refusal> {
    if !region.is_known() {
        return Err(Refusal::new("/region", RefusalCode::UnknownRegion));
    }
    let mut kept = false;
    for place in region.with_ancestors() {
        let mut here = sets
            .iter()
            .map(Borrow::borrow)
            .filter(|set| set.region == place)
            .peekable();
        kept |= here.peek().is_some();
        let in_force = here
            .filter(|set| set.is_in_force(day))
            .max_by_key(|set| set.effective.from);
        if let Some(set) = in_force {
            return Ok(set);
        }
    }
    Err(if kept {
        Refusal::new("/date", RefusalCode::DateOutsideParameters)
    } else {
        Refusal::new("/region", RefusalCode::NoParameterSet)
    })
}

/// Of the sets that serve the insured `region` (its own, else its city's, else its province's), the
/// one whose days are nearest to `day`; `None` when nothing is kept for the place.
#[must_use]
pub fn nearest(
    sets: &[impl Borrow<ParameterSet>],
    region: RegionCode,
    day: NaiveDate,
) -> Option<&ParameterSet> {
    let away = |set: &&ParameterSet| {
        let days = set.effective;
        let before = (days.from - day).num_days();
        let after = days.through.map_or(0, |last| (day - last).num_days());
        before.max(after).max(0)
    };
    region.with_ancestors().find_map(|place| {
        sets.iter()
            .map(Borrow::borrow)
            .filter(|set| set.region == place)
            .min_by_key(away)
    })
}
