//! The way from the start of an area to this page.

use leptos::prelude::*;

use super::example::Example;
use super::{IntoWritten, Look};

/// One place on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Its name.
    pub label: String,
    /// Its address; `None` for the page itself.
    pub href: Option<String>,
}

impl Crumb {
    /// A place that can be gone back to.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: Some(href.into()),
        }
    }

    /// The page itself.
    pub fn here(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: None,
        }
    }
}

/// The way to a deep page, above its heading.
#[component]
pub fn Breadcrumbs(
    /// The places in order; the last is the page itself.
    crumbs: Vec<Crumb>,
) -> impl IntoView {
    let look = Look::current();
    let items = crumbs.into_iter().map(|crumb| match crumb.href {
        Some(href) => view! { <li><a href=href>{crumb.label}</a></li> }.written(),
        None => view! { <li><span aria-current="page">{crumb.label}</span></li> }.written(),
    });
    view! {
        <nav class="crumbs" aria-label=look.pick("当前位置", "You are here")>
            <ol role="list">{items.collect_view()}</ol>
        </nav>
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("到一次结算", "To one settlement", || {
        let look = Look::current();
        let crumbs = vec![
            Crumb::link(look.pick("我的医保", "My insurance"), "/me"),
            Crumb::link(look.pick("报销记录", "Settlements"), "/me/settlements"),
            Crumb::here(look.pick("2025年6月30日", "30 June 2025")),
        ];
        view! { <Breadcrumbs crumbs/> }.written()
    })]
}
