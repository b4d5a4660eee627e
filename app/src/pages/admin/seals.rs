//! `/admin/audit/seals`: how far the audit trail is sealed, and whether its newest part stands as it
//! was sealed.

mod text;

use leptos::prelude::*;
use services::ServiceError;
use services::trail::{self, Check, Found, HeadState, Late, Seals};

use super::clock::Instant;
use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::ui::{Button, Card, EmptyState, Fact, Facts, Form, IntoWritten, Notice, Tone};
use text::SealsText;

const HERE: &str = "/admin/audit/seals";

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let seals = trail::seals(&request.context).await?;
    let text = SealsText::of(request.language());
    let page = Page::new(text.title, Area::Office, move || {
        let Seals { head, late, check } = seals;
        view! {
            <h1>{text.title}</h1>
            <p class="measure">{text.lead}</p>
            {late.map(|late| view! { <Unsealed text late/> })}
            {match head {
                Some(head) => view! { <Head text head/> }.written(),
                None => view! { <EmptyState title=text.nothing text=text.nothing_more/> }.written(),
            }}
            <Card title=text.check_title>
                {match check {
                    Some(check) => view! { <Checked text check/> }.written(),
                    None => view! { <p>{text.not_checked}</p> }.written(),
                }}
                <Form action=HERE><Button label=text.check/></Form>
                <p class="small muted measure">{text.whole}</p>
            </Card>
        }
    });
    Ok(page.into())
}

#[component]
fn Unsealed(text: &'static SealsText, late: Late) -> impl IntoView {
    view! {
        <Notice tone=Tone::Danger title=text.late.to_owned()>
            <p>{text.late_since}<Instant of=late.since/>{text.late_more}</p>
        </Notice>
    }
}

#[component]
fn Head(text: &'static SealsText, head: HeadState) -> impl IntoView {
    let facts = vec![
        Fact::text(text.sealed, (text.events)(head.position)),
        Fact::new(text.signed_at, view! { <Instant of=head.at/> }),
        Fact::new(text.key, view! { <code class="anywhere">{head.key}</code> }),
        Fact::new(
            text.hash,
            view! { <code class="anywhere">{head.hash}</code> },
        ),
    ];
    view! { <Card title=text.head_title><Facts facts/><p class="small muted measure">{text.compare}</p></Card> }
}

#[component]
fn Checked(text: &'static SealsText, check: Check) -> impl IntoView {
    let Found {
        first,
        last,
        faults,
        named,
    } = check.found;
    let (tone, result) = if faults == 0 {
        (Tone::Good, text.good.to_owned())
    } else {
        (Tone::Danger, (text.bad)(faults))
    };
    let list = (!named.is_empty()).then(|| {
        let items = named
            .into_iter()
            .map(|(code, position)| view! { <li>{text.fault(&code, position)}</li> });
        view! { <ul>{items.collect_view()}</ul> }
    });
    view! {
        <p>{text.last_check}<Instant of=check.at/>{(text.range)(first, last)}</p>
        <Notice tone title=result>{list}</Notice>
    }
}

/// Checks the newest part, and comes back with what was found.
///
/// # Errors
/// `NotFound` when the actor may not, and whatever the store says.
pub async fn post(request: PageRequest) -> PageResult {
    trail::check(&request.context).await?;
    let here = LocalPath::parse(HERE).ok_or(ServiceError::NotFound)?;
    Ok(Answer::Told(here, Flash::AuditChecked))
}
