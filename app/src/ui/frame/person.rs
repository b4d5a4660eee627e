//! Who is signed in, or the way to sign in.

use std::sync::Arc;

use leptos::prelude::*;

use super::hats::HatSwitch;
use super::here;
use crate::hats;
use crate::page::PageRequest;
use crate::ui::{Form, Icon, Look, Sign};

/// The person's name with the role they act in, the way to their others and the way out, or the way
/// in; nothing where it is not known who asks.
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
    // Who has several roles sees the one in force on the way to the others.
    let several = request.roles.len() > 1;
    let role = hats::name(actor.role, look.language);
    let role = (!several).then(|| view! { " "<small>{role}</small> });
    let switch = several.then(|| view! { <HatSwitch request=request.clone()/> });
    view! {
        <div class="person">
            <a class="who" href=hats::front(actor.role)><Icon sign=Sign::Person/><span>{name}</span>{role}</a>
            {switch}
            <Form action="/sign-out">
                <button class="button" data-kind="plain" type="submit">{look.pick("退出", "Sign out")}</button>
            </Form>
        </div>
    }
    .into_any()
}
