//! The filters of the list: class, and part of the lists.

use domain::catalogue::Section;
use domain::settlement::ItemClass;
use leptos::prelude::*;

use super::filters::Filters;
use super::text::DrugsText;
use crate::ui::{FacetGroup, FacetOption, Facets, Look, capitalised};

/// Classes and parts, each a link.
#[component]
pub(super) fn Narrowing(filters: Filters) -> impl IntoView {
    let look = Look::current();
    let text = DrugsText::of(look.language);
    let language = look.language.into();
    let option = |label: &str, href: String, chosen: bool| FacetOption {
        label: capitalised(label),
        count: None,
        href,
        chosen,
    };
    let classes = ItemClass::ALL.iter().map(|class| {
        let chosen = filters.class == Some(*class);
        option(class.label(language), filters.of_class(*class), chosen)
    });
    let sections = Section::ALL.iter().map(|section| {
        let chosen = filters.section == Some(*section);
        option(
            section.label(language),
            filters.of_section(*section),
            chosen,
        )
    });
    let groups = vec![
        FacetGroup {
            title: text.class.to_owned(),
            options: classes.collect(),
        },
        FacetGroup {
            title: text.section.to_owned(),
            options: sections.collect(),
        },
    ];
    view! { <Facets more=text.to_filters groups/> }
}
