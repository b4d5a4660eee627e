//! Money in whole fen and ratios in basis points. No floating point anywhere.

mod arithmetic;
mod format;
mod ratio;
mod typed;
mod words;

pub use ratio::BasisPoints;
pub use typed::{TypedError, typed_whole};

use serde::{Deserialize, Serialize};

/// An amount of money in fen (分, one hundredth of a yuan). Serialised as an integer.
///
/// The operators saturate at the ends of `i64`: they never panic and never wrap. Where a
/// limit must be noticed, use the `checked_` methods.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    /// No money.
    pub const ZERO: Self = Self(0);
    /// The largest amount that the engine takes in one field: ten trillion yuan, in fen.
    /// It leaves room for every sum and product of a settlement.
    pub const LARGEST: Self = Self(1_000_000_000_000_000);

    /// An amount from whole fen.
    #[must_use]
    pub const fn from_fen(fen: i64) -> Self {
        Self(fen)
    }

    /// An amount from whole yuan; saturates.
    #[must_use]
    pub const fn from_yuan(yuan: i64) -> Self {
        Self(yuan.saturating_mul(100))
    }

    /// The amount in fen.
    #[must_use]
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether the amount is exactly zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The amount, or zero when it is negative.
    #[must_use]
    pub const fn or_zero(self) -> Self {
        if self.0 < 0 { Self::ZERO } else { self }
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// This amount, limited by `limit` where there is one (`None` = no limit).
    #[must_use]
    pub fn at_most(self, limit: Option<Self>) -> Self {
        limit.map_or(self, |limit| self.min(limit))
    }
}
