//! `/admin/parameters/{id}`: one set: what differs, how it came to be, what earlier bills say of it,
//! and what whoever looks can do with it.

mod buttons;

use leptos::prelude::*;
use services::parameters::compare;
use services::parameters::governed::{self, One, Step};
use services::parameters::radar::{Radar, RadarState};

use services::FieldError;

use super::figures::{AllFigures, Differences};
use super::form::NEW;
use super::report::Simulation;
use super::text::ParametersText;
use super::warned::Warned;
use super::{HERE, days, problems, text};
use crate::hats;
use crate::language::Language;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::pages::moment::moment;
use crate::ui::{
    Badge, Breadcrumbs, Card, Crumb, ErrorSummary, Fact, Facts, IntoWritten, Look, Moment,
    Timeline, Written, place_name,
};
use buttons::Buttons;

/// What was typed into one of the forms of the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub note: String,
    pub reason: String,
    pub told_from: Option<String>,
}

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it and without such a set; else from the store.
pub async fn page(request: PageRequest) -> PageResult {
    show(&request, Typed::default(), &[]).await
}

/// The page with what was typed and what is wrong with it.
pub(super) async fn show(request: &PageRequest, typed: Typed, errors: &[FieldError]) -> PageResult {
    let one = governed::one(&request.context, request.param("id")).await?;
    let figures = compare::figures(&one.set)?;
    let language = request.language();
    let text = ParametersText::of(language);
    let problems = problems::told(errors, language);
    let status = if errors.is_empty() { 200 } else { 422 };
    let title = one.set.name.get(language.into()).to_owned();
    let heading = title.clone();
    let edits = crate::routes::is_open_to(NEW, request.context.actor.role);
    let page = Page::new(title, Area::Office, move || {
        let look = Look::current();
        let crumbs = vec![
            Crumb::link(text.title, HERE),
            Crumb::here(one.set.id.clone()),
        ];
        let facts = facts(text, &one, look);
        let compared = match &one.before {
            Some(id) => (text.compared_with)(id),
            None => text.all_figures.to_owned(),
        };
        let differences = one.before.is_some().then(|| one.differences.clone());
        let draft = one.stage.is_open();
        let current = one.content_hash.clone();
        let run = one.run.clone();
        let warnings = one.warnings.clone();
        let radar = one.radar;
        let history = history(text, &one, look);
        view! {
            <ErrorSummary problems=problems.clone()/>
            <Breadcrumbs crumbs/>
            <h1>{heading}</h1>
            <Facts facts/>
            <Warned warnings/>
            <Buttons text one typed problems edits/>
            <Card title=compared>
                {match differences {
                    Some(differences) => view! { <Differences text differences/> }.written(),
                    None => view! { <p>{text.first_of_place}</p> }.written(),
                }}
                <AllFigures text figures/>
            </Card>
            <Simulation run draft current/>
            {radar.map(|radar| view! { <Told text radar/> })}
            <Card title=text.history>{history}</Card>
        }
    });
    let page = page.with_status(status);
    Ok(if status == 200 {
        page
    } else {
        page.with_typed()
    }
    .into())
}

fn facts(text: &'static ParametersText, one: &One, look: Look) -> Vec<Fact> {
    let (label, tone) = text::stage(one.stage, look.language);
    let short: String = one.content_hash.chars().take(12).collect();
    vec![
        Fact::new(text.state, view! { <Badge label tone/> }),
        Fact::text(text.region, place_name(one.set.region, look.language)),
        Fact::new(text.days, days(text, one.set.effective.from, one.through)),
        Fact::new(text.content, view! { <code>{short}</code> }),
    ]
}

fn history(text: &'static ParametersText, one: &One, look: Look) -> Written {
    let imported = one.imported_at.map(|at| {
        view! { <p>{text.imported}{moment(at, look.language)}</p> }
    });
    let moments: Vec<Moment> = one
        .steps
        .iter()
        .map(|step| step_moment(text, step, look))
        .collect();
    let list = (!moments.is_empty()).then(|| view! { <Timeline moments/> });
    view! { <div>{imported}{list}</div> }.written()
}

fn step_moment(text: &'static ParametersText, step: &Step, look: Look) -> Moment {
    let (label, _) = text::stage(step.stage, look.language);
    let who = match &step.by {
        Some(name) => {
            let role = domain::access::Role::from_code(&step.role);
            let role = role.map_or("", |role| hats::name(role, look.language));
            match look.language {
                Language::Chinese => format!("{name}（{role}）"),
                Language::English => format!("{name} ({role})"),
            }
        }
        None => text.by_platform.to_owned(),
    };
    let note = (!step.note.is_empty()).then(|| view! { <p>{step.note.clone()}</p> });
    let what = view! { <div><strong>{label}</strong><p class="small muted">{who}</p>{note}</div> };
    Moment::new(moment(step.at, look.language), what).at(step.at.to_rfc3339())
}

/// How far the messages about the set are.
#[component]
fn Told(text: &'static ParametersText, radar: Radar) -> impl IntoView {
    let state = match radar.state {
        RadarState::Waiting => text.radar_waiting.to_owned(),
        RadarState::Running => (text.radar_running)(radar.looked_at, radar.told),
        RadarState::Done => (text.radar_done)(radar.looked_at, radar.told),
        RadarState::Stopped => (text.radar_stopped)(radar.looked_at, radar.told),
    };
    let facts = vec![
        Fact::text(text.radar_from, radar.told_from.yuan()),
        Fact::text(text.radar_state, state),
    ];
    view! { <Card title=text.radar><Facts facts/></Card> }
}
