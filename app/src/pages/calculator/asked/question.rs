//! One question, alone on its page.

use domain::identifiers::RegionCode;
use domain::settlement::VisitKind;
use leptos::prelude::*;

use super::super::text::CalculatorText;
use super::super::{choices, problem};
use super::is_disease_asked;
use super::text::AskedText;
use crate::calculator::Typed;
use crate::pages::calculators::places;
use crate::ui::{
    ChoiceField, Field, FieldProblem, IntoWritten, Look, SelectField, Term, Word, Written,
};

/// The question with this number, from 1 on, and what stands in its field.
#[component]
pub(super) fn Question(
    /// The words of the form.
    text: &'static CalculatorText,
    /// The words of the questions.
    words: &'static AskedText,
    /// Which one.
    number: usize,
    /// What was typed.
    typed: Typed,
    /// The places to choose from.
    places: Vec<RegionCode>,
    /// What is wrong with the answer.
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let label = words.questions.get(number.saturating_sub(1)).copied();
    let label = label.unwrap_or_default();
    let of = |name: &str| problem(&problems, name);
    let choice = |name: &'static str, choices| {
        let chosen = typed.get(name).to_owned();
        view! { <ChoiceField name label choices chosen problem=of(name)/> }.written()
    };
    match number {
        1 => {
            let chosen = typed.get("region");
            let choices = places::choices(&places, chosen, Look::current().language);
            view! { <SelectField name="region" label choices chosen problem=of("region")/> }.written()
        }
        2 => choice("scheme", choices::schemes(text)),
        3 => choice("status", choices::statuses(text)),
        4 => view! {
            <Field name="age" label value=typed.get("age") keyboard="numeric" longest=6 problem=of("age")/>
        }
        .written(),
        5 if is_disease_asked(&typed) => {
            let only_two = typed.get("kind") == VisitKind::TwoDiseases.code();
            let chosen = typed.get("disease");
            let choices = choices::diseases(text, only_two, chosen);
            view! { <SelectField name="disease" label=words.disease choices chosen problem=of("disease")/> }
                .written()
        }
        5 => choice("kind", choices::kinds(text)),
        6 => about(choice("level", choices::levels(text)), text, Word::HospitalLevel),
        7 => about(choice("remote", choices::remotes(text)), text, Word::OffSiteFiling),
        _ => {
            let amount = |name: &'static str, label: &'static str, hint: &'static str| {
                view! {
                    <Field name label value=typed.get(name) hint=hint.to_owned() keyboard="decimal" longest=30 problem=of(name)/>
                }
            };
            view! {
                <fieldset class="group">
                    <legend>{label}</legend>
                    {amount("a", text.total_a, text.total_a_hint)}
                    {amount("b", text.total_b, words.class_b)}
                    {amount("c", text.total_c, text.total_c_hint)}
                    <p class="small muted">
                        {text.classes_lead}<Term word=Word::ClassA/>{text.comma}<Term word=Word::ClassB/>{text.comma}<Term word=Word::ClassC then=text.stop/>
                    </p>
                </fieldset>
            }
            .written()
        }
    }
}

/// A question with the term that it turns on, to be opened.
fn about(question: Written, text: &CalculatorText, word: Word) -> Written {
    view! {
        {question}
        <p class="small muted">{text.terms}<Term word then=text.stop/></p>
    }
    .written()
}
