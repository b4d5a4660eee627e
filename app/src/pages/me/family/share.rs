//! `/me/family/share`: what the personal account keeps for each relative, and with `?for=` how much
//! that is to be.

mod text;

use domain::ids::PersonId;
use leptos::prelude::*;
use services::ServiceError;
use services::family::share::{self, Keeping, Share};

use super::super::not_registered;
use super::super::words::said;
use super::{ADDRESS, Done};
use crate::page::{Answer, Area, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::subject::named;
use crate::ui::{
    Amount, Breadcrumbs, Button, ButtonKind, ButtonLink, Card, Crumb, EmptyState, ErrorSummary,
    Fact, Facts, Field, FieldProblem, Form, IntoWritten, Look,
};
use text::ShareText;

/// The address of the page.
const HERE: &str = "/me/family/share";

/// The page: everybody for whom something can be kept, or the one question of how much.
///
/// # Errors
/// `NotFound` for somebody to whom the reader is not tied, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    if request.context.actor.person.is_none() {
        return Ok(not_registered::page(&request).into());
    }
    let keeping = share::of(&request.context).await?;
    let text = ShareText::of(request.language());
    let Some(whose) = request.query_value("for").filter(|id| !id.is_empty()) else {
        let page = Page::new(text.title, Area::Personal, move || {
            view! { <Everybody text keeping/> }
        });
        return Ok(page.into());
    };
    let whose = whose.parse::<PersonId>().ok();
    Ok(question(text, keeping, whose, None, None)?.into())
}

/// Keeps the amount and goes back to the account. What is no amount, or more than is free, is shown
/// at its field with what was typed. Sent a second time it changes nothing.
///
/// # Errors
/// As [`page`].
pub async fn post(request: PageRequest) -> PageResult {
    let whose = request
        .field("for")
        .and_then(|id| id.parse::<PersonId>().ok());
    let relative = whose.ok_or(ServiceError::NotFound)?;
    let typed = request.field("amount").unwrap_or_default();
    match share::set(&request.context, relative, typed).await {
        Ok(_) => {
            let path = LocalPath::parse("/me/account").ok_or(ServiceError::NotFound)?;
            Ok(Answer::Told(path, Flash::Family(Done::Kept)))
        }
        Err(ServiceError::Invalid(errors)) => {
            let text = ShareText::of(request.language());
            let keeping = share::of(&request.context).await?;
            let most = keeping.as_ref().map(|keeping| keeping.most(relative));
            let code = errors.first().map_or("", |error| error.code);
            let problem = text.problem(code, most.unwrap_or_default());
            let typed = Some(typed.to_owned());
            let page = question(text, keeping, whose, typed, Some(problem))?;
            Ok(page.with_status(422).into())
        }
        Err(other) => Err(other.into()),
    }
}

/// The page with the question about `whose`.
fn question(
    text: &'static ShareText,
    keeping: Option<Keeping>,
    whose: Option<PersonId>,
    typed: Option<String>,
    problem: Option<String>,
) -> Result<Page, ServiceError> {
    let keeping = keeping.ok_or(ServiceError::NotFound)?;
    let found = keeping
        .shares
        .iter()
        .find(|one| Some(one.relative) == whose);
    let share = found.cloned().ok_or(ServiceError::NotFound)?;
    let shows_typed = typed.is_some();
    let page = Page::new(text.title, Area::Personal, move || {
        view! { <Question text keeping share typed problem/> }
    });
    Ok(if shows_typed { page.with_typed() } else { page })
}

fn crumbs(text: &ShareText, look: Look) -> Vec<Crumb> {
    vec![
        Crumb::link(look.pick("我的医保", "My insurance"), "/me"),
        Crumb::link(text.family, ADDRESS),
        Crumb::here(text.title),
    ]
}

/// Everybody for whom something can be kept.
#[component]
fn Everybody(text: &'static ShareText, keeping: Option<Keeping>) -> impl IntoView {
    let look = Look::current();
    let content = match keeping {
        None => view! { <EmptyState title=text.no_account text=text.no_account_more/> }.written(),
        Some(keeping) if keeping.shares.is_empty() => view! {
            <EmptyState title=text.nobody text=text.nobody_more>
                <ButtonLink href="/me/family/invite" label=text.invite kind=ButtonKind::Quiet/>
            </EmptyState>
        }
        .written(),
        Some(keeping) => {
            let facts = facts(text, &keeping);
            let shares = keeping.shares.into_iter().map(
                move |share| view! { <li class="stack" data-flow="close"><One text share/></li> },
            );
            view! {
                <Card title=text.account><Facts facts/></Card>
                <Card title=text.each><ul class="relatives" role="list">{shares.collect_view()}</ul></Card>
            }
            .written()
        }
    };
    view! {
        <Breadcrumbs crumbs=crumbs(text, look)/>
        <h1>{text.title}</h1>
        <p class="measure">{text.lead}</p>
        {content}
        <p class="small muted measure">{text.rules}</p>
    }
}

fn facts(text: &ShareText, keeping: &Keeping) -> Vec<Fact> {
    let (balance, reserved, free) = (keeping.balance, keeping.reserved(), keeping.free());
    vec![
        Fact::new(text.balance, view! { <Amount of=balance/> }),
        Fact::new(text.reserved, view! { <Amount of=reserved/> }),
        Fact::new(text.free, view! { <Amount of=free/> }),
    ]
}

/// One relative with what is kept for them.
#[component]
fn One(text: &'static ShareText, share: Share) -> impl IntoView {
    let look = Look::current();
    let who = named(&share.name, share.kinship, share.sex, look.language);
    let href = format!("{HERE}?for={}", share.relative);
    let label = (text.change)(&who);
    view! {
        <h3>{who}</h3>
        <p>{text.kept}" "<Amount of=share.left/></p>
        <p class="actions"><ButtonLink href label kind=ButtonKind::Quiet/></p>
    }
}

/// How much is to be kept for one relative.
#[component]
fn Question(
    text: &'static ShareText,
    keeping: Keeping,
    share: Share,
    /// What was typed before.
    typed: Option<String>,
    /// What is wrong with it.
    problem: Option<String>,
) -> impl IntoView {
    let look = Look::current();
    let who = named(&share.name, share.kinship, share.sex, look.language);
    let problems: Vec<FieldProblem> = problem
        .iter()
        .map(|problem| FieldProblem {
            field: "amount".to_owned(),
            text: problem.clone(),
        })
        .collect();
    let kept = (!share.left.is_zero()).then(|| share.left.brief());
    let value = typed.or(kept).unwrap_or_default();
    let hint = (text.hint)(&said(keeping.most(share.relative), look));
    let facts = facts(text, &keeping);
    let hidden = vec![("for", share.relative.to_string())];
    view! {
        <Breadcrumbs crumbs=crumbs(text, look)/>
        <ErrorSummary problems/>
        <h1>{(text.question)(&who)}</h1>
        <p class="measure">{text.lead}</p>
        <Facts facts/>
        <Form action=HERE hidden class="form">
            <Field name="amount" label=text.amount value hint problem keyboard="decimal" longest=30/>
            <p class="actions">
                <Button label=text.keep/>
                <ButtonLink href=HERE label=text.back kind=ButtonKind::Quiet/>
            </p>
        </Form>
        <p class="small muted measure">{text.rules}</p>
    }
}
