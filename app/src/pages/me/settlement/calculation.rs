//! How it was computed, as sentences; and whether the same rules give the same today.

use domain::explain::Sentence;
use leptos::prelude::*;
use services::resident::settlement::{Detail, Replay};

use super::super::words::said;
use super::text::SettlementText;
use crate::subject::Subject;
use crate::ui::basis::review;
use crate::ui::explained::step_item;
use crate::ui::{
    Badge, ButtonKind, ButtonLink, Card, Column, IntoWritten, Look, Notice, StepItem, Steps, Table,
    Tone, Written, date_text,
};

/// The calculation with its proof.
#[component]
pub(super) fn Calculation(
    /// The words of the page.
    text: &'static SettlementText,
    /// The settlement.
    detail: Detail,
    /// Its steps in words.
    sentences: Vec<Sentence>,
) -> impl IntoView {
    let look = Look::current();
    let again = format!("/settlements/{}/replay", detail.row.settlement_id);
    let again = Subject::current().href(&again);
    let Some(set) = detail.set.clone() else {
        let sentence = (text.no_parameters)(&detail.row.parameter_set_id);
        return view! {
            <Card title=text.how>
                <p>{sentence}</p>
                <p class="actions"><ButtonLink href=again label=text.again kind=ButtonKind::Quiet/></p>
            </Card>
        }
        .written();
    };
    let steps: Vec<StepItem> = sentences
        .into_iter()
        .map(|sentence| step_item(sentence, look))
        .collect();
    let steps = if steps.is_empty() {
        view! { <p>{text.no_steps}</p> }.written()
    } else {
        view! { <Steps steps/> }.written()
    };
    let mut rules = rules(text, &detail, look);
    rules.push_str(look.pick("，参数", "; the parameters are "));
    rules.push_str(&review(set.review().as_ref(), look.language));
    view! {
        <Card title=text.how>
            {steps}
            <Proof text detail rules/>
            <p class="actions"><ButtonLink href=again label=text.again kind=ButtonKind::Quiet/></p>
        </Card>
    }
    .written()
}

/// By which parameters it was computed again: of a part of a stay by those of its year, of a refund by
/// those of what it takes back, else by those of the day.
fn rules(text: &SettlementText, detail: &Detail, look: Look) -> String {
    let set = &detail.row.parameter_set_id;
    if let Some(year) = detail.year_of_part() {
        return (text.rules_of_part)(year, set);
    }
    let original = detail.ties.reverses.as_ref();
    let day = original.map_or(detail.row.settled_on, |original| original.settled_on);
    (text.rules)(&date_text(day, look.language), set)
}

/// Computed again by the parameters of the day: equal, or what differs.
#[component]
fn Proof(text: &'static SettlementText, detail: Detail, rules: String) -> impl IntoView {
    let look = Look::current();
    match detail.replay {
        Replay::Equal => view! {
            <p class="badge-note"><Badge label=text.replayed tone=Tone::Good/><span>{rules}</span></p>
        }
        .written(),
        Replay::Impossible => view! {
            <p class="badge-note"><Badge label=text.not_replayed tone=Tone::Notice/><span>{rules}</span></p>
        }
        .written(),
        Replay::Different(again) => {
            let stored = detail.settlement;
            let pairs = [
                (text.funds, stored.fund_paid(), again.fund_paid()),
                (text.accounts, stored.account_paid, again.account_paid),
                (text.cash, stored.cash_paid, again.cash_paid),
            ];
            let rows = pairs.into_iter().filter(|(_, then, now)| then != now);
            let rows: Vec<Vec<Written>> = rows
                .map(|(name, then, now)| {
                    vec![name.written(), said(then, look).written(), said(now, look).written()]
                })
                .collect();
            let columns = vec![
                Column::title(text.amount),
                Column::number(text.recorded),
                Column::number(text.computed),
            ];
            view! {
                <Notice tone=Tone::Danger title=text.differs.to_owned()>
                    <p>{text.differs_more}</p>
                    <Table caption=text.differs hide_caption=true columns rows/>
                    <p class="small">{rules}</p>
                </Notice>
            }
            .written()
        }
    }
}
