//! What few people need to change, folded: what the year has used, accounts, day, comparison.

use domain::identifiers::RegionCode;
use domain::settlement::Accumulators;
use leptos::prelude::*;

use super::problem;
use super::text::CalculatorText;
use crate::calculator::Typed;
use crate::pages::calculators::places;
use crate::ui::{Choice, Field, FieldProblem, Look, SelectField};

/// Two folded groups, open where something in them is wrong; the first says how much is filled in.
#[component]
pub(super) fn Used(
    /// The words.
    text: &'static CalculatorText,
    /// What stands in the form.
    typed: Typed,
    /// The places whose rules are kept.
    places: Vec<RegionCode>,
    /// What is wrong.
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let look = Look::current();
    let of = |name: &str| problem(&problems, name);
    let amount = |name: &'static str, label: &'static str| {
        view! { <Field name label value=typed.get(name) keyboard="decimal" longest=30 problem=of(name)/> }
    };
    let names = Accumulators::ZERO.named().map(|(name, _)| name);
    let figures = names.iter().chain(&["account", "family"]);
    let filled = figures.clone().filter(|name| !typed.get(name).is_empty());
    let filled = (text.filled)(filled.count());
    let wrong = figures.clone().any(|name| of(name).is_some());
    let used = names
        .into_iter()
        .map(|name| amount(name, (text.used_name)(name)))
        .collect_view();
    let none = Choice::new("", text.no_other);
    let chosen = typed.get("other");
    // Nothing chosen is no comparison, which stands there already.
    let others = places::choices(&places, chosen, look.language).into_iter();
    let others = others.filter(|one| !one.value.is_empty());
    let others = std::iter::once(none).chain(others).collect();
    view! {
        <details class="folded" open=wrong>
            <summary>{text.used}{filled}</summary>
            <div class="fields">
                <p class="small muted">{text.used_hint}</p>
                {amount("account", text.account)}
                {amount("family", text.family)}
                {used}
            </div>
        </details>
        <details class="folded" open=of("day").is_some()>
            <summary>{text.day_and_other}</summary>
            <div class="fields">
                <Field name="day" label=text.day hint=text.day_hint.to_owned() value=typed.get("day") kind="date" longest=20 problem=of("day")/>
                <SelectField name="other" label=text.other choices=others chosen/>
            </div>
        </details>
    }
}
