//! Number, issuers, days, region and topics of a document.

use chrono::NaiveDate;
use domain::identifiers::RegionCode;
use leptos::prelude::*;
use services::policies::DocumentView;

use super::super::wording::{date_as_known, issuers};
use super::text::DocumentText;
use crate::ui::{Card, Date, Fact, Facts, Look, place_name};

/// The facts in a card.
#[component]
pub(super) fn DocumentFacts(document: DocumentView) -> impl IntoView {
    let look = Look::current();
    let text = DocumentText::of(look.language);
    let mut facts = Vec::new();
    if !document.number.is_empty() {
        facts.push(Fact::new(
            text.number,
            view! { <span lang="zh-Hans">{document.number.clone()}</span> },
        ));
    }
    let by = issuers(look, &document.issuers, &document.issuers_en);
    if !by.text.is_empty() {
        facts.push(Fact::new(
            text.issuer,
            view! { <span lang=by.lang>{by.text}</span> },
        ));
    }
    if document.issued_on.is_some() || !document.issued_label.is_empty() {
        facts.push(Fact::text(
            text.issued,
            date_as_known(look, document.issued_on, &document.issued_label),
        ));
    }
    let days: [(&str, Option<NaiveDate>); 3] = [
        (text.published, document.published_on),
        (text.effective, document.effective_on),
        (text.ended, document.repealed_on),
    ];
    for (name, day) in days {
        facts.extend(day.map(|day| Fact::new(name, view! { <Date of=day/> })));
    }
    facts.push(Fact::text(text.region, region(look, &document.region)));
    if document.source_url.starts_with("https://") {
        let href = document.source_url.clone();
        facts.push(Fact::new(
            text.source,
            view! { <a href=href rel="noopener external">{text.official_page}</a> },
        ));
    }
    view! { <Card title=text.about><Facts facts/></Card> }
}

/// The region's name; the whole country for anything else.
fn region(look: Look, code: &str) -> String {
    let place = code
        .parse::<RegionCode>()
        .ok()
        .filter(|code| code.lookup().is_some());
    place.map_or_else(
        || look.pick("全国", "The whole country").to_owned(),
        |code| place_name(code, look.language),
    )
}
