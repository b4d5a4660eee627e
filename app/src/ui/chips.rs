//! A row of links of one kind: members of a household, years, example questions.

use leptos::prelude::*;

use super::example::Example;
use super::{IntoWritten, Look};

/// One of the links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it shows.
    pub label: String,
    /// Where it goes.
    pub href: String,
    /// Whether it is what the page shows now.
    pub current: bool,
}

impl Chip {
    /// A link to `href`.
    pub fn new(label: impl Into<String>, href: impl Into<String>, current: bool) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
            current,
        }
    }
}

/// A row of links of one kind.
#[component]
pub fn Chips(
    /// What the links choose, for screen readers.
    #[prop(into)]
    label: String,
    /// The links in order.
    chips: Vec<Chip>,
) -> impl IntoView {
    let items = chips.into_iter().map(|chip| {
        let current = chip.current.then_some("page");
        view! { <li><a href=chip.href aria-current=current>{chip.label}</a></li> }
    });
    view! {
        <nav aria-label=label>
            <ul class="chips">{items.collect_view()}</ul>
        </nav>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "家庭成员",
        "Members of a household",
        || {
            let look = Look::current();
            let chips = vec![
                Chip::new(look.pick("我", "Me"), "/me", true),
                Chip::new(look.pick("父亲", "Father"), "/me", false),
                Chip::new(look.pick("母亲", "Mother"), "/me", false),
            ];
            view! { <Chips label=look.pick("家庭成员", "Household") chips/> }.written()
        },
    )]
}
