//! Sums, products and quotients of money.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use super::{BasisPoints, Money};

const WHOLE: i64 = 10_000;
const HALF: i64 = WHOLE / 2;

impl Money {
    /// The sum; `None` when it leaves the range of `i64`.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference; `None` when it leaves the range of `i64`.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// This amount times a ratio, rounded once, half a fen up (away from zero for negative
    /// amounts, so that a refund mirrors what it takes back). Saturates.
    #[must_use]
    #[inline]
    pub fn times(self, ratio: BasisPoints) -> Self {
        // amount = whole * 10,000 + rest, so the product never leaves 64 bits on the way.
        let ratio = i64::from(ratio.get());
        let (whole, rest) = (self.0 / WHOLE, self.0 % WHOLE);
        let product = rest * ratio;
        let half = if product < 0 { -HALF } else { HALF };
        Self(
            whole
                .saturating_mul(ratio)
                .saturating_add((product + half) / WHOLE),
        )
    }

    /// This amount divided by `by` and multiplied by `times`, rounded once, half a fen up. `None`
    /// when `by` is zero. Saturates.
    #[must_use]
    pub fn scaled(self, times: u32, by: u32) -> Option<Self> {
        if by == 0 {
            return None;
        }
        let (product, by) = (i128::from(self.0) * i128::from(times), i128::from(by));
        let half = if product < 0 { -by } else { by };
        let quotient = (2 * product + half) / (2 * by);
        let edge = if quotient < 0 { i64::MIN } else { i64::MAX };
        Some(Self(i64::try_from(quotient).unwrap_or(edge)))
    }

    /// The amount whose `ratio` share is this one, rounded half a fen up: what was spent when
    /// this much was paid. `None` for a ratio of zero or below. Saturates.
    #[must_use]
    pub fn grossed_up(self, ratio: BasisPoints) -> Option<Self> {
        let ratio = i128::from(ratio.get());
        if ratio <= 0 {
            return None;
        }
        let scaled = i128::from(self.0) * i128::from(WHOLE);
        let half = if scaled < 0 { -ratio } else { ratio };
        let quotient = (2 * scaled + half) / (2 * ratio);
        let edge = if quotient < 0 { i64::MIN } else { i64::MAX };
        Some(Self(i64::try_from(quotient).unwrap_or(edge)))
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fen(amount: i64) -> Money {
        Money::from_fen(amount)
    }

    #[test]
    fn half_a_fen_goes_up() {
        assert_eq!(fen(1).times(BasisPoints::new(5_000)), fen(1));
        assert_eq!(fen(1).times(BasisPoints::new(4_999)), fen(0));
        assert_eq!(fen(-1).times(BasisPoints::new(5_000)), fen(-1));
        assert_eq!(
            fen(3_677_300).times(BasisPoints::new(6_500)),
            fen(2_390_245)
        );
    }

    #[test]
    fn operators_saturate_and_checked_ones_tell() {
        assert_eq!(fen(i64::MAX) + fen(1), fen(i64::MAX));
        assert_eq!(fen(i64::MIN) - fen(1), fen(i64::MIN));
        assert_eq!(-fen(i64::MIN), fen(i64::MAX));
        assert_eq!(fen(i64::MAX).checked_add(fen(1)), None);
        assert_eq!(fen(i64::MAX).times(BasisPoints::new(20_000)), fen(i64::MAX));
    }

    #[test]
    fn nothing_can_be_grossed_up_from_a_ratio_of_zero() {
        assert_eq!(fen(5).grossed_up(BasisPoints::ZERO), None);
        assert_eq!(fen(85).grossed_up(BasisPoints::new(8_500)), Some(fen(100)));
    }

    #[test]
    fn a_scaled_amount_is_rounded_once() {
        assert_eq!(fen(960_000).scaled(158, 30), Some(fen(5_056_000)));
        assert_eq!(fen(1_000_001).scaled(158, 30), Some(fen(5_266_672)));
        assert_eq!(fen(1).scaled(1, 2), Some(fen(1)));
        assert_eq!(fen(-1).scaled(1, 2), Some(fen(-1)));
        assert_eq!(fen(i64::MAX).scaled(2, 1), Some(fen(i64::MAX)));
        assert_eq!(fen(1).scaled(1, 0), None);
    }

    proptest! {
        #[test]
        fn product_is_the_exact_one_rounded(amount in any::<i64>(), ratio in 0..=10_000i32) {
            let exact = i128::from(amount) * i128::from(ratio);
            let half = if exact < 0 { -5_000 } else { 5_000 };
            let expected = (exact + half) / 10_000;
            let product = fen(amount).times(BasisPoints::new(ratio));
            prop_assert_eq!(i128::from(product.fen()), expected);
            prop_assert_eq!(fen(amount.max(-i64::MAX)).times(BasisPoints::new(ratio)),
                -(-fen(amount.max(-i64::MAX))).times(BasisPoints::new(ratio)));
        }
    }
}
