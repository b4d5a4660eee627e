//! What there is to choose from in the form, on one page or question by question.

use domain::settlement::{DiseaseCode, Level, Remote, Scheme};

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

/// The diseases that a visit can be for, after none; `chosen` too where it is another one.
pub(super) fn diseases(text: &CalculatorText, only_two: bool, chosen: &str) -> Vec<Choice> {
    let language = text.language.into();
    let none = Choice::new("", text.no_disease);
    let known = domain::chronic::codes().filter_map(DiseaseCode::from_code);
    let known = known.filter(|one| !only_two || one.is_one_of_two());
    let other = DiseaseCode::from_code(chosen);
    let other = other.filter(|one| domain::chronic::codes().all(|code| code != one.to_string()));
    let each = known
        .chain(other)
        .map(|one| Choice::new(one.to_string(), capitalised(&one.name(language))));
    std::iter::once(none).chain(each).collect()
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
