//! The words of search that editors keep: synonyms, wrong writings, words of asking.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::stem::stem;
use super::text::{fold, is_chinese, runs};

const SYNONYMS: &str = include_str!("../../data/search/synonyms.txt");
const HOMOPHONES: &str = include_str!("../../data/search/homophones.txt");
const STOPWORDS: &str = include_str!("../../data/search/stopwords.txt");

/// The files that ship with the product, read once.
pub(super) static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read(SYNONYMS, HOMOPHONES, STOPWORDS));

/// Words and what they stand for.
pub(super) struct Vocabulary {
    synonyms: HashMap<String, Vec<String>>,
    wrong: Vec<(String, String)>,
    stop: HashSet<String>,
    longest: usize,
}

impl Vocabulary {
    fn read(synonyms: &str, homophones: &str, stopwords: &str) -> Self {
        let mut table: HashMap<String, Vec<String>> = HashMap::new();
        for rule in rules(synonyms) {
            if let Some((from, to)) = rule.split_once("->") {
                for key in from.split(',') {
                    let found = table.entry(canonical(key)).or_default();
                    found.extend(to.split(',').map(canonical));
                }
            } else {
                let terms: Vec<String> = rule.split('=').map(canonical).collect();
                for key in &terms {
                    let found = table.entry(key.clone()).or_default();
                    found.extend(terms.iter().filter(|term| *term != key).cloned());
                }
            }
        }
        for found in table.values_mut() {
            let mut seen = HashSet::new();
            found.retain(|term| !term.is_empty() && seen.insert(term.clone()));
        }
        table.remove("");
        let longest = table
            .keys()
            .map(|key| key.split(' ').count())
            .max()
            .unwrap_or(1);
        Self {
            longest: longest.max(4),
            synonyms: table,
            wrong: rules(homophones)
                .filter_map(|rule| rule.split_once("->"))
                .map(|(wrong, right)| (fold(wrong.trim()), fold(right.trim())))
                .collect(),
            stop: rules(stopwords).map(fold).collect(),
        }
    }

    /// What else finds `term` (in [`canonical`] form).
    pub(super) fn synonyms(&self, term: &str) -> Option<&[String]> {
        self.synonyms.get(term).map(Vec::as_slice)
    }

    /// Most words of a term.
    pub(super) const fn longest(&self) -> usize {
        self.longest
    }

    /// Whether `word` only asks.
    pub(super) fn only_asks(&self, word: &str) -> bool {
        self.stop.contains(word)
    }

    /// The Chinese terms, which must not be cut apart.
    pub(super) fn chinese_terms(&self) -> impl Iterator<Item = &str> {
        let right = self.wrong.iter().map(|(_, right)| right.as_str());
        let terms = self.synonyms.iter().flat_map(|(key, found)| {
            std::iter::once(key.as_str()).chain(found.iter().map(String::as_str))
        });
        terms
            .chain(right)
            .filter(|term| term.chars().all(is_chinese) && term.chars().count() > 1)
    }

    /// The English words of the terms, unstemmed.
    pub(super) fn english_words(&self) -> impl Iterator<Item = String> {
        rules(SYNONYMS)
            .flat_map(|rule| rule.split(['=', ',', '>', ' ', '-']))
            .map(fold)
            .filter(|word| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
    }

    /// `folded` with its wrong writings put right; `None` when there are none.
    pub(super) fn corrected(&self, folded: &str) -> Option<String> {
        let mut text = folded.to_owned();
        for (wrong, right) in &self.wrong {
            if !text.contains(wrong.as_str()) {
                continue;
            }
            if wrong.is_ascii() {
                let words: Vec<&str> = text
                    .split(' ')
                    .map(|word| if word == wrong { right.as_str() } else { word })
                    .collect();
                text = words.join(" ");
            } else if !text.contains(right.as_str()) {
                text = text.replace(wrong.as_str(), right);
            }
        }
        (text != folded).then_some(text)
    }
}

fn rules(file: &str) -> impl Iterator<Item = &str> {
    file.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A term as it is looked up: Chinese characters close up, English stems one space apart.
pub(super) fn canonical(term: &str) -> String {
    let folded = fold(term);
    let mut out = String::new();
    for run in runs(&folded) {
        if run.chinese {
            out.push_str(run.text);
            continue;
        }
        let parts: Vec<&str> = run
            .text
            .split(['-', '.', '\''])
            .filter(|part| !part.is_empty())
            .collect();
        let code = parts.iter().any(|part| part.len() < 2);
        let stems: Vec<String> = if code {
            vec![run.text.to_owned()]
        } else {
            parts.into_iter().map(stem).collect()
        };
        for stem in stems {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&stem);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_directions_and_one() {
        let words = Vocabulary::read(
            "a b = 起付线\n骑手, 快递员 -> 灵活就业\n",
            "起付先 -> 起付线\n",
            "怎么\n",
        );
        assert_eq!(words.synonyms("起付线"), Some(&["a b".to_owned()][..]));
        assert_eq!(words.synonyms("快递员"), Some(&["灵活就业".to_owned()][..]));
        assert_eq!(words.synonyms("灵活就业"), None);
        assert_eq!(
            words.corrected("起付先是多少").as_deref(),
            Some("起付线是多少")
        );
        assert!(words.only_asks("怎么"));
    }

    #[test]
    fn the_shipped_words_load() {
        assert!(VOCABULARY.synonyms("医保码").is_some());
        assert!(
            VOCABULARY
                .synonyms(&canonical("medical insurance code"))
                .is_some()
        );
        assert!(VOCABULARY.synonyms(&canonical("CAR-T")).is_some());
    }
}
