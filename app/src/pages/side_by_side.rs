//! A calculation as it was recorded beside the same one computed again, step by step.

use domain::explain::{Beside, Sentence, beside, explain};
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Settlement, Trace};
use leptos::prelude::*;

use crate::language::Language;
use crate::ui::explained::layer;
use crate::ui::{Badge, Column, IntoWritten, Look, Table, Tone, Written, said};

struct SideText {
    caption: &'static str,
    step: &'static str,
    recorded: &'static str,
    again: &'static str,
    result: &'static str,
    same: &'static str,
    differs: &'static str,
    missing: &'static str,
    amounts: &'static str,
    amount: &'static str,
    funds: &'static str,
    accounts: &'static str,
    cash: &'static str,
}

static ZH: SideText = SideText {
    caption: "一步一步对着看",
    step: "步骤",
    recorded: "记录的",
    again: "重新算的",
    result: "比较",
    same: "一样",
    differs: "不一样",
    missing: "没有这一步",
    amounts: "各方付的钱",
    amount: "金额",
    funds: "医保各层",
    accounts: "个人账户",
    cash: "现金",
};

static EN: SideText = SideText {
    caption: "Step by step, side by side",
    step: "Step",
    recorded: "Recorded",
    again: "Computed again",
    result: "Compared",
    same: "the same",
    differs: "differs",
    missing: "no such step",
    amounts: "Who pays what",
    amount: "Amount",
    funds: "All layers of insurance",
    accounts: "Accounts",
    cash: "Cash",
};

/// The steps of both calculations, one row a step.
#[component]
pub(in crate::pages) fn SideBySide(
    /// As it was recorded.
    recorded: Trace,
    /// As it comes out again.
    again: Trace,
    /// The rules of both.
    set: std::sync::Arc<ParameterSet>,
) -> impl IntoView {
    let look = Look::current();
    let text = look.pick(&ZH, &EN);
    let one = explain(&recorded, &set, look.language.into());
    let other = explain(&again, &set, look.language.into());
    let rows = beside(&recorded.steps, &again.steps)
        .into_iter()
        .map(|pair| row(text, pair, &one, &other, look))
        .collect();
    let columns = vec![
        Column::title(text.step),
        Column::text(text.recorded),
        Column::text(text.again),
        Column::text(text.result),
    ];
    view! { <Table caption=text.caption hide_caption=true columns rows/> }
}

fn row(
    text: &SideText,
    pair: Beside,
    one: &[Sentence],
    other: &[Sentence],
    look: Look,
) -> Vec<Written> {
    let recorded = pair.one.and_then(|place| one.get(place));
    let again = pair.other.and_then(|place| other.get(place));
    let name = recorded.or(again).map(|sentence| {
        let layer = layer(sentence.layer, look.language);
        let title = look.say(sentence.title.clone());
        view! { <span class="small muted">{layer}</span><br/>{title} }
    });
    let (tone, result) = if pair.same {
        (Tone::Good, text.same)
    } else {
        (Tone::Danger, text.differs)
    };
    vec![
        name.written(),
        cell(text, recorded, look),
        if pair.same {
            text.same.written()
        } else {
            cell(text, again, look)
        },
        view! { <Badge label=result tone/> }.written(),
    ]
}

fn cell(text: &SideText, sentence: Option<&Sentence>, look: Look) -> Written {
    let Some(sentence) = sentence else {
        return view! { <span class="muted">{text.missing}</span> }.written();
    };
    let figure = look.say(sentence.figure.clone());
    let why = look.say(sentence.why.clone());
    view! { <strong>{figure}</strong>" "<span class="small">{why}</span> }.written()
}

/// The amounts in which the two differ; nothing where they are equal.
#[component]
pub(in crate::pages) fn AmountsBeside(
    /// What the record says.
    recorded: Settlement,
    /// What comes out again.
    again: Settlement,
) -> impl IntoView {
    let look = Look::current();
    let text: &SideText = match look.language {
        Language::Chinese => &ZH,
        Language::English => &EN,
    };
    let pairs = [
        (text.funds, recorded.fund_paid(), again.fund_paid()),
        (text.accounts, recorded.account_paid, again.account_paid),
        (text.cash, recorded.cash_paid, again.cash_paid),
    ];
    let differing = pairs.into_iter().filter(|(_, then, now)| then != now);
    let rows: Vec<Vec<Written>> = differing
        .map(|(name, then, now)| {
            vec![
                name.written(),
                said(then, look).written(),
                said(now, look).written(),
            ]
        })
        .collect();
    let columns = vec![
        Column::title(text.amount),
        Column::number(text.recorded),
        Column::number(text.again),
    ];
    (!rows.is_empty())
        .then(|| view! { <Table caption=text.amounts hide_caption=true columns rows/> })
}
