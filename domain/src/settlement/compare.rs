//! A settlement as it was recorded beside the same bill computed again, figure by figure.

use super::{Accumulators, Layer, Settlement, Trace};
use crate::money::Money;

codes! {
    /// One figure of a settlement, in the order of the calculation.
    pub enum Figure {
        /// The whole bill.
        TotalFee = "total_fee",
        /// Class C and outside the catalogue.
        FullySelfPaid = "fully_self_paid",
        /// Above the price ceilings.
        OverCeiling = "over_ceiling",
        /// The self-pay-first share of class B.
        SelfPayFirst = "self_pay_first",
        /// What counts for reimbursement.
        InScope = "in_scope_amount",
        /// The deductible.
        Deductible = "deductible",
        /// Paid by the pool fund.
        Pool = "pool_fund_paid",
        /// Paid by the large-amount subsidy.
        LargeAmount = "large_amount_paid",
        /// Paid by catastrophic cover.
        Catastrophic = "catastrophic_paid",
        /// Paid by medical assistance.
        Assistance = "assistance_paid",
        /// Paid from the person's own account.
        OwnAccount = "own_account_paid",
        /// Paid from the family's accounts.
        FamilyAccount = "family_account_paid",
        /// Paid in cash.
        Cash = "cash_paid",
    }
}

impl Figure {
    /// The layer of the calculation that gives the figure.
    #[must_use]
    pub const fn layer(self) -> Layer {
        match self {
            Self::TotalFee
            | Self::FullySelfPaid
            | Self::OverCeiling
            | Self::SelfPayFirst
            | Self::InScope => Layer::Lines,
            Self::Deductible => Layer::Deductible,
            Self::Pool => Layer::Pool,
            Self::LargeAmount => Layer::LargeAmount,
            Self::Catastrophic => Layer::Catastrophic,
            Self::Assistance => Layer::Assistance,
            Self::OwnAccount | Self::FamilyAccount => Layer::Accounts,
            Self::Cash => Layer::Cash,
        }
    }

    fn of(self, settlement: &Settlement) -> Money {
        match self {
            Self::TotalFee => settlement.total_fee,
            Self::FullySelfPaid => settlement.fully_self_paid,
            Self::OverCeiling => settlement.over_ceiling,
            Self::SelfPayFirst => settlement.self_pay_first,
            Self::InScope => settlement.in_scope_amount,
            Self::Deductible => settlement.deductible,
            Self::Pool => settlement.pool_fund_paid,
            Self::LargeAmount => settlement.large_amount_paid,
            Self::Catastrophic => settlement.catastrophic_paid,
            Self::Assistance => settlement.assistance_paid,
            Self::OwnAccount => settlement.own_account_paid(),
            Self::FamilyAccount => settlement.family_account_paid,
            Self::Cash => settlement.cash_paid,
        }
    }
}

codes! {
    /// One running total of a benefit year that the store keeps for everybody.
    pub enum YearTotal {
        /// Paid by the pool fund for stays in hospital.
        Pool = "pool_paid",
        /// Paid by the large-amount subsidy.
        LargeAmount = "supp_paid",
        /// Burden that counts towards catastrophic cover.
        CatastrophicBase = "cat_base",
        /// Paid by catastrophic cover.
        Catastrophic = "cat_paid",
        /// Used of the assistance deductible.
        AssistanceDeductible = "maf_ded",
        /// Paid by assistance.
        Assistance = "maf_paid",
        /// Used of the yearly outpatient deductible.
        OutpatientDeductible = "op_ded",
        /// Paid by the pool fund for outpatient care.
        Outpatient = "op_paid",
        /// In-scope outpatient expense.
        OutpatientInScope = "op_scope",
    }
}

impl YearTotal {
    fn of(self, year: &Accumulators) -> Money {
        match self {
            Self::Pool => year.pool_paid,
            Self::LargeAmount => year.large_amount_paid,
            Self::CatastrophicBase => year.catastrophic_base,
            Self::Catastrophic => year.catastrophic_paid,
            Self::AssistanceDeductible => year.assistance_deductible_used,
            Self::Assistance => year.assistance_paid,
            Self::OutpatientDeductible => year.outpatient_deductible_used,
            Self::Outpatient => year.outpatient_paid,
            Self::OutpatientInScope => year.outpatient_in_scope,
        }
    }
}

/// One figure twice: as recorded and as computed again, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared<T> {
    /// Which figure.
    pub what: T,
    /// What the record says.
    pub recorded: Money,
    /// What the rules give.
    pub computed: Money,
}

