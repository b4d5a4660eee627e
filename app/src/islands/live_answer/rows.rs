//! Items that come and go without asking the server. Every name, id and reference in an item ends
//! with its number.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

use crate::calculator::MOST_ROWS;

/// Puts an empty copy of the last item behind it, ready to be filled in.
pub(super) fn add(document: &Document) -> Option<()> {
    let list = document.get_element_by_id("rows")?;
    let last = list.last_element_child()?;
    if list.child_element_count() as usize >= MOST_ROWS {
        return None;
    }
    let mut numbers = Vec::new();
    let mut next = list.first_element_child();
    while let Some(item) = next {
        numbers.extend(number(&item));
        next = item.next_element_sibling();
    }
    let (from, to) = (number(&last)?, numbers.into_iter().max()?.checked_add(1)?);
    let copy = last.outer_html();
    // Values that came with the page are attributes of the copy, and errors stand in it.
    let copy = copy.replace(&format!("-{from}\""), &format!("-{to}\""));
    last.insert_adjacent_html("afterend", &copy).ok()?;
    let copy = list.last_element_child()?;
    let inputs = copy.query_selector_all("input").ok()?;
    for place in 0..inputs.length() {
        let input = inputs.get(place)?.dyn_into::<HtmlInputElement>().ok()?;
        input.set_value("");
        let _ = input.remove_attribute("aria-invalid");
    }
    let problems = copy.query_selector_all(".error").ok()?;
    for place in 0..problems.length() {
        problems.get(place)?.dyn_into::<Element>().ok()?.remove();
    }
    if let Some(first) = inputs.get(0) {
        let _ = first.dyn_into::<HtmlElement>().ok()?.focus();
    }
    Some(())
}

/// Takes away the item that `button` stands in; the last one stays.
pub(super) fn remove(button: &Element) -> Option<()> {
    let item = button.closest("li").ok()??;
    let list = item.parent_element()?;
    if list.child_element_count() < 2 {
        return None;
    }
    let near = item
        .next_element_sibling()
        .or_else(|| item.previous_element_sibling());
    item.remove();
    // The focus goes on to the neighbour's button, not to the top of the page.
    let neighbour = near?.query_selector("button").ok()??;
    let _ = neighbour.dyn_into::<HtmlElement>().ok()?.focus();
    Some(())
}

/// Tells the bill this `way`: by totals or by items. What was typed on the other way stays.
pub(super) fn tell(document: &Document, way: &str) -> Option<()> {
    let bill = document.get_element_by_id("bill")?;
    let field = bill.query_selector("input[name=bill]").ok()??;
    field.dyn_into::<HtmlInputElement>().ok()?.set_value(way);
    bill.set_attribute("data-bill", way).ok()?;
    // The button that was pressed is gone from sight: the focus goes to the first field instead.
    let first = bill.query_selector(&format!(".as-{way} input")).ok()??;
    let _ = first.dyn_into::<HtmlElement>().ok()?.focus();
    Some(())
}

/// The number of an item.
fn number(item: &Element) -> Option<u32> {
    let amount = item.query_selector("input[name^=amount-]").ok()??;
    amount
        .get_attribute("name")?
        .rsplit('-')
        .next()?
        .parse()
        .ok()
}
