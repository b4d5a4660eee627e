//! An amount of money.

use domain::money::Money;
use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
use super::{IntoWritten, Look};

/// How large an amount stands on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmountSize {
    /// As the text around it.
    #[default]
    Text,
    /// The figure of a card.
    Medium,
    /// The figure of a page.
    Large,
}

/// `¥12,345.67`; in elder mode followed by the amount in words of scale.
#[component]
pub fn Amount(
    /// The amount.
    of: Money,
    /// How large it stands on the page.
    #[prop(optional)]
    size: AmountSize,
    /// Whether elder mode says it in words as well.
    #[prop(default = true)]
    words: bool,
    /// Whether a plus stands before what is more than nothing: for differences.
    #[prop(optional)]
    signed: bool,
) -> impl IntoView {
    let mut markup = Markup::default();
    let shape = Shape {
        size,
        words,
        signed,
    };
    shape.write(&mut markup, of, Look::current());
    markup.written()
}

/// How an amount is shown.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// How large it stands on the page.
    pub(crate) size: AmountSize,
    /// Whether elder mode says it in words as well.
    pub(crate) words: bool,
    /// Whether a plus stands before what is more than nothing.
    pub(crate) signed: bool,
}

/// Writes the amount as it stands among other text.
pub(crate) fn write(markup: &mut Markup, of: Money, look: Look) {
    let shape = Shape {
        size: AmountSize::Text,
        words: true,
        signed: false,
    };
    shape.write(markup, of, look);
}

impl Shape {
    /// Writes the amount.
    pub(crate) fn write(self, markup: &mut Markup, of: Money, look: Look) {
        let size = match self.size {
            AmountSize::Text => None,
            AmountSize::Medium => Some("medium"),
            AmountSize::Large => Some("large"),
        };
        markup.html("<span class=\"amount\"");
        markup.attribute("data-size", size).html(">");
        if self.signed && of > Money::ZERO {
            markup.html("+");
        }
        markup.text(&of.yuan()).html("</span>");
        if look.elder && self.words && of.abs() >= Money::from_yuan(1_000) {
            let spoken = of.in_words(look.language.into());
            markup.html("<span class=\"in-words\">");
            markup.text(&spoken).html("</span>");
        }
    }
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![
        Example::new("大、中、正文", "Large, medium, text", || {
            view! {
                <p><Amount of=Money::from_fen(841_260) size=AmountSize::Large/></p>
                <p><Amount of=Money::from_fen(2_021_088) size=AmountSize::Medium/></p>
                <p><Amount of=Money::from_fen(18_640)/></p>
            }
            .written()
        }),
        Example::new("负数和差额", "Negative and difference", || {
            view! {
                <p><Amount of=Money::from_fen(-130_000)/></p>
                <p><Amount of=Money::from_fen(528_000) signed=true/></p>
            }
            .written()
        }),
    ]
}
