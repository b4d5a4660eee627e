//! What a check shows beyond "insured: yes or no", as the holder decided.

use chrono::NaiveDate;

use crate::store::entity::certificate;

/// One part of a certificate that its holder may show or keep back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Name, kind and masked number of the paper.
    Identity,
    /// The insurance, and whether benefits were paid.
    Scheme,
    /// The pooling area.
    Region,
    /// The periods of insurance.
    Periods,
    /// Whether the answer is still the same on the day of the check.
    Later,
}

impl Part {
    /// Every part, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Identity,
        Self::Scheme,
        Self::Region,
        Self::Periods,
        Self::Later,
    ];

    /// The stable code in forms, addresses and exports.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Scheme => "scheme",
            Self::Region => "region",
            Self::Periods => "periods",
            Self::Later => "later",
        }
    }

    /// The part with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    pub(super) const fn column(self) -> certificate::Column {
        match self {
            Self::Identity => certificate::Column::IdentityUntil,
            Self::Scheme => certificate::Column::SchemeUntil,
            Self::Region => certificate::Column::RegionUntil,
            Self::Periods => certificate::Column::PeriodsUntil,
            Self::Later => certificate::Column::LaterUntil,
        }
    }
}

/// The last day on which each part is shown; `None` is not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    identity: Option<NaiveDate>,
    scheme: Option<NaiveDate>,
    region: Option<NaiveDate>,
    periods: Option<NaiveDate>,
    later: Option<NaiveDate>,
}

impl Shown {
    pub(crate) fn of(row: &certificate::Model) -> Self {
        Self {
            identity: row.identity_until,
            scheme: row.scheme_until,
            region: row.region_until,
            periods: row.periods_until,
            later: row.later_until,
        }
    }

    /// The last day on which `part` is shown, as it was decided.
    #[must_use]
    pub const fn until(&self, part: Part) -> Option<NaiveDate> {
        match part {
            Part::Identity => self.identity,
            Part::Scheme => self.scheme,
            Part::Region => self.region,
            Part::Periods => self.periods,
            Part::Later => self.later,
        }
    }

    /// Whether a check on `today` shows `part`.
    #[must_use]
    pub fn shows(&self, part: Part, today: NaiveDate) -> bool {
        self.until(part).is_some_and(|last| today <= last)
    }
}
