//! Filters that live in the address: each is a link, so that they work without a script and
//! can be sent to somebody.

use leptos::prelude::*;

use super::example::Example;
use super::{Icon, Inner, IntoWritten, Look, Sign};

/// One value to filter by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    /// In words.
    pub label: String,
    /// How many results have it, when known.
    pub count: Option<u64>,
    /// The address with this filter set, or taken off when it is set.
    pub href: String,
    /// Whether it is set.
    pub chosen: bool,
}

/// The values of one property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetGroup {
    /// The property.
    pub title: String,
    /// Its values.
    pub options: Vec<FacetOption>,
}

/// All filters of a list. They stand before it: beside it where there is room, else folded above it.
#[component]
pub fn Facets(
    /// What opens them, in a few words.
    more: &'static str,
    /// The properties; those without values are left out.
    groups: Vec<FacetGroup>,
    /// Further filters, such as a form for a day.
    #[prop(optional)]
    children: Option<Inner>,
) -> impl IntoView {
    let look = Look::current();
    let groups = groups
        .into_iter()
        .filter(|group| !group.options.is_empty())
        .map(|group| {
            let options = group.options.into_iter().map(option);
            view! {
                <div>
                    <h3>{group.title}</h3>
                    <ul role="list">{options.collect_view()}</ul>
                </div>
            }
        });
    view! {
        <aside class="facets" id="filter" aria-labelledby="filter-title">
            <h2 class="hidden" id="filter-title">{look.pick("筛选", "Filter")}</h2>
            <details class="fold">
                <summary><span class="more">{more}</span></summary>
                <div class="groups">
                    {groups.collect_view()}
                    {children.map(Inner::written)}
                </div>
            </details>
        </aside>
    }
}

fn option(option: FacetOption) -> impl IntoView {
    let look = Look::current();
    let chosen = option.chosen.then(|| {
        view! { <span class="hidden">{look.pick("（已选，再按取消）", " (on, press to take off)")}</span> }
    });
    view! {
        <li>
            <a href=option.href aria-current=option.chosen.then_some("true")>
                <span class="box">{option.chosen.then(|| view! { <Icon sign=Sign::Check/> })}</span>
                <span>{option.label}{chosen}</span>
                {option.count.map(|count| view! { <span class="count">{count}</span> })}
            </a>
        </li>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("效力", "State", || {
        let look = Look::current();
        let groups = vec![FacetGroup {
            title: look.pick("效力", "State").to_owned(),
            options: vec![
                FacetOption {
                    label: look.pick("现行有效", "In force").to_owned(),
                    count: Some(14),
                    href: "/policies".to_owned(),
                    chosen: true,
                },
                FacetOption {
                    label: look.pick("已废止", "Repealed").to_owned(),
                    count: Some(3),
                    href: "/policies?status=repealed".to_owned(),
                    chosen: false,
                },
            ],
        }];
        view! { <Facets more=look.pick("筛选", "Filter") groups/> }.written()
    })]
}
