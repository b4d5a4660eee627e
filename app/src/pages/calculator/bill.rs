//! The bill: four totals, or item by item.

use domain::settlement::ItemClass;
use leptos::prelude::*;

use super::text::CalculatorText;
use super::{ADDRESS, problem};
use crate::calculator::{MOST_ROWS, Typed};
use crate::ui::{Choice, Field, FieldProblem, IntoWritten, Look, SelectField, Term, Word, Written};

/// Both ways to tell a bill, of which one is shown; a button changes to the other.
#[component]
pub(super) fn Bill(
    /// The words.
    text: &'static CalculatorText,
    /// What stands in the form.
    typed: Typed,
    /// What is wrong with it.
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let chosen = if typed.is_itemised() {
        "items"
    } else {
        "totals"
    };
    let divides = typed.may_divide().then_some("");
    let (totals, items) = (typed.clone(), typed);
    let in_items = problems.clone();
    view! {
        <fieldset class="group bill" id="bill" data-bill=chosen data-divides=divides>
            <legend>{text.bill}</legend>
            <input type="hidden" name="bill" value=chosen/>
            <Totals text typed=totals problems/>
            <Items text typed=items problems=in_items/>
            <p class="small muted">
                {text.classes_lead}<Term word=Word::ClassA/>{text.comma}<Term word=Word::ClassB/>{text.comma}<Term word=Word::ClassC/>{text.comma}<Term word=Word::SelfPayFirst/>{text.comma}<Term word=Word::PriceCeiling then=text.stop/>
            </p>
        </fieldset>
    }
}

#[component]
fn Totals(
    text: &'static CalculatorText,
    typed: Typed,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let of = |name: &str| problem(&problems, name);
    let amount = |name: &'static str, label: &'static str, hint: &'static str| {
        let hint = (!hint.is_empty()).then(|| hint.to_owned());
        view! { <Field name label value=typed.get(name) hint keyboard="decimal" longest=30 problem=of(name)/> }
    };
    view! {
        <div class="as-totals fields">
            {amount("a", text.total_a, text.total_a_hint)}
            {amount("b", text.total_b, text.total_b_hint)}
            {amount("b_first", text.total_b_first, text.total_b_first_hint)}
            {amount("c", text.total_c, text.total_c_hint)}
            {amount("over", text.total_over, text.total_over_hint)}
            <p class="actions">{other("bill-items", text.as_items)}</p>
        </div>
    }
}

#[component]
fn Items(
    text: &'static CalculatorText,
    typed: Typed,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let rows = typed.rows();
    let full = rows.len() >= MOST_ROWS;
    let sum = problem(&problems, "items");
    let items = rows
        .into_iter()
        .map(|row| item(text, &typed, row, &problems))
        .collect_view();
    view! {
        <div class="as-items fields" id="items">
            {sum.map(|text| view! { <p class="error">{text}</p> })}
            <ol class="items" id="rows" role="list">{items}</ol>
            <p class="actions">
                {(!full).then(|| other("add", text.add_item))}
                {other("bill-totals", text.as_totals)}
            </p>
        </div>
    }
}

/// A button that changes the form instead of working it out.
fn other(wish: &'static str, label: &'static str) -> Written {
    let here = format!("{ADDRESS}#bill");
    view! {
        <button class="button" data-kind="quiet" type="submit" name="do" value=wish formaction=here>{label}</button>
    }
    .written()
}

fn item(
    text: &'static CalculatorText,
    typed: &Typed,
    row: u32,
    problems: &[FieldProblem],
) -> Written {
    let language = Look::current().language.into();
    let name = |field: &str| format!("{field}-{row}");
    let value = |field: &str| typed.of_row(row, field).to_owned();
    let of = |field: &str| problem(problems, &format!("{field}-{row}"));
    let classes = ItemClass::ALL
        .iter()
        .map(|one| Choice::new(one.code(), one.label(language)))
        .collect();
    let class = match value("class") {
        class if class.is_empty() => "A".to_owned(),
        class => class,
    };
    let parts = vec![
        Choice::new("disease", text.item_for_disease),
        Choice::new("ordinary", text.item_for_rest),
    ];
    let part = match value("part") {
        part if part.is_empty() => "disease".to_owned(),
        part => part,
    };
    let back = format!("{ADDRESS}#bill");
    view! {
        <li class="item">
            <Field name=name("name") label=text.item_name value=value("name") longest=80/>
            <Field name=name("amount") label=text.item_amount value=value("amount") keyboard="decimal" longest=30 problem=of("amount")/>
            <SelectField name=name("class") label=text.item_class choices=classes chosen=class problem=of("class")/>
            <Field name=name("first") label=text.item_first value=value("first") keyboard="decimal" longest=10 problem=of("first")/>
            <Field name=name("over") label=text.item_over value=value("over") keyboard="decimal" longest=30 problem=of("over")/>
            <div class="item-part">
                <SelectField name=name("part") label=text.item_part choices=parts chosen=part problem=of("part")/>
            </div>
            <p class="actions">
                <button class="button" data-kind="danger" data-size="small" type="submit" name="do" value=name("remove") formaction=back>{text.remove_item}</button>
            </p>
        </li>
    }
    .written()
}
