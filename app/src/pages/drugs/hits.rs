//! The drugs of the list.

use domain::settlement::ItemClass;
use leptos::prelude::*;
use services::drugs::{Drug, Entry};

use super::text::DrugsText;
use crate::ui::{Badge, Look, Told, Tone};

/// One article a drug.
#[component]
pub(super) fn Hits(drugs: Vec<Entry>) -> impl IntoView {
    let items = drugs
        .into_iter()
        .map(|entry| view! { <li>{listed(entry)}</li> });
    view! { <ul class="hits">{items.collect_view()}</ul> }
}

fn listed(entry: Entry) -> impl IntoView {
    let look = Look::current();
    let text = DrugsText::of(look.language);
    let Entry { drug, product } = entry;
    let href = format!("/drugs/{}", drug.id);
    let section = drug.section.label(look.language.into());
    let restricted =
        (!drug.restriction.zh.is_empty()).then(|| view! { <span>{text.restricted}</span> });
    let found_by = product.map(|product| {
        let href = format!("/drugs/{}", product.code);
        view! { <p class="best"><a href=href><Told of=product.name/></a>{text.between}<Told of=product.brand/></p> }
    });
    view! {
        <article class="hit">
            <h2><a href=href><Told of=drug.generic_name.clone()/></a></h2>
            <p class="meta">
                <ClassBadge drug=drug.clone()/>
                <span>{section}</span>
                <span><Told of=drug.dosage_form/></span>
                {restricted}
            </p>
            {found_by}
        </article>
    }
}

/// The class in a word: how much of it counts.
#[component]
pub(super) fn ClassBadge(drug: Drug) -> impl IntoView {
    let tone = match drug.class {
        ItemClass::A => Tone::Good,
        ItemClass::B => Tone::Info,
        ItemClass::C => Tone::Muted,
    };
    view! { <Badge label=drug.class.label(Look::current().language.into()) tone/> }
}
