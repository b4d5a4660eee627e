//! `/me/certificates/{id}`: one certificate, to be printed, shown, changed or withdrawn; or the word
//! that it cannot be read.

mod unreadable;

use leptos::prelude::*;
use services::certificates::one::{self, Certificate, Found};
use services::certificates::qr::Qr;
use services::certificates::{State, address};
use services::context::day_in_china;

use super::super::not_registered;
use super::sheet::{Code, Sheet};
use super::{crumbs, text::CertificatesText};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Card, Look, Notice, PrintButton, Tone, date_text,
};

/// The page. `done` says what led here.
///
/// # Errors
/// `NotFound` when the actor may not see it or there is none, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let id = request.id("id")?;
    let text = CertificatesText::of(request.language());
    let certificate = match one::of(&request.context, person, id).await? {
        Found::Readable(certificate) => *certificate,
        Found::Unreadable(one) => return Ok(unreadable::page(&request, text, one).into()),
    };
    let code = match certificate.state {
        State::InForce => Some(Code {
            qr: Qr::of(&address(&request.site.public_url, &certificate.code))?,
            grouped: certificate.code.grouped(),
            check: format!("{}/check", request.site.public_url),
        }),
        _ => None,
    };
    let done = match (request.query_value("done"), certificate.state) {
        (Some("issued"), State::InForce) => Some(text.done_issued),
        (Some("withdrawn"), State::Withdrawn) => Some(text.done_withdrawn),
        _ => None,
    };
    let title = (text.of_day)(&date_text(certificate.facts.day, request.language()));
    let sponsor = request.site.sponsor.clone();
    let page = Page::new(title.clone(), Area::Personal, move || {
        view! { <Content text title certificate sponsor code done/> }
    });
    Ok(page.into())
}

#[component]
fn Content(
    text: &'static CertificatesText,
    title: String,
    certificate: Certificate,
    /// Who runs the site.
    sponsor: String,
    /// By what it is checked, while it can be.
    code: Option<Code>,
    /// What was just done.
    done: Option<&'static str>,
) -> impl IntoView {
    let language = Look::current().language;
    let usable = code.is_some();
    let here = format!("/me/certificates/{}", certificate.id);
    let done =
        done.map(|done| view! { <div class="unprinted"><Notice tone=Tone::Good announce=true><p>{done}</p></Notice></div> });
    let tools = usable.then(|| {
        let (paper, shown) = (format!("{here}/pdf"), format!("{here}/shown"));
        let withdraw = format!("{here}/withdraw");
        view! {
            <p class="actions">
                <ButtonLink href=paper label=text.download/>
                <PrintButton/>
                <ButtonLink href=shown label=text.who_sees kind=ButtonKind::Quiet/>
                <ButtonLink href=withdraw label=text.withdraw kind=ButtonKind::Danger/>
            </p>
        }
    });
    let over = over(text, &certificate, language)
        .map(|sentence| view! { <Notice><p>{sentence}</p></Notice> });
    let times = text.times(certificate.checks, certificate.last_checked_on);
    view! {
        <Breadcrumbs crumbs=crumbs(text, Some(text.in_short()))/>
        <h1 class="whole-words">{title}</h1>
        {done}
        {over}
        {tools}
        <Sheet certificate sponsor code/>
        <div class="unprinted">
            <Card title=text.checks>
                <p>{times}</p>
                <p class="small muted">{text.checks_note}</p>
            </Card>
        </div>
    }
}

/// Why the certificate cannot be checked, where it cannot.
fn over(
    text: &CertificatesText,
    certificate: &Certificate,
    language: crate::language::Language,
) -> Option<String> {
    match certificate.state {
        State::InForce => None,
        State::Expired => Some((text.expired_means)(&date_text(
            certificate.expires_on,
            language,
        ))),
        State::Withdrawn => certificate
            .withdrawn_at
            .map(|instant| (text.withdrawn_means)(&date_text(day_in_china(instant), language))),
    }
}
