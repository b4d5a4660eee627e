//! Where a figure comes from and how sure it is, in plain words.

use domain::settlement::parameters::{Certainty, Provenance};
use leptos::prelude::*;

use super::example::Example;
use super::{Badge, IntoWritten, Look, Tone};

/// Says of a figure whether it is real, and how sure.
#[component]
pub fn ProvenanceBadge(
    /// Where it comes from.
    provenance: Provenance,
    /// How sure it is; left out for real values.
    #[prop(optional_no_strip)]
    certainty: Option<Certainty>,
) -> impl IntoView {
    let language = Look::current().language.into();
    let tone = match provenance {
        Provenance::Real => Tone::Good,
        Provenance::Secondary | Provenance::Sample => Tone::Notice,
    };
    view! {
        <span class="badge-note">
            <Badge label=provenance.label(language) tone/>
            {certainty.map(|certainty| view! { <span>{certainty.label(language)}</span> })}
        </span>
    }
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
