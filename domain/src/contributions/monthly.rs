//! What a month of employee insurance costs, and whom.

use super::Shares;
use crate::money::Money;
use crate::settlement::parameters::{ContributionBase, Other};

impl ContributionBase {
    /// The base for a monthly wage: the wage itself between the floor and the ceiling.
    #[must_use]
    pub fn for_wage(&self, wage: Money) -> Money {
        wage.max(self.floor).min(self.ceiling)
    }
}

impl Shares {
    /// Who pays how much of a month on `base`, in fen. Flexible workers have no employer and pay
    /// both shares; places may offer them a lower rate, which the parameters do not hold.
    #[must_use]
    pub fn of_month(other: &Other, base: Money, employed: bool) -> Self {
        let rates = &other.contribution_rates.values;
        let employer = base.times(rates.employer);
        let own = base.times(rates.person) + rates.person_fixed;
        Self {
            employer: if employed { employer } else { Money::ZERO },
            person: if employed { own } else { own + employer },
            subsidy: Money::ZERO,
            account_credit: base.times(other.account_in_service.values.share_of_base),
        }
    }
}
