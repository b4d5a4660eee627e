//! From one part of a list to the next.

use leptos::prelude::*;

use super::example::Example;
use super::{IntoWritten, Look};

/// Links to the parts before and after.
#[component]
pub fn Pagination(
    /// The address of the part before.
    #[prop(optional_no_strip)]
    previous: Option<String>,
    /// The address of the part after.
    #[prop(optional_no_strip)]
    next: Option<String>,
    /// Where in the list this is, as a sentence.
    #[prop(optional_no_strip, into)]
    position: Option<String>,
) -> impl IntoView {
    let look = Look::current();
    (previous.is_some() || next.is_some()).then(|| {
        let previous = previous.map(|href| {
            view! { <a class="button" data-kind="quiet" rel="prev" href=href>{look.pick("上一页", "Previous page")}</a> }
        });
        let next = next.map(|href| {
            view! { <a class="button" data-kind="quiet" rel="next" href=href>{look.pick("下一页", "Next page")}</a> }
        });
        view! {
            <nav class="pages" aria-label=look.pick("翻页", "Pages")>
                {previous}
                {position.map(|text| view! { <span class="here">{text}</span> })}
                {next}
            </nav>
        }
    })
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("中间一页", "In the middle", || {
        let look = Look::current();
        view! {
            <Pagination
                previous=Some("/policies?page=1".to_owned())
                next=Some("/policies?page=3".to_owned())
                position=look.pick("第 2 页，共 5 页", "Page 2 of 5").to_owned()
            />
        }
        .written()
    })]
}
