//! A period of insurance, as far as continuity and contributions ask.

use crate::calendar::Month;
use crate::identifiers::RegionCode;
use crate::interval::Interval;
use crate::settlement::Scheme;

/// One period of insurance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Insured {
    /// Which basic insurance.
    pub scheme: Scheme,
    /// Where; `None` when the code on record is none.
    pub region: Option<RegionCode>,
    /// Whether insured as retired, without contributions.
    pub retired: bool,
    /// Its days.
    pub days: Interval,
}

/// The period that decides over `month`: employee insurance before resident insurance, the later
/// one before the earlier.
#[must_use]
pub fn in_month(periods: &[Insured], month: Month) -> Option<&Insured> {
    periods
        .iter()
        .filter(|period| month.touches(&period.days))
        .max_by_key(|period| (period.scheme == Scheme::Employee, period.days.from))
}
