//! `/me/benefits`: what insurance pays for me, what is used and left, and where it stands written.

mod answers;
mod elsewhere;
mod inpatient;
mod outpatient;
mod special;
mod text;
mod top_up;
mod where_to_go;

use domain::money::Money;
use domain::settlement::Scheme;
use domain::usage::Allowance;
use leptos::prelude::*;
use services::resident::benefits::{self, Benefits};
use services::resident::cover::CoverState;
use services::resident::year::BenefitYear;

use super::words::{self, said};
use super::{no_rules, not_registered, text::MeText};
use crate::language::Language;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::subject::Subject;
use crate::ui::{
    Breadcrumbs, ButtonKind, ButtonLink, Crumb, EmptyState, IntoWritten, Look, Notice, Place,
    date_text,
};
use elsewhere::Elsewhere;
use inpatient::Inpatient;
use outpatient::Outpatient;
use special::Special;
use text::BenefitsText;
use top_up::{AssistanceCard, CatastrophicCard};
use where_to_go::WhereToGo;

/// The page.
///
/// # Errors
/// `NotFound` when the actor may not see it, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(subject) = Subject::of(&request).await? else {
        return Ok(not_registered::page(&request).into());
    };
    let person = subject.person();
    let benefits = benefits::of(&request.context, person).await?;
    let text = BenefitsText::of(request.language());
    let page = Page::new(
        title(&subject, text, request.language()),
        Area::Personal,
        move || view! { <Content text benefits/> },
    );
    Ok(subject.show(page))
}

fn title(subject: &Subject, text: &BenefitsText, language: Language) -> String {
    match subject.relative() {
        None => text.title.to_owned(),
        Some(_) => subject.about(text.here, language),
    }
}

#[component]
fn Content(text: &'static BenefitsText, benefits: Benefits) -> impl IntoView {
    let look = Look::current();
    let subject = Subject::current();
    let title = title(&subject, text, look.language);
    let crumbs = vec![subject.home(look), Crumb::here(text.here)];
    let Benefits { cover, year } = benefits;
    let region = cover
        .current
        .map(|period| period.region_code)
        .unwrap_or_default();
    let content = match year {
        Some(Ok(year)) => view! { <Groups text year region state=cover.state/> }.written(),
        Some(Err(missing)) => {
            let title = no_rules::title(look.language, &missing);
            let space = look.pick("", " ");
            let nearest = no_rules::nearest(look.language, &missing);
            let more = format!("{}{space}{nearest}", text.no_parameters_more);
            view! { <EmptyState title text=more/> }.written()
        }
        None => {
            let me = MeText::of(look.language);
            let (title, more) = match cover.state {
                CoverState::Died(day) => {
                    (text.died, (me.died_means)(&date_text(day, look.language)))
                }
                _ => (text.not_insured, text.not_insured_more.to_owned()),
            };
            view! {
                <EmptyState title text=more>
                    <ButtonLink href=subject.href("/enrolment") label=text.enrolment kind=ButtonKind::Quiet/>
                </EmptyState>
            }
            .written()
        }
    };
    view! {
        <Breadcrumbs crumbs/>
        <h1>{title}</h1>
        {content}
    }
}

/// One card a layer.
#[component]
fn Groups(
    text: &'static BenefitsText,
    year: BenefitYear,
    region: String,
    state: CoverState,
) -> impl IntoView {
    let look = Look::current();
    let usage = year.usage();
    let category = year.facts.category;
    let status = if year.facts.retired {
        text.retired
    } else {
        text.in_service
    };
    let status = (year.scheme == Scheme::Employee).then_some(status);
    let assistance = usage.assistance.clone().zip(category);
    let paused = paused(state, look);
    view! {
        <p class="muted">
            {words::scheme(year.scheme, look.language)}{status}{look.pick("，", ", ")}
            <Place code=region.clone()/>{look.pick("，", ", ")}{(text.year)(year.year)}
        </p>
        {paused.map(|sentence| view! { <Notice><p>{sentence}</p></Notice> })}
        <Inpatient text usage=usage.clone()/>
        <Outpatient text usage=usage.clone()/>
        <Special text usage=usage.clone() age=year.facts.age/>
        <CatastrophicCard text catastrophic=usage.catastrophic/>
        {assistance.map(|(assistance, category)| view! { <AssistanceCard text assistance category/> })}
        <Elsewhere text set=year.set/>
        <WhereToGo region/>
        <p class="small muted">{text.decides}</p>
    }
}

/// Why the rules below do not pay today, where they do not.
fn paused(state: CoverState, look: Look) -> Option<String> {
    let text = MeText::of(look.language);
    match state {
        CoverState::Waiting(until) => Some((text.waiting_until)(&date_text(until, look.language))),
        CoverState::Frozen => Some(text.frozen_means.to_owned()),
        CoverState::Covered | CoverState::NotInsured(_) | CoverState::Died(_) => None,
    }
}

/// `一年最多 ¥250,000.00，已经用了 ¥0.00，还能报 ¥250,000.00。`
fn allowance(text: &BenefitsText, value: Allowance, look: Look) -> String {
    let (Some(cap), Some(left)) = (value.cap, value.left) else {
        return (text.no_cap)(&said(value.used, look));
    };
    (text.cap)([&said(cap, look), &said(value.used, look), &said(left, look)])
}

/// `3 万元以下` and the like: a stretch of money in words.
fn stretch(text: &BenefitsText, above: Money, until: Option<Money>, look: Look) -> String {
    let plain = match (above.is_zero(), until) {
        (true, None) => text.all.to_owned(),
        (true, Some(until)) => (text.up_to)(&until.brief()),
        (false, None) => (text.over)(&above.brief()),
        (false, Some(until)) => (text.between)(&above.brief(), &until.brief()),
    };
    let ends = [Some(above), until].into_iter().flatten();
    let words: Vec<String> = ends
        .filter(|end| look.elder && !end.is_zero())
        .map(|end| end.in_words(look.language.into()))
        .collect();
    if words.is_empty() {
        return plain;
    }
    let words = words.join("–");
    match look.language {
        Language::Chinese => format!("{plain}（{words}）"),
        Language::English => format!("{plain} ({words})"),
    }
}
