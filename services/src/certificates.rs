//! Certificates of insurance: what our records say of a person on one day, signed, to be shown to
//! others and checked by a code.
//!
//! What a certificate says never changes. Its holder decides what a check shows of it, until when,
//! and may withdraw it; both count at once. Who checks stays unknown, how often is counted.

pub mod change;
pub mod check;
mod facts;
pub mod issue;
pub mod list;
pub mod one;
pub mod paper;
pub mod qr;
pub mod queries;
pub(crate) mod seal;
pub mod shown;
pub mod withdraw;
pub mod words;

use chrono::NaiveDate;

pub use facts::{Facts, Status, Stretch};
pub use shown::{Part, Shown};

use crate::store::entity::certificate;

/// How a certificate stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be checked.
    InForce,
    /// Its last day is over.
    Expired,
    /// Its holder has withdrawn it.
    Withdrawn,
}

impl State {
    fn of(row: &certificate::Model, today: NaiveDate) -> Self {
        if row.withdrawn_at.is_some() {
            Self::Withdrawn
        } else if row.expires_on < today {
            Self::Expired
        } else {
            Self::InForce
        }
    }
}

/// The address at which the certificate with `code` is checked, on the site at `public_url`.
#[must_use]
pub fn address(public_url: &str, code: &domain::identifiers::CertificateCode) -> String {
    format!("{public_url}/check/{}", code.grouped())
}
