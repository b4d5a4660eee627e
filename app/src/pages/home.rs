//! `/`: one search box that answers, four large doors, what changed lately.

mod text;

use leptos::prelude::*;
use services::policies::{self, RecentDocument};

use crate::islands::search_suggest::SearchSuggest;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::pages::policies::wording::{date_as_known, wording};
use crate::ui::{
    ButtonKind, ButtonLink, Card, Chip, Chips, Door, Doors, Look, Moment, SearchBox, Sign, Timeline,
};

use text::HomeText;

/// Documents under what is new.
const RECENT: u64 = 4;

/// The page.
///
/// # Errors
/// From the store.
pub async fn page(request: PageRequest) -> PageResult {
    let text = HomeText::of(request.language());
    let elder = request.preferences.elder;
    let recent = if elder {
        Vec::new()
    } else {
        policies::recent(&request.context, RECENT).await?
    };
    let hotline = request.site.hotline.clone();
    let page = Page::new(text.title, Area::Public, move || {
        let look = Look::current();
        view! {
            <section class="hero">
                <div class="wrap stack" data-flow="close">
                    <h1>{text.title}</h1>
                    <p class="muted lead">{text.lead}</p>
                    <SearchBox action="/policies" label=text.search>
                        <SearchSuggest
                            asked=String::new()
                            label=text.search.to_owned()
                            placeholder=text.placeholder.to_owned()
                            list_label=text.suggestions.to_owned()
                            language=look.language.code().to_owned()
                        />
                    </SearchBox>
                    {(!look.elder).then(|| view! { <Chips label=text.examples chips=questions(text.questions)/> })}
                </div>
            </section>
            <div class="wrap page stack">
                <Doors doors=doors(text)/>
                // Elder mode keeps to a few large entries.
                {(!elder).then(|| view! {
                    <Card title=text.first_steps_title>
                        <ul class="first-steps">{first_steps(text)}</ul>
                    </Card>
                })}
                <div class="split">
                    {(!recent.is_empty()).then(|| view! { <Changes text recent/> })}
                    <div class="stack">
                        <LookUp text/>
                        <Hall text hotline/>
                    </div>
                </div>
            </div>
        }
    })
    .describe(text.description)
    .with_islands();
    Ok(page.into())
}

/// Where `question` is answered.
fn search(question: &str) -> String {
    let query = serde_urlencoded::to_string([("q", question)]).unwrap_or_default();
    format!("/policies?{query}")
}

fn questions(questions: &[&'static str]) -> Vec<Chip> {
    questions
        .iter()
        .map(|question| Chip::new(*question, search(question), false))
        .collect()
}

fn doors(text: &'static HomeText) -> Vec<Door> {
    let places = [
        ("/me", Sign::Shield),
        ("/calculator", Sign::Calculator),
        ("/policies", Sign::Document),
        ("/add-ons", Sign::Umbrella),
    ];
    places
        .into_iter()
        .zip(text.doors)
        .map(|((href, sign), (title, more))| Door {
            href: href.to_owned(),
            sign,
            title: title.to_owned(),
            text: more.to_owned(),
        })
        .collect()
}

fn first_steps(text: &'static HomeText) -> impl IntoView {
    text.first_steps
        .iter()
        .map(|(label, question)| view! { <li><a href=search(question)>{*label}</a></li> })
        .collect_view()
}

/// The newest documents of the library.
#[component]
fn Changes(text: &'static HomeText, recent: Vec<RecentDocument>) -> impl IntoView {
    let look = Look::current();
    let moments = recent.into_iter().map(move |document| {
        let title = wording(look, &document.title_zh, &document.title_en);
        let summary = wording(look, &document.summary_zh, &document.summary_en);
        let href = format!("/policies/{}", document.id);
        let when = date_as_known(look, document.issued_on, &document.issued_label);
        Moment::new(
            when,
            view! {
                <a href=href lang=title.lang>{title.text}</a>
                <p class="small muted" lang=summary.lang>{summary.text}</p>
            },
        )
    });
    view! { <Card title=text.changes_title><Timeline moments=moments.collect()/></Card> }
}

/// What everybody may look up.
#[component]
fn LookUp(text: &'static HomeText) -> impl IntoView {
    view! {
        <Card title=text.look_up_title>
            <p>{text.look_up}</p>
            <p class="actions">
                <ButtonLink href="/institutions" label=text.to_institutions kind=ButtonKind::Quiet/>
                <ButtonLink href="/drugs" label=text.to_drugs kind=ButtonKind::Quiet/>
            </p>
        </Card>
    }
}

/// How to get things done without a telephone or computer.
#[component]
fn Hall(text: &'static HomeText, hotline: String) -> impl IntoView {
    let call = format!("tel:{hotline}");
    view! {
        <Card title=text.hall_title>
            <p>{text.hall}</p>
            <p>{text.hall_call}<a href=call>{hotline}</a>{text.hall_after}</p>
        </Card>
    }
}
