//! Ids in public addresses, as far as a store may be asked for them.

/// The most characters of an id.
const MOST: usize = 128;

/// Whether `id` can be that of a document or a product: letters, digits, hyphens, dots and
/// underscores. Anything else is nobody's, and some of it a database refuses to look for at all:
/// PostgreSQL takes no NUL in a text.
pub(crate) fn is_plain(id: &str) -> bool {
    let plain = |one: char| one.is_alphanumeric() || matches!(one, '-' | '.' | '_');
    !id.is_empty() && id.chars().all(plain) && id.chars().count() <= MOST
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn ids_are_plain_words() {
        for good in ["d05", "sample-city-beijing", "0123456789abcdef", "京-1.2_3"] {
            assert!(is_plain(good), "{good}");
        }
        for bad in ["", "\0", "d05\0", "a b", "a/b", "a\nb", "%00", "🙂"] {
            assert!(!is_plain(bad), "{bad:?}");
        }
        assert!(is_plain(&"9".repeat(128)) && !is_plain(&"9".repeat(129)));
    }
}
