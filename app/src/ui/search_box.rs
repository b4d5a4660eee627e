//! One line to ask, and a button.

use leptos::prelude::*;

use super::example::Example;
use super::{Icon, Inner, IntoWritten, Look, Sign};

/// A search by GET: the question lives in the address.
#[component]
pub fn SearchBox(
    /// Where it is answered.
    #[prop(into)]
    action: String,
    /// What can be asked, for screen readers.
    #[prop(into)]
    label: String,
    /// What was asked.
    #[prop(optional, into)]
    query: String,
    /// An example of a question.
    #[prop(optional, into)]
    placeholder: String,
    /// Filters to keep.
    #[prop(optional)]
    keep: Vec<(String, String)>,
    /// The field, when an island takes the place of the plain one.
    #[prop(optional)]
    children: Option<Inner>,
) -> impl IntoView {
    let look = Look::current();
    let name = label.clone();
    let field = match children {
        Some(children) => children.written(),
        None => view! {
            <input class="input" type="search" name="q" value=query aria-label=label placeholder=placeholder autocomplete="off" maxlength="200" enterkeyhint="search"/>
        }
        .written(),
    };
    let keep = keep
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    view! {
        <div class="search">
            <form class="searchbox" action=action role="search" aria-label=name>
                {field}
                {keep.collect_view()}
                <button class="button" type="submit"><Icon sign=Sign::Search/>{look.pick("搜索", "Search")}</button>
            </form>
        </div>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("搜政策", "Find policies", || {
        let look = Look::current();
        view! {
            <SearchBox action="/policies" label=look.pick("搜政策", "Search the policies") placeholder=look.pick("断保后要等几个月", "How long is the waiting period?")/>
        }
        .written()
    })]
}
