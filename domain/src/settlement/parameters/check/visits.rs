//! What makes the rules for special kinds of visits unfit.

use super::Check;
use crate::settlement::Scheme;
use crate::settlement::parameters::{ChronicDeductible, DualChannel, ParameterSet};

impl ParameterSet {
    pub(super) fn check_visits(&self, check: &mut Check) {
        if let ChronicDeductible::Fixed { amount } = self.other.chronic.values.deductible {
            check.amount(amount, "/other/chronic/values/deductible/amount");
        }
        if let Some(rule) = &self.other.dual_channel
            && let DualChannel::Own { ratio } = rule.values
        {
            for scheme in Scheme::ALL {
                let at = format!("/other/dual_channel/values/ratio/{scheme}");
                check.ratio(*ratio.get(*scheme), &at);
            }
        }
        if let Some(care) = &self.other.maternity_care {
            for scheme in Scheme::ALL {
                let at = format!("/other/maternity_care/values/{scheme}");
                let terms = care.values.get(*scheme);
                if let Some(ratio) = terms.ratio {
                    check.ratio(ratio, &format!("{at}/ratio"));
                }
                check.ratio(terms.prenatal.ratio, &format!("{at}/prenatal/ratio"));
                if let Some(cap) = terms.prenatal.cap {
                    check.amount(cap, &format!("{at}/prenatal/cap"));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{BasisPoints, Money};
    use crate::settlement::parameters::shipped_parameter_sets;

    #[test]
    fn unfit_values_are_named_with_their_place() {
        let mut set = shipped_parameter_sets()[2].clone();
        set.other.chronic.values.deductible = ChronicDeductible::Fixed {
            amount: Money::from_fen(-1),
        };
        let dual = set.other.dual_channel.as_mut().unwrap();
        if let DualChannel::Own { ratio } = &mut dual.values {
            ratio.resident = BasisPoints::new(10_001);
        }
        let care = &mut set.other.maternity_care.as_mut().unwrap().values;
        care.employee.ratio = Some(BasisPoints::new(-1));
        care.resident.prenatal.ratio = BasisPoints::new(20_000);
        care.resident.prenatal.cap = Some(Money::from_fen(-5));
        let found: Vec<String> = set.problems().iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "amount_out_of_range at /other/chronic/values/deductible/amount",
                "ratio_out_of_range at /other/dual_channel/values/ratio/resident",
                "ratio_out_of_range at /other/maternity_care/values/employee/ratio",
                "ratio_out_of_range at /other/maternity_care/values/resident/prenatal/ratio",
                "amount_out_of_range at /other/maternity_care/values/resident/prenatal/cap",
            ]
        );
    }
}
