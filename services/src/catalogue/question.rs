//! What was typed, as ranges of keys.

use sea_orm::Value;

use super::keys::LONGEST;
use crate::search::{chinese_words, plain};

/// The most words of a question that are looked for.
const MOST: usize = 3;
/// Behind every text that begins like another.
const LAST: char = '\u{10FFFF}';

/// A question: words that must all begin a key of the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    /// Folded, the longest first, never empty.
    words: Vec<String>,
}

impl Question {
    /// Reads what was typed; `None` when nothing of it can be looked for.
    pub(crate) fn read(typed: &str) -> Option<Self> {
        let whole = plain(typed);
        if is_code(&whole) {
            return Self::of(vec![whole]);
        }
        Self::of(typed.split_whitespace().map(plain).collect())
    }

    /// The same in other pieces, for when nothing was found: several words joined, a Chinese one
    /// cut into the words it is made of.
    pub(crate) fn otherwise(&self, typed: &str) -> Option<Self> {
        let whole = plain(typed);
        let other = if self.words.len() > 1 {
            Self::of(vec![whole])
        } else {
            let words = chinese_words(&whole).into_iter();
            Self::of(words.filter(|word| word.chars().count() > 1).collect())
        };
        other.filter(|other| other != self)
    }

    /// The word that must match best.
    pub(crate) fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Beginning and end (excluded) of the keys that begin with each of three words; a question
    /// of fewer repeats its last.
    pub(crate) fn ranges(&self) -> [Value; 2 * MOST] {
        let [a, b, c] = [0, 1, 2].map(|at| self.range(at));
        [a.0, a.1, b.0, b.1, c.0, c.1].map(Value::from)
    }

    fn range(&self, at: usize) -> (String, String) {
        let word = self.words.get(at).or(self.words.last());
        let from = word.cloned().unwrap_or_default();
        let end = format!("{from}{LAST}");
        (from, end)
    }

    fn of(words: Vec<String>) -> Option<Self> {
        let mut words: Vec<String> = words
            .into_iter()
            .map(|word| word.chars().take(LONGEST).collect())
            .filter(|word: &String| !word.is_empty())
            .collect();
        // Stable: of words of one length the first typed counts most.
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        words.truncate(MOST);
        (!words.is_empty()).then_some(Self { words })
    }
}

/// Whether folded text is a code, however it was spaced.
fn is_code(folded: &str) -> bool {
    let digits = folded.bytes().filter(u8::is_ascii_digit).count();
    digits >= 5 && folded.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(typed: &str) -> Vec<String> {
        Question::read(typed).map_or_else(Vec::new, |question| question.words)
    }

    #[test]
    fn words_are_folded_and_the_longest_leads() {
        assert_eq!(words(" 朝陽　人民医院 "), ["人民医院", "朝阳"]);
        assert_eq!(words("ＲＭＹＹ"), ["rmyy"]);
        assert_eq!(words("h 110101 99001"), ["h11010199001"]);
        assert_eq!(words("a b c d").len(), MOST);
        assert!(words(" \0 ·！ ").is_empty());
    }

    #[test]
    fn what_is_not_found_is_asked_otherwise() {
        let typed = "朝阳区人民医院";
        let question = Question::read(typed).unwrap();
        let other = question.otherwise(typed).unwrap();
        assert!(other.words.contains(&"人民医院".to_owned()) || other.words.len() > 1);
        let spaced = Question::read("ren min").unwrap();
        assert_eq!(spaced.otherwise("ren min").unwrap().words, ["renmin"]);
        assert_eq!(
            Question::read("医院").unwrap().otherwise("医院"),
            None,
            "nothing new to ask"
        );
    }

    #[test]
    fn a_range_holds_what_begins_alike() {
        let question = Question::read("人民").unwrap();
        let (from, to) = question.range(2);
        let inside = |key: &str| from.as_str() <= key && key < to.as_str();
        assert!(inside("人民") && inside("人民医院") && !inside("人氏"));
    }
}
