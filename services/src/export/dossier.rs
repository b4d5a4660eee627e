//! What is exported, before it takes a form.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::language::{Bilingual, Language};
use domain::money::{BasisPoints, Money};

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A day.
    Day(NaiveDate),
    /// A month as YYYYMM.
    Month(i32),
    /// An instant.
    Instant(DateTime<Utc>),
    /// An amount in fen.
    Amount(Money),
    /// A ratio.
    Ratio(BasisPoints),
    /// A number of things.
    Number(i64),
}

impl Cell {
    /// As people read it: amounts in yuan with two places.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Day(day) => day.to_string(),
            Self::Month(month) => format!("{:04}-{:02}", month / 100, month % 100),
            Self::Instant(instant) => instant.to_rfc3339_opts(SecondsFormat::Secs, true),
            Self::Amount(amount) => {
                let fen = amount.fen();
                let sign = if fen < 0 { "-" } else { "" };
                format!(
                    "{sign}{}.{:02}",
                    fen.unsigned_abs() / 100,
                    fen.unsigned_abs() % 100
                )
            }
            Self::Ratio(ratio) => ratio.percent(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// An amount of a column in fen.
pub(super) fn amount(fen: i64) -> Cell {
    Cell::Amount(Money::from_fen(fen))
}

/// A heading with its key in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The key.
    pub key: &'static str,
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Heading {
    /// In `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &'static str {
        language.pick(self.zh, self.en)
    }
}

/// One kind of thing: a heading, columns, rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub heading: Heading,
    /// Its columns.
    pub columns: Vec<Heading>,
    /// Its rows, each as long as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

impl Section {
    pub(super) fn new(heading: Heading, columns: &[Heading]) -> Self {
        Self {
            heading,
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }
}

/// Everything about one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// The person's name.
    pub name: String,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// The names of the products that the person holds or held, by their ids. They are no figures
    /// and are not signed.
    pub products: Vec<(String, Bilingual)>,
}

/// One value where it stands, for whoever puts it in words.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The key of its section.
    pub section: &'static str,
    /// The key of its column.
    pub column: &'static str,
    /// The value.
    pub cell: &'a Cell,
    columns: &'a [Heading],
    row: &'a [Cell],
}

impl<'a> Place<'a> {
    /// The values of a row of `section`, each in its place.
    pub(super) fn all(section: &'a Section, row: &'a [Cell]) -> impl Iterator<Item = Self> {
        let places = section.columns.iter().zip(row);
        places.map(move |(heading, cell)| Self {
            section: section.heading.key,
            column: heading.key,
            cell,
            columns: &section.columns,
            row,
        })
    }

    /// What stands in the same row under `column`; empty where there is no such column.
    #[must_use]
    pub fn beside(&self, column: &str) -> String {
        let mut places = self.columns.iter().zip(self.row);
        let found = places.find(|(heading, _)| heading.key == column);
        found.map_or_else(String::new, |(_, cell)| cell.to_text())
    }
}

/// The reader's words for what the records keep as codes, instants and names of programs; `None`
/// for what people read as it stands. The pages have these words, and each is said in one place.
pub type Words = fn(&Place<'_>, Language) -> Option<String>;
