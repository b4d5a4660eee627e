//! Ratios and percentage points.

use serde::{Deserialize, Serialize};

/// A ratio in basis points: 1 = 0.01 %, 10,000 = 100 %. Serialised as an integer.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct BasisPoints(i32);

impl BasisPoints {
    /// 0 %.
    pub const ZERO: Self = Self(0);
    /// 100 %.
    pub const WHOLE: Self = Self(10_000);

    /// A ratio from basis points.
    #[must_use]
    pub const fn new(basis_points: i32) -> Self {
        Self(basis_points)
    }

    /// The basis points.
    #[must_use]
    pub const fn get(self) -> i32 {
        self.0
    }

    /// Whether the ratio is between 0 and 100 %, both included.
    #[must_use]
    pub const fn is_share(self) -> bool {
        self.0 >= 0 && self.0 <= Self::WHOLE.0
    }

    /// This many percentage points more, never above 100 %.
    #[must_use]
    pub fn raised_by(self, points: Self) -> Self {
        Self(self.0.saturating_add(points.0)).min(Self::WHOLE)
    }

    /// This many percentage points less, never below 0.
    #[must_use]
    pub fn lowered_by(self, points: Self) -> Self {
        Self(self.0.saturating_sub(points.0)).max(Self::ZERO)
    }

    /// As a percentage without needless zeros: `75%`, `97.5%`, `0.25%`.
    #[must_use]
    pub fn percent(self) -> String {
        format!("{}%", self.points())
    }

    /// As percentage points without the sign: `75`, `97.5`.
    #[must_use]
    pub fn points(self) -> String {
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let whole = self.0.unsigned_abs() / 100;
        match self.0.unsigned_abs() % 100 {
            0 => format!("{sign}{whole}"),
            part if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
            part => format!("{sign}{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BasisPoints;

    #[test]
    fn percent_drops_needless_zeros() {
        assert_eq!(BasisPoints::new(7500).percent(), "75%");
        assert_eq!(BasisPoints::new(9750).percent(), "97.5%");
        assert_eq!(BasisPoints::new(25).percent(), "0.25%");
        assert_eq!(BasisPoints::new(5).percent(), "0.05%");
        assert_eq!(BasisPoints::new(-1000).points(), "\u{2212}10");
    }

    #[test]
    fn points_stay_between_nothing_and_all() {
        let ratio = BasisPoints::new(9500);
        assert_eq!(ratio.raised_by(BasisPoints::new(1000)), BasisPoints::WHOLE);
        assert_eq!(ratio.lowered_by(BasisPoints::WHOLE), BasisPoints::ZERO);
    }
}
