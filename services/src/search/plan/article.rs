//! An article asked for by its number: `第十二条`, `第十二条之一`, `article 12`.

use crate::documents::numeral;

/// Takes the article out of `question`: its anchor, and what is left.
pub(super) fn take(question: &str) -> Option<(String, String)> {
    chinese(question).or_else(|| english(question))
}

fn chinese(question: &str) -> Option<(String, String)> {
    let (before, after) = question.split_once('第')?;
    let (number, after) = after.split_once('条')?;
    let mut anchor = format!("a{}", numeral(number)?);
    let mut rest = after;
    if let Some(tail) = after.strip_prefix('之') {
        let sub: String = tail
            .chars()
            .take_while(|c| numeral(&c.to_string()).is_some())
            .collect();
        if let (Some(value), Some(left)) = (numeral(&sub), tail.strip_prefix(sub.as_str())) {
            anchor = format!("{anchor}-{value}");
            rest = left;
        }
    }
    let rest = format!("{before} {rest}").trim().to_owned();
    (!rest.is_empty()).then_some((anchor, rest))
}

fn english(question: &str) -> Option<(String, String)> {
    let words: Vec<&str> = question.split(' ').collect();
    let at = words
        .iter()
        .position(|word| matches!(*word, "article" | "art."))?;
    let number: u32 = words.get(at + 1)?.parse().ok()?;
    let rest: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(index, _)| *index != at && *index != at + 1)
        .map(|(_, word)| *word)
        .collect();
    (!rest.is_empty()).then(|| (format!("a{number}"), rest.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::take;

    #[test]
    fn finds_the_article() {
        let found = |anchor: &str, rest: &str| Some((anchor.to_owned(), rest.to_owned()));
        assert_eq!(take("社会保险法第十二条"), found("a12", "社会保险法"));
        assert_eq!(
            take("刑法第一百三十三条之一 危险驾驶"),
            found("a133-1", "刑法  危险驾驶")
        );
        assert_eq!(take("civil code article 12"), found("a12", "civil code"));
        assert_eq!(take("第十二条"), None);
    }
}
