//! `/me/family/invitations/{id}`: what an invitation asks, and the answer to it.

use leptos::prelude::*;
use services::ServiceError;
use services::family::answer::{self, Answer};
use services::family::{Invitation, State, Way, invitation};

use super::consent::{Allows, Ticked, Ticks};
use super::text::FamilyText;
use super::{ADDRESS, Done, go_back, invitations, words};
use crate::language::Language;
use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::{
    Badge, Breadcrumbs, Button, ButtonKind, ButtonLink, Card, Crumb, ErrorSummary, FieldProblem,
    Form, IntoWritten, Look, Tick,
};

/// The page, for the one who is invited.
///
/// # Errors
/// `NotFound` for anything but an invitation to the actor, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let invitation = invitation::received(&request.context, request.id("id")?).await?;
    Ok(show(&request, invitation, Ticked::default(), None).into())
}

/// Takes the answer: `decision` is `confirm` or `decline`.
///
/// # Errors
/// As the page; what breaks a rule is shown at its field.
pub async fn post(request: PageRequest) -> PageResult {
    let id = request.id("id")?;
    let ticked = Ticked::read(&request);
    let said = match request.field("decision") {
        Some("confirm") => Answer::Confirm {
            agreed: ticked.agreed,
            scope: ticked.scope,
        },
        Some("decline") => Answer::Decline,
        _ => return Err(ServiceError::NotFound.into()),
    };
    match answer::answer(&request.context, id, said).await {
        Ok(state) => go_back(match (state, said) {
            (State::Confirmed, Answer::Confirm { .. }) => Done::Confirmed,
            (State::Declined, Answer::Decline) => Done::Declined,
            _ => Done::Closed,
        }),
        Err(ServiceError::Invalid(errors)) => {
            let code = errors.first().map_or("required", |error| error.code);
            let invitation = invitation::received(&request.context, id).await?;
            let problem = problem(code, request.language()).to_owned();
            let page = show(&request, invitation, ticked, Some(problem));
            Ok(page.with_status(422).into())
        }
        Err(other) => Err(other.into()),
    }
}

fn problem(code: &str, language: Language) -> &'static str {
    match code {
        "minor" => language.pick(
            "您还没有满 18 周岁，不能自己同意。请和监护人一起到服务大厅办理。",
            "You are under 18 and cannot agree to this yourself. Please go to a service hall with your guardian.",
        ),
        _ => language.pick(
            "要同意，请先勾选这一项",
            "To confirm, please tick this first",
        ),
    }
}

fn show(
    request: &PageRequest,
    invitation: Invitation,
    ticked: Ticked,
    problem: Option<String>,
) -> Page {
    let language = request.language();
    let title = words::received(&invitation, language);
    let text = FamilyText::of(language);
    Page::new(title.clone(), Area::Personal, move || {
        let look = Look::current();
        let crumbs = vec![
            Crumb::link(look.pick("我的医保", "My insurance"), "/me"),
            Crumb::link(text.title, ADDRESS),
            Crumb::here(look.pick("邀请", "Invitation")),
        ];
        let problems = problem
            .iter()
            .map(|text| FieldProblem {
                field: "agreed".to_owned(),
                text: text.clone(),
            })
            .collect();
        let when = invitations::until(&invitation, look);
        let body = if invitation.state == State::Waiting {
            view! { <Question invitation ticked problem/> }.written()
        } else {
            let (label, tone) = words::state(invitation.state, look.language);
            view! {
                <p><Badge label tone/></p>
                <p><ButtonLink href=ADDRESS label=text.title kind=ButtonKind::Quiet/></p>
            }
            .written()
        };
        view! {
            <Breadcrumbs crumbs/>
            <ErrorSummary problems/>
            <h1>{title}</h1>
            <p class="muted">{when}</p>
            {body}
        }
    })
}

/// What would be agreed to, and the two answers.
#[component]
fn Question(invitation: Invitation, ticked: Ticked, problem: Option<String>) -> impl IntoView {
    let look = Look::current();
    let name = invitation.inviter.clone();
    let action = format!("/me/family/invitations/{}", invitation.id);
    let (heading, words, ticks) = match invitation.way {
        Way::Ask => (
            look.pick("同意以后会怎样", "What happens if you agree"),
            view! { <Allows name=name.clone()/> }.written(),
            view! { <Ticks name ticked problem/> }.written(),
        ),
        Way::Offer => {
            let opened = offered(&invitation, look);
            let label = promise(&name, look);
            (
                look.pick("您会看到什么", "What you would see"),
                view! { <p class="measure">{opened}</p> }.written(),
                view! { <Tick name="agreed" label ticked=ticked.agreed problem/> }.written(),
            )
        }
    };
    view! {
        <Card title=heading>
            {words}
            <Form action class="form">
                {ticks}
                <p class="actions">
                    <Button label=look.pick("同意", "Confirm") name="decision" value="confirm"/>
                    <Button label=look.pick("不同意", "Decline") kind=ButtonKind::Quiet name="decision" value="decline"/>
                </p>
            </Form>
            <p class="small muted">{look.pick(
                "不认识这个人，或者不想让人看，按“不同意”就行，不用说理由。",
                "If you do not know this person, or do not want it, decline; no reason is needed.",
            )}</p>
        </Card>
    }
}

fn offered(invitation: &Invitation, look: Look) -> String {
    let opens = words::scope(invitation.scope, look.language);
    let name = &invitation.inviter;
    match look.language {
        Language::Chinese => format!(
            "{name}愿意让您看：{opens}。您每看一次，{name}那边都有记录；双方随时可以结束。您不能动用{name}的钱，也不能替{name}修改登记。"
        ),
        Language::English => format!(
            "{name} opens to you: {opens}. Each look is recorded for {name}; either side can end it at any time. You cannot use {name}'s money or change their records."
        ),
    }
}

fn promise(name: &str, look: Look) -> String {
    match look.language {
        Language::Chinese => {
            format!("我知道了：只为帮{name}打理医保才看，看到的内容不告诉别人。")
        }
        Language::English => format!(
            "I understand: I look only to help {name} with insurance and keep what I see to myself."
        ),
    }
}
