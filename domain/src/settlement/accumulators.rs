//! What one person has used of a benefit year, in one scheme.

use std::ops::{Add, Neg, Sub};

use serde::{Deserialize, Serialize};

use crate::money::Money;

/// The running totals of a benefit year, in fen. In JSON under the public names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Accumulators {
    /// Paid by the pool fund for stays in hospital.
    pub pool_paid: Money,
    /// Paid by the large-amount subsidy.
    #[serde(rename = "supp_paid")]
    pub large_amount_paid: Money,
    /// In-scope burden that counts towards catastrophic cover.
    #[serde(rename = "cat_base")]
    pub catastrophic_base: Money,
    /// Paid by catastrophic cover.
    #[serde(rename = "cat_paid")]
    pub catastrophic_paid: Money,
    /// Used of the assistance deductible.
    #[serde(rename = "maf_ded")]
    pub assistance_deductible_used: Money,
    /// Paid by assistance.
    #[serde(rename = "maf_paid")]
    pub assistance_paid: Money,
    /// Used of the yearly outpatient deductible.
    #[serde(rename = "op_ded")]
    pub outpatient_deductible_used: Money,
    /// Paid by the pool fund for outpatient care.
    #[serde(rename = "op_paid")]
    pub outpatient_paid: Money,
    /// In-scope outpatient expense.
    #[serde(rename = "op_scope")]
    pub outpatient_in_scope: Money,
    /// Used of the yearly deductible of chronic and special diseases.
    #[serde(rename = "chronic_ded", skip_serializing_if = "is_zero")]
    pub chronic_deductible_used: Money,
    /// Paid by the pool fund for hypertension, as one of the two diseases.
    #[serde(skip_serializing_if = "is_zero")]
    pub hypertension_paid: Money,
    /// Paid by the pool fund for diabetes, as one of the two diseases.
    #[serde(skip_serializing_if = "is_zero")]
    pub diabetes_paid: Money,
    /// Paid by the pool fund for checks before a birth.
    #[serde(skip_serializing_if = "is_zero")]
    pub prenatal_paid: Money,
}

impl Accumulators {
    /// A year in which nothing has happened yet.
    pub const ZERO: Self = Self {
        pool_paid: Money::ZERO,
        large_amount_paid: Money::ZERO,
        catastrophic_base: Money::ZERO,
        catastrophic_paid: Money::ZERO,
        assistance_deductible_used: Money::ZERO,
        assistance_paid: Money::ZERO,
        outpatient_deductible_used: Money::ZERO,
        outpatient_paid: Money::ZERO,
        outpatient_in_scope: Money::ZERO,
        chronic_deductible_used: Money::ZERO,
        hypertension_paid: Money::ZERO,
        diabetes_paid: Money::ZERO,
        prenatal_paid: Money::ZERO,
    };

    /// The totals of ordinary visits with their public names, in a fixed order.
    #[must_use]
    pub fn named(&self) -> [(&'static str, Money); 9] {
        [
            ("pool_paid", self.pool_paid),
            ("supp_paid", self.large_amount_paid),
            ("cat_base", self.catastrophic_base),
            ("cat_paid", self.catastrophic_paid),
            ("maf_ded", self.assistance_deductible_used),
            ("maf_paid", self.assistance_paid),
            ("op_ded", self.outpatient_deductible_used),
            ("op_paid", self.outpatient_paid),
            ("op_scope", self.outpatient_in_scope),
        ]
    }

    /// The totals that only special kinds of visits use, with their names, in a fixed order. The
    /// public JSON does not take them; where it shows accumulators they are zero and left out.
    #[must_use]
    pub fn special(&self) -> [(&'static str, Money); 4] {
        [
            ("chronic_ded", self.chronic_deductible_used),
            ("hypertension_paid", self.hypertension_paid),
            ("diabetes_paid", self.diabetes_paid),
            ("prenatal_paid", self.prenatal_paid),
        ]
    }

    /// Every total.
    pub(super) const fn values(&self) -> [Money; 13] {
        [
            self.pool_paid,
            self.large_amount_paid,
            self.catastrophic_base,
            self.catastrophic_paid,
            self.assistance_deductible_used,
            self.assistance_paid,
            self.outpatient_deductible_used,
            self.outpatient_paid,
            self.outpatient_in_scope,
            self.chronic_deductible_used,
            self.hypertension_paid,
            self.diabetes_paid,
            self.prenatal_paid,
        ]
    }

    fn zip(self, other: Self, join: impl Fn(Money, Money) -> Money) -> Self {
        Self {
            pool_paid: join(self.pool_paid, other.pool_paid),
            large_amount_paid: join(self.large_amount_paid, other.large_amount_paid),
            catastrophic_base: join(self.catastrophic_base, other.catastrophic_base),
            catastrophic_paid: join(self.catastrophic_paid, other.catastrophic_paid),
            assistance_deductible_used: join(
                self.assistance_deductible_used,
                other.assistance_deductible_used,
            ),
            assistance_paid: join(self.assistance_paid, other.assistance_paid),
            outpatient_deductible_used: join(
                self.outpatient_deductible_used,
                other.outpatient_deductible_used,
            ),
            outpatient_paid: join(self.outpatient_paid, other.outpatient_paid),
            outpatient_in_scope: join(self.outpatient_in_scope, other.outpatient_in_scope),
            chronic_deductible_used: join(
                self.chronic_deductible_used,
                other.chronic_deductible_used,
            ),
            hypertension_paid: join(self.hypertension_paid, other.hypertension_paid),
            diabetes_paid: join(self.diabetes_paid, other.diabetes_paid),
            prenatal_paid: join(self.prenatal_paid, other.prenatal_paid),
        }
    }
}

fn is_zero(total: &Money) -> bool {
    total.is_zero()
}

impl Add for Accumulators {
    type Output = Self;
    fn add(self, change: Self) -> Self {
        self.zip(change, Add::add)
    }
}

impl Sub for Accumulators {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.zip(other, Sub::sub)
    }
}

impl Neg for Accumulators {
    type Output = Self;
    fn neg(self) -> Self {
        Self::ZERO - self
    }
}
