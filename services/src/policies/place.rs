//! Which place a document is of, from its issuer and title.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::identifiers::regions;

/// The code of the whole country.
pub(super) const NATION: &str = "100000";

/// Provinces and cities by name.
static PLACES: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
    regions()
        .iter()
        .map(|region| (region.name, region.code.to_string()))
        .filter(|(_, code)| code.ends_with("00"))
        .collect()
});

/// The region code and the level (`nation`, `province`, `city`) of a document.
#[must_use]
pub(super) fn place(issuer: &str, title: &str) -> (String, &'static str) {
    let national =
        issuer.starts_with("全国") || issuer.starts_with("国务院") || issuer.starts_with("最高");
    let code = if national {
        None
    } else {
        named(issuer).or_else(|| named(title))
    };
    match code {
        Some(code) if code.ends_with("0000") => (code, "province"),
        Some(code) => (code, "city"),
        None => (NATION.to_owned(), "nation"),
    }
}

/// The name of the place with which `text` begins.
pub(super) fn place_name(text: &str) -> Option<&str> {
    let mut ends: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .skip(2)
        .take(12)
        .collect();
    ends.push(text.len());
    let names = ends.into_iter().rev().filter_map(|end| text.get(..end));
    // The longest name wins.
    names.into_iter().find(|name| PLACES.contains_key(name))
}

fn named(text: &str) -> Option<String> {
    place_name(text).and_then(|name| PLACES.get(name)).cloned()
}
