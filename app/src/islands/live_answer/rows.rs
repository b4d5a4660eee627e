//! Items that come and go without asking the server. Every name, id and reference in an item ends
//! with its number.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

use crate::calculator::MOST_ROWS;

/// Puts an empty copy of the last item behind it, ready to be filled in; the first item is left to the
/// server, which knows what one looks like.
pub(super) fn add(document: &Document) -> Option<()> {
    let list = document.get_element_by_id("rows")?;
    let last = list.last_element_child()?;
    if usize::try_from(list.child_element_count()).ok()? >= MOST_ROWS {
        return None;
    }
    let mut highest = 0;
    let mut next = list.first_element_child();
    while let Some(item) = next {
        highest = number(&item)?.max(highest);
        next = item.next_element_sibling();
    }
    let (from, to) = (number(&last)?, highest.checked_add(1)?);
    // Values that came with the page are attributes of the copy, and errors stand in it.
    let from = ["-", &from.to_string()].concat();
    let to = ["-", &to.to_string()].concat();
    let mut copy = last.outer_html();
    for behind in ["\"", "-error"] {
        let (from, to) = ([&from, behind].concat(), [&to, behind].concat());
        copy = copy.replace(&from, &to);
    }
    last.insert_adjacent_html("afterend", &copy).ok()?;
    let copy = list.last_element_child()?;
    for problem in all(&copy, ".error") {
        problem.remove();
    }
    for field in all(&copy, "[data-invalid]") {
        field.remove_attribute("data-invalid").ok()?;
    }
    for option in all(&copy, "[name^=part-] option[selected]") {
        option.remove_attribute("selected").ok()?;
    }
    for input in all(&copy, "input, select") {
        for name in ["aria-invalid", "aria-describedby"] {
            input.remove_attribute(name).ok()?;
        }
        if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
            input.set_value("");
        }
    }
    focus(copy.query_selector("input").ok()??)
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
    focus(near?.query_selector("button").ok()??)
}

/// Tells the bill this `way`: by totals or by items. What was typed on the other way stays.
pub(super) fn tell(document: &Document, way: &str) -> Option<()> {
    let bill = document.get_element_by_id("bill")?;
    let first = [".as-", way, " input"].concat();
    // The first item is left to the server.
    let first = bill.query_selector(&first).ok()??;
    let field = bill.query_selector("input[name=bill]").ok()??;
    field.dyn_into::<HtmlInputElement>().ok()?.set_value(way);
    bill.set_attribute("data-bill", way).ok()?;
    // The button that was pressed is gone from sight: the focus goes to the first field instead.
    focus(first)
}

fn focus(element: Element) -> Option<()> {
    element.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else {
        return Vec::new();
    };
    let found = (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok());
    found.collect()
}

/// The number of an item.
fn number(item: &Element) -> Option<u32> {
    let amount = item.query_selector("input[name^=amount-]").ok()??;
    amount
        .get_attribute("name")?
        .strip_prefix("amount-")?
        .parse()
        .ok()
}
