//! Where a figure comes from and how sure it is, in plain words.

use domain::settlement::parameters::{Certainty, Provenance};
use leptos::prelude::*;

use super::example::Example;
use super::markup::Markup;
use super::{IntoWritten, Look, Tone, badge};

/// Says of a figure whether it is real, and how sure.
#[component]
pub fn ProvenanceBadge(
    /// Where it comes from.
    provenance: Provenance,
    /// How sure it is; left out for real values.
    #[prop(optional_no_strip)]
    certainty: Option<Certainty>,
) -> impl IntoView {
    let mut markup = Markup::default();
    write(&mut markup, provenance, certainty, Look::current());
    markup.written()
}

/// Writes the badge, and how sure the figure is.
pub(crate) fn write(
    markup: &mut Markup,
    provenance: Provenance,
    certainty: Option<Certainty>,
    look: Look,
) {
    let language = look.language.into();
    let tone = match provenance {
        Provenance::Real => Tone::Good,
        Provenance::Secondary | Provenance::Sample => Tone::Notice,
    };
    markup.html("<span class=\"badge-note\">");
    badge::write(markup, provenance.label(language), tone);
    if let Some(certainty) = certainty {
        markup.html("<span>").text(certainty.label(language));
        markup.html("</span>");
    }
    markup.html("</span>");
}

/// For the gallery.
#[must_use]
pub fn examples() -> Vec<Example> {
    vec![Example::new("三种来源", "Three sources", || {
        view! {
            <p><ProvenanceBadge provenance=Provenance::Real/></p>
            <p><ProvenanceBadge provenance=Provenance::Secondary certainty=Some(Certainty::Medium)/></p>
            <p><ProvenanceBadge provenance=Provenance::Sample certainty=Some(Certainty::Low)/></p>
        }
        .written()
    })]
}
