//! What there is to choose from in the form, on one page or question by question.

use domain::settlement::{Level, Remote, Scheme};

use super::text::CalculatorText;
use crate::calculator::KINDS;
use crate::ui::{Choice, capitalised};

/// The basic insurances.
pub(super) fn schemes(text: &CalculatorText) -> Vec<Choice> {
    let language = text.language.into();
    let schemes = Scheme::ALL.iter();
    schemes
        .map(|one| Choice::new(one.code(), capitalised(one.label(language))))
        .collect()
}

/// Retired or not.
pub(super) fn statuses(text: &CalculatorText) -> Vec<Choice> {
    vec![
        Choice::new("active", text.active),
        Choice::new("retired", text.retired),
    ]
}

/// The kinds of visits.
pub(super) fn kinds(text: &CalculatorText) -> Vec<Choice> {
    let kinds = KINDS.iter();
    kinds
        .map(|one| Choice::new(one.code(), (text.kind_of)(*one)))
        .collect()
}

/// The levels of hospitals.
pub(super) fn levels(text: &CalculatorText) -> Vec<Choice> {
    let language = text.language.into();
    let levels = Level::ALL.iter();
    levels
        .map(|one| Choice::new(one.code(), capitalised(one.label(language))))
        .collect()
}

/// Treated where one is insured, or elsewhere in one of several ways.
pub(super) fn remotes(text: &CalculatorText) -> Vec<Choice> {
    let language = text.language.into();
    let remotes = Remote::ALL.iter();
    remotes
        .map(|one| Choice::new(one.code(), capitalised(one.label(language))))
        .collect()
}
