//! What a certificate says.

use chrono::NaiveDate;
use domain::settlement::Scheme;
use serde::{Deserialize, Serialize};

use crate::resident::cover::{CoverState, Period};

/// Whether benefits are paid on the day of the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Insured, benefits are paid.
    Covered,
    /// Insured, but benefits begin on this day.
    Waiting(NaiveDate),
    /// Insured, but benefits rest because contributions are missing.
    OnHold,
    /// Not insured.
    NotInsured,
}

impl Status {
    /// Whether there is insurance, with or without benefits on that day.
    #[must_use]
    pub fn insured(self) -> bool {
        self != Self::NotInsured
    }

    /// The stable code under which the status is signed.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Covered => "covered",
            Self::Waiting(_) => "waiting",
            Self::OnHold => "on_hold",
            Self::NotInsured => "not_insured",
        }
    }
}

impl From<CoverState> for Status {
    fn from(state: CoverState) -> Self {
        match state {
            CoverState::Covered => Self::Covered,
            CoverState::Waiting(begins) => Self::Waiting(begins),
            CoverState::Frozen => Self::OnHold,
            CoverState::NotInsured(_) | CoverState::Died(_) => Self::NotInsured,
        }
    }
}

/// One period of insurance as a certificate names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Which basic insurance.
    pub scheme: Scheme,
    /// The pooling area, a six-digit region code.
    pub region: String,
    /// First day.
    pub since: NaiveDate,
    /// Last day; `None` while it goes on.
    pub until: Option<NaiveDate>,
}

impl From<&Period> for Stretch {
    fn from(period: &Period) -> Self {
        Self {
            scheme: period.scheme,
            region: period.region_code.clone(),
            since: period.since,
            until: period.until,
        }
    }
}

/// What a certificate says: our records of one person on one day. Signed as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The deployment that issued it, by its public address.
    pub issuer: String,
    /// The person's name.
    pub name: String,
    /// The kind of the person's paper (national code: 01 identity card, 05 passport …).
    pub document: String,
    /// Its number with the middle hidden.
    pub number: String,
    /// The day that it speaks of: the day of issue, in China.
    pub day: NaiveDate,
    /// Whether benefits were paid on that day.
    pub status: Status,
    /// The insurance in force on that day.
    pub scheme: Option<Scheme>,
    /// Its pooling area, a six-digit region code.
    pub region: Option<String>,
    /// The periods of insurance that were asked for, the newest first.
    pub periods: Vec<Stretch>,
}
