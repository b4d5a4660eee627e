//! How much of a yearly amount is used.

use domain::money::Money;
use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
use super::share::percent;
use super::{IntoWritten, Look};

/// A bar with its words. The words say all of it; the bar only shows it.
#[component]
pub fn Meter(
    /// What is measured.
    #[prop(into)]
    label: String,
    /// What is left, as a sentence.
    #[prop(into)]
    left: String,
    /// How much is used.
    used: Money,
    /// Of how much.
    total: Money,
    /// What follows from it.
    #[prop(optional_no_strip, into)]
    note: Option<String>,
    /// A point on the way that changes something.
    #[prop(optional)]
    mark: Option<Money>,
) -> impl IntoView {
    let look = Look::current();
    let mut markup = Markup::from("<div class=\"meter\"><p class=\"line\"><strong>");
    markup.text(&label).html("</strong><span>");
    markup.text(&look.say(left)).html("</span></p>");
    markup.html("<svg width=\"100%\" height=\"12\" aria-hidden=\"true\" focusable=\"false\">");
    markup.html("<rect class=\"track\" x=\"0\" y=\"0\" width=\"100%\" height=\"100%\"></rect>");
    markup.html("<rect class=\"fill\" x=\"0\" y=\"0\" height=\"100%\"");
    markup.attribute("width", Some(&percent(used, total)));
    markup.html("></rect>");
    if let Some(mark) = mark {
        markup.html("<rect class=\"mark\" y=\"0\" width=\"4\" height=\"100%\"");
        markup.attribute("x", Some(&percent(mark, total)));
        markup.html("></rect>");
    }
    markup.html("</svg>");
    if let Some(note) = note {
        markup.html("<p class=\"small muted\">");
        markup.text(&look.say(note)).html("</p>");
    }
    markup.html("</div>");
    markup.written()
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new(
        "门诊起付线",
        "Outpatient deductible",
        || {
            let look = Look::current();
            view! {
            <Meter
                label=look.pick("门诊起付线", "Outpatient deductible")
                left=look.pick("还差 ¥340.00 就开始报", "¥340.00 until cover starts")
                used=Money::from_yuan(1460)
                total=Money::from_yuan(1800)
                note=look.pick("超过 1,800 元的部分按比例报。", "What exceeds ¥1,800 is covered in part.").to_owned()
            />
        }
        .written()
        },
    )]
}
