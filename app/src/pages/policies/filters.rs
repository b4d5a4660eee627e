//! What is asked of the library, read from the address and written back into it.

use chrono::NaiveDate;
use services::search::{Request, Sort};

use crate::address::with_query;
use crate::language::Language;
use crate::page::PageRequest;

/// Documents a page.
const PER_PAGE: u32 = 10;
/// Documents a page in elder mode.
const PER_PAGE_ELDER: u32 = 5;
/// The last page that can be asked for.
const LAST_PAGE: u32 = 100;

/// The question with its filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// What was asked.
    pub q: String,
    /// Six digits, or empty.
    pub region: String,
    /// A topic's slug, or empty.
    pub topic: String,
    /// An issuer, or empty.
    pub issuer: String,
    /// A year of issue, or empty.
    pub year: String,
    /// A state, or empty.
    pub status: String,
    /// The day on which the law is read.
    pub as_of: Option<NaiveDate>,
    /// A day was given that is none.
    pub bad_day: bool,
    /// The newest first.
    pub newest: bool,
    /// From 1.
    pub page: u32,
    /// Documents a page.
    pub per_page: u32,
}

/// The day on which the law is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct AsOf {
    /// The day; today where none is given.
    pub(super) day: Option<NaiveDate>,
    /// One was given that is none.
    pub(super) bad: bool,
}

impl AsOf {
    /// Reads it from the address of `request`.
    pub(super) fn read(request: &PageRequest) -> Self {
        Self::parse(request.query_value("as_of").unwrap_or_default().trim())
    }

    fn parse(text: &str) -> Self {
        // Written again it has to look the same, as in the API: chrono alone takes 2025-6-3 too.
        let day = text.parse().ok();
        let day = day.filter(|day: &NaiveDate| day.to_string() == text);
        Self {
            day,
            bad: !text.is_empty() && day.is_none(),
        }
    }
}

impl Filters {
    /// Reads the address. What makes no sense counts as not given.
    pub(super) fn read(request: &PageRequest) -> Self {
        let value = |name: &str| {
            let text = request.query_value(name).unwrap_or_default().trim();
            text.chars().take(200).collect::<String>()
        };
        let AsOf { day, bad } = AsOf::read(request);
        let page: u32 = value("page").parse().unwrap_or(1);
        Self {
            q: value("q"),
            region: value("region"),
            topic: value("topic"),
            issuer: value("issuer"),
            year: value("year"),
            status: value("status"),
            as_of: day,
            bad_day: bad,
            newest: value("sort") == "newest",
            page: page.clamp(1, LAST_PAGE),
            per_page: if request.preferences.elder {
                PER_PAGE_ELDER
            } else {
                PER_PAGE
            },
        }
    }

    /// The question for the search.
    pub(super) fn request(&self, language: Language) -> Request {
        let given = |text: &String| (!text.is_empty()).then(|| text.clone());
        Request {
            q: self.q.clone(),
            region: given(&self.region),
            topic: given(&self.topic),
            issuer: given(&self.issuer),
            year: self.year.parse().ok(),
            status: given(&self.status),
            as_of: self.as_of,
            page: self.page,
            per_page: self.per_page,
            sort: if self.newest {
                Sort::Newest
            } else {
                Sort::Relevance
            },
            english: language == Language::English,
        }
    }

    /// Whether anything but the question narrows the answer.
    pub(super) fn is_narrowed(&self) -> bool {
        self.pairs()
            .iter()
            .any(|(name, value)| !matches!(*name, "q" | "sort" | "page") && !value.is_empty())
    }

    /// The address of another question without filters.
    pub(super) fn asking(&self, question: &str) -> String {
        with_query("/policies", &[("q", question)])
    }

    /// The address of page `page` of this answer.
    pub(super) fn at_page(&self, page: u32) -> String {
        Self {
            page,
            ..self.clone()
        }
        .href()
    }

    /// The address in the other order.
    pub(super) fn sorted(&self, newest: bool) -> String {
        Self {
            newest,
            page: 1,
            ..self.clone()
        }
        .href()
    }

    /// The address with the filter `name` set to `value`, or taken off when it is set so.
    pub(super) fn toggled(&self, name: &str, value: &str) -> String {
        let mut other = Self {
            page: 1,
            ..self.clone()
        };
        let field = match name {
            "region" => &mut other.region,
            "topic" => &mut other.topic,
            "issuer" => &mut other.issuer,
            "year" => &mut other.year,
            "status" => &mut other.status,
            _ => return self.href(),
        };
        *field = if field == value {
            String::new()
        } else {
            value.to_owned()
        };
        other.href()
    }

    /// Whether the filter `name` is set to `value`.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.pairs()
            .iter()
            .any(|(own, set)| *own == name && set == value)
    }

    /// What a form must send along besides the question: the filters.
    pub(super) fn kept(&self) -> Vec<(String, String)> {
        self.pairs()
            .into_iter()
            .filter(|(name, value)| !matches!(*name, "q" | "page") && !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    fn pairs(&self) -> [(&'static str, String); 9] {
        let page = if self.page > 1 {
            self.page.to_string()
        } else {
            String::new()
        };
        [
            ("q", self.q.clone()),
            ("region", self.region.clone()),
            ("topic", self.topic.clone()),
            ("issuer", self.issuer.clone()),
            ("year", self.year.clone()),
            ("status", self.status.clone()),
            (
                "as_of",
                self.as_of.map(|day| day.to_string()).unwrap_or_default(),
            ),
            (
                "sort",
                if self.newest {
                    "newest".to_owned()
                } else {
                    String::new()
                },
            ),
            ("page", page),
        ]
    }

    fn href(&self) -> String {
        let pairs = self.pairs();
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        with_query("/policies", &pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::{AsOf, Filters};

    #[test]
    fn a_filter_is_set_taken_off_and_begins_at_the_first_page() {
        let filters = Filters {
            q: "断保".into(),
            page: 3,
            ..Filters::default()
        };
        let set = filters.toggled("status", "active");
        assert_eq!(set, "/policies?q=%E6%96%AD%E4%BF%9D&status=active");
        let on = Filters {
            status: "active".into(),
            ..filters
        };
        assert_eq!(
            on.toggled("status", "active"),
            "/policies?q=%E6%96%AD%E4%BF%9D"
        );
        assert!(on.has("status", "active") && on.is_narrowed());
        assert_eq!(on.kept(), [("status".to_owned(), "active".to_owned())]);
    }
    #[test]
    fn a_day_has_one_spelling() {
        let good = AsOf::parse("2025-06-03");
        assert_eq!((good.day.is_some(), good.bad), (true, false));
        assert_eq!(AsOf::parse(""), AsOf::default());
        for bad in ["2025-6-3", "2025-02-30", "+2025-06-3", "nonsense"] {
            let read = AsOf::parse(bad);
            assert_eq!((read.day, read.bad), (None, true), "{bad}");
        }
    }
}
