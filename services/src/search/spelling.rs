//! Finds the English word that may have been meant.

use std::collections::BTreeSet;

use super::catalogue::Catalogue;
use super::vocabulary::VOCABULARY;

/// The English words that titles, summaries and synonyms use.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    words: BTreeSet<String>,
}

impl Spelling {
    /// Collects the words.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let texts = catalogue
            .entries
            .iter()
            .flat_map(|entry| [&entry.title_en, &entry.summary_en]);
        let words = texts
            .flat_map(|text| text.split(|c: char| !c.is_ascii_alphabetic()))
            .filter(|word| word.len() > 3)
            .map(str::to_ascii_lowercase)
            .chain(VOCABULARY.english_words())
            .collect();
        Self { words }
    }

    /// The nearest word to `word`, one or two letters away. The beginning must be right.
    pub(super) fn nearest(&self, word: &str) -> Option<String> {
        let most = if word.len() > 7 { 2 } else { 1 };
        let first = word.chars().next()?;
        self.words
            .iter()
            .filter(|known| known.starts_with(first) && known.len().abs_diff(word.len()) <= most)
            .map(|known| (distance(word, known), known))
            .filter(|(distance, _)| *distance <= most)
            .min()
            .map(|(_, known)| known.clone())
    }
}

/// How many letters must be added, dropped, changed or swapped.
fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<u8>, Vec<u8>) = (one.bytes().collect(), other.bytes().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let at =
                |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let change = at(&row, j) + usize::from(a != b);
            let mut least = change.min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped =
                i > 0 && j > 0 && one.get(i - 1) == Some(b) && other.get(j - 1) == Some(a);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn counts_letters() {
        assert_eq!(distance("insurence", "insurance"), 1);
        assert_eq!(distance("fileing", "filing"), 1);
        assert_eq!(distance("tracability", "traceability"), 1);
        assert_eq!(distance("teh", "the"), 1);
        assert_eq!(distance("", "abc"), 3);
    }
}
