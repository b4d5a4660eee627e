//! What residents paid for each benefit year, and what was added.

use domain::contributions::{FeeYear, MonthState, Shares};
use leptos::prelude::*;

use super::folded::{Folded, Foot};
use super::text::ContributionsText;
use crate::ui::{Amount, Badge, Card, Column, IntoWritten, Look, Tone, Written, date_text};

/// The card.
#[component]
pub(super) fn Fees(
    /// The words of the page.
    text: &'static ContributionsText,
    /// The fees, the newest year first.
    fees: Vec<FeeYear>,
    /// What was paid in all, where it is of fees alone.
    paid: Option<Shares>,
) -> impl IntoView {
    let look = Look::current();
    let columns = vec![
        Column::title(text.benefit_year),
        Column::number(text.person),
        Column::number(text.subsidy),
        Column::number(text.together),
        Column::text(text.fee_state),
    ];
    let rows = fees.iter().map(|fee| row(text, fee, look)).collect();
    let foot: Foot = Box::new(move || {
        let Some(paid) = paid else {
            return Vec::new();
        };
        vec![
            text.all_years.written(),
            view! { <Amount of=paid.person words=false/> }.written(),
            view! { <Amount of=paid.subsidy words=false/> }.written(),
            view! { <Amount of=paid.total() words=false/> }.written(),
            ().written(),
        ]
    });
    view! {
        <Card title=text.fees>
            <p class="measure">{text.fees_lead}</p>
            <Folded caption=text.fees columns rows foot/>
        </Card>
    }
}

fn row(text: &ContributionsText, fee: &FeeYear, look: Look) -> Vec<Written> {
    let note = fee.bought_back.then(
        || view! { <span class="small muted">{look.pick("，", ", ")}{text.bought_back}</span> },
    );
    let together = fee.person + fee.subsidy;
    let state = match fee.paid_on.filter(|_| fee.state == MonthState::Paid) {
        Some(day) => (text.paid_on)(&date_text(day, look.language)).written(),
        None => {
            let label = fee.state.label(look.language.into());
            view! { <Badge label tone=tone(fee.state)/> }.written()
        }
    };
    vec![
        view! { <span>{fee.year}{note}</span> }.written(),
        view! { <Amount of=fee.person words=false/> }.written(),
        view! { <Amount of=fee.subsidy words=false/> }.written(),
        view! { <Amount of=together words=false/> }.written(),
        state,
    ]
}

/// How serious a state is.
fn tone(state: MonthState) -> Tone {
    match state {
        MonthState::Paid | MonthState::Retired => Tone::Good,
        MonthState::Overdue | MonthState::NotInsured => Tone::Danger,
        MonthState::Billed => Tone::Notice,
        _ => Tone::Muted,
    }
}
