//! Names and values of one thing.

use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
use super::{IntoWritten, Look, Written};

/// One name with its value.
pub struct Fact {
    name: String,
    value: Written,
}

impl Fact {
    /// `name` with anything that can be shown.
    pub fn new<V: IntoView + 'static>(name: impl Into<String>, value: V) -> Self {
        Self {
            name: name.into(),
            value: value.written(),
        }
    }

    /// `name` with a text.
    pub fn text(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(name, value.into())
    }
}

/// Names and values in two columns, one below the other in elder mode.
#[component]
pub fn Facts(
    /// The facts in order.
    facts: Vec<Fact>,
) -> impl IntoView {
    let mut markup = Markup::from("<dl class=\"facts\">");
    for Fact { name, value } in facts {
        markup.html("<dt>").text(&name).html("</dt><dd>");
        markup.part(value).html("</dd>");
    }
    markup.html("</dl>");
    markup.written()
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("参保", "Cover", || {
        let look = Look::current();
        let facts = vec![
            Fact::text(
                look.pick("险种", "Scheme"),
                look.pick("职工基本医疗保险", "Employee basic insurance"),
            ),
            Fact::text(
                look.pick("参保地", "Insured in"),
                look.pick("北京市海淀区", "Haidian, Beijing"),
            ),
        ];
        view! { <Facts facts/> }.written()
    })]
}
