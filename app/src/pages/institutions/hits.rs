//! The institutions of the list.

use domain::catalogue::Capability;
use leptos::prelude::*;
use services::institutions::Institution;

use super::text::InstitutionsText;
use crate::ui::{Badge, Look, Place, Told, Tone};

/// One article an institution.
#[component]
pub(super) fn Hits(institutions: Vec<Institution>) -> impl IntoView {
    let items = institutions
        .into_iter()
        .map(|one| view! { <li>{listed(one)}</li> });
    view! { <ul class="hits">{items.collect_view()}</ul> }
}

fn listed(one: Institution) -> impl IntoView {
    let look = Look::current();
    let text = InstitutionsText::of(look.language);
    let language = look.language.into();
    let href = format!("/institutions/{}", one.code);
    let grade = one.grade().label(language);
    let offers: Vec<&str> = Capability::ALL
        .iter()
        .filter(|capability| one.offers(**capability))
        .map(|capability| capability.short(language))
        .collect();
    let offers = (!offers.is_empty())
        .then(|| view! { <p class="snippet">{text.settles_here}{offers.join(text.between)}</p> });
    view! {
        <article class="hit">
            <h2><a href=href><Told of=one.name/></a></h2>
            <p class="meta">
                <Badge label=grade tone=Tone::Muted/>
                <span><Place code=one.region.to_string()/></span>
            </p>
            {offers}
        </article>
    }
}
