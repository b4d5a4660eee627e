//! A word on a coloured ground. The word says it, the colour repeats it.

use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
use super::{IntoWritten, Look};

/// What a badge or notice means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    #[default]
    Info,
    /// As it should be.
    Good,
    /// Needs attention.
    Notice,
    /// Wrong or dangerous.
    Danger,
    /// Of the past, or of no weight.
    Muted,
}

impl Tone {
    /// The value of `data-kind`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Good => "good",
            Self::Notice => "notice",
            Self::Danger => "danger",
            Self::Muted => "muted",
        }
    }
}

/// A short word with a meaning.
#[component]
pub fn Badge(
    /// The word.
    #[prop(into)]
    label: String,
    /// What it means.
    #[prop(optional)]
    tone: Tone,
) -> impl IntoView {
    let mut markup = Markup::default();
    write(&mut markup, &label, tone);
    markup.written()
}

/// Writes the word.
pub(crate) fn write(markup: &mut Markup, label: &str, tone: Tone) {
    markup.html("<span class=\"badge\"");
    markup.attribute("data-kind", Some(tone.code())).html(">");
    markup.text(label).html("</span>");
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("五种意思", "Five meanings", || {
        let look = Look::current();
        view! {
            <p class="actions">
                <Badge label=look.pick("住院", "Inpatient")/>
                <Badge label=look.pick("待遇正常", "Covered") tone=Tone::Good/>
                <Badge label=look.pick("示例值", "Sample value") tone=Tone::Notice/>
                <Badge label=look.pick("已停保", "Stopped") tone=Tone::Danger/>
                <Badge label=look.pick("已废止", "Repealed") tone=Tone::Muted/>
            </p>
        }
        .written()
    })]
}
