//! A calculation as sentences, one step after the other.

use domain::explain::Clause;
use domain::money::Money;
use leptos::prelude::*;

use super::clause::{self, Clauses};
use super::example::Example;
use super::markup::Markup;
use super::{IntoWritten, Look, amount};

/// What a step rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RestsOn {
    /// Nothing is to be said: a mere sum.
    #[default]
    Nothing,
    /// A clause of the library.
    Clause(Clause),
    /// A rule of which no published clause is known.
    Unpublished,
}

/// One step.
#[derive(Clone, Debug, Default)]
pub struct StepItem {
    /// Which layer of the calculation it belongs to, where that is said.
    pub layer: Option<String>,
    /// What is done.
    pub title: String,
    /// Why, and with which figures.
    pub why: String,
    /// The rule's name and, when it is in the library, its address.
    pub source: Option<(String, Option<String>)>,
    /// The parameter that decided: its value, from when it is in force, how sure it is.
    pub parameter: Option<String>,
    /// The published clause.
    pub rests_on: RestsOn,
    /// What the amount is, when the title does not say it.
    pub value_label: Option<String>,
    /// What comes out.
    pub value: Option<Money>,
}

/// The steps in order.
#[component]
pub fn Steps(
    /// The steps.
    steps: Vec<StepItem>,
) -> impl IntoView {
    let links = use_context::<Clauses>().unwrap_or_default();
    let mut markup = Markup::default();
    write(&mut markup, steps, Look::current(), &links);
    markup.written()
}

/// Writes the steps in order; `links` are the clauses that can be read.
pub(crate) fn write(markup: &mut Markup, steps: Vec<StepItem>, look: Look, links: &Clauses) {
    markup.html("<ol class=\"steps\">");
    for step in steps {
        write_one(markup, step, look, links);
    }
    markup.html("</ol>");
}

fn write_one(markup: &mut Markup, item: StepItem, look: Look, links: &Clauses) {
    markup.html("<li><div>");
    if let Some(layer) = &item.layer {
        markup.html("<p class=\"small muted layer\">").text(layer);
        markup.html("</p>");
    }
    markup.html("<p class=\"title\">");
    markup.text(&look.say(item.title)).html("</p>");
    if !item.why.is_empty() || item.source.is_some() {
        markup.html("<p class=\"why\">").text(&look.say(item.why));
        match &item.source {
            Some((label, Some(href))) => {
                markup.html(" <a").attribute("href", Some(href));
                markup.html(">").text(label).html("</a>");
            }
            Some((label, None)) => {
                markup.html(" ").text(label);
            }
            None => {}
        }
        markup.html("</p>");
    }
    if let Some(parameter) = item.parameter {
        markup.html("<p class=\"small muted\">");
        markup.text(&look.say(parameter)).html("</p>");
    }
    match &item.rests_on {
        RestsOn::Nothing => {}
        RestsOn::Clause(clause) => clause::write(markup, Some(clause), look, links),
        RestsOn::Unpublished => clause::write(markup, None, look, links),
    }
    markup.html("</div>");
    if let Some(value) = item.value {
        markup.html("<p class=\"value\">");
        if let Some(label) = &item.value_label {
            markup.html("<span class=\"small muted\">").text(label);
            markup.html(" </span>");
        }
        amount::write(markup, value, look);
        markup.html("</p>");
    }
    markup.html("</li>");
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("三步", "Three steps", || {
        let look = Look::current();
        let steps = vec![
            StepItem {
                title: look
                    .pick(
                        "先分开能报和不能报的",
                        "First, what counts and what does not",
                    )
                    .to_owned(),
                why: look
                    .pick(
                        "目录外 ¥10,000.00 不能报；乙类先自己付一成。",
                        "¥10,000.00 is outside the catalogue; of class B one tenth is paid first.",
                    )
                    .to_owned(),
                value_label: Some(look.pick("能算进去", "in scope").to_owned()),
                value: Some(Money::from_yuan(204_000)),
                ..StepItem::default()
            },
            StepItem {
                title: look
                    .pick("减去起付线", "Take off the deductible")
                    .to_owned(),
                why: look
                    .pick(
                        "今年第一次在三级医院住院。",
                        "The first stay in a level-3 hospital this year.",
                    )
                    .to_owned(),
                source: Some((
                    look.pick("示例条款", "sample clause").to_owned(),
                    Some("/policies".to_owned()),
                )),
                value: Some(Money::from_yuan(-1_300)),
                ..StepItem::default()
            },
            StepItem {
                title: look.pick("统筹基金付 75%", "The pool pays 75%").to_owned(),
                value: Some(Money::from_yuan(152_025)),
                ..StepItem::default()
            },
        ];
        view! { <Steps steps/> }.written()
    })]
}
