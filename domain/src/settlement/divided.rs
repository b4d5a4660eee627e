//! Bills that two rules share: divided first, then settled part by part, always in the same
//! order, each part with its own trace.

mod chronic;
mod days;
mod part;
mod stay;

pub use chronic::{ChronicBill, ChronicLine, settle_chronic};
pub use part::{Left, Part, Portion, settle_part};
pub use stay::{DatedLine, Stay, StayYear, lines_in_year, settle_stay};

use super::{PersonFacts, Reversal, Settlement};

/// A divided bill, its parts in the order in which they were settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divided {
    /// One part at least.
    pub parts: Vec<Part>,
}

impl Divided {
    /// The whole bill: every amount summed over the parts.
    #[must_use]
    pub fn settlement(&self) -> Settlement {
        let parts = self.parts.iter().map(|part| part.settled.settlement);
        parts.fold(Settlement::default(), |sum, part| sum + part)
    }

    /// The refunds of all parts, the last part first. Added to the accumulators of their years
    /// they restore them exactly.
    #[must_use]
    pub fn reverse(&self) -> Vec<Reversal> {
        let last_first = self.parts.iter().rev();
        last_first.map(|part| part.settled.reverse()).collect()
    }
}

/// The person after accounts paid for a part.
fn after_accounts(person: PersonFacts, paid: &Settlement) -> PersonFacts {
    PersonFacts {
        account_balance: person.account_balance - paid.own_account_paid(),
        family_balance: person.family_balance - paid.family_account_paid,
        ..person
    }
}
