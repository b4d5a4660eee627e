//! Where no parameter set serves somebody who is insured: that it is so, and what is nearest.

use leptos::prelude::*;
use services::resident::year::NoRules;

use crate::language::Language;
use crate::ui::{Look, date_text, place_name};

/// The note in place of this year's meters.
#[component]
pub(super) fn NoRulesNote(
    /// What is missing.
    missing: NoRules,
) -> impl IntoView {
    let look = Look::current();
    let nothing = look.pick(
        "所以这里算不出今年的用量。您的参保不受影响。",
        "so nothing can be computed here. The insurance itself is not affected.",
    );
    let comma = look.pick("，", ", ");
    view! { <p class="muted">{title(look.language, &missing)}{comma}{nothing}" "{nearest(look.language, &missing)}</p> }
}

/// What is missing, as the beginning of a sentence.
#[must_use]
pub(super) fn title(language: Language, missing: &NoRules) -> &'static str {
    match missing {
        NoRules::Then(_) => language.pick(
            "还没有收录您参保地现在的待遇标准",
            "The benefit rules now in force in the place of insurance are not in the system yet",
        ),
        NoRules::Elsewhere(_) => language.pick(
            "还没有收录您参保地的待遇标准",
            "The benefit rules of the place of insurance are not in the system yet",
        ),
    }
}

/// What comes nearest: the days for which the place has rules, or the places that have some.
#[must_use]
pub(super) fn nearest(language: Language, missing: &NoRules) -> String {
    match missing {
        NoRules::Then(set) => {
            let name = set.name.get(language.into());
            let from = date_text(set.effective.from, language);
            let through = set.effective.through.map(|day| date_text(day, language));
            match (language, through) {
                (Language::Chinese, Some(through)) => {
                    format!("最接近的一套是“{name}”，{from}至{through}有效。")
                }
                (Language::Chinese, None) => format!("最接近的一套是“{name}”，{from}起有效。"),
                (Language::English, Some(through)) => {
                    format!("The nearest are “{name}”, in force from {from} to {through}.")
                }
                (Language::English, None) => {
                    format!("The nearest are “{name}”, in force from {from}.")
                }
            }
        }
        NoRules::Elsewhere(places) if places.is_empty() => String::new(),
        NoRules::Elsewhere(places) => {
            let names = places.iter().map(|place| place_name(*place, language));
            let names: Vec<String> = names.collect();
            match language {
                Language::Chinese => format!("现在收录了：{}。", names.join("、")),
                Language::English => format!("The places in the system: {}.", names.join("; ")),
            }
        }
    }
}
