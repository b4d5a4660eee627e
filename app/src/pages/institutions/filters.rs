//! What is asked for, read from the address and written back into it.

use domain::catalogue::{Capability, Grade};
use domain::identifiers::RegionCode;
use domain::language::Language;
use services::institutions::{Filter, Request};

use crate::address::with_query;
use crate::page::PageRequest;

/// Institutions a page.
const PER_PAGE: usize = 20;
/// Institutions a page in elder mode.
const PER_PAGE_ELDER: usize = 5;
/// Where the list is.
const PATH: &str = "/institutions";

/// The question with its filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    /// What was typed.
    pub q: String,
    /// Only in this place.
    pub region: Option<RegionCode>,
    /// Only of this grade.
    pub grade: Option<Grade>,
    /// Only where this can be settled.
    pub capability: Option<Capability>,
    /// Where the page begins; empty for the first.
    pub from: String,
    /// How many a page.
    pub size: usize,
}

impl Filters {
    /// Reads the address. What makes no sense counts as not given.
    pub(super) fn read(request: &PageRequest) -> Self {
        let value = |name: &str| {
            let text = request.query_value(name).unwrap_or_default().trim();
            text.chars().take(200).collect::<String>()
        };
        let region: Option<RegionCode> = value("region").parse().ok();
        Self {
            q: value("q"),
            region: region.filter(|code| code.is_known()),
            grade: Grade::from_code(&value("level")),
            capability: Capability::from_code(&value("with")),
            from: value("from"),
            size: if request.preferences.elder {
                PER_PAGE_ELDER
            } else {
                PER_PAGE
            },
        }
    }

    /// The question for the use case.
    pub(super) fn request(&self) -> Request {
        Request {
            q: self.q.clone(),
            filter: Filter {
                region: self.region.unwrap_or(RegionCode::NATION),
                grade: self.grade,
                capability: self.capability,
            },
            from: self.from.clone(),
            size: self.size,
        }
    }

    /// Whether anything but the question narrows the answer.
    pub(super) fn is_narrowed(&self) -> bool {
        self.region.is_some() || self.grade.is_some() || self.capability.is_some()
    }

    /// The chosen grade and capability in words.
    pub(super) fn choices(&self, language: Language) -> Vec<String> {
        let grade = self.grade.map(|one| one.label(language));
        let capability = self.capability.map(|one| one.short(language));
        grade
            .into_iter()
            .chain(capability)
            .map(str::to_owned)
            .collect()
    }

    /// The address of the question without filters.
    pub(super) fn asking(&self) -> String {
        with_query(PATH, &[("q", &self.q)])
    }

    /// The address of the part that begins at `from`.
    pub(super) fn at(&self, from: &str) -> String {
        Self {
            from: from.to_owned(),
            ..self.clone()
        }
        .href()
    }

    /// The address in another place, or in all of them.
    pub(super) fn in_place(&self, region: Option<RegionCode>) -> String {
        Self {
            region,
            from: String::new(),
            ..self.clone()
        }
        .href()
    }

    /// The address with this grade, or without one when it is chosen.
    pub(super) fn of_grade(&self, grade: Grade) -> String {
        Self {
            grade: (self.grade != Some(grade)).then_some(grade),
            from: String::new(),
            ..self.clone()
        }
        .href()
    }

    /// The address with this capability, or without one when it is chosen.
    pub(super) fn with(&self, capability: Capability) -> String {
        Self {
            capability: (self.capability != Some(capability)).then_some(capability),
            from: String::new(),
            ..self.clone()
        }
        .href()
    }

    /// What a form must send along besides the question.
    pub(super) fn kept(&self) -> Vec<(String, String)> {
        self.pairs()
            .into_iter()
            .filter(|(name, value)| !matches!(*name, "q" | "from") && !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    fn pairs(&self) -> [(&'static str, String); 5] {
        let region = self.region.map(|code| code.to_string()).unwrap_or_default();
        let grade = self.grade.map_or("", Grade::code).to_owned();
        let capability = self.capability.map_or("", Capability::code).to_owned();
        [
            ("q", self.q.clone()),
            ("region", region),
            ("level", grade),
            ("with", capability),
            ("from", self.from.clone()),
        ]
    }

    fn href(&self) -> String {
        let pairs = self.pairs();
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        with_query(PATH, &pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_set_taken_off_and_begins_at_the_first_page() {
        let filters = Filters {
            q: "人民".into(),
            from: "2".into(),
            ..Filters::default()
        };
        let set = filters.of_grade(Grade::L3);
        assert_eq!(set, "/institutions?q=%E4%BA%BA%E6%B0%91&level=l3");
        let on = Filters {
            grade: Some(Grade::L3),
            ..filters
        };
        assert_eq!(on.of_grade(Grade::L3), "/institutions?q=%E4%BA%BA%E6%B0%91");
        assert!(on.is_narrowed());
        assert_eq!(on.kept(), [("level".to_owned(), "l3".to_owned())]);
        assert_eq!(
            on.at("3"),
            "/institutions?q=%E4%BA%BA%E6%B0%91&level=l3&from=3"
        );
    }
}
