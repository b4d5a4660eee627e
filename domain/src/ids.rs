//! Identifiers as types of their own, so that a settlement's id is never taken for a person's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// What nothing has: for a look-up that is to find nothing.
            pub const NONE: Self = Self(Uuid::nil());
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, out)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}

id! {
    /// A sign-in account: one per (provider, subject).
    AccountId,
    /// One line of a personal account's ledger.
    AccountEntryId,
    /// One audit event.
    AuditEventId,
    /// A certificate of insurance.
    CertificateId,
    /// An employer.
    EmployerId,
    /// One interval of insurance.
    EnrolmentId,
    /// An invitation to a relative.
    FamilyInvitationId,
    /// A household.
    HouseholdId,
    /// One add-on product held by a person.
    HoldingId,
    /// A background job.
    JobId,
    /// A message to a person.
    MessageId,
    /// A person, insured or not.
    PersonId,
    /// A query about a settlement.
    QueryId,
    /// One settlement of one bill.
    SettlementId,
}
