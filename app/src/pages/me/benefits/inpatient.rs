//! The card about stays in hospital.

use domain::settlement::RepeatEffect;
use domain::usage::{InpatientUsage, Usage};
use leptos::prelude::*;

use super::answers::{self, AnswersText};
use super::text::BenefitsText;
use super::{allowance, said, stretch};
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{Amount, AnswerCard, Column, IntoWritten, Look, Table, Term, Word, Written};

/// What a stay would mean, by level, and what is left of the year.
#[component]
pub(super) fn Inpatient(
    /// The words of the page.
    text: &'static BenefitsText,
    /// What applies and what is used.
    usage: Usage,
) -> impl IntoView {
    let look = Look::current();
    let columns = vec![
        Column::title(text.level),
        Column::text(text.next_deductible),
        Column::text(text.pool_pays),
    ];
    let rows = usage
        .inpatient
        .iter()
        .map(|level| row(text, level, look))
        .collect();
    let repeated = usage
        .inpatient
        .iter()
        .any(|level| level.repeat != RepeatEffect::None);
    let large = usage.large_amount.as_ref().map(|large| {
        let sentence = allowance(text, large.value, look);
        view! { <p><strong>{text.large_amount}{text.colon}</strong>{sentence}</p> }
    });
    view! {
        <AnswerCard title=text.inpatient answer=answers::inpatient(text, &usage, look) more=AnswersText::of(look.language).more_levels>
            <p>{(text.admission)(usage.next_admission)}<Term word=Word::Deductible shown=text.deductible_term.to_owned()/>{text.deductible_means}
                {repeated.then_some(text.repeat)}</p>
            <Table caption=text.inpatient hide_caption=true columns rows/>
            <p><strong>{text.pool}{text.colon}</strong>{allowance(text, usage.pool.value, look)}</p>
            {large}
            <Basis grounds=grounds(text, &usage)/>
        </AnswerCard>
    }
}

fn row(text: &BenefitsText, level: &InpatientUsage, look: Look) -> Vec<Written> {
    let bands = &level.ratios.value;
    let ratios = match bands.as_slice() {
        [one] => one.ratio.percent().written(),
        bands => {
            let lines = bands.iter().map(|band| {
                let part = stretch(text, band.above, band.until, look);
                view! { <li>{part}" "<strong>{band.ratio.percent()}</strong></li> }
            });
            view! { <ul class="plain">{lines.collect_view()}</ul> }.written()
        }
    };
    let lowered = (level.deductible.value != level.first_deductible).then(|| {
        let first = (text.first_was)(&said(level.first_deductible, look));
        view! { <span class="small muted">{first}</span> }
    });
    vec![
        level.level.label(look.language.into()).written(),
        view! { <span><Amount of=level.deductible.value/>{lowered}</span> }.written(),
        ratios,
    ]
}

fn grounds(text: &BenefitsText, usage: &Usage) -> Vec<Grounds> {
    let mut grounds = Vec::new();
    for level in &usage.inpatient {
        grounds.push(Grounds::new(text.deductible, &level.deductible.parameter));
    }
    for level in &usage.inpatient {
        grounds.push(Grounds::new(text.ratio, &level.ratios.parameter));
    }
    grounds.push(Grounds::new(text.pool, &usage.pool.parameter));
    if let Some(large) = &usage.large_amount {
        grounds.push(Grounds::new(text.large_amount, &large.parameter));
    }
    grounds
}
