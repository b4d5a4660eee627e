//! The card about ordinary outpatient care.

use domain::usage::{OutpatientUsage, Usage};
use leptos::prelude::*;

use super::super::words::said;
use super::allowance;
use super::answers::{self, AnswersText};
use super::text::BenefitsText;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{Amount, AnswerCard, Column, IntoWritten, Look, Table, Written};

/// What a visit would mean, by level, and what is left of the year.
#[component]
pub(super) fn Outpatient(
    /// The words of the page.
    text: &'static BenefitsText,
    /// What applies and what is used.
    usage: Usage,
) -> impl IntoView {
    let look = Look::current();
    let columns = vec![
        Column::title(text.level),
        Column::number(text.year_deductible),
        Column::number(text.still_to_pay),
        Column::number(text.pool_pays),
    ];
    let rows = usage
        .outpatient
        .iter()
        .map(|level| row(text, level, look))
        .collect();
    let above = usage.outpatient_above.as_ref().map(|above| {
        let value = above.value;
        let sentence = (text.above)([
            &said(value.scope, look),
            &value.ratio.percent(),
            &said(value.so_far, look),
        ]);
        view! { <p>{sentence}</p> }
    });
    view! {
        <AnswerCard title=text.outpatient answer=answers::outpatient(text, &usage, look) more=AnswersText::of(look.language).more_levels>
            <p>{text.outpatient_means}</p>
            <Table caption=text.outpatient hide_caption=true columns rows/>
            {above}
            <p><strong>{text.outpatient_cap}{text.colon}</strong>{allowance(text, usage.outpatient_cap.value, look)}</p>
            <Basis grounds=grounds(text, &usage)/>
        </AnswerCard>
    }
}

fn row(text: &BenefitsText, level: &OutpatientUsage, look: Look) -> Vec<Written> {
    let name = level.level.label(look.language.into()).written();
    let ratio = level.ratio.value;
    if ratio.get() == 0 {
        let none = || view! { <span class="muted">"—"</span> }.written();
        return vec![
            name,
            none(),
            none(),
            view! { <span class="muted">{text.not_paid}</span> }.written(),
        ];
    }
    let deductible = level.deductible.value;
    if deductible.year.is_zero() {
        let none = view! { <span class="muted">{text.no_deductible}</span> };
        let left = view! { <span class="muted">"—"</span> };
        let ratio = view! { <strong>{ratio.percent()}</strong> };
        return vec![name, none.written(), left.written(), ratio.written()];
    }
    vec![
        name,
        view! { <Amount of=deductible.year/> }.written(),
        view! { <Amount of=deductible.left/> }.written(),
        view! { <strong>{ratio.percent()}</strong> }.written(),
    ]
}

fn grounds(text: &BenefitsText, usage: &Usage) -> Vec<Grounds> {
    let mut grounds = Vec::new();
    for level in &usage.outpatient {
        grounds.push(Grounds::new(text.deductible, &level.deductible.parameter));
    }
    for level in &usage.outpatient {
        grounds.push(Grounds::new(text.ratio, &level.ratio.parameter));
    }
    if let Some(above) = &usage.outpatient_above {
        grounds.push(Grounds::new(text.above_label, &above.parameter));
    }
    grounds.push(Grounds::new(
        text.outpatient_cap,
        &usage.outpatient_cap.parameter,
    ));
    grounds
}
