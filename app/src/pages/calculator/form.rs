//! The form: whom, where, what; folded what few people need to change.

use domain::identifiers::RegionCode;
use domain::settlement::Category;
use leptos::prelude::*;

use super::bill::Bill;
use super::fields::Used;
use super::text::CalculatorText;
use super::{ADDRESS, choices, problem};
use crate::calculator::Typed;
use crate::pages::calculators::places;
use crate::ui::{
    Button, Choice, ChoiceField, Field, FieldProblem, Form, Look, SelectField, Term, Word,
    capitalised,
};

/// The whole form.
#[component]
pub(super) fn CalculatorForm(
    /// The words.
    text: &'static CalculatorText,
    /// What stands in it.
    typed: Typed,
    /// The places whose rules are kept.
    places: Vec<RegionCode>,
    /// What is wrong with it.
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let action = format!("{ADDRESS}#answer");
    let about = (typed.clone(), places.clone(), problems.clone());
    let visit = (typed.clone(), problems.clone());
    let bill = (typed.clone(), problems.clone());
    view! {
        <div class="calc-form" id="calculator">
            <Form action class="form">
                // The Enter key presses a form's first button: not one that takes an item away.
                <button type="submit" hidden=true></button>
                <Person text typed=about.0 places=about.1 problems=about.2/>
                <Visit text typed=visit.0 problems=visit.1/>
                <Bill text typed=bill.0 problems=bill.1/>
                <Used text typed places problems/>
                <p class="actions"><Button label=text.work_out/></p>
                <p class="small muted">{text.privacy}</p>
                <p class="small muted" id="on-device" data-asleep="">{text.on_device}</p>
            </Form>
        </div>
    }
}

#[component]
fn Person(
    text: &'static CalculatorText,
    typed: Typed,
    places: Vec<RegionCode>,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let look = Look::current();
    let language = look.language.into();
    let places = places::choices(&places, typed.get("region"), look.language);
    let (schemes, statuses) = (choices::schemes(text), choices::statuses(text));
    let none = Choice::new("", text.no_category);
    let categories = Category::ALL
        .iter()
        .map(|one| Choice::new(one.code(), capitalised(one.label(language))));
    let categories = std::iter::once(none).chain(categories).collect();
    let of = |name: &str| problem(&problems, name);
    view! {
        <fieldset class="group">
            <legend>{text.person}</legend>
            <SelectField name="region" label=text.region choices=places chosen=typed.get("region") problem=of("region")/>
            <ChoiceField name="scheme" label=text.scheme choices=schemes chosen=typed.get("scheme") problem=of("scheme")/>
            <ChoiceField name="status" label=text.status choices=statuses chosen=typed.get("status") problem=of("status")/>
            <Field name="age" label=text.age value=typed.get("age") keyboard="numeric" longest=6 problem=of("age")/>
            <SelectField name="category" label=text.category choices=categories chosen=typed.get("category") problem=of("category")/>
        </fieldset>
    }
}

#[component]
fn Visit(
    text: &'static CalculatorText,
    typed: Typed,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let kinds = choices::kinds(text);
    let disease = typed.get("disease").to_owned();
    let diseases = choices::diseases(text, false, &disease);
    let (levels, remotes) = (choices::levels(text), choices::remotes(text));
    let of = |name: &str| problem(&problems, name);
    view! {
        <fieldset class="group">
            <legend>{text.visit}</legend>
            <ChoiceField name="kind" label=text.kind choices=kinds chosen=typed.get("kind") problem=of("kind")/>
            <SelectField name="disease" label=text.disease hint=text.disease_hint.to_owned() choices=diseases chosen=disease problem=of("disease")/>
            <SelectField name="level" label=text.level choices=levels chosen=typed.get("level") problem=of("level")/>
            <SelectField name="remote" label=text.remote choices=remotes chosen=typed.get("remote") problem=of("remote")/>
            <Field name="admission" label=text.admission hint=text.admission_hint.to_owned() value=typed.get("admission")
                keyboard="numeric" longest=6 problem=of("admission")/>
            <p class="small muted">{text.terms}<Term word=Word::HospitalLevel/>{text.comma}<Term word=Word::OutpatientChronic/>{text.comma}<Term word=Word::TwoDiseases/>{text.and}<Term word=Word::OffSiteFiling then=text.stop/></p>
        </fieldset>
    }
}
