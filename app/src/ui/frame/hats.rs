//! In which of their roles somebody acts: the word in the head, the way to change it, and the
//! navigation of an office.

use std::sync::Arc;

use leptos::prelude::*;

use super::navigation::current;
use crate::hats;
use crate::language::Language;
use crate::page::PageRequest;
use crate::ui::{Form, Icon, Look, Notice};

/// The role that is acted in, as the way to the page where another is chosen. For accounts with
/// more than one.
#[component]
pub(super) fn HatSwitch(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    let role = hats::name(request.context.actor.role, look.language);
    let here = (request.path == "/hat").then_some("page");
    view! {
        <a class="button hat" data-kind="quiet" href="/hat" aria-current=here>
            <span class="hidden">{look.pick("现在的身份：", "Acting as ")}</span>
            <span>{role}</span>
            <small>{look.pick("换身份", "switch")}</small>
        </a>
    }
}

/// One entry a place of the office; the current one is marked.
#[component]
pub(super) fn OfficeNavigation(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    let role = request.context.actor.role;
    let places = hats::places(role);
    // Of two entries that lead to the page or above it, the longer one is meant.
    let marked = places
        .iter()
        .filter(|place| current(place.href, &request.path).is_some())
        .max_by_key(|place| place.href.len())
        .map(|place| place.href);
    let items = places.iter().map(|place| {
        let current = current(place.href, &request.path).filter(|_| marked == Some(place.href));
        view! { <li><a href=place.href aria-current=current><Icon sign=place.sign/>{place.name(look.language)}</a></li> }
    });
    view! {
        <nav class="side" aria-label=hats::name(role, look.language)>
            <ul role="list">{items.collect_view()}</ul>
        </nav>
    }
}

/// Says that the role one acted in has ended, and in which one goes on, until that is confirmed.
#[component]
pub(super) fn HatEnded(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    let acting = request.context.actor.role;
    request.ended.map(|ended| {
        let (ended, role) = (
            hats::name(ended, look.language),
            hats::name(acting, look.language),
        );
        let (title, text) = match look.language {
            Language::Chinese => (
                format!("您的「{ended}」身份已经停用"),
                format!("现在以「{role}」身份继续。用原来的身份打开的表单不会再执行。"),
            ),
            Language::English => (
                format!("You no longer act as {ended}: that role has ended"),
                format!("You go on as {role}. Forms opened in the other role are not carried out any more."),
            ),
        };
        view! {
            <Notice title>
                <p>{text}</p>
                <Form action="/hat" hidden=vec![("role", acting.code().to_owned())]>
                    <button class="button" data-kind="quiet" type="submit">{look.pick("知道了", "I see")}</button>
                </Form>
            </Notice>
        }
    })
}
