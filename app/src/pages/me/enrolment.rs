//! `/me/enrolment`: where, through whom and since when; the gaps, and what they cost.

mod text;

use chrono::NaiveDate;
use leptos::prelude::*;
use services::resident::cover::{Cover, CoverState, Period};
use services::resident::enrolment::{self, Break, Enrolment};

use super::{not_registered, words};
use crate::language::Language;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::Subject;
use crate::ui::{
    Badge, Breadcrumbs, Card, Column, Crumb, EmptyState, Look, Moment, Notice, Place, Table, Term,
    Timeline, Tone, Word, date_text, month_text,
};
use text::EnrolmentText;

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(subject) = Subject::of(&request).await? else {
        return Ok(not_registered::page(&request).into());
    };
    let person = subject.person();
    let enrolment = enrolment::of(&request.context, person).await?;
    let text = EnrolmentText::of(request.language());
    let today = request.context.today();
    let page = Page::new(
        subject.title(text.title, request.language()),
        Area::Personal,
        move || {
            view! { <Content text enrolment today/> }
        },
    );
    Ok(subject.show(page))
}

#[component]
fn Content(text: &'static EnrolmentText, enrolment: Enrolment, today: NaiveDate) -> impl IntoView {
    let Enrolment {
        cover,
        periods,
        breaks,
    } = enrolment;
    let look = Look::current();
    let subject = Subject::current();
    let crumbs = vec![subject.home(look), Crumb::here(text.title)];
    let title = subject.title(text.title, look.language);
    let content = if periods.is_empty() {
        view! { <EmptyState title=text.empty text=text.empty_more/> }.into_any()
    } else {
        view! {
            <Continuity text cover/>
            <Card title=text.periods>
                <Table caption=text.periods hide_caption=true columns=columns(text)
                    rows=periods.iter().map(|period| row(text, period, today, look)).collect()/>
            </Card>
            <Breaks text breaks/>
        }
        .into_any()
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{title}</h1>
        {content}
    }
}

/// Since when insurance runs without a break, in one sentence.
#[component]
fn Continuity(text: &'static EnrolmentText, cover: Cover) -> impl IntoView {
    let look = Look::current();
    let sentence = match (cover.continuous_since, cover.state) {
        (Some(since), _) => {
            let length = words::months(cover.continuous_months, look.language);
            (text.continuous)(&length, &month_text(since, look.language))
        }
        (None, CoverState::NotInsured(Some(last))) => {
            (text.stopped)(&date_text(last, look.language))
        }
        (None, _) => text.not_yet.to_owned(),
    };
    let waiting = match cover.state {
        CoverState::Waiting(until) => Some((text.waiting)(&date_text(until, look.language))),
        CoverState::Frozen => Some(text.frozen.to_owned()),
        CoverState::Covered | CoverState::NotInsured(_) => None,
    };
    view! {
        <p class="measure"><strong>{sentence}</strong>" "{text.why_it_matters}</p>
        {waiting.map(|sentence| view! { <Notice><p>{sentence}</p></Notice> })}
    }
}

fn columns(text: &EnrolmentText) -> Vec<Column> {
    vec![
        Column::text(text.when),
        Column::title(text.scheme),
        Column::text(text.place),
        Column::text(text.through),
        Column::text(text.person_type),
        Column::text(text.state),
    ]
}

fn row(text: &EnrolmentText, period: &Period, today: NaiveDate, look: Look) -> Vec<AnyView> {
    let language = look.language;
    let through = match &period.employer {
        Some(name) => view! { <span lang="zh-Hans">{name.clone()}</span> }.into_any(),
        None => text.without_employer(&period.person_type).into_any(),
    };
    let over = period.until.is_some_and(|last| last < today);
    let (state, tone) = match (period.state.as_str(), over) {
        (_, true) => (text.over, Tone::Muted),
        (state @ "normal", false) => (words::period_state(state, language), Tone::Good),
        (state, false) => (words::period_state(state, language), Tone::Danger),
    };
    vec![
        stretch(text, period.since, period.until, language).into_any(),
        words::scheme(period.scheme, language).into_any(),
        view! { <Place code=period.region_code.clone()/> }.into_any(),
        through,
        words::person_type(&period.person_type, language).into_any(),
        view! { <Badge label=state tone/> }.into_any(),
    ]
}

/// `2020年3月1日至今`.
fn stretch(
    text: &EnrolmentText,
    since: NaiveDate,
    until: Option<NaiveDate>,
    language: Language,
) -> String {
    let since = date_text(since, language);
    until.map_or_else(
        || (text.until_now)(&since),
        |last| (text.from_to)(&since, &date_text(last, language)),
    )
}

/// The gaps with their length and what they cost.
#[component]
fn Breaks(text: &'static EnrolmentText, breaks: Vec<Break>) -> impl IntoView {
    let look = Look::current();
    let content = if breaks.is_empty() {
        view! { <p>{text.no_breaks}</p> }.into_any()
    } else {
        let moments = breaks
            .iter()
            .map(|one| moment(text, one, look.language))
            .collect();
        view! { <Timeline moments/><p class="small muted measure">{text.rule}</p> }.into_any()
    };
    view! {
        <Card title=text.breaks>
            <p class="muted"><Term word=Word::Interruption shown=text.break_term.to_owned()/>{text.break_means}<Term word=Word::WaitingPeriod/>{text.break_means_end}</p>
            {content}
        </Card>
    }
}

fn moment(text: &EnrolmentText, one: &Break, language: Language) -> Moment {
    let length = words::months(one.months, language);
    let from = date_text(one.gap.from, language);
    let when = match one.gap.through.filter(|_| !one.open) {
        Some(last) => (text.from_to)(&from, &date_text(last, language)),
        None => (text.until_now)(&from),
    };
    let head = if one.open {
        (text.open_length)(&length)
    } else {
        (text.length)(&length)
    };
    let cost = text.cost(one.cost, one.open);
    Moment::new(when, view! { <strong>{head}</strong>" "{cost} })
}
