//! Counts how the documents found divide.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::Datelike;
use domain::identifiers::{RegionCode, regions};
use serde::Deserialize;

use crate::search::answer::{FacetValue, Facets};
use crate::search::catalogue::Catalogue;
use crate::search::rank::{Ranked, Scope};

/// Most values of one facet.
const MOST: usize = 30;

#[derive(Deserialize)]
struct Topic {
    slug: String,
    zh: String,
    en: String,
}

/// The topics' names; a test reads the file.
static TOPICS: LazyLock<HashMap<String, (String, String)>> = LazyLock::new(|| {
    let topics: Vec<Topic> =
        serde_json::from_str(include_str!("../../../data/policies/topics.json"))
            .unwrap_or_default();
    topics
        .into_iter()
        .map(|topic| (topic.slug, (topic.zh, topic.en)))
        .collect()
});

static NAMES: LazyLock<HashMap<RegionCode, &'static str>> = LazyLock::new(|| {
    regions()
        .iter()
        .map(|region| (region.code, region.name))
        .collect()
});

/// Counts `ranked`.
pub(super) fn count(catalogue: &Catalogue, ranked: &[Ranked], scope: &Scope<'_>) -> Facets {
    let mut region = Counter::default();
    let mut topic = Counter::default();
    let mut issuer = Counter::default();
    let mut year = Counter::default();
    let mut status = Counter::default();
    let mut english: HashMap<&str, &str> = HashMap::new();
    for hit in ranked {
        let Some(entry) = catalogue.entries.get(hit.slot) else {
            continue;
        };
        region.add(&entry.region);
        entry.topics.iter().for_each(|slug| topic.add(slug));
        for (index, name) in entry.issuers.iter().enumerate() {
            issuer.add(name);
            if let Some(translated) = entry.issuers_en.get(index) {
                english.insert(name, translated);
            }
        }
        if let Some(day) = entry.issued_on {
            year.add(&day.year().to_string());
        }
        status.add(scope.status(entry));
    }
    let mut years = year.values(|year| (year.to_owned(), year.to_owned()));
    years.sort_by(|one, other| other.value.cmp(&one.value));
    Facets {
        region: region.values(region_name),
        topic: topic.values(|slug| {
            TOPICS
                .get(slug)
                .cloned()
                .unwrap_or_else(|| (slug.to_owned(), slug.to_owned()))
        }),
        issuer: issuer.values(|name| {
            (
                name.to_owned(),
                english
                    .get(name)
                    .map_or_else(|| name.to_owned(), |name| (*name).to_owned()),
            )
        }),
        year: years,
        status: status.values(status_name),
    }
}

fn region_name(code: &str) -> (String, String) {
    if code == "100000" {
        return ("全国".to_owned(), "Nationwide".to_owned());
    }
    let region: Option<RegionCode> = code.parse().ok();
    let name = region.and_then(|code| NAMES.get(&code)).copied();
    let english = region
        .filter(|code| code.english_is_whole())
        .and_then(RegionCode::english_name);
    let name = name.unwrap_or(code);
    (name.to_owned(), english.unwrap_or_else(|| name.to_owned()))
}

fn status_name(status: &str) -> (String, String) {
    let (zh, en) = match status {
        "active" => ("现行有效", "In force"),
        "amended" => ("已修改", "Amended"),
        "repealed" => ("已废止", "Repealed"),
        "draft" => ("草案", "Draft"),
        other => (other, other),
    };
    (zh.to_owned(), en.to_owned())
}

#[derive(Default)]
struct Counter(HashMap<String, u64>);

impl Counter {
    fn add(&mut self, value: &str) {
        if let Some(count) = self.0.get_mut(value) {
            *count += 1;
        } else if !value.is_empty() {
            self.0.insert(value.to_owned(), 1);
        }
    }

    fn values(self, name: impl Fn(&str) -> (String, String)) -> Vec<FacetValue> {
        let mut counted: Vec<(String, u64)> = self.0.into_iter().collect();
        counted.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        counted
            .into_iter()
            .take(MOST)
            .map(|(value, count)| {
                let (label_zh, label_en) = name(&value);
                FacetValue {
                    value,
                    label_zh,
                    label_en,
                    count,
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_have_names() {
        assert!(TOPICS.len() > 10);
        assert_eq!(region_name("110000").0, "北京市");
    }
}
