//! A calculation as sentences, one step after the other.

use domain::explain::Clause;
use domain::money::Money;
use leptos::prelude::*;

use super::clause::ClauseNote;
use super::example::Example;
use super::{Amount, IntoWritten, Look};

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
    let items = steps.into_iter().map(step);
    view! { <ol class="steps">{items.collect_view()}</ol> }
}

fn step(item: StepItem) -> impl IntoView {
    let look = Look::current();
    let source = item.source.map(|(label, href)| match href {
        Some(href) => view! { " " <a href=href>{label}</a> }.written(),
        None => format!(" {label}").written(),
    });
    let why = (!item.why.is_empty() || source.is_some())
        .then(|| view! { <p class="why">{look.say(item.why)}{source}</p> });
    let layer = item
        .layer
        .map(|layer| view! { <p class="small muted layer">{layer}</p> });
    let parameter = item
        .parameter
        .map(|text| view! { <p class="small muted">{look.say(text)}</p> });
    let clause = match item.rests_on {
        RestsOn::Nothing => None,
        RestsOn::Clause(clause) => Some(Some(clause)),
        RestsOn::Unpublished => Some(None),
    };
    let clause = clause.map(|clause| view! { <ClauseNote clause/> });
    let value = item.value.map(|value| {
        view! {
            <p class="value">
                {item.value_label.map(|label| view! { <span class="small muted">{label}" "</span> })}
                <Amount of=value/>
            </p>
        }
    });
    view! {
        <li>
            <div>
                {layer}
                <p class="title">{look.say(item.title)}</p>
                {why}
                {parameter}
                {clause}
            </div>
            {value}
        </li>
    }
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
