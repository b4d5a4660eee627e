//! The fields of the form as they were typed.

use chrono::NaiveDate;
use domain::settlement::VisitKind;

/// The most items that the form takes one by one.
pub const MOST_ROWS: usize = 60;
/// What belongs to one item; each field is named so, with the number of its item behind.
const OF_ITEM: [&str; 6] = ["name", "amount", "class", "first", "over", "part"];

/// Names and values of a form, in order. Nothing is read from them yet, so that whatever was typed
/// can stand in the form again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// The fields as a form sends them.
    #[must_use]
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The first value of `name`; empty when there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    /// Whether the form has the field.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// The same with `value` for `name`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.retain(|(key, _)| key != name);
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The same without the field.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(key, _)| key != name);
        self
    }

    /// Whether the kind of visit that stands in the form is for a disease.
    #[must_use]
    pub fn needs_disease(&self) -> bool {
        VisitKind::from_code(self.get("kind")).is_some_and(VisitKind::needs_disease)
    }

    /// Whether the kind of visit that stands in the form may share a bill with an ordinary one: only
    /// some of the items are for the disease then.
    #[must_use]
    pub fn may_divide(&self) -> bool {
        self.get("kind") == VisitKind::Chronic.code()
    }

    /// The day that is asked about, written like `2026-06-30`, `2026/06/30` or `2026年06月30日`.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        let text = self.get("day").trim().trim_end_matches('日');
        let mut parts = text.split(['年', '月', '/', '.', '-']);
        let mut part = || {
            let digits = parts.next()?.trim();
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse::<u16>().ok()).flatten()
        };
        let (year, month, day) = (part()?, part()?, part()?);
        let whole = parts.next().is_none();
        whole
            .then(|| NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()))
            .flatten()
    }

    /// Whether the bill is told item by item.
    #[must_use]
    pub fn is_itemised(&self) -> bool {
        self.get("bill") == "items"
    }

    /// The numbers of the items, in the order of the form.
    #[must_use]
    pub fn rows(&self) -> Vec<u32> {
        let numbers = self.0.iter().filter_map(|(key, _)| number(key, "amount"));
        let mut rows: Vec<u32> = Vec::new();
        for number in numbers.take(MOST_ROWS) {
            if !rows.contains(&number) {
                rows.push(number);
            }
        }
        rows
    }

    /// What was typed for one item.
    #[must_use]
    pub fn of_row(&self, row: u32, field: &str) -> &str {
        self.get(&format!("{field}-{row}"))
    }

    /// The same with one more, empty item.
    #[must_use]
    pub fn with_row(self) -> Self {
        let rows = self.rows();
        if rows.len() >= MOST_ROWS {
            return self;
        }
        let next = rows
            .into_iter()
            .max()
            .map_or(0, |row| row.saturating_add(1));
        self.with(&format!("amount-{next}"), "")
    }

    /// The same without one of its items.
    #[must_use]
    pub fn without_row(mut self, row: u32) -> Self {
        let is_of = |key: &str| OF_ITEM.iter().any(|field| number(key, field) == Some(row));
        self.0.retain(|(key, _)| !is_of(key));
        self
    }
}

/// The number behind `field` in a name such as `amount-3`.
fn number(name: &str, field: &str) -> Option<u32> {
    name.strip_prefix(field)?.strip_prefix('-')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{MOST_ROWS, Typed};

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let pairs = pairs.iter();
        Typed::new(
            pairs
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        )
    }

    #[test]
    fn items_come_and_go_and_the_others_stay() {
        let form = typed(&[
            ("amount-0", "5"),
            ("class-0", "A"),
            ("part-0", "ordinary"),
            ("amount-4", "7"),
        ]);
        assert_eq!(form.rows(), [0, 4]);
        let more = form.clone().with_row();
        assert_eq!(more.rows(), [0, 4, 5]);
        let less = more.without_row(0);
        assert_eq!(less.rows(), [4, 5]);
        assert_eq!(less.of_row(4, "amount"), "7");
        assert!(!less.has("class-0") && !less.has("part-0"));
        assert_eq!(typed(&[]).with_row().rows(), [0]);
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in ["2026-06-30", "2026/6/30", "2026年06月30日", " 2026.6.30 "] {
            let day = typed(&[("day", text)]).day();
            assert_eq!(
                day.map(|day| day.to_string()).as_deref(),
                Some("2026-06-30")
            );
        }
        for text in [
            "",
            "2026-02-30",
            "2026-06",
            "2026-06-30-1",
            "+26-06-30",
            "六月",
            "--",
        ] {
            assert_eq!(typed(&[("day", text)]).day(), None, "{text}");
        }
    }

    #[test]
    fn there_is_an_end_to_items() {
        let many = (0..MOST_ROWS + 40).fold(Typed::default(), |form, _| form.with_row());
        assert_eq!(many.rows().len(), MOST_ROWS);
    }
}
