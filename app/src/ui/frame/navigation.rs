//! The navigation of a signed-in person's own pages.

use leptos::prelude::*;

use crate::ui::{Icon, Look, Sign};

/// Address, sign, Chinese and English name of each place.
const PLACES: [(&str, Sign, &str, &str); 5] = [
    ("/me", Sign::Shield, "我的医保", "My insurance"),
    ("/me/enrolment", Sign::Calendar, "参保情况", "Enrolment"),
    ("/me/benefits", Sign::Gauge, "待遇", "Benefits"),
    ("/me/settlements", Sign::Receipt, "报销记录", "Settlements"),
    ("/me/add-ons", Sign::Umbrella, "商业保险", "Add-ons"),
];

/// One entry a place; the current one is marked.
#[component]
pub fn Navigation(
    /// The path of the page.
    path: String,
) -> impl IntoView {
    let look = Look::current();
    let items = PLACES.map(|(href, sign, chinese, english)| {
        let current = current(href, &path);
        view! { <li><a href=href aria-current=current><Icon sign/>{look.pick(chinese, english)}</a></li> }
    });
    // The first page: in elder mode it has large entries of its own, and this list steps back.
    let first = (path == "/me").then_some("true");
    view! {
        <nav class="side" data-first=first aria-label=look.pick("我的医保", "My insurance")>
            <ul role="list">{items.into_iter().collect_view()}</ul>
        </nav>
    }
}

/// `page` for the place itself, `true` for a page below it.
fn current(href: &str, path: &str) -> Option<&'static str> {
    if href == path {
        return Some("page");
    }
    let below = href != "/me"
        && path
            .strip_prefix(href)
            .is_some_and(|rest| rest.starts_with('/'));
    below.then_some("true")
}

#[cfg(test)]
mod tests {
    use super::current;

    #[test]
    fn only_the_place_one_is_at_is_marked() {
        assert_eq!(current("/me", "/me"), Some("page"));
        assert_eq!(current("/me", "/me/benefits"), None);
        assert_eq!(
            current("/me/settlements", "/me/settlements/1"),
            Some("true")
        );
        assert_eq!(current("/me/settlements", "/me/settlements2"), None);
    }
}
