//! Bills that two rules share: divided first, then settled part by part, always in the same
//! order, each part with its own trace.

mod chronic;
mod days;
mod stay;

pub use chronic::{ChronicBill, ChronicLine, settle_chronic};
pub use stay::{DatedLine, Stay, StayYear, lines_in_year, settle_stay};

use super::plan::Carried;
use super::{
    Accumulators, Bill, Facts, LineItem, PartOf, PersonFacts, Reversal, Scheme, Settled,
    Settlement, Step, Trace, TraceSink, Visit,
};

/// A divided bill, its parts in the order in which they were settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Divided {
    /// One part at least.
    pub parts: Vec<Part>,
}

/// One part of a divided bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which part.
    pub part: PartOf,
    /// The parameter set by which it was settled.
    pub set: String,
    /// Who pays what of it, and what it adds to the accumulators of its year.
    pub settled: Settled,
    /// Every step; where the bill has several parts, the first step tells which one this is.
    pub trace: Trace,
    /// Whether it raises the number of admissions of its year.
    pub counts_as_admission: bool,
    /// Which basic insurance covers the person.
    pub scheme: Scheme,
    /// The person, with what the parts before left in the accounts.
    pub person: PersonFacts,
    /// The visit as this part was settled.
    pub visit: Visit,
    /// The accumulators of its year before it.
    pub before: Accumulators,
    /// Its items.
    pub lines: Vec<LineItem>,
    /// Of which item of the whole bill, counted from 0, each of `lines` is all or a share.
    pub items: Vec<usize>,
    /// What the parts before left of a stay's deductible, where it is paid once.
    pub carried: Option<Carried>,
}

impl Part {
    /// The bill that [`super::settle_part`] settles as this part was.
    #[must_use]
    pub fn bill(&self) -> Bill<'_> {
        Bill {
            scheme: self.scheme,
            person: self.person,
            visit: self.visit,
            lines: &self.lines,
            before: self.before,
        }
    }
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

/// Keeps a trace whose first step tells which part of a bill it is.
struct Prefaced<'a> {
    trace: &'a mut Trace,
    preface: Option<Step>,
}

impl TraceSink for Prefaced<'_> {
    const WANTED: bool = true;
    fn begin(&mut self, facts: Facts) {
        self.trace.begin(facts);
        if let Some(step) = self.preface {
            self.trace.push(step);
        }
    }
    fn push(&mut self, step: Step) {
        self.trace.push(step);
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
