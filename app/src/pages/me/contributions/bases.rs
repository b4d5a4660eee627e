//! How each contribution base came about.

mod text;

use domain::contributions::{BaseMonth, BasePosition, BaseRun};
use leptos::prelude::*;

use super::super::stretch::stretch;
use super::super::words;
use super::folded::Folded;
use crate::ui::basis::{Basis, Grounds, validity};
use crate::ui::{Amount, Card, Column, IntoWritten, Look, Term, Word, Written, capitalised};
use text::BasesText;

/// The card.
#[component]
pub(super) fn Bases(
    /// The bases, the newest first.
    bases: Vec<BaseRun>,
) -> impl IntoView {
    let look = Look::current();
    let text = BasesText::of(look.language);
    let columns = vec![
        Column::title(text.when),
        Column::number(text.base),
        Column::text(text.how),
        Column::number(text.monthly),
    ];
    let grounds: Vec<Grounds> = bases
        .iter()
        .filter_map(|run| run.first.rule.as_ref())
        .map(|rule| Grounds::new(text.ground, &rule.parameter))
        .collect();
    let year_starts = bases
        .iter()
        .find_map(|run| run.first.rule.as_ref())
        .map(|rule| (text.year_starts)(rule.limits.year_starts));
    let rows: Vec<_> = bases.iter().map(|run| row(text, run, look)).collect();
    let base = capitalised(Word::ContributionBase.name(look.language));
    let basis = (!grounds.is_empty()).then(|| view! { <Basis grounds/> });
    view! {
        <Card title=text.title>
            <p class="measure"><Term word=Word::ContributionBase shown=base/>{text.lead}{look.pick("", " ")}{year_starts}</p>
            <Folded caption=text.each columns rows/>
            {basis}
        </Card>
    }
}

fn row(text: &BasesText, run: &BaseRun, look: Look) -> Vec<Written> {
    let BaseMonth {
        month,
        base,
        employed,
        shares,
        rule,
    } = &run.first;
    let when = stretch(*month, run.through, look.language);
    let length = words::months(run.length(), look.language);
    let how = match rule {
        None => text.no_rule.to_owned(),
        Some(rule) => {
            let (floor, ceiling) = (rule.limits.floor.yuan(), rule.limits.ceiling.yuan());
            match rule.position {
                BasePosition::BelowFloor => (text.below)(&floor),
                BasePosition::AtFloor => (text.at_floor(*employed))(&floor),
                BasePosition::Between => (text.between(*employed))(&floor, &ceiling),
                BasePosition::AtCeiling => (text.at_ceiling(*employed))(&ceiling),
                BasePosition::AboveCeiling => (text.above)(&ceiling),
            }
        }
    };
    let dates = rule.as_ref().map(|rule| {
        let told = validity(&rule.parameter, look.language);
        view! { <br/><span class="small muted">{told}</span> }
    });
    let employer = (!shares.employer.is_zero()).then(|| {
        let told = (text.employer)(&shares.employer.yuan());
        view! { <br/><span class="small muted">{told}</span> }
    });
    vec![
        view! { <span>{when}<br/><span class="small muted">{length}</span></span> }.written(),
        view! { <Amount of=*base words=false/> }.written(),
        view! { <span>{how}{dates}</span> }.written(),
        view! { <span><Amount of=shares.person words=false/>{employer}</span> }.written(),
    ]
}
