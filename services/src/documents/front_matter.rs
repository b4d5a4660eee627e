//! The block of `key: value` lines at the head of a Markdown file.

use std::collections::BTreeMap;

/// The fields of a front matter; a value is one text or a list of texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    fields: BTreeMap<String, Vec<String>>,
}

impl FrontMatter {
    /// Divides `text` into its front matter and the rest. Without one the fields are empty.
    #[must_use]
    pub fn divide(text: &str) -> (Self, &str) {
        let Some(rest) = text.trim_start_matches('\n').strip_prefix("---\n") else {
            return (Self::default(), text);
        };
        let Some((head, body)) = rest.split_once("\n---\n") else {
            return (Self::default(), text);
        };
        let mut fields = BTreeMap::new();
        let mut open: Option<String> = None;
        for line in head.lines() {
            if let (Some(key), Some(item)) = (&open, line.trim_start().strip_prefix("- ")) {
                let values: &mut Vec<String> = fields.entry(key.clone()).or_default();
                values.push(unquote(item));
                continue;
            }
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let key = key.trim().to_ascii_lowercase();
            let value = value.trim();
            open = value.is_empty().then(|| key.clone());
            if !value.is_empty() {
                fields.insert(key, list(value));
            }
        }
        (Self { fields }, body)
    }

    /// Whether there was none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// The text under `key`, or an empty one.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        self.fields
            .get(key)
            .and_then(|values| values.first())
            .map_or("", String::as_str)
    }

    /// The list under `key`.
    #[must_use]
    pub fn list(&self, key: &str) -> &[String] {
        self.fields.get(key).map_or(&[], Vec::as_slice)
    }
}

fn list(value: &str) -> Vec<String> {
    let Some(inner) = value
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    else {
        return vec![unquote(value)];
    };
    let (mut items, mut item, mut quote) = (Vec::new(), String::new(), None);
    for character in inner.chars() {
        match (quote, character) {
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (None, ',') => items.push(std::mem::take(&mut item)),
            _ => item.push(character),
        }
    }
    items.push(item);
    items
        .into_iter()
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect()
}

fn unquote(value: &str) -> String {
    let value = value.trim();
    ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(value)
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::FrontMatter;

    #[test]
    fn reads_texts_and_lists() {
        let text = "---\nid: d01\nregion: \"100000\"\ntopics: [a, \"b, c\"]\nrelated:\n  - d02\n---\n# x\n";
        let (matter, body) = FrontMatter::divide(text);
        assert_eq!(matter.text("id"), "d01");
        assert_eq!(matter.text("region"), "100000");
        assert_eq!(matter.list("topics"), ["a", "b, c"]);
        assert_eq!(matter.list("related"), ["d02"]);
        assert_eq!(body, "# x\n");
        assert_eq!(FrontMatter::divide("# x").1, "# x");
    }
}
