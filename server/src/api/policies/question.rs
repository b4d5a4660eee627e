//! Reads a question out of the query, with every error at once. Unknown names are ignored.

use services::FieldError;
use services::search::Request;

use crate::api::query::{Query, day, value, wrong, wrong_region};

const STATES: [&str; 4] = ["active", "amended", "repealed", "draft"];
const MOST_PER_PAGE: u32 = 50;

/// The question that `query` asks; `english` chooses passages in English where there are any.
pub(super) fn read(query: &Query, english: bool) -> Result<Request, Vec<FieldError>> {
    let mut errors = Vec::new();
    let as_of = day(query).map_err(|error| errors.push(error)).ok();
    let page = number(query, "page", u32::MAX, &mut errors);
    let per_page = number(query, "per_page", MOST_PER_PAGE, &mut errors);
    let region = value(query, "region");
    if let Some(region) = region
        && (region.len() != 6 || !region.bytes().all(|byte| byte.is_ascii_digit()))
    {
        errors.push(wrong_region());
    }
    let status = value(query, "status");
    if status.is_some_and(|status| !STATES.contains(&status)) {
        let detail = "One of active, amended, repealed, draft";
        errors.push(wrong("status", "unknown_code", detail));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Request {
        q: value(query, "q").unwrap_or_default().to_owned(),
        region: region.map(ToOwned::to_owned),
        topic: value(query, "topic").map(ToOwned::to_owned),
        status: status.map(ToOwned::to_owned),
        as_of: as_of.flatten(),
        page,
        per_page,
        english,
        ..Request::default()
    })
}

/// A number from 1 to `most`; 0 when it is left out.
fn number(query: &Query, name: &str, most: u32, errors: &mut Vec<FieldError>) -> u32 {
    let Some(text) = value(query, name) else {
        return 0;
    };
    match text.parse() {
        Ok(number) if (1..=most).contains(&number) => number,
        _ => {
            let detail = format!("A whole number from 1 to {most}");
            errors.push(wrong(name, "out_of_range", &detail));
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        pairs.iter().map(own).collect()
    }

    #[test]
    fn every_error_of_a_query_is_told_at_once() {
        let query = pairs(&[
            ("per_page", "51"),
            ("page", "0"),
            ("as_of", "2025-6-3"),
            ("region", "beijing"),
            ("status", "old"),
        ]);
        let errors = read(&query, false).expect_err("refused");
        let mut pointers: Vec<_> = errors.iter().map(|error| error.pointer.as_str()).collect();
        pointers.sort_unstable();
        assert_eq!(
            pointers,
            ["/as_of", "/page", "/per_page", "/region", "/status"]
        );
    }

    #[test]
    fn what_is_empty_counts_as_left_out() {
        let query = pairs(&[("q", " 医保 "), ("region", ""), ("as_of", " "), ("x", "y")]);
        let question = read(&query, true).expect("a question");
        assert_eq!(question.q, "医保");
        assert_eq!((question.region, question.as_of), (None, None));
        assert!(question.english);
    }
}
