//! `/me/settlements/{id}/replay`: the settlement computed again by the rules of its day, beside
//! what the record says.

mod figures;
mod items;
mod layers;
mod text;
mod tied;
mod totals;

use domain::explain::{Sentence, explain};
use domain::ids::SettlementId;
use leptos::prelude::*;
use services::ServiceError;
use services::replay::{self, Answer, Outcome, Replayed};

use crate::page::{Area, Page, PageError, PageRequest, PageResult};
use crate::pages::clauses;
use crate::subject::Subject;
use crate::ui::basis::review;
use crate::ui::clause::Clauses;
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Crumb, IntoWritten, Look, Notice, PrintButton, Tone,
    date_text,
};
pub(in crate::pages) use figures::Figures;
pub(in crate::pages) use items::Items;
pub(in crate::pages) use layers::Layers;
pub(in crate::pages) use text::ReplayText;
use tied::Tied;
use totals::Totals;

/// The page.
///
/// # Errors
/// `NotFound` for anything but one of the person's own settlements, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let subject = Subject::of(&request).await?.ok_or(ServiceError::NotFound)?;
    let id: SettlementId = request.id("id")?;
    let replayed = replay::of(&request.context, subject.person(), id).await?;
    let clauses = clauses_of(&request, &replayed).await?;
    let page = show(&request, &subject, replayed, clauses);
    Ok(subject.show(page))
}

/// Where the clauses behind the steps, recorded and computed again, are read.
async fn clauses_of(request: &PageRequest, replayed: &Replayed) -> Result<Clauses, PageError> {
    let Outcome::Computed(answer) = &replayed.outcome else {
        return Ok(Clauses::default());
    };
    let traces = replayed.told.iter().chain([&answer.trace]);
    let language = request.language().into();
    let sentences: Vec<Sentence> = traces
        .flat_map(|trace| explain(trace, &answer.set, language))
        .collect();
    clauses::of(request, &sentences, replayed.settled_on).await
}

fn show(request: &PageRequest, subject: &Subject, replayed: Replayed, clauses: Clauses) -> Page {
    let text = ReplayText::of(request.language());
    let title = (text.heading)(&date_text(replayed.settled_on, request.language()));
    let page_title = subject.about(&title, request.language());
    Page::new(page_title, Area::Personal, move || {
        let look = Look::current();
        provide_context(clauses);
        let subject = Subject::current();
        let settlement = subject.href(&format!("/settlements/{}", replayed.id));
        let crumbs = vec![
            subject.home(look),
            Crumb::link(
                look.pick("报销记录", "Settlements"),
                subject.href("/settlements"),
            ),
            Crumb::link(
                date_text(replayed.settled_on, look.language),
                settlement.clone(),
            ),
            Crumb::here(text.here),
        ];
        let ties = replayed.ties.clone();
        let here = replayed.id;
        let layers = replayed.layers();
        // What is asked about a bill is between the person and the agency.
        let query = (!replayed.is_equal() && subject.relative().is_none()).then(|| {
            let href = format!("{settlement}/query");
            view! { <ButtonLink href label=text.query/> }
        });
        view! {
            <Breadcrumbs crumbs/>
            <h1>{subject.about(&title, look.language)}</h1>
            <p class="measure">{text.lead}</p>
            <Tied text ties here/>
            <Verdict text replayed=replayed.clone()/>
            <p class="actions">
                {query}
                <ButtonLink href=settlement label=text.back kind=ButtonKind::Quiet/>
                <PrintButton/>
            </p>
            {match replayed.outcome {
                Outcome::Computed(answer) => {
                    let answer = *answer;
                    let (set, trace) = (answer.set.clone(), answer.trace.clone());
                    view! {
                        <Figures text parts=answer.parts.clone()/>
                        <Items text items=answer.items.clone()/>
                        <Layers text set told=replayed.told trace layers/>
                        <Totals text answer/>
                    }
                    .written()
                }
                Outcome::Impossible(_) => ().written(),
            }}
        }
    })
}

/// Equal, different, or impossible and why; and by which rules.
#[component]
fn Verdict(text: &'static ReplayText, replayed: Replayed) -> impl IntoView {
    let look = Look::current();
    let answer = match &replayed.outcome {
        Outcome::Impossible(why) => {
            let sentence = text.why(*why, &replayed.parameter_set);
            return view! {
                <Notice tone=Tone::Notice title=text.impossible.to_owned()>
                    <p>{sentence}</p>
                    <p>{text.stands}</p>
                </Notice>
            }
            .written();
        }
        Outcome::Computed(answer) => answer,
    };
    let rules = rules(text, &replayed, answer, look);
    let odd_rules = (!answer.in_force).then(|| view! { <p>{text.not_in_force}</p> });
    if answer.is_equal() {
        return view! {
            <Notice tone=Tone::Good title=text.equal.to_owned()>
                <p class="small">{rules}</p>
                {odd_rules}
            </Notice>
        }
        .written();
    }
    // Whom to ask stands on the settlement's own page.
    let ask = Subject::current().href(&format!("/settlements/{}#wrong", replayed.id));
    view! {
        <Notice tone=Tone::Danger title=text.differs.to_owned()>
            <p>{text.differs_more}" "<a href=ask>{text.ask}</a></p>
            <p class="small">{rules}</p>
            {odd_rules}
        </Notice>
    }
    .written()
}

fn rules(text: &ReplayText, replayed: &Replayed, answer: &Answer, look: Look) -> String {
    let day = date_text(replayed.settled_on, look.language);
    let name = answer.set.name.get(look.language.into());
    let review = review(answer.set.review().as_ref(), look.language);
    (text.rules)([&day, name, &replayed.parameter_set, &review])
}
