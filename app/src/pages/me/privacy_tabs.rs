//! The way between the four pages about one's own data.

use leptos::prelude::*;

use crate::subject::Subject;
use crate::ui::{ButtonKind, ButtonLink, Card, Chip, Chips, Look};

/// Which of the pages is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PrivacyTab {
    /// Who looked.
    Access,
    /// Where one is signed in.
    Sessions,
    /// What one agreed to.
    Consents,
    /// Taking everything out.
    Export,
}

/// The pages, with their names in both languages.
const PLACES: [(PrivacyTab, &str, &str, &str); 4] = [
    (PrivacyTab::Access, "/me/access", "谁看过", "Who looked"),
    (PrivacyTab::Sessions, "/me/sessions", "我的登录", "Sign-ins"),
    (PrivacyTab::Consents, "/me/consents", "同意", "Consents"),
    (PrivacyTab::Export, "/me/export", "导出", "Export"),
];

/// Links to the four pages, the present one marked.
#[component]
pub(super) fn PrivacyTabs(
    /// The page shown.
    current: PrivacyTab,
) -> impl IntoView {
    let look = Look::current();
    let chips = PLACES
        .map(|(tab, href, chinese, english)| {
            Chip::new(look.pick(chinese, english), href, tab == current)
        })
        .into();
    view! { <Chips label=look.pick("我的资料", "My data") chips/> }
}

/// Ways to the same pages on the summary of one's own insurance.
#[component]
pub(super) fn MyData() -> impl IntoView {
    let look = Look::current();
    let own = Subject::current().relative().is_none();
    own.then(|| {
        let ways = PLACES.map(|(_, href, chinese, english)| {
            let label = look.pick(chinese, english);
            view! { <ButtonLink href label kind=ButtonKind::Quiet/> }
        });
        // Nothing to lead to stands on paper.
        let title = look.pick("我的资料", "My data");
        view! {
            <nav aria-label=title>
                <Card title><div class="actions">{ways.collect_view()}</div></Card>
            </nav>
        }
    })
}
