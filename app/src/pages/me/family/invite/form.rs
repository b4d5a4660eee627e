//! The form: what the relative is, name and number, and for an offer what one agrees to.

use domain::family::Kinship;
use leptos::prelude::*;
use services::family::Way;

use super::super::ADDRESS;
use super::super::consent::{Allows, Ticked, Ticks};
use super::text::InviteText;
use crate::page::{Area, Page, PageRequest};
use crate::subject::kin;
use crate::ui::{
    Breadcrumbs, Button, Choice, ChoiceField, Crumb, ErrorSummary, Field, FieldProblem, Form,
    IntoWritten, Look,
};

/// What was typed so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub kinship: Option<Kinship>,
    pub name: String,
    pub number: String,
    pub ticked: Ticked,
}

impl Typed {
    /// Nothing but the relation chosen before.
    pub(super) fn new(kinship: Option<Kinship>) -> Self {
        Self {
            kinship,
            ..Self::default()
        }
    }
}

/// The page with the form.
pub(super) fn page(
    request: &PageRequest,
    way: Way,
    typed: Typed,
    problems: Vec<FieldProblem>,
) -> Page {
    let text = InviteText::of(request.language());
    let title = match way {
        Way::Ask => text.ask.0,
        Way::Offer => text.offer.0,
    };
    Page::new(title, Area::Personal, move || {
        let look = Look::current();
        let crumbs = vec![
            Crumb::link(look.pick("我的医保", "My insurance"), "/me"),
            Crumb::link(text.family, ADDRESS),
            Crumb::here(text.title),
        ];
        view! {
            <Breadcrumbs crumbs/>
            <ErrorSummary problems=problems.clone()/>
            <h1>{title}</h1>
            <p class="measure">{match way { Way::Ask => text.ask_means, Way::Offer => text.offer_means }}</p>
            <Fields text way typed problems/>
            <p class="small muted measure">{text.privacy}</p>
        }
    })
}

#[component]
fn Fields(
    text: &'static InviteText,
    way: Way,
    typed: Typed,
    problems: Vec<FieldProblem>,
) -> impl IntoView {
    let look = Look::current();
    let problem = |field: &str| {
        problems
            .iter()
            .find(|problem| problem.field == field)
            .map(|problem| problem.text.clone())
    };
    let chosen = typed.kinship.map_or("", Kinship::code);
    let mut hidden = vec![("way", way.code().to_owned())];
    // In elder mode the relation was a page of its own.
    let asked = look.elder && typed.kinship.is_some() && problem("relation").is_none();
    let relation = if asked {
        hidden.push(("relation", chosen.to_owned()));
        let kin = kin(typed.kinship, None, look.language);
        view! { <p>{text.relation}" "<strong>{kin}</strong></p> }.written()
    } else {
        let choices = Kinship::ALL
            .map(|one| Choice::new(one.code(), kin(Some(one), None, look.language)))
            .into();
        let problem = problem("relation");
        view! { <ChoiceField name="relation" label=text.relation choices chosen=chosen problem/> }
            .written()
    };
    let their = typed.name.trim();
    let their = if their.is_empty() { text.they } else { their }.to_owned();
    let agreement = (way == Way::Offer).then(|| {
        let (name, problem) = (their.clone(), problem("agreed"));
        view! {
            <Allows name=their/>
            <Ticks name ticked=typed.ticked problem/>
        }
    });
    let (way_problem, name_problem, number_problem) =
        (problem("way"), problem("name"), problem("number"));
    view! {
        <Form action="/me/family/invite" hidden class="form">
            {way_problem.map(|text| view! { <p id="way" class="error">{text}</p> })}
            {relation}
            <Field name="name" label=text.name hint=text.name_hint.to_owned() value=typed.name problem=name_problem longest=50/>
            <Field name="number" label=text.number hint=text.number_hint.to_owned() value=typed.number problem=number_problem longest=30/>
            {agreement}
            <p class="actions"><Button label=text.send/></p>
        </Form>
    }
}
