//! The cards about what pays after basic insurance: catastrophic cover and assistance.

use domain::settlement::Category;
use domain::usage::{AssistanceUsage, CatastrophicUsage, Known};
use leptos::prelude::*;

use super::super::words::said;
use super::answers::{self, AnswersText};
use super::text::BenefitsText;
use super::{allowance, stretch};
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{AnswerCard, Column, IntoWritten, Look, Meter, Table, Term, Word};

/// Catastrophic cover: how far it is, and what it pays.
#[component]
pub(super) fn CatastrophicCard(
    /// The words of the page.
    text: &'static BenefitsText,
    /// The cover as it stands.
    catastrophic: Known<CatastrophicUsage>,
) -> impl IntoView {
    let look = Look::current();
    let grounds = vec![Grounds::new(text.catastrophic, &catastrophic.parameter)];
    let value = catastrophic.value;
    let left = if value.distance.is_zero() {
        text.catastrophic_started.to_owned()
    } else {
        (text.catastrophic_left)(&said(value.distance, look))
    };
    let answer = answers::catastrophic(text, &value, &left, look);
    let columns = vec![Column::title(text.burden), Column::number(text.pays)];
    let rows = value
        .tiers
        .iter()
        .map(|tier| {
            let part = stretch(text, tier.above, tier.until, look);
            vec![
                part.written(),
                view! { <strong>{tier.ratio.percent()}</strong> }.written(),
            ]
        })
        .collect();
    let outpatient = if value.outpatient_counts {
        text.outpatient_counts
    } else {
        text.outpatient_left_out
    };
    view! {
        <AnswerCard title=text.catastrophic answer more=AnswersText::of(look.language).more_catastrophic>
            <p><Term word=Word::Catastrophic shown=text.catastrophic_term.to_owned()/>{(text.catastrophic_means)(&said(value.threshold, look))}{outpatient}
                {value.tilted.then_some(text.tilted)}</p>
            <Meter label=text.burden_so_far left used=value.base total=value.threshold/>
            <Table caption=text.catastrophic hide_caption=true columns rows/>
            <p>{allowance(text, value.allowance, look)}</p>
            <Basis grounds/>
        </AnswerCard>
    }
}

/// Medical assistance for a status of hardship.
#[component]
pub(super) fn AssistanceCard(
    /// The words of the page.
    text: &'static BenefitsText,
    /// The help as it stands.
    assistance: Known<AssistanceUsage>,
    /// The status of hardship.
    category: Category,
) -> impl IntoView {
    let look = Look::current();
    let grounds = vec![Grounds::new(text.assistance, &assistance.parameter)];
    let value = assistance.value;
    let who = category.label(look.language.into());
    let deductible = if value.deductible.is_zero() {
        text.assistance_at_once.to_owned()
    } else {
        (text.assistance_deductible)([
            &said(value.deductible, look),
            &said(value.deductible_left, look),
        ])
    };
    let answer = answers::assistance(text, &value, look);
    let outpatient = (!value.outpatient_counts).then_some(text.assistance_inpatient_only);
    view! {
        <AnswerCard title=text.assistance answer more=AnswersText::of(look.language).more_assistance>
            <p><Term word=Word::Assistance shown=text.assistance_term.to_owned()/>{(text.assistance_means)([who, &value.ratio.percent()])}{deductible}{outpatient}</p>
            <p>{allowance(text, value.allowance, look)}</p>
            <p>{text.assistance_automatic}</p>
            <Basis grounds/>
        </AnswerCard>
    }
}
