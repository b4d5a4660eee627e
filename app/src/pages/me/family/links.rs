//! Links in force, each with why, until when, and one press to end it.

use domain::family::Matter;
use leptos::prelude::*;
use services::family::Link;
use services::family::end::Side;

use super::text::FamilyText;
use super::words::{proof, scope};
use crate::subject::{deceased, named};
use crate::ui::{
    Badge, Button, ButtonKind, Fact, Facts, Form, IntoWritten, Look, Tone, Written, date_text,
};

/// Whose data the links open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The relatives'.
    Theirs,
    /// The reader's own.
    Mine,
}

/// The links in order.
#[component]
pub(super) fn Links(
    /// The words of the page.
    text: &'static FamilyText,
    /// The links.
    links: Vec<Link>,
    /// Whose data they open.
    whose: Whose,
) -> impl IntoView {
    let items = links
        .into_iter()
        .map(|link| view! { <li class="stack" data-flow="close"><One text link whose/></li> });
    view! { <ul class="relatives" role="list">{items.collect_view()}</ul> }
}

#[component]
fn One(text: &'static FamilyText, link: Link, whose: Whose) -> impl IntoView {
    let look = Look::current();
    let language = look.language;
    let who = named(&link.name, link.kinship, link.sex, language);
    let until = link
        .until
        .map_or_else(|| text.no_end.to_owned(), |last| date_text(last, language));
    let facts = vec![
        Fact::text(text.opens, scope(link.scope, language)),
        Fact::text(text.confirmed_by, proof(link.proof, language)),
        Fact::text(text.since, date_text(link.since, language)),
        Fact::text(text.until, until),
    ];
    let (side, label, means) = match whose {
        Whose::Theirs => (Side::Seen, (text.stop_seeing)(&who), text.stop_seeing_means),
        Whose::Mine => (
            Side::Seeing,
            (text.stop_being_seen)(&who),
            text.stop_being_seen_means,
        ),
    };
    let pages = (whose == Whose::Theirs).then(|| pages(text, &link, &who, look));
    let dead = link
        .dead
        .then(|| view! { " "<Badge label=deceased(language) tone=Tone::Muted/> });
    let hidden = vec![
        ("side", side.code().to_owned()),
        ("other", link.other.to_string()),
    ];
    view! {
        <h3>{who}{dead}</h3>
        <Facts facts/>
        {pages}
        <Form action="/me/family/end" hidden>
            <p class="small muted">{means}</p>
            <Button label kind=ButtonKind::Danger/>
        </Form>
    }
}

/// Links to the pages of a relative that are open.
fn pages(text: &FamilyText, link: &Link, who: &str, look: Look) -> Written {
    let base = format!("/people/{}", link.other);
    let place = |below: &str, zh, en, matter| {
        let href = format!("{base}{below}");
        let label = look.pick(zh, en);
        link.scope
            .opens(matter)
            .then(|| view! { <li><a href=href>{label}</a></li> })
    };
    view! {
        <nav class="places" aria-label=(text.pages)(who)>
            <ul role="list">
                {place("", "总览", "Overview", Matter::Cover)}
                {place("/benefits", "待遇", "Benefits", Matter::Cover)}
                {place("/settlements", "报销记录", "Settlements", Matter::Visits)}
                {place("/account", "个人账户", "Account", Matter::Account)}
            </ul>
        </nav>
    }
    .written()
}
