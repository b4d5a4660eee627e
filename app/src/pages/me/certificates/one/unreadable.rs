//! A certificate that does not open or is not as it was signed: nothing of it is shown, and what to
//! do instead.

use leptos::prelude::*;
use services::certificates::State;
use services::certificates::one::Unreadable;
use services::context::day_in_china;

use super::super::{crumbs, text::CertificatesText};
use crate::page::{Area, Page, PageRequest};
use crate::pages::error::Help;
use crate::ui::{Breadcrumbs, ButtonKind, ButtonLink, Notice, Sign, Tone, date_text};

/// The page.
pub(super) fn page(
    request: &PageRequest,
    text: &'static CertificatesText,
    one: Unreadable,
) -> Page {
    let issued = date_text(day_in_china(one.issued_at), request.language());
    let title = (text.of_day)(&issued);
    let request = request.clone();
    Page::new(title.clone(), Area::Personal, move || {
        view! { <Content text title one request/> }
    })
}

#[component]
fn Content(
    text: &'static CertificatesText,
    title: String,
    one: Unreadable,
    request: PageRequest,
) -> impl IntoView {
    let withdrawn = (one.state == State::Withdrawn).then(|| {
        view! { <Notice><p>{text.unreadable_withdrawn}</p></Notice> }
    });
    // Prints of it may be about, and it counts among those in force.
    let withdraw = (one.state == State::InForce).then(|| {
        let href = format!("/me/certificates/{}/withdraw", one.id);
        view! { <ButtonLink href label=text.withdraw kind=ButtonKind::Danger/> }
    });
    view! {
        <Breadcrumbs crumbs=crumbs(text, Some(text.in_short()))/>
        <h1 class="whole-words">{title}</h1>
        {withdrawn}
        <Notice tone=Tone::Danger title=text.unreadable_title.to_owned()>
            <p>{text.unreadable_page}</p>
        </Notice>
        <p class="actions">
            <ButtonLink href="/me/certificates/new" label=text.new sign=Sign::Document/>
            {withdraw}
        </p>
        <Help request/>
    }
}
