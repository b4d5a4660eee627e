//! The way between the four pages about one's own data.

use leptos::prelude::*;

use crate::subject::Subject;
use crate::ui::{Card, Chip, Chips, Look};

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

/// Links to the four pages, the present one marked.
#[component]
pub(super) fn PrivacyTabs(
    /// The page shown; none of them on the summary of one's insurance.
    #[prop(into)]
    current: Option<PrivacyTab>,
) -> impl IntoView {
    let look = Look::current();
    let tab = |tab, href, chinese, english| {
        Chip::new(look.pick(chinese, english), href, Some(tab) == current)
    };
    let chips = vec![
        tab(PrivacyTab::Access, "/me/access", "谁看过", "Who looked"),
        tab(PrivacyTab::Sessions, "/me/sessions", "我的登录", "Sign-ins"),
        tab(PrivacyTab::Consents, "/me/consents", "同意", "Consents"),
        tab(PrivacyTab::Export, "/me/export", "导出", "Export"),
    ];
    view! { <Chips label=look.pick("我的资料", "My data") chips/> }
}

/// The same links on the summary of one's own insurance.
#[component]
pub(super) fn MyData() -> impl IntoView {
    let look = Look::current();
    let own = Subject::current().relative().is_none();
    let current: Option<PrivacyTab> = None;
    own.then(|| {
        view! {
            <Card title=look.pick("我的资料", "My data")>
                <PrivacyTabs current/>
            </Card>
        }
    })
}
