//! `/me/certificates/{id}/shown`: what a check shows of a certificate, part by part, until when.

mod post;
mod text;

use chrono::NaiveDate;
use leptos::prelude::*;
use services::ServiceError;
use services::certificates::one::{self, Certificate};
use services::certificates::{Part, State, words};

use super::super::not_registered;
use super::{crumbs, text::CertificatesText};
use crate::page::{Answer, Area, LocalPath, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Breadcrumbs, Button, ButtonKind, ButtonLink, Card, ErrorSummary, Field, FieldProblem,
    Form, IntoWritten, Look, Notice, Tone, date_text,
};
pub use post::post;
use text::ShownText;

/// The page. A certificate that cannot be checked any more is shown instead.
///
/// # Errors
/// `NotFound` when the actor may not see it or there is none, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    show(&request, None).await
}

/// What was typed for one part and does not fit.
pub(super) struct Wrong {
    part: Part,
    typed: String,
    text: &'static str,
}

async fn show(request: &PageRequest, wrong: Option<Wrong>) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(request).into());
    };
    let id = request.id("id")?;
    let found = one::of(&request.context, person, id).await?;
    let here = format!("/me/certificates/{id}");
    let in_force = |one: &Certificate| one.state == State::InForce;
    let Some(certificate) = found.readable().filter(in_force) else {
        let path = LocalPath::parse(&here).ok_or(ServiceError::NotFound)?;
        return Ok(Answer::SeeOther(path, Vec::new()));
    };
    let text = ShownText::of(request.language());
    let today = request.context.today();
    let done = request.query_value("done") == Some("changed");
    let status = if wrong.is_some() { 422 } else { 200 };
    let page = Page::new(text.title, Area::Personal, move || {
        view! { <Content text certificate here today wrong done/> }
    });
    Ok(page.with_status(status).into())
}

#[component]
fn Content(
    text: &'static ShownText,
    certificate: Certificate,
    /// The address of the certificate.
    here: String,
    today: NaiveDate,
    wrong: Option<Wrong>,
    /// Whether something was just changed.
    done: bool,
) -> impl IntoView {
    let look = Look::current();
    let problems = wrong.iter().map(|wrong| FieldProblem {
        field: field(wrong.part),
        text: wrong.text.to_owned(),
    });
    let problems = problems.collect();
    let done = done.then(|| {
        view! { <Notice tone=Tone::Good announce=true><p>{text.changed}</p></Notice> }
    });
    let parts = Part::ALL.map(|part| {
        let wrong = wrong.as_ref().filter(|wrong| wrong.part == part);
        let wrong = wrong.map(|wrong| (wrong.typed.clone(), wrong.text));
        let until = certificate.shown.until(part).filter(|last| today <= *last);
        let last = certificate.expires_on;
        view! { <OnePart text action=format!("{here}/shown") part until today last wrong/> }
    });
    let crumbs = crumbs(CertificatesText::of(look.language), Some(text.title));
    view! {
        <Breadcrumbs crumbs/>
        <h1>{text.title}</h1>
        {done}
        <ErrorSummary problems/>
        <p class="measure">{text.lead}</p>
        {parts.into_iter().collect_view()}
        <p class="actions"><ButtonLink href=here label=text.back kind=ButtonKind::Quiet/></p>
    }
}

/// The id of the field for the last day of `part`.
fn field(part: Part) -> String {
    format!("until-{}", part.code())
}

/// One part: whether it is shown, and the other choice.
#[component]
fn OnePart(
    text: &'static ShownText,
    /// Where the choice is sent.
    action: String,
    part: Part,
    /// The last day on which it is shown.
    until: Option<NaiveDate>,
    today: NaiveDate,
    /// The last day of the certificate.
    last: NaiveDate,
    /// What was typed, and what is wrong with it.
    wrong: Option<(String, &'static str)>,
) -> impl IntoView {
    let look = Look::current();
    let name = words::part(part, look.language.into());
    let (state, tone) = match until {
        Some(day) => (
            (text.shown_until)(&date_text(day, look.language)),
            Tone::Notice,
        ),
        None => (text.not_shown.to_owned(), Tone::Muted),
    };
    let hidden = vec![("part", part.code().to_owned())];
    let stop = until.map(|_| {
        view! {
            <Form action=action.clone() hidden=hidden.clone()>
                <Button label=(text.stop)(name) kind=ButtonKind::Quiet name="choice" value="stop"/>
            </Form>
        }
    });
    let (typed, problem) = match wrong {
        Some((typed, problem)) => (typed, Some(problem.to_owned())),
        None => (until.unwrap_or(last).max(today).to_string(), None),
    };
    // Elder mode asks for no dates: shown is as long as the certificate holds.
    let start = if look.elder {
        let mut hidden = hidden;
        hidden.push(("until", last.to_string()));
        let offer = || view! { <Form action hidden><Button label=(text.show)(name) name="choice" value="show"/></Form> };
        until.is_none().then(offer).written()
    } else {
        let label = if until.is_some() {
            text.another_day.to_owned()
        } else {
            (text.show)(name)
        };
        view! {
            <Form action hidden class="form">
                <DayField name=field(part) typed problem hint=(text.until_hint)(&date_text(last, look.language)) label=text.until/>
                <p class="actions"><Button label kind=ButtonKind::Quiet name="choice" value="show"/></p>
            </Form>
        }
        .written()
    };
    view! {
        <Card title=name>
            <p><Badge label=state tone/></p>
            <p class="muted">{text.means(part)}</p>
            {stop}
            {start}
        </Card>
    }
}

/// The last day. Each form has its own id for it; all send it as that.
#[component]
fn DayField(
    name: String,
    label: &'static str,
    typed: String,
    hint: String,
    problem: Option<String>,
) -> impl IntoView {
    view! { <Field name label value=typed hint problem kind="date"/> }
}
