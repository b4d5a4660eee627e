//! The questions before the form: who is to see whom; in elder mode, what the relative is.

use domain::family::Kinship;
use leptos::prelude::*;
use services::family::Way;

use super::super::ADDRESS;
use super::text::InviteText;
use crate::page::{Area, Page, PageRequest};
use crate::subject::kin;
use crate::ui::{
    Breadcrumbs, Button, Choice, ChoiceField, Crumb, Door, Doors, ErrorSummary, FieldProblem, Form,
    IntoWritten, Look, Sign, Written,
};

/// The hidden field of the form that asks nothing but what the relative is.
pub(super) const ASKED: &str = "asked";

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
    question(text, text.which_way, move || {
        view! { <Doors doors/> }.written()
    })
}

/// What the relative is. The answer is sent and stands in no address.
pub(super) fn relation(request: &PageRequest, way: Way, problems: Vec<FieldProblem>) -> Page {
    let language = request.language();
    let text = InviteText::of(language);
    let choice = move |kinship: Kinship| {
        let label = kin(Some(kinship), None, language);
        Choice::new(kinship.code(), label)
    };
    // The question itself is the legend of the choices; the heading says what it is for.
    let heading = match way {
        Way::Ask => text.ask.0,
        Way::Offer => text.offer.0,
    };
    question(text, heading, move || {
        let choices = Kinship::ALL.map(choice).into();
        let problem = problems.first().map(|problem| problem.text.clone());
        let hidden = vec![
            ("way", way.code().to_owned()),
            (ASKED, "relation".to_owned()),
        ];
        view! {
            <ErrorSummary problems/>
            <Form action="/me/family/invite" hidden class="form">
                <ChoiceField name="relation" label=text.relation choices problem/>
                <p class="actions"><Button label=text.next/></p>
            </Form>
        }
        .written()
    })
}

fn question(
    text: &'static InviteText,
    heading: &'static str,
    answers: impl FnOnce() -> Written + Send + 'static,
) -> Page {
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
            {answers()}
        }
    })
}
