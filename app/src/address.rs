//! Addresses with a query.

/// `path` with the pairs that have a value, encoded.
#[must_use]
pub fn with_query(path: &str, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .collect();
    match serde_urlencoded::to_string(pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::with_query;

    #[test]
    fn pairs_without_a_value_are_left_out() {
        assert_eq!(
            with_query("/policies", &[("q", ""), ("page", "")]),
            "/policies"
        );
        assert_eq!(
            with_query("/policies", &[("q", "a b&c"), ("page", "2")]),
            "/policies?q=a+b%26c&page=2"
        );
    }
}
