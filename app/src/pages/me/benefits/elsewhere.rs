//! The card about treatment away from the insured place.

use std::sync::Arc;

use domain::explain::ParameterNote;
use domain::settlement::Remote;
use domain::settlement::parameters::ParameterSet;
use leptos::prelude::*;

use super::answers::{self, AnswersText};
use super::text::BenefitsText;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{AnswerCard, Column, IntoWritten, Look, Table, Term, Word};

/// What comes off the ratio by kind of treatment elsewhere.
#[component]
pub(super) fn Elsewhere(
    /// The words of the page.
    text: &'static BenefitsText,
    /// The parameter set.
    set: Arc<ParameterSet>,
) -> impl IntoView {
    let look = Look::current();
    let language = look.language.into();
    let columns = vec![
        Column::title(text.elsewhere_how),
        Column::text(text.elsewhere_ratio),
    ];
    let rows = Remote::ALL
        .iter()
        .filter(|kind| **kind != Remote::Local)
        .map(|kind| {
            let points = *set.remote.values.get(*kind);
            let ratio = if points.get() == 0 {
                text.as_at_home.to_owned()
            } else {
                (text.points_less)(&points.points())
            };
            vec![kind.label(language).written(), ratio.written()]
        })
        .collect();
    let note = ParameterNote::new(&set, "/remote".to_owned(), &set.remote.source);
    let grounds = vec![Grounds::new(text.elsewhere_ratio, &note)];
    view! {
        <AnswerCard title=text.elsewhere answer=answers::elsewhere(&set, look) more=AnswersText::of(look.language).more_elsewhere>
            <p><Term word=Word::OffSiteFiling shown=text.elsewhere_term.to_owned()/>{text.elsewhere_means}</p>
            <Table caption=text.elsewhere hide_caption=true columns rows/>
            <Basis grounds/>
        </AnswerCard>
    }
}
