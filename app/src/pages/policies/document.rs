//! `/policies/{id}`: one document with its articles, as it stood on a day.

mod articles;
mod citation;
mod contents;
mod facts;
mod parts;
mod relations;
mod text;

use chrono::NaiveDate;
use leptos::prelude::*;
use services::policies::{self, DocumentView};

use super::filters::AsOf;
use super::text::PoliciesText;
use super::wording::{status, wording};
use crate::address::with_query;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Crumb, DocumentStatusBadge, Look, Notice, PrintButton,
    Tone,
};

use articles::Articles;
use citation::Citation;
use contents::Contents;
use facts::DocumentFacts;
use parts::{Part, divide};
use relations::{Relations, Versions};
use text::DocumentText;

/// How much of a document is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// All of it.
    Whole,
    /// One part, by its place.
    Part(usize),
}

/// The page.
///
/// # Errors
/// `NotFound` when there is no such document, or none on that day.
pub async fn page(request: PageRequest) -> PageResult {
    let AsOf { day: as_of, bad } = AsOf::read(&request);
    let id = request.param("id").to_owned();
    let document = policies::document(&request.context, &id, as_of).await?;
    let look = Look::new(request.language(), request.preferences.elder);
    let title = wording(look, &document.title_zh, &document.title_en).text;
    let description = wording(look, &document.summary_zh, &document.summary_en).text;
    let parts = divide(&document.articles, request.language());
    let extent = extent(&request, &parts);
    let page = Page::new(title, Area::Public, move || {
        view! { <Document document parts extent as_of bad_day=bad/> }
    });
    Ok(if description.is_empty() {
        page
    } else {
        page.describe(description)
    }
    .into())
}

/// A short document whole; of a long one the part that is asked for by number or by article.
fn extent(request: &PageRequest, parts: &[Part]) -> Extent {
    if parts.len() <= 1 || request.query_value("view") == Some("whole") {
        return Extent::Whole;
    }
    let by_article = request
        .query_value("article")
        .and_then(|anchor| parts.iter().position(|part| part.holds(anchor)));
    let by_number = request
        .query_value("part")
        .and_then(|number| number.parse::<usize>().ok()?.checked_sub(1))
        .filter(|place| *place < parts.len());
    Extent::Part(by_article.or(by_number).unwrap_or(0))
}

#[component]
fn Document(
    document: DocumentView,
    parts: Vec<Part>,
    extent: Extent,
    as_of: Option<NaiveDate>,
    bad_day: bool,
) -> impl IntoView {
    let look = Look::current();
    let text = DocumentText::of(look.language);
    let title = wording(look, &document.title_zh, &document.title_en);
    let also = (title.text != document.title_zh).then(|| {
        view! { <p class="muted" lang="zh-Hans">{document.title_zh.clone()}</p> }
    });
    let part = (!document.part.is_empty()).then(|| format!(" · {}", document.part));
    let summary = wording(look, &document.summary_zh, &document.summary_en);
    let address = Address {
        id: document.id.clone(),
        as_of,
    };
    let crumbs = vec![
        Crumb::link(text.library, "/policies"),
        Crumb::here(title.text.clone()),
    ];
    let long = parts.len() > 1;
    let whole = (long && extent != Extent::Whole).then(|| {
        view! { <ButtonLink href=address.whole() label=text.whole kind=ButtonKind::Quiet/> }
    });
    view! {
        <div class="wrap page stack">
            <Breadcrumbs crumbs/>
            <header class="stack" data-flow="tight">
                <h1 lang=title.lang>{title.text.clone()}{part}</h1>
                {also}
                <p class="meta"><DocumentStatusBadge status=status(&document.status)/></p>
            </header>
            <Notices document=document.clone() as_of bad_day/>
            {(!summary.text.is_empty()).then(|| view! { <p class="measure" lang=summary.lang>{summary.text}</p> })}
            <p class="filter-link"><a href="#about">{text.to_about}</a></p>
            <div class="split" data-contents>
                <div class="stack">
                    <Articles parts=parts.clone() extent address=address.clone()/>
                    <div class="actions"><PrintButton/>{whole}</div>
                    <Citation document=document.clone()/>
                </div>
                <aside class="stack" id="about" aria-label=text.to_about>
                    <Contents parts extent address=address.clone()/>
                    <DocumentFacts document=document.clone()/>
                    <Versions versions=document.versions address=address.clone()/>
                    <Relations relations=document.relations/>
                </aside>
            </div>
        </div>
    }
}

/// What the reader must know before reading.
#[component]
fn Notices(document: DocumentView, as_of: Option<NaiveDate>, bad_day: bool) -> impl IntoView {
    let look = Look::current();
    let text = DocumentText::of(look.language);
    let own = document.origin == "shipped";
    let unsure = matches!(document.certainty.as_str(), "low" | "medium");
    let here = format!("/policies/{}", document.id);
    let bad_day = bad_day.then(|| PoliciesText::of(look.language).bad_day);
    view! {
        {bad_day.map(|text| view! { <Notice><p>{text}</p></Notice> })}
        {own.then(|| view! { <Notice tone=Tone::Info><p>{text.own_summary}</p></Notice> })}
        {unsure.then(|| view! { <Notice><p>{text.unsure}</p></Notice> })}
        {(document.status == "repealed").then(|| view! { <Notice><p>{text.repealed}</p></Notice> })}
        {as_of.map(|day| {
            let day = crate::ui::date_text(day, look.language);
            view! { <Notice tone=Tone::Info><p>{text.as_of.replace("{day}", &day)}" "<a href=here>{text.today}</a></p></Notice> }
        })}
    }
}

/// Addresses within the document.
#[derive(Clone)]
struct Address {
    id: String,
    as_of: Option<NaiveDate>,
}

impl Address {
    fn with(&self, name: &str, value: &str) -> String {
        let day = self.as_of.map(|day| day.to_string()).unwrap_or_default();
        with_query(
            &format!("/policies/{}", self.id),
            &[("as_of", &day), (name, value)],
        )
    }

    /// Part number `place` (from 0).
    fn part(&self, place: usize) -> String {
        self.with("part", &(place + 1).to_string())
    }

    /// The article at `anchor` in part `place`, where the document is read in parts.
    fn article(&self, anchor: &str) -> String {
        format!("{}#{anchor}", self.with("article", anchor))
    }

    /// All of it on one page.
    fn whole(&self) -> String {
        self.with("view", "whole")
    }

    /// As it stood on `day`.
    fn on(&self, day: NaiveDate) -> String {
        with_query(
            &format!("/policies/{}", self.id),
            &[("as_of", &day.to_string())],
        )
    }
}
