//! The filters of the list: place, grade, what can be settled there.

use domain::catalogue::{Capability, Grade};
use domain::identifiers::RegionCode;
use leptos::prelude::*;
use services::catalogue::spelled;
use services::institutions::PlaceCount;

use super::filters::Filters;
use super::text::InstitutionsText;
use crate::language::Language;
use crate::ui::{FacetGroup, FacetOption, Facets, Look, capitalised};

/// Places, grades and capabilities, each a link.
#[component]
pub(super) fn Narrowing(
    filters: Filters,
    /// The places that the chosen one lies in, itself first.
    above: Vec<RegionCode>,
    /// The places below it.
    below: Vec<PlaceCount>,
) -> impl IntoView {
    let look = Look::current();
    let text = InstitutionsText::of(look.language);
    let language = look.language.into();
    // A count of all would mislead where only some are shown.
    let counted = filters.q.is_empty() && filters.grade.is_none() && filters.capability.is_none();
    let mut places: Vec<FacetOption> = Vec::new();
    for (place, parent) in above
        .iter()
        .zip(above.iter().skip(1).copied().map(Some).chain([None]))
    {
        places.push(FacetOption {
            label: short_name(*place, look.language),
            count: None,
            href: filters.in_place(parent),
            chosen: true,
        });
    }
    places.reverse();
    places.extend(below.into_iter().map(|place| FacetOption {
        label: short_name(place.region, look.language),
        count: counted.then_some(place.institutions),
        href: filters.in_place(Some(place.region)),
        chosen: false,
    }));
    let grades = Grade::ALL.iter().map(|grade| FacetOption {
        label: capitalised(grade.label(language)),
        count: None,
        href: filters.of_grade(*grade),
        chosen: filters.grade == Some(*grade),
    });
    let capabilities = Capability::ALL.iter().map(|capability| FacetOption {
        label: capitalised(capability.short(language)),
        count: None,
        href: filters.with(*capability),
        chosen: filters.capability == Some(*capability),
    });
    let group = |title: &str, options: Vec<FacetOption>| FacetGroup {
        title: title.to_owned(),
        options,
    };
    let groups = vec![
        group(text.grade, grades.collect()),
        group(text.settles, capabilities.collect()),
        group(text.place, places),
    ];
    view! { <Facets more=text.to_filters groups/> }
}

/// The name of a place among its neighbours: `朝阳区`, `Chaoyang (朝阳区)`.
fn short_name(place: RegionCode, language: Language) -> String {
    let name = place.lookup().map_or("", |region| region.name);
    match language {
        Language::Chinese => name.to_owned(),
        Language::English if place.english_is_whole() => {
            let english = place.english_name().unwrap_or_default();
            // The province stands above.
            english.split(',').next().unwrap_or_default().to_owned()
        }
        Language::English => format!("{} ({name})", spelled(place)),
    }
}
