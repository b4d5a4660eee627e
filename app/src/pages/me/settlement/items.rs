//! The items of the bill.

use domain::settlement::ItemClass;
use leptos::prelude::*;
use services::resident::settlement::{ITEMS_A_PAGE, Item};

use super::text::SettlementText;
use crate::language::Language;
use crate::subject::Subject;
use crate::ui::{Amount, Card, Column, IntoWritten, Look, Pagination, Table, Term, Word, Written};

/// The items with their class and what one pays of them first; 200 on a page.
#[component]
pub(super) fn Items(
    /// The words of the page.
    text: &'static SettlementText,
    /// The items of this page.
    items: Vec<Item>,
    /// How many there are in all.
    count: i32,
    /// The number of the first one asked for.
    first_line: i32,
    /// The settlement's id.
    id: String,
    /// Where the items of what a refund takes back are.
    original: Option<String>,
    /// Whether they are a part of a stay's, of whose items each part has a share.
    shared: bool,
) -> impl IntoView {
    let look = Look::current();
    let title = match original {
        Some(_) => text.items_title.to_owned(),
        None => (text.items)(count),
    };
    let here = Subject::current().href(&format!("/settlements/{id}"));
    let page = |from: i32| {
        let from = from.max(1);
        if from == 1 {
            format!("{here}#items")
        } else {
            format!("{here}?from={from}#items")
        }
    };
    let last = items.last().map_or(0, |item| item.line_no);
    let next = (last > 0 && last < count).then(|| page(last.saturating_add(1)));
    let previous = (first_line > 1).then(|| page(first_line.saturating_sub(ITEMS_A_PAGE)));
    let position = items
        .first()
        .filter(|_| next.is_some() || previous.is_some())
        .map(|first| (text.shown)(first.line_no, last, count));
    let columns = vec![
        Column::title(text.item),
        Column::text(text.class),
        Column::number(text.quantity),
        Column::number(text.amount),
        Column::number(text.self_paid),
        Column::number(text.counted),
    ];
    let content = if let Some(href) = original {
        view! { <p>{text.items_of_refund}" "<a href=href>{text.refund_of}</a></p> }.written()
    } else if items.is_empty() {
        view! { <p>{text.no_items}</p> }.written()
    } else {
        let rows = items.into_iter().map(|item| row(item, look)).collect();
        let shared = shared.then(|| view! { <p>{text.quantity_of_whole}</p> });
        view! {
            {shared}
            <p class="small muted">
                <Term word=Word::ClassA shown=text.class_a_term.to_owned()/>{text.class_a}<Term word=Word::ClassB/>{text.class_b}<Term word=Word::ClassC/>{text.class_c}
            </p>
            <Table caption=title.clone() hide_caption=true columns rows/>
        }
        .written()
    };
    view! {
        <Card title id="items">
            {content}
            <Pagination previous next position/>
        </Card>
    }
}

fn row(item: Item, look: Look) -> Vec<Written> {
    let share = item.self_pay_share.percent();
    let class = match (item.class, look.language) {
        (ItemClass::B, Language::Chinese) => format!("乙类，先付 {share}"),
        (ItemClass::B, Language::English) => format!("class B, first {share}"),
        (ItemClass::A, language) => language.pick("甲类", "class A").to_owned(),
        (ItemClass::C, language) => language
            .pick("丙类，全部自己付", "class C, all yours")
            .to_owned(),
    };
    let name = view! { <span lang="zh-Hans">{item.name}</span> };
    let name = if item.drug_listed {
        view! { <a href=format!("/drugs/{}", item.code)>{name}</a> }.written()
    } else {
        name.written()
    };
    vec![
        name,
        class.written(),
        quantity(item.quantity_milli).written(),
        view! { <Amount of=item.amount/> }.written(),
        view! { <Amount of=item.self_paid/> }.written(),
        view! { <Amount of=item.in_scope_amount/> }.written(),
    ]
}

/// A quantity in thousandths without needless zeros: `2`, `1.5`.
fn quantity(milli: i64) -> String {
    let sign = if milli < 0 { "\u{2212}" } else { "" };
    let (whole, rest) = (milli.unsigned_abs() / 1000, milli.unsigned_abs() % 1000);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let fraction = format!("{rest:03}");
    format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::quantity;

    #[test]
    fn quantities_drop_needless_zeros() {
        let told = [2_000, 1_500, 25, 0, -3_000].map(quantity);
        assert_eq!(told, ["2", "1.5", "0.025", "0", "\u{2212}3"]);
    }
}
