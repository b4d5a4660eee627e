//! Reads values out of a query. The first of a name counts, what is empty counts as left out, and
//! unknown names are ignored.

use chrono::NaiveDate;
use domain::identifiers::RegionCode;
use services::FieldError;

/// A query, decoded.
pub(super) type Query = [(String, String)];

/// The value of `name`, without blanks around it.
pub(super) fn value<'a>(query: &'a Query, name: &str) -> Option<&'a str> {
    let (_, value) = query.iter().find(|(key, _)| key == name)?;
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// The value of `as_of`.
pub(super) fn day(query: &Query) -> Result<Option<NaiveDate>, FieldError> {
    let Some(text) = value(query, "as_of") else {
        return Ok(None);
    };
    // Written again it has to look the same: chrono alone would take 2025-6-3 as well.
    text.parse()
        .ok()
        .filter(|day: &NaiveDate| day.to_string() == text)
        .map(Some)
        .ok_or_else(|| wrong("as_of", "invalid_date", "Write the date as YYYY-MM-DD"))
}

/// The value of `region`.
pub(super) fn region(query: &Query) -> Result<Option<RegionCode>, FieldError> {
    let text = value(query, "region");
    text.map(str::parse).transpose().map_err(|_| wrong_region())
}

/// A region that is none.
pub(super) fn wrong_region() -> FieldError {
    wrong("region", "unknown_region", "A region code has six digits")
}

/// The value of `name` breaks the rule `code`.
pub(super) fn wrong(name: &str, code: &'static str, detail: &str) -> FieldError {
    FieldError {
        pointer: format!("/{name}"),
        code,
        detail: detail.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{day, region, value};

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(own).collect()
    }

    #[test]
    fn a_day_has_one_spelling() {
        let of = |text| day(&pairs(&[("as_of", text)]));
        assert_eq!(of("2025-06-03").unwrap().unwrap().to_string(), "2025-06-03");
        assert_eq!(of(" ").unwrap(), None);
        for bad in [
            "2025-6-3",
            "+2025-06-3",
            "2025-02-30",
            "2025-13-01",
            "today",
        ] {
            assert!(of(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_first_of_a_name_counts() {
        let twice = pairs(&[("region", "110000"), ("region", "b")]);
        assert_eq!(value(&twice, "region"), Some("110000"));
        assert!(region(&twice).unwrap().is_some());
        assert!(region(&pairs(&[("region", "b")])).is_err());
        assert_eq!(region(&[]).unwrap(), None);
    }
}
