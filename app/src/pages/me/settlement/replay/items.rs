//! The items of the settlement beside the bill that was computed again.

use domain::settlement::{Compared, ItemClass};
use leptos::prelude::*;
use services::replay::{ItemFigure, Items as Held, Odd, OddItem};

use super::super::super::words::said;
use super::figures::{columns, compared_row};
use super::text::ReplayText;
use crate::language::Language;
use crate::ui::{Card, IntoWritten, Look, Table, Written};

/// That every item is the one of the bill, or those that are not.
#[component]
pub(in crate::pages) fn Items(
    /// The words of the page.
    text: &'static ReplayText,
    /// The items.
    items: Held,
) -> impl IntoView {
    let look = Look::current();
    if !items.differ() {
        // A refund has none of its own.
        return (items.count > 0)
            .then(
                || view! { <Card title=text.items><p>{(text.items_same)(items.count)}</p></Card> },
            )
            .written();
    }
    let rows: Vec<Vec<Written>> = items
        .odd
        .into_iter()
        .flat_map(|item| rows(text, item, look))
        .collect();
    let more = (items.more > 0).then(|| view! { <p>{(text.items_more)(items.more)}</p> });
    view! {
        <Card title=text.items>
            <p class="measure">{text.items_differ}</p>
            <Table caption=text.items hide_caption=true columns=columns(text, text.item) rows/>
            {more}
        </Card>
    }
    .written()
}

/// What differs in one item, a row each.
fn rows(text: &'static ReplayText, item: OddItem, look: Look) -> Vec<Vec<Written>> {
    let OddItem { line_no, name, odd } = item;
    let label = |what: &'static str| label(text, line_no, name.clone(), what);
    let row = |what, recorded: String, computed: String, result: &'static str| {
        vec![
            label(what),
            recorded.written(),
            computed.written(),
            view! { <strong>{result}</strong> }.written(),
        ]
    };
    match odd {
        Odd::Missing(amount) => {
            let none = text.item_none.to_owned();
            vec![row("", none, said(amount, look), text.item_missing)]
        }
        Odd::Added(amount) => {
            let none = text.item_none.to_owned();
            vec![row("", said(amount, look), none, text.item_added)]
        }
        Odd::Changed {
            class,
            share,
            figures,
        } => {
            let class = class.map(|(kept, bill)| {
                let kept = class_name(&kept, look.language);
                let bill = bill.label(look.language.into()).to_owned();
                row(text.item_class, kept, bill, text.item_other)
            });
            let share = share.map(|(kept, bill)| {
                let (kept, bill) = (kept.percent(), bill.percent());
                row(text.item_share, kept, bill, text.item_other)
            });
            let figure = |one: Compared<ItemFigure>| {
                let mut cells = compared_row(text, "", &one, look);
                if let Some(first) = cells.first_mut() {
                    *first = label(text.item_figure(one.what));
                }
                cells
            };
            class
                .into_iter()
                .chain(share)
                .chain(figures.into_iter().map(figure))
                .collect()
        }
    }
}

/// An item by its number and name, and what of it is meant, where that is not all of it.
fn label(
    text: &'static ReplayText,
    number: i32,
    name: Option<String>,
    what: &'static str,
) -> Written {
    let number = (text.item_number)(number);
    let name = name.map(|name| view! { " "<span lang="zh-Hans">{name}</span> });
    let what = (!what.is_empty()).then(|| format!("{}{what}", text.item_of));
    view! { <span>{number}{name}{what}</span> }.written()
}

/// A class in words; a code that is none as it stands.
fn class_name(code: &str, language: Language) -> String {
    match ItemClass::from_code(code) {
        Some(class) => class.label(language.into()).to_owned(),
        None => code.to_owned(),
    }
}
