//! The question before something of one's own is withdrawn: what that means, and both answers.

use leptos::prelude::*;

use crate::page::{Area, Page};
use crate::ui::{Breadcrumbs, Button, ButtonKind, ButtonLink, Crumb, Form};

/// What is asked, in the words of what is withdrawn.
pub(super) struct WithdrawText {
    /// The question.
    pub question: &'static str,
    /// What follows from it.
    pub means: &'static str,
    /// The button that does it.
    pub yes: &'static str,
    /// The link back, with nothing done.
    pub no: &'static str,
}

/// The page about what `back` shows, below `crumbs`; yes goes to `withdraw` under `back`.
pub(super) fn page(text: &'static WithdrawText, crumbs: Vec<Crumb>, back: String) -> Page {
    Page::new(text.question, Area::Personal, move || {
        let action = format!("{back}/withdraw");
        view! {
            <Breadcrumbs crumbs/>
            <h1>{text.question}</h1>
            <p class="measure">{text.means}</p>
            <Form action>
                <p class="actions">
                    <Button label=text.yes kind=ButtonKind::Danger/>
                    <ButtonLink href=back label=text.no kind=ButtonKind::Quiet/>
                </p>
            </Form>
        }
    })
}
