//! `/me/consents`: what one agreed to, each for itself, and taking it back with one press.

pub(super) mod text;

use domain::consent::{Act, Purpose};
use domain::ids::PersonId;
use leptos::prelude::*;
use services::ServiceError;
use services::consents::{self, Child, Consents, Decision, Said};

use super::not_registered;
use super::privacy_tabs::{PrivacyTab, PrivacyTabs};
use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::pages::moment::moment;
use crate::ui::{
    Badge, Breadcrumbs, Button, ButtonKind, Card, Chip, Chips, Crumb, Form, IntoWritten, Look,
    Notice, Table, Tone,
};
use text::{ConsentsText, PurposeText};

/// The page: one's own consents, or with `?for=` those of a child.
///
/// # Errors
/// `NotFound` for somebody who is no child of the person, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(own) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let whose = whose(own, request.query_value("for"))?;
    let consents = consents::of(&request.context, whose).await?;
    let text = ConsentsText::of(request.language());
    let page = Page::new(text.title, Area::Personal, move || {
        view! { <Content text consents/> }
    });
    Ok(page.into())
}

/// Takes what was decided and goes back to the page. Sent a second time it changes nothing.
///
/// # Errors
/// `NotFound` for somebody for whom the person does not decide, and for what is no purpose;
/// `Conflict` when the text has changed; else whatever the store says.
pub async fn post(request: PageRequest) -> PageResult {
    let own = request.context.actor.person.ok_or(ServiceError::NotFound)?;
    let whose = whose(own, request.field("for"))?;
    let decision = read(&request).ok_or(ServiceError::NotFound)?;
    consents::decide(&request.context, whose, decision).await?;
    let path = address(whose, own);
    let path = LocalPath::parse(&path).ok_or(ServiceError::NotFound)?;
    let flash = match decision.act {
        Act::Given => Flash::ConsentGiven,
        Act::Withdrawn => Flash::ConsentWithdrawn,
    };
    Ok(Answer::Told(path, flash))
}

fn whose(own: PersonId, given: Option<&str>) -> Result<PersonId, ServiceError> {
    match given.filter(|text| !text.is_empty()) {
        None => Ok(own),
        Some(text) => text.parse().map_err(|_| ServiceError::NotFound),
    }
}

fn read(request: &PageRequest) -> Option<Decision> {
    Some(Decision {
        purpose: Purpose::from_code(request.field("purpose")?)?,
        act: Act::from_code(request.field("act")?)?,
        text_version: request.field("version")?.parse().ok()?,
    })
}

fn address(whose: PersonId, own: PersonId) -> String {
    if whose == own {
        "/me/consents".to_owned()
    } else {
        format!("/me/consents?for={whose}")
    }
}

#[component]
fn Content(text: &'static ConsentsText, consents: Consents) -> impl IntoView {
    let Consents {
        child,
        decides,
        said,
        children,
    } = consents;
    let crumbs = match &child {
        None => vec![Crumb::link(text.home, "/me"), Crumb::here(text.title)],
        Some(child) => vec![
            Crumb::link(text.title, "/me/consents"),
            Crumb::here((text.for_child)(&child.name)),
        ],
    };
    let heading = child.as_ref().map(|child| (text.for_child)(&child.name));
    let heading = heading.unwrap_or_else(|| text.title.to_owned());
    let purposes: Vec<_> = Purpose::ALL
        .iter()
        .map(|purpose| {
            let newest = said.iter().find(|said| said.purpose == *purpose).cloned();
            let of = text.purpose(*purpose, child.is_some());
            let child = child.as_ref().map(|child| child.person);
            let purpose = *purpose;
            view! { <One text of purpose newest decides child/> }
        })
        .collect();
    let law = child.is_none().then(|| {
        view! {
            <Card title=text.law_title>
                <p>{text.law}</p>
                <p>{text.never}</p>
            </Card>
        }
    });
    let adult = (!decides).then(|| {
        view! { <Notice tone=Tone::Info><p>{text.grown_up}</p></Notice> }
    });
    view! {
        <Breadcrumbs crumbs/>
        <h1>{heading}</h1>
        <PrivacyTabs current=PrivacyTab::Consents/>
        <p class="measure">{text.lead}</p>
        {adult}
        {purposes}
        {(!children.is_empty()).then(|| view! { <Children text children/> })}
        {(!said.is_empty()).then(|| view! { <History text said/> })}
        {law}
    }
}

