//! What a resident pays for a year.

use crate::money::Money;
use crate::settlement::parameters::ResidentFee;

const CHILDHOOD_ENDS: u16 = 18;
const OLD_AGE_BEGINS: u16 = 60;

/// An amount, or a stretch of amounts where a tier, or an employer, decides, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Price {
    /// The least.
    pub least: Money,
    /// The most.
    pub most: Money,
}

impl Price {
    /// Exactly `amount`.
    #[must_use]
    pub const fn fixed(amount: Money) -> Self {
        Self {
            least: amount,
            most: amount,
        }
    }

    /// What a year costs somebody of this age. Where a fee goes by age, children are below 18
    /// and the elderly 60 or older; places draw these lines a little differently.
    #[must_use]
    pub fn of_a_year(fee: &ResidentFee, age: u16) -> Self {
        match *fee {
            ResidentFee::Age { child, .. } if age < CHILDHOOD_ENDS => Self::fixed(child),
            ResidentFee::Age { elder, .. } if age >= OLD_AGE_BEGINS => Self::fixed(elder),
            ResidentFee::Age { adult, .. } => Self::fixed(adult),
            ResidentFee::Tier { low, high } => Self {
                least: low.min(high),
                most: low.max(high),
            },
        }
    }

    /// So many times as much.
    #[must_use]
    pub fn times(self, count: u16) -> Self {
        let times = |amount: Money| Money::from_fen(amount.fen().saturating_mul(count.into()));
        Self {
            least: times(self.least),
            most: times(self.most),
        }
    }
}
