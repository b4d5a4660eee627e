//! The trace as the public JSON shows it.

use serde::Serialize;

use super::explain;
use crate::language::Language;
use crate::money::Money;
use crate::settlement::parameters::ParameterSet;
use crate::settlement::{Layer, Trace};

/// One element of the answer's `trace`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceEntry {
    /// The layer.
    pub layer: Layer,
    /// The step's name within the layer.
    pub step: &'static str,
    /// What the step starts from, in fen.
    pub input: Money,
    /// The rule: a JSON pointer into the parameter set, or the rule's code.
    pub rule: String,
    /// What it adds to its layer, in fen; negative where a cap cuts.
    pub output: Money,
    /// The step in words.
    pub explanation: String,
    /// Where the rule's figures come from.
    pub source: String,
}

/// The steps as elements of the answer's `trace`.
#[must_use]
pub fn trace_entries(trace: &Trace, set: &ParameterSet, language: Language) -> Vec<TraceEntry> {
    explain(trace, set, language)
        .into_iter()
        .zip(&trace.steps)
        .map(|(sentence, step)| {
            let colon = language.pick("：", ": ");
            let (rule, source) = match &sentence.parameter {
                Some(note) => (note.pointer.clone(), note.text(language)),
                None => (
                    sentence.rule,
                    language.pick("账单本身", "the bill itself").to_owned(),
                ),
            };
            TraceEntry {
                layer: sentence.layer,
                step: step.name(),
                input: sentence.input,
                rule,
                output: sentence.amount,
                explanation: format!("{}{colon}{}", sentence.title, sentence.why),
                source,
            }
        })
        .collect()
}