/// One purpose: what it means, how it stands, and what to press.
#[component]
fn One(
    text: &'static ConsentsText,
    of: &'static PurposeText,
    purpose: Purpose,
    newest: Option<Said>,
    decides: bool,
    /// The child that is decided for.
    child: Option<PersonId>,
) -> impl IntoView {
    let look = Look::current();
    let lapsed = newest.as_ref().is_some_and(|said| !said.counts);
    let newest = newest.filter(|said| said.counts);
    let holds = newest.as_ref().map(|said| said.act);
    let (label, tone) = match holds {
        None => (text.never_said, Tone::Muted),
        Some(Act::Given) => (text.given, Tone::Good),
        Some(Act::Withdrawn) => (text.withdrawn, Tone::Muted),
    };
    let since = newest.map(|said| {
        let parts = [
            moment(said.at, look.language),
            text.channel(said.channel).to_owned(),
        ];
        view! { " "<span class="muted">{parts.join(look.pick("，", ", "))}</span> }
    });
    let acts = match holds {
        None => vec![Act::Given, Act::Withdrawn],
        Some(Act::Given) => vec![Act::Withdrawn],
        Some(Act::Withdrawn) => vec![Act::Given],
    };
    let forms = decides.then(|| {
        let form = |act| {
            let (then, label, kind) = match (holds, act) {
                (_, Act::Given) => (of.if_given, text.give, ButtonKind::Primary),
                (None, Act::Withdrawn) => (of.if_refused, text.refuse, ButtonKind::Quiet),
                (Some(_), Act::Withdrawn) => (of.if_withdrawn, text.withdraw, ButtonKind::Quiet),
            };
            let mut hidden = vec![
                ("purpose", purpose.code().to_owned()),
                ("act", act.code().to_owned()),
                ("version", purpose.text_version().to_string()),
            ];
            hidden.extend(child.map(|child| ("for", child.to_string())));
            view! {
                <p>{then}</p>
                <Form action="/me/consents" hidden>
                    <Button label=(label)(of.title) kind/>
                </Form>
            }
        };
        acts.into_iter().map(form).collect_view()
    });
    let open = decides && holds.is_none();
    view! {
        <Card title=of.title>
            <p><Badge label tone/>{since}</p>
            {(open && lapsed).then(|| view! { <p>{text.lapsed}</p> })}
            <p class="measure">{of.meaning}</p>
            {open.then(|| view! { <p class="measure">{of.undecided}</p> })}
            {forms}
            <p class="small muted">{(text.version)(purpose.text_version())}</p>
        </Card>
    }
}

/// The children for whom one decides while they are minors.
#[component]
fn Children(text: &'static ConsentsText, children: Vec<Child>) -> impl IntoView {
    let chips = children.into_iter().map(|child| {
        let href = format!("/me/consents?for={}", child.person);
        let name = if child.name.is_empty() {
            text.unnamed.to_owned()
        } else {
            child.name
        };
        Chip::new(name, href, false)
    });
    let chips: Vec<Chip> = chips.collect();
    view! {
        <Card title=text.children>
            <p>{text.children_more}</p>
            <Chips label=text.children chips/>
        </Card>
    }
}

/// Everything that was said, the newest first.
#[component]
fn History(text: &'static ConsentsText, said: Vec<Said>) -> impl IntoView {
    let look = Look::current();
    let rows = said.into_iter().map(|one| {
        let (by, what) = (text.given_by(one.given_by), text.act(one.act));
        vec![
            text.purpose(one.purpose, false).title.written(),
            view! { <time datetime=one.at.to_rfc3339()>{moment(one.at, look.language)}</time> }
                .written(),
            what.written(),
            by.written(),
            text.channel(one.channel).written(),
        ]
    });
    let rows = rows.collect();
    let columns = text.columns();
    view! {
        <Card title=text.history>
            <Table caption=text.history hide_caption=true columns rows/>
        </Card>
    }
}