impl<T> Compared<T> {
    /// Whether the two are not the same fen.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.recorded != self.computed
    }
}

/// Every figure of a settlement as recorded and as computed again, in the order of
/// [`Figure::ALL`].
#[must_use]
pub fn compare(recorded: &Settlement, computed: &Settlement) -> Vec<Compared<Figure>> {
    let both = |what: &Figure| Compared {
        what: *what,
        recorded: what.of(recorded),
        computed: what.of(computed),
    };
    Figure::ALL.iter().map(both).collect()
}

/// Every total of a year as recorded and as computed again, in the order of
/// [`YearTotal::ALL`].
#[must_use]
pub fn compare_years(recorded: &Accumulators, computed: &Accumulators) -> Vec<Compared<YearTotal>> {
    let both = |what: &YearTotal| Compared {
        what: *what,
        recorded: what.of(recorded),
        computed: what.of(computed),
    };
    YearTotal::ALL.iter().map(both).collect()
}

/// The layers in which one trace has other steps than the other, in the order of the
/// calculation.
#[must_use]
pub fn differing_layers(recorded: &Trace, computed: &Trace) -> Vec<Layer> {
    let differs = |layer: &Layer| {
        let steps = |trace: &Trace| {
            let of_layer = trace.steps.iter().filter(|step| step.layer() == *layer);
            of_layer.copied().collect::<Vec<_>>()
        };
        steps(recorded) != steps(computed)
    };
    Layer::ALL.iter().copied().filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::{Figure, YearTotal, compare, compare_years, differing_layers};
    use crate::money::Money;
    use crate::settlement::{Accumulators, Layer, Settlement, Step, Trace};

    fn settlement() -> Settlement {
        let fen = Money::from_fen;
        Settlement {
            total_fee: fen(1000),
            fully_self_paid: fen(10),
            over_ceiling: fen(20),
            self_pay_first: fen(30),
            in_scope_amount: fen(940),
            deductible: fen(100),
            pool_fund_paid: fen(500),
            large_amount_paid: fen(40),
            catastrophic_paid: fen(50),
            assistance_paid: fen(60),
            account_paid: fen(200),
            family_account_paid: fen(70),
            cash_paid: fen(150),
        }
    }

    #[test]
    fn a_fen_in_any_figure_is_a_difference_in_that_figure_alone() {
        let whole = settlement();
        assert!(compare(&whole, &whole).iter().all(|one| !one.differs()));
        let mut moved = whole;
        moved.pool_fund_paid += Money::from_fen(1);
        moved.cash_paid -= Money::from_fen(1);
        let odd: Vec<_> = compare(&moved, &whole)
            .into_iter()
            .filter(super::Compared::differs)
            .map(|one| (one.what, one.recorded.fen(), one.computed.fen()))
            .collect();
        assert_eq!(odd, [(Figure::Pool, 501, 500), (Figure::Cash, 149, 150)]);
    }

    #[test]
    fn no_figure_of_a_settlement_is_left_out() {
        let figures = compare(&settlement(), &Settlement::default());
        let seen: Vec<i64> = figures.iter().map(|one| one.recorded.fen()).collect();
        // Own and family accounts apart: 200 is 130 and 70.
        let all = [1000, 10, 20, 30, 940, 100, 500, 40, 50, 60, 130, 70, 150];
        assert_eq!(seen, all);
    }

    #[test]
    fn totals_of_a_year_carry_their_public_names() {
        let mut used = Accumulators::ZERO;
        used.catastrophic_base = Money::from_fen(7);
        let compared = compare_years(&used, &Accumulators::ZERO);
        let names: Vec<_> = used.named().iter().map(|(name, _)| *name).collect();
        let codes: Vec<_> = compared.iter().map(|one| one.what.code()).collect();
        assert_eq!(codes, names);
        let amounts = compared.iter().map(|one| one.recorded);
        assert!(amounts.eq(used.named().into_iter().map(|(_, amount)| amount)));
        let odd: Vec<_> = compared.iter().filter(|one| one.differs()).collect();
        assert_eq!(odd.len(), 1);
        assert_eq!(odd[0].what, YearTotal::CatastrophicBase);
    }

    #[test]
    fn a_step_that_is_missing_names_its_layer() {
        let empty = Trace::new();
        let mut told = empty.clone();
        told.steps.push(Step::PoolUsedUp(
            Money::from_fen(3),
            Money::from_fen(2),
            Money::from_fen(1),
        ));
        assert!(differing_layers(&told, &told).is_empty());
        assert_eq!(differing_layers(&empty, &told), [Layer::Pool]);
    }
}
