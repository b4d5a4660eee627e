//! What is asked for, read from the address and written back into it.

use domain::catalogue::Section;
use domain::language::Language;
use domain::settlement::ItemClass;
use services::drugs::{Filter, Request};

use crate::address::with_query;
use crate::page::PageRequest;

/// Drugs a page.
const PER_PAGE: usize = 20;
/// Drugs a page in elder mode.
const PER_PAGE_ELDER: usize = 5;
/// Where the list is.
const PATH: &str = "/drugs";

/// The question with its filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filters {
    /// What was typed.
    pub q: String,
    /// Only of this class.
    pub class: Option<ItemClass>,
    /// Only of this part of the lists.
    pub section: Option<Section>,
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
        Self {
            q: value("q"),
            class: ItemClass::from_code(&value("class")),
            section: Section::from_code(&value("list")),
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
                class: self.class,
                section: self.section,
            },
            from: self.from.clone(),
            size: self.size,
        }
    }

    /// Whether anything but the question narrows the answer.
    pub(super) fn is_narrowed(&self) -> bool {
        self.class.is_some() || self.section.is_some()
    }

    /// The chosen class and part in words.
    pub(super) fn choices(&self, language: Language) -> Vec<String> {
        let class = self.class.map(|one| one.label(language));
        let section = self.section.map(|one| one.label(language));
        class
            .into_iter()
            .chain(section)
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

    /// The address with this class, or without one when it is chosen.
    pub(super) fn of_class(&self, class: ItemClass) -> String {
        Self {
            class: (self.class != Some(class)).then_some(class),
            from: String::new(),
            ..self.clone()
        }
        .href()
    }

    /// The address with this part, or without one when it is chosen.
    pub(super) fn of_section(&self, section: Section) -> String {
        Self {
            section: (self.section != Some(section)).then_some(section),
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
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    fn pairs(&self) -> [(&'static str, &str); 4] {
        [
            ("q", &self.q),
            ("class", self.class.map_or("", ItemClass::code)),
            ("list", self.section.map_or("", Section::code)),
            ("from", &self.from),
        ]
    }

    fn href(&self) -> String {
        with_query(PATH, &self.pairs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_set_taken_off_and_begins_at_the_first_page() {
        let filters = Filters {
            q: "kang".into(),
            from: "2".into(),
            ..Filters::default()
        };
        assert_eq!(filters.of_class(ItemClass::B), "/drugs?q=kang&class=B");
        let on = Filters {
            section: Some(Section::Commercial),
            ..filters
        };
        assert_eq!(on.of_section(Section::Commercial), "/drugs?q=kang");
        assert_eq!(on.kept(), [("list".to_owned(), "commercial".to_owned())]);
        assert_eq!(on.at("3"), "/drugs?q=kang&list=commercial&from=3");
    }
}
