//! From the benefits to the places that settle with them, and to the drugs.

use domain::identifiers::RegionCode;
use leptos::prelude::*;

use crate::address::with_query;
use crate::ui::{ButtonKind, ButtonLink, Card, Look, Term, Word, capitalised};

/// Links to the designated institutions of the pooling area, and to how drugs are paid.
#[component]
pub(super) fn WhereToGo(
    /// The insured place, a six-digit code.
    region: String,
) -> impl IntoView {
    let look = Look::current();
    let area = region
        .parse()
        .ok()
        .map(pooling_area)
        .map(|code| code.to_string())
        .unwrap_or_default();
    let institutions = with_query("/institutions", &[("region", &area)]);
    view! {
        <Card title=look.pick("去哪里看病，药怎么报", "Where to go, how drugs are paid")>
            <p>
                <Term word=Word::PoolingArea shown=capitalised(Word::PoolingArea.name(look.language))/>
                {look.pick(
                    "里的定点医院和药店，可以直接结算。",
                    ": designated hospitals and pharmacies there settle directly.",
                )}
            </p>
            <p class="actions">
                <ButtonLink href=institutions label=look.pick("看定点医院和药店", "Hospitals and pharmacies") kind=ButtonKind::Quiet/>
                <ButtonLink href="/drugs" label=look.pick("查药品怎么报", "How drugs are paid") kind=ButtonKind::Quiet/>
            </p>
        </Card>
    }
}

/// The city that a county lies in; in a municipality the municipality.
fn pooling_area(region: RegionCode) -> RegionCode {
    if region.city().lookup().is_some() {
        region.city()
    } else {
        region.province()
    }
}

#[cfg(test)]
mod tests {
    use super::pooling_area;

    #[test]
    fn a_county_belongs_to_its_city_or_municipality() {
        for (county, area) in [
            ("330106", "330100"),
            ("110105", "110000"),
            ("510100", "510100"),
            ("110000", "110000"),
        ] {
            assert_eq!(pooling_area(county.parse().unwrap()).to_string(), area);
        }
    }
}
