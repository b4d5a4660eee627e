//! The compact record of what was settled, stored with each settlement so that one row is
//! enough to compute it again for ever.

use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    self as engine, Accumulators, Bill, ItemClass, LineItem, PersonFacts, Refusal, Scheme, Settled,
    TraceSink, Visit,
};
use serde::{Deserialize, Serialize};

/// One line as `[amount, class, self_pay_first, over_ceiling]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerseLine(pub Money, pub ItemClass, pub BasisPoints, pub Money);

/// Everything that the engine was given, besides the parameter set named in the row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettlementInput {
    /// Which basic insurance.
    #[serde(rename = "s")]
    pub scheme: Scheme,
    /// The person on that day.
    #[serde(rename = "p")]
    pub person: PersonFacts,
    /// The visit.
    #[serde(rename = "v")]
    pub visit: Visit,
    /// The year's accumulators before it.
    #[serde(rename = "b")]
    pub before: Accumulators,
    /// The items in order.
    #[serde(rename = "l")]
    pub lines: Vec<TerseLine>,
}

impl SettlementInput {
    /// Records a bill.
    #[must_use]
    pub fn of(bill: &Bill<'_>) -> Self {
        let terse = |line: &LineItem| {
            TerseLine(
                line.amount,
                line.class,
                line.self_pay_first,
                line.over_ceiling,
            )
        };
        Self {
            scheme: bill.scheme,
            person: bill.person,
            visit: bill.visit,
            before: bill.before,
            lines: bill.lines.iter().map(terse).collect(),
        }
    }

    /// The lines as the engine takes them.
    #[must_use]
    pub fn line_items(&self) -> Vec<LineItem> {
        let full = |line: &TerseLine| LineItem {
            amount: line.0,
            class: line.1,
            self_pay_first: line.2,
            over_ceiling: line.3,
        };
        self.lines.iter().map(full).collect()
    }

    /// The bill over `lines` (those of [`Self::line_items`]).
    #[must_use]
    pub fn bill<'a>(&self, lines: &'a [LineItem]) -> Bill<'a> {
        Bill {
            scheme: self.scheme,
            person: self.person,
            visit: self.visit,
            lines,
            before: self.before,
        }
    }

    /// The same bill settled by `set`, as if `before` had been used up in the year already.
    ///
    /// # Errors
    /// Every reason why the engine refuses it.
    pub fn settle(
        &self,
        set: &ParameterSet,
        before: Accumulators,
        trace: &mut impl TraceSink,
    ) -> Result<Settled, Vec<Refusal>> {
        let lines = self.line_items();
        let mut bill = self.bill(&lines);
        bill.before = before;
        engine::settle(set, &bill, trace)
    }
}
