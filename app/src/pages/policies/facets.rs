//! The filters beside the results.

use leptos::prelude::*;
use services::search::{FacetValue, Facets as Divided};

use super::filters::Filters;
use super::text::PoliciesText;
use crate::language::Language;
use crate::ui::{Button, ButtonKind, FacetGroup, FacetOption, Facets, Field, Look};

/// Values of one property that are shown.
const MOST: usize = 8;

/// Filters by state, region, topic, issuer, year, and a form for the day.
#[component]
pub(super) fn Narrowing(filters: Filters, facets: Divided) -> impl IntoView {
    let language = Look::current().language;
    let text = PoliciesText::of(language);
    let groups = [
        ("status", text.status, facets.status),
        ("region", text.region, facets.region),
        ("topic", text.topic, facets.topic),
        ("issuer", text.issuer, facets.issuer),
        ("year", text.year, facets.year),
    ]
    .map(|(name, title, values)| group(&filters, language, name, title, values));
    let hidden: Vec<_> = filters
        .kept()
        .into_iter()
        .filter(|(name, _)| name != "as_of")
        .chain((!filters.q.is_empty()).then(|| ("q".to_owned(), filters.q.clone())))
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let day = filters.as_of.map(|day| day.to_string()).unwrap_or_default();
    view! {
        <Facets more=text.to_filters groups=groups.into()>
            <form class="day" action="/policies">
                {hidden}
                <Field name="as_of" label=text.day kind="date" value=day/>
                <Button label=text.day_button kind=ButtonKind::Quiet/>
            </form>
        </Facets>
    }
}

fn group(
    filters: &Filters,
    language: Language,
    name: &'static str,
    title: &str,
    values: Vec<FacetValue>,
) -> FacetGroup {
    let options = values
        .into_iter()
        .enumerate()
        .filter(|(place, value)| *place < MOST || filters.has(name, &value.value))
        .map(|(_, value)| FacetOption {
            href: filters.toggled(name, &value.value),
            chosen: filters.has(name, &value.value),
            count: Some(value.count),
            label: match language {
                Language::Chinese => value.label_zh,
                Language::English => value.label_en,
            },
        })
        .collect();
    FacetGroup {
        title: title.to_owned(),
        options,
    }
}
