//! The parts of a long page, to jump to.

use leptos::prelude::*;

use super::example::Example;
use super::{IntoWritten, Look};

/// Links to the parts of this page. Elder mode goes without: its pages are read from the top.
#[component]
pub fn Contents(
    /// Each part's anchor and heading.
    parts: Vec<(&'static str, &'static str)>,
) -> impl IntoView {
    let look = Look::current();
    if look.elder {
        return ().written();
    }
    let items = parts.into_iter().map(|(id, heading)| {
        let href = format!("#{id}");
        view! { <li><a href=href>{heading}</a></li> }
    });
    view! {
        <nav class="contents" aria-label=look.pick("本页内容", "On this page")>
            <ol role="list">{items.collect_view()}</ol>
        </nav>
    }
    .written()
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("两部分", "Two parts", || {
        let look = Look::current();
        let parts = vec![
            ("example-first", look.pick("存了什么", "What is kept")),
            ("example-second", look.pick("存多久", "For how long")),
        ];
        view! {
            <Contents parts/>
            <p id="example-first">{look.pick("这里是第一部分。", "This is the first part.")}</p>
            <p id="example-second">{look.pick("这里是第二部分。", "This is the second part.")}</p>
        }
        .written()
    })]
}
