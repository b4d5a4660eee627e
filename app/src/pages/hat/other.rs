//! A form of another role than the one that is acted in: it was not carried out, and waits until its
//! own role is taken on again. Nothing of it is shown before that.

use domain::access::Role;
use leptos::prelude::*;

use super::text::HatText;
use super::{LATE_FORM, THEN};
use crate::hats;
use crate::page::{Page, PageRequest};
use crate::ui::{Button, ButtonKind, ButtonLink, Form, Look};

/// What has become of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// There was nothing but a button.
    Nothing,
    /// It waits.
    Kept,
    /// It could not be kept.
    Lost,
}

/// The answer to such a form; `opened_in` is its role while the account holds it.
#[must_use]
pub fn page(request: &PageRequest, opened_in: Option<Role>, typed: Typed) -> Page {
    let text = HatText::of(request.language());
    let title = text.other_title;
    show(request, title, opened_in, typed).with_status(409)
}

/// Says that a form of `role` waits, to who acts in another one.
#[must_use]
pub fn waits(request: &PageRequest, role: Role) -> Page {
    let text = HatText::of(request.language());
    let held = request.roles.contains(&role).then_some(role);
    show(request, text.waits_title, held, Typed::Kept)
}

fn show(request: &PageRequest, title: &'static str, opened_in: Option<Role>, typed: Typed) -> Page {
    let text = HatText::of(request.language());
    let acting = request.context.actor.role;
    Page::new(title, hats::area(acting), move || {
        let acting_name = hats::name(acting, Look::current().language);
        view! {
            <h1>{title}</h1>
            <p class="measure">{(text.not_done)(acting_name)}</p>
            {opened_in.map(|role| view! { <WayBack text role typed/> })}
            {(opened_in.is_none() && typed == Typed::Kept).then(|| view! { <Discard text/> })}
            <p class="actions">
                <ButtonLink href=hats::front(acting) label=(text.stay_in)(acting_name) kind=ButtonKind::Quiet/>
            </p>
        }
    })
}

/// What was kept for a role that is gone: only to be thrown away.
#[component]
fn Discard(text: &'static HatText) -> impl IntoView {
    let action = format!("{LATE_FORM}/discard");
    view! {
        <p class="measure">{text.role_is_lost}</p>
        <Form action>
            <Button label=text.discard kind=ButtonKind::Quiet/>
        </Form>
    }
}

/// What was kept, and the button that takes on its role.
#[component]
fn WayBack(text: &'static HatText, role: Role, typed: Typed) -> impl IntoView {
    let name = hats::name(role, Look::current().language);
    let typed_words = match typed {
        Typed::Nothing => text.press_again,
        Typed::Kept => text.typed_is_kept,
        Typed::Lost => text.typed_is_lost,
    };
    let mut hidden = vec![("role", role.code().to_owned())];
    if typed == Typed::Kept {
        hidden.push((THEN, LATE_FORM.to_owned()));
    }
    view! {
        <p class="measure">{(text.opened_in)(name)}{typed_words}</p>
        <Form action="/hat" hidden=hidden>
            <Button label=(text.take_on)(name)/>
        </Form>
    }
}
