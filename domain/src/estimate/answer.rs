//! The answer of the public JSON.

use serde::Serialize;

use super::Estimate;
use crate::explain::{TraceEntry, parameter_behind, trace_entries};
use crate::language::Language;
use crate::settlement::parameters::{ParameterSet, Provenance};
use crate::settlement::{Accumulators, NationalSettlement, Refusal, Trace, settle};

/// The answer to one request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EstimateAnswer {
    /// The parameter set used.
    pub parameters: ParameterReference,
    /// The bill in the national interface's names, in fen.
    pub settlement: NationalSettlement,
    /// The year's accumulators after the visit, in fen.
    pub accumulators: Accumulators,
    /// Every step.
    pub trace: Vec<TraceEntry>,
}

/// The parameter set behind an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParameterReference {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The weakest provenance among the values that this answer used.
    pub provenance: Provenance,
}

pub(super) fn answer(
    estimate: &Estimate,
    set: &ParameterSet,
    language: Language,
) -> Result<EstimateAnswer, Vec<Refusal>> {
    let mut trace = Trace::new();
    let settled = settle(set, &estimate.bill(), &mut trace)?;
    Ok(EstimateAnswer {
        parameters: ParameterReference {
            id: set.id.clone(),
            name: set.name.get(language).to_owned(),
            provenance: weakest(&trace, set),
        },
        settlement: settled.settlement.national(),
        accumulators: settled.after,
        trace: trace_entries(&trace, set, language),
    })
}

fn weakest(trace: &Trace, set: &ParameterSet) -> Provenance {
    trace
        .steps
        .iter()
        .filter_map(|step| parameter_behind(step, &trace.facts, set))
        .map(|note| note.provenance)
        .max()
        .unwrap_or(Provenance::Real)
}
