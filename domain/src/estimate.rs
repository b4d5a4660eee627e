//! One bill as the public JSON asks for it, and the answer.
//!
//! [`estimate`] takes the JSON of one request and gives the answer, or every error of the
//! request at once, each with its place.

mod answer;
mod fields;
mod read;

pub use answer::{EstimateAnswer, ParameterReference};
pub use read::Estimate;

use std::borrow::Borrow;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use crate::language::Language;
use crate::settlement::parameters::ParameterSet;
use crate::settlement::{Refusal, RefusalCode};

/// One error of a request as the public JSON shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EstimateError {
    /// A JSON pointer into the request, such as `/lines/0/class`.
    pub pointer: String,
    /// The name of the error.
    pub code: RefusalCode,
    /// One sentence for people.
    pub detail: &'static str,
}

impl EstimateError {
    /// A refusal with its sentence.
    #[must_use]
    pub fn new(refusal: Refusal, language: Language) -> Self {
        Self {
            detail: refusal.detail(language),
            pointer: refusal.pointer,
            code: refusal.code,
        }
    }
}

/// Answers one request. `today` is the day where a request names none.
///
/// # Errors
/// Every error of the request.
pub fn estimate(
    request: &Value,
    sets: &[impl Borrow<ParameterSet>],
    today: NaiveDate,
    language: Language,
) -> Result<EstimateAnswer, Vec<EstimateError>> {
    Estimate::read(request, sets, today)
        .and_then(|(estimate, set)| answer::answer(&estimate, set, language))
        .map_err(|refusals| {
            refusals
                .into_iter()
                .map(|refusal| EstimateError::new(refusal, language))
                .collect()
        })
}
