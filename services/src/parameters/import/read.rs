//! A file of parameter sets: what it holds, whole, and everything that is wrong in it.

use domain::language::Language;
use domain::settlement::parameters::{ParameterSet, Problem, Resolved, resolve};
use serde_json::Value;

use crate::error::{FieldError, ServiceError};
use crate::listed;

/// Every set of `text` with its place in it, each with what it inherits, and everything that is
/// wrong. A set may inherit from those of the file and from `kept`.
///
/// # Errors
/// `Invalid` when the text is no JSON at all.
pub(super) fn read(
    text: &str,
    kept: &[Value],
) -> Result<listed::Listed<ParameterSet>, ServiceError> {
    let entries = listed::values(text)?;
    let resolution = resolve(&entries, kept);
    let mut errors: Vec<FieldError> = resolution
        .problems
        .iter()
        .map(|problem| error(problem.pointer.clone(), problem))
        .collect();
    let mut sets = Vec::new();
    for whole in resolution.sets {
        match typed(&whole) {
            Ok(set) => {
                for problem in set.problems() {
                    add(&mut errors, error(whole.place(&problem.pointer), &problem));
                }
                sets.push((whole.pointer, set));
            }
            // A group in part was told already, in plainer words.
            Err(error) if errors.iter().any(|told| told.pointer == error.pointer) => {}
            Err(error) => errors.push(error),
        }
    }
    for own in resolution.alone {
        match typed(&own) {
            Ok(set) => {
                for problem in set.problems() {
                    add(&mut errors, error(own.place(&problem.pointer), &problem));
                }
            }
            // It may be meant to be inherited.
            Err(error) if error.detail.starts_with("missing field") => {}
            Err(error) if errors.iter().any(|told| told.pointer == error.pointer) => {}
            Err(error) => errors.push(error),
        }
    }
    Ok((sets, errors))
}

/// A mistake in a group that several sets inherit is one mistake.
fn add(errors: &mut Vec<FieldError>, error: FieldError) {
    if !errors.contains(&error) {
        errors.push(error);
    }
}

fn typed(whole: &Resolved) -> Result<ParameterSet, FieldError> {
    listed::typed("", whole.body.clone()).map_err(|error| FieldError {
        pointer: whole.place(&error.pointer),
        detail: mended(&error.detail, whole.inherits()),
        ..error
    })
}

/// What could not be read, and what to do about it.
fn mended(detail: &str, inherits: bool) -> String {
    let advice = if detail.starts_with("missing field") {
        if inherits {
            "give it here, or in what this set inherits from"
        } else {
            "give it here, or name in inherits a set that has it"
        }
    } else if detail.starts_with("unknown") {
        "take it away, or mend its spelling"
    } else {
        "amounts are whole fen and ratios whole basis points, without quotation marks; \
         docs/parameters.md says what each field takes"
    };
    format!("{detail}; {advice}")
}

/// A problem of a set as a mistake of the file.
pub(super) fn error(pointer: String, problem: &Problem) -> FieldError {
    FieldError {
        pointer,
        code: problem.code.code(),
        detail: problem.told(Language::En),
    }
}
