//! Who is signed in, or the way to sign in.

use std::sync::Arc;

use leptos::prelude::*;

use super::hats::HatSwitch;
use super::here;
use crate::hats;
use crate::page::PageRequest;
use crate::ui::{Form, Icon, IntoWritten, Kept, Look, Sign, gap};

static WHO: Kept<{ Look::VARIANTS * 2 }> = Kept::new();
static OUT: Kept<{ Look::VARIANTS }> = Kept::new();

/// The person's name with the role they act in, the way to their others and the way out, or the way
/// in; nothing where it is not known who asks.
#[component]
pub fn Person(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    if !request.identified {
        return ().written();
    }
    if !request.signed_in() {
        let next = serde_urlencoded::to_string([("next", here(&request))]).unwrap_or_default();
        let href = format!("/sign-in?{next}");
        return view! { <a class="button" href=href rel="nofollow">{look.pick("登录", "Sign in")}</a> }.written();
    }
    let actor = &request.context.actor;
    let role = hats::name(actor.role, look.language);
    // Who has several roles sees the one in force on the way to the others.
    let several = request.roles.len() > 1;
    let texts = [hats::front(actor.role), actor.name.as_str(), role];
    let index = look.variant() * 2 + usize::from(several);
    let who = WHO.show_with(index, several, who, &texts);
    let switch = several.then(|| view! { <HatSwitch request/> });
    let out = OUT.show(look.variant(), look, way_out);
    view! { <div class="person">{who}{switch}{out}</div> }.written()
}

/// Gaps for the front page of the role, the name and the role.
fn who(several: bool) -> impl IntoView {
    let role = (!several).then(|| view! { " "<small>{gap(2)}</small> });
    view! { <a class="who" href=gap(0)><Icon sign=Sign::Person/><span>{gap(1)}</span>{role}</a> }
}

fn way_out(look: Look) -> impl IntoView {
    view! {
        <Form action="/sign-out">
            <button class="button" data-kind="plain" type="submit">{look.pick("退出", "Sign out")}</button>
        </Form>
    }
}
