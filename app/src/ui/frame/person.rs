//! Who is signed in, or the way to sign in.

use std::sync::Arc;

use domain::access::Role;
use leptos::prelude::*;

use super::here;
use crate::page::PageRequest;
use crate::ui::{Form, Icon, Look, Sign};

/// The person's name with their roles and the way out, or the way in; nothing where it is not known
/// who asks.
#[component]
pub fn Person(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    if !request.identified {
        return ().into_any();
    }
    if !request.signed_in() {
        let next = serde_urlencoded::to_string([("next", here(&request))]).unwrap_or_default();
        let href = format!("/sign-in?{next}");
        return view! { <a class="button" href=href rel="nofollow">{look.pick("登录", "Sign in")}</a> }.into_any();
    }
    let actor = &request.context.actor;
    let name = actor.name.clone();
    let roles = role_names(look, &request.roles);
    let who = view! { <Icon sign=Sign::Person/><span>{name}</span>" "<small>{roles}</small> };
    view! {
        <a class="who" href="/me">{who}</a>
        <Form action="/sign-out">
            <button class="button" data-kind="plain" type="submit">{look.pick("退出", "Sign out")}</button>
        </Form>
    }
    .into_any()
}

/// The acting role first.
fn role_names(look: Look, roles: &[Role]) -> String {
    let names: Vec<&str> = roles.iter().map(|role| role_name(look, *role)).collect();
    names.join(look.pick("、", ", "))
}

fn role_name(look: Look, role: Role) -> &'static str {
    match role {
        Role::Visitor => look.pick("访客", "visitor"),
        Role::Resident => look.pick("参保人", "insured person"),
        Role::EmployerHandler => look.pick("单位经办人", "employer's handler"),
        Role::Agent => look.pick("窗口经办", "service-hall agent"),
        Role::Reviewer => look.pick("复核", "reviewer"),
        Role::Editor => look.pick("编辑", "editor"),
        Role::Approver => look.pick("审批", "approver"),
        Role::SystemAdmin => look.pick("系统管理", "administrator"),
        Role::Auditor => look.pick("审计", "auditor"),
        Role::Operator => look.pick("系统操作", "operator"),
    }
}
