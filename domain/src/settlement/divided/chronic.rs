//! A bill of which only some items are for a certified disease.

use serde::{Deserialize, Serialize};

use super::part::Prefaced;
use super::{Divided, Part, Portion, after_accounts};
use crate::money::Money;
use crate::settlement::check::check;
use crate::settlement::engine::settle_by;
use crate::settlement::parameters::ParameterSet;
use crate::settlement::plan::Plan;
use crate::settlement::{
    Accumulators, Bill, LineItem, PartOf, PersonFacts, Refusal, RefusalCode, Scheme, Trace, Visit,
    VisitKind,
};

/// An item, and whether it is for the disease.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChronicLine {
    /// The item.
    pub item: LineItem,
    /// Whether it is a drug or treatment for the certified disease.
    pub for_disease: bool,
}

/// A bill of a visit for a certified disease.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChronicBill<'a> {
    /// Which basic insurance covers the person.
    pub scheme: Scheme,
    /// The person.
    pub person: PersonFacts,
    /// The visit, of the kind [`VisitKind::Chronic`], with its disease.
    pub visit: Visit,
    /// All items of the bill.
    pub lines: &'a [ChronicLine],
    /// The year's accumulators before this visit.
    pub before: Accumulators,
}

/// Settles the items for the disease by the rules of chronic diseases, then the others as an
/// ordinary outpatient visit, on the accumulators and account balances that the first part left.
/// A part without items is left out.
///
/// The disease goes first because its rules are the better ones: what it uses of a deductible,
/// of accounts and of the year's burden is then there for the rest, whatever the order of items.
///
/// # Errors
/// Every reason why the bill is refused; pointers count the items of the whole bill.
pub fn settle_chronic(set: &ParameterSet, bill: &ChronicBill<'_>) -> Result<Divided, Vec<Refusal>> {
    let all: Vec<LineItem> = bill.lines.iter().map(|line| line.item).collect();
    let whole = Bill {
        scheme: bill.scheme,
        person: bill.person,
        visit: bill.visit,
        lines: &all,
        before: bill.before,
    };
    let mut refusals = check(&whole);
    if bill.visit.kind != VisitKind::Chronic {
        refusals.push(Refusal::new("/visit/kind", RefusalCode::WrongKind));
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let of = |wanted: bool| -> (Vec<usize>, Vec<LineItem>) {
        let lines = bill.lines.iter().enumerate();
        let lines = lines.filter(|(_, line)| line.for_disease == wanted);
        lines.map(|(place, line)| (place, line.item)).unzip()
    };
    let (disease, ordinary) = (of(true), of(false));
    let ordinary_visit = Visit {
        kind: VisitKind::Outpatient,
        disease: None,
        ..bill.visit
    };
    let total: Money = all.iter().map(|line| line.amount).sum();
    let divided = !disease.1.is_empty() && !ordinary.1.is_empty();
    let nothing = all.is_empty();

    let mut next = whole;
    let mut parts = Vec::with_capacity(2);
    for (part, (items, lines), visit) in [
        (PartOf::Disease, disease, bill.visit),
        (PartOf::Ordinary, ordinary, ordinary_visit),
    ] {
        // An empty bill is one of the disease.
        if lines.is_empty() && !(part == PartOf::Disease && nothing) {
            continue;
        }
        let bill = Bill {
            visit,
            lines: &lines,
            ..next
        };
        let plan = Plan::of(set, &bill).map_err(|refusal| vec![refusal])?;
        let portion = Portion {
            part,
            total,
            is_told: divided,
            left: None,
        };
        let mut trace = Trace::new();
        let mut sink = Prefaced {
            trace: &mut trace,
            preface: portion.preface(&bill),
        };
        let settled = settle_by(set, &bill, plan, &mut sink);
        let (person, before) = (next.person, next.before);
        next.person = after_accounts(person, &settled.settlement);
        next.before = settled.after;
        parts.push(Part {
            portion,
            set: set.id.clone(),
            settled,
            trace,
            scheme: next.scheme,
            person,
            visit,
            before,
            lines,
            items,
        });
    }
    Ok(Divided { parts })
}
