//! Earlier and later versions, and what the document has to do with others.

use leptos::prelude::*;
use services::policies::{RelationView, VersionView};

use super::super::wording::wording;
use super::Address;
use super::text::DocumentText;
use crate::ui::{Badge, Card, Date, IntoWritten, Look, Tone};

/// The versions, newest first, when there are several.
#[component]
pub(super) fn Versions(versions: Vec<VersionView>, address: Address) -> impl IntoView {
    let text = DocumentText::of(Look::current().language);
    let several = versions.len() > 1;
    let items = versions.into_iter().map(move |version| {
        let shown = version
            .shown
            .then(|| view! { " "<Badge label=text.shown tone=Tone::Good/> });
        let day = version.effective_on.or(version.on);
        let link = match day {
            Some(day) if !version.shown => {
                view! { <a href=address.on(day)><Date of=day/></a> }.written()
            }
            Some(day) => view! { <Date of=day/> }.written(),
            None => text.undated.written(),
        };
        view! { <li>{link}{shown}</li> }
    });
    several.then(move || {
        view! { <Card title=text.versions><ul role="list">{items.collect_view()}</ul></Card> }
    })
}

/// Other documents, by what they have to do with this one.
#[component]
pub(super) fn Relations(relations: Vec<RelationView>) -> impl IntoView {
    let look = Look::current();
    let text = DocumentText::of(look.language);
    let some = !relations.is_empty();
    let items = relations.into_iter().map(move |relation| {
        let kind = kind(look, &relation.kind, relation.inverse);
        let title = wording(look, &relation.title_zh, &relation.title_en);
        let href = format!("/policies/{}", relation.id);
        view! { <li><span class="small muted">{kind}</span>" "<a href=href lang=title.lang>{title.text}</a></li> }
    });
    some.then(move || {
        view! { <Card title=text.relations><ul class="relations">{items.collect_view()}</ul></Card> }
    })
}

fn kind(look: Look, code: &str, inverse: bool) -> &'static str {
    match (code, inverse) {
        ("amends", false) => look.pick("修改了", "Amends"),
        ("amends", true) => look.pick("修改它的", "Amended by"),
        ("repeals", false) => look.pick("废止了", "Repeals"),
        ("repeals", true) => look.pick("废止它的", "Repealed by"),
        ("implements", false) => look.pick("落实", "Implements"),
        ("implements", true) => look.pick("落实它的", "Implemented by"),
        ("interprets", false) => look.pick("解释", "Interprets"),
        ("interprets", true) => look.pick("解释它的", "Interpreted by"),
        ("supersedes", false) => look.pick("取代了", "Replaces"),
        ("supersedes", true) => look.pick("取代它的", "Replaced by"),
        _ => look.pick("相关", "Related"),
    }
}
