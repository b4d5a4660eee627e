//! `/me/enrolment`: where, through whom and since when; the breaks, what they cost, and what to do
//! next.

mod breaks;
mod outlook;
mod reward;
mod text;
mod wait;

use chrono::NaiveDate;
use leptos::prelude::*;
use services::resident::cover::{Cover, CoverState, Period};
use services::resident::enrolment::{self, Enrolment};

use super::certificates::CertificatesDoor;
use super::tabs::{Tab, Tabs};
use super::{not_registered, words};
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::Subject;
use crate::ui::{
    Badge, Breadcrumbs, Card, Column, Crumb, EmptyState, IntoWritten, Look, Notice, Place, Table,
    Tone, Written, date_text, month_text,
};
use breaks::Breaks;
use outlook::OutlookCard;
use reward::RewardCard;
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
        died_on,
        cover,
        periods,
        breaks,
        outlook,
        reward,
    } = enrolment;
    let look = Look::current();
    let subject = Subject::current();
    let crumbs = vec![subject.home(look), Crumb::here(text.title)];
    let title = subject.title(text.title, look.language);
    // Certificates are issued by oneself only.
    let own = subject.relative().is_none();
    // After death no period goes on, whatever its last day on record.
    let as_of = died_on.map_or(AsOf::Today(today), AsOf::Death);
    let content = if periods.is_empty() {
        view! {
            <OutlookCard outlook/>
            <EmptyState title=text.empty text=text.empty_more/>
        }
        .written()
    } else {
        let alive = died_on.is_none();
        view! {
            {alive.then(|| view! { <Continuity text cover/> })}
            <OutlookCard outlook/>
            <Card title=text.periods>
                <Table caption=text.periods hide_caption=true columns=columns(text)
                    rows=periods.iter().map(|period| row(text, period, as_of, look)).collect()/>
            </Card>
            <Breaks breaks/>
            <RewardCard reward/>
        }
        .written()
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{title}</h1>
        <Tabs current=Tab::Enrolment/>
        {content}
        {own.then(|| view! { <CertificatesDoor/> })}
    }
}

/// From where a period is looked at.
#[derive(Clone, Copy)]
enum AsOf {
    Today(NaiveDate),
    Death(NaiveDate),
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
        CoverState::Covered | CoverState::NotInsured(_) | CoverState::Died(_) => None,
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

fn row(text: &'static EnrolmentText, period: &Period, as_of: AsOf, look: Look) -> Vec<Written> {
    let language = look.language;
    let through = match &period.employer {
        Some(name) => view! { <span lang="zh-Hans">{name.clone()}</span> }.written(),
        None => text.without_employer(&period.person_type).written(),
    };
    let (until, over) = match as_of {
        AsOf::Today(today) => (period.until, period.until.is_some_and(|last| last < today)),
        AsOf::Death(died) => (Some(period.until.map_or(died, |last| last.min(died))), true),
    };
    let (state, tone) = match (period.state.as_str(), over) {
        (_, true) => (text.over, Tone::Muted),
        (state @ "normal", false) => (words::period_state(state, language), Tone::Good),
        (state, false) => (words::period_state(state, language), Tone::Danger),
    };
    vec![
        view! { <Stretch text since=period.since until/> }.written(),
        words::scheme(period.scheme, language).written(),
        view! { <Place code=period.region_code.clone()/> }.written(),
        through,
        words::person_type(&period.person_type, language).written(),
        view! { <Badge label=state tone/> }.written(),
    ]
}

/// `2020年3月1日至今`; no day is broken over two lines.
#[component]
fn Stretch(
    text: &'static EnrolmentText,
    since: NaiveDate,
    until: Option<NaiveDate>,
) -> impl IntoView {
    let language = Look::current().language;
    let through = until.map_or_else(
        || text.until_now.to_owned(),
        |last| (text.through_day)(&date_text(last, language)),
    );
    view! {
        <span>
            <span class="nowrap">{date_text(since, language)}</span>
            {language.pick("", " ")}
            <span class="nowrap">{through}</span>
        </span>
    }
}
