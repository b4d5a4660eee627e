//! Computes a stored bill again and says what came of it.

use domain::settlement::parameters::ParameterSet;
use domain::settlement::{self as engine, Refusal, Settlement, Trace, TraceSink};

use super::Items;
use crate::records::SettlementInput;

/// What computing a settlement again gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The same, to the fen, step by step.
    Equal,
    /// Something else.
    Different(Box<Again>),
    /// It cannot be computed again.
    Impossible(Why),
}

impl Outcome {
    /// The code under which a query keeps it.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Different(_) => "different",
            Self::Impossible(_) => "impossible",
        }
    }
}

/// A settlement as it comes out today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// Who pays what.
    pub amounts: Settlement,
    /// The steps.
    pub trace: Trace,
    /// Whether the items of the bill, as they are kept, are those that were settled.
    pub items_agree: bool,
}

/// Why a settlement cannot be computed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The parameter set that it was settled by is not kept any more.
    NoParameters,
    /// The bill and the person as they were then cannot be read.
    NoInput,
    /// The rules refuse the bill today.
    Refused,
}

/// What the record says, with what it is computed again from.
pub(super) struct Record<'a> {
    pub set: Option<&'a ParameterSet>,
    pub input: Option<&'a SettlementInput>,
    pub refund: bool,
    pub amounts: Settlement,
    pub trace: Option<&'a Trace>,
    pub items: Items,
}

pub(super) fn outcome(record: &Record<'_>) -> Outcome {
    let Some(set) = record.set else {
        return Outcome::Impossible(Why::NoParameters);
    };
    let Some(input) = record.input else {
        return Outcome::Impossible(Why::NoInput);
    };
    let mut trace = Trace::new();
    let Ok(amounts) = again(set, input, record.refund, &mut trace) else {
        return Outcome::Impossible(Why::Refused);
    };
    // A refund is kept as what comes back: items and steps are told with the bill it takes back.
    let items_agree = record.refund || items_agree(input, record.items);
    let same_steps = record.refund || record.trace.is_none_or(|recorded| *recorded == trace);
    if amounts == record.amounts && same_steps && items_agree {
        return Outcome::Equal;
    }
    Outcome::Different(Box::new(Again {
        amounts,
        trace,
        items_agree,
    }))
}

/// Settles what was stored once more; a refund stands with the bill that it takes back, every amount
/// turned round.
///
/// # Errors
/// Why the rules refuse the bill.
pub(crate) fn again(
    set: &ParameterSet,
    input: &SettlementInput,
    refund: bool,
    trace: &mut impl TraceSink,
) -> Result<Settlement, Vec<Refusal>> {
    let lines = input.line_items();
    let settled = engine::settle(set, &input.bill(&lines), trace)?;
    Ok(if refund {
        settled.settlement.negated()
    } else {
        settled.settlement
    })
}

/// Whether the kept items add up to the bill that was settled, part by part.
fn items_agree(input: &SettlementInput, kept: Items) -> bool {
    let mut wanted = Items {
        count: i64::try_from(input.lines.len()).unwrap_or(i64::MAX),
        ..Items::default()
    };
    for line in input.line_items() {
        let (first, own, scope) = crate::records::divided(&line);
        wanted.amount += line.amount.fen();
        wanted.over_ceiling += line.over_ceiling.fen();
        wanted.self_pay_first += first.fen();
        wanted.fully_self_paid += own.fen();
        wanted.in_scope += scope.fen();
    }
    wanted == kept
}
