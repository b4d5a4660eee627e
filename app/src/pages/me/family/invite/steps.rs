//! The questions before the form: who is to see whom; in elder mode, what the relative is.

use domain::family::Kinship;
use leptos::prelude::*;
use services::family::Way;

use super::super::ADDRESS;
use super::text::InviteText;
use crate::page::{Area, Page, PageRequest};
use crate::subject::kin;
use crate::ui::{Breadcrumbs, Crumb, Door, Doors, Look, Sign};

/// Who is to see whom.
pub(super) fn way(request: &PageRequest) -> Page {
    let text = InviteText::of(request.language());
    let door = |way: Way, sign, (title, more): (&str, &str)| Door {
        href: format!("/me/family/invite?way={}", way.code()),
        sign,
        title: title.to_owned(),
        text: more.to_owned(),
    };
    let doors = vec![
        door(Way::Ask, Sign::Search, text.ask),
        door(Way::Offer, Sign::Person, text.offer),
    ];
    question(text, text.which_way, doors)
}

/// What the relative is.
pub(super) fn relation(request: &PageRequest, way: Way) -> Page {
    let language = request.language();
    let text = InviteText::of(language);
    let doors = Kinship::ALL.map(|kinship| Door {
        href: format!(
            "/me/family/invite?way={}&relation={}",
            way.code(),
            kinship.code()
        ),
        sign: Sign::Person,
        title: kin(Some(kinship), None, language).to_owned(),
        text: String::new(),
    });
    question(text, text.relation, doors.into())
}

fn question(text: &'static InviteText, heading: &'static str, doors: Vec<Door>) -> Page {
    Page::new(heading, Area::Personal, move || {
        let look = Look::current();
        let crumbs = vec![
            Crumb::link(look.pick("我的医保", "My insurance"), "/me"),
            Crumb::link(text.family, ADDRESS),
            Crumb::here(text.title),
        ];
        view! {
            <Breadcrumbs crumbs/>
            <h1>{heading}</h1>
            <Doors doors/>
        }
    })
}
