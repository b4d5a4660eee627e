//! The keys of one thing: what can be typed so that it is found.

use std::collections::BTreeMap;

use super::readings::syllables;
use crate::search::plain;

/// The longest key, in characters; a longer question is cut alike.
pub(super) const LONGEST: usize = 24;
/// The most endings of one name.
const MOST_ENDINGS: usize = 40;
/// The most words of an English name.
const MOST_WORDS: usize = 12;

/// The key is where a name or a code begins.
pub(crate) const WHOLE: i32 = 0;
/// The key is where something inside a name begins.
const INSIDE: i32 = 1;
/// The key is no name of the thing, but of the place it lies in.
pub(crate) const ASIDE: i32 = 2;

/// Keys, each with the best place in which it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys(BTreeMap<String, i32>);

impl Keys {
    /// Every ending of a Chinese name, as it is written, in pinyin and in initials. Endings of
    /// one character are left out: nobody looks for what ends in 院.
    pub(crate) fn name(&mut self, name: &str) {
        let folded = plain(name);
        let syllables = syllables(&folded);
        let characters: Vec<char> = folded.chars().collect();
        let endings = characters.len().min(MOST_ENDINGS);
        for from in 0..endings {
            let place = if from == 0 { WHOLE } else { INSIDE };
            if from > 0 && from + 1 == characters.len() {
                break;
            }
            let written = characters.iter().skip(from).copied();
            self.add(written.collect(), place);
            let spoken: Vec<&str> = syllables
                .iter()
                .skip(from)
                .take(LONGEST)
                .map(String::as_str)
                .collect();
            self.add(spoken.concat(), place);
            let initials = spoken.iter().filter_map(|syllable| syllable.chars().next());
            self.add(initials.collect(), place);
        }
    }

    /// A Chinese name from its beginning only.
    pub(crate) fn beginning(&mut self, name: &str, place: i32) {
        let folded = plain(name);
        let syllables = syllables(&folded);
        self.add(folded, place);
        self.add(syllables.concat(), place);
        let initials = syllables.iter().filter_map(|one| one.chars().next());
        self.add(initials.collect(), place);
    }

    /// An English name from each of its words on.
    pub(crate) fn words(&mut self, name: &str) {
        let words: Vec<String> = name
            .split(|c: char| !c.is_alphanumeric())
            .map(plain)
            .filter(|word| !word.is_empty())
            .collect();
        for from in 0..words.len().min(MOST_WORDS) {
            let rest: Vec<&str> = words.iter().skip(from).map(String::as_str).collect();
            self.add(rest.concat(), if from == 0 { WHOLE } else { INSIDE });
        }
    }

    /// A code, whole.
    pub(crate) fn code(&mut self, code: &str) {
        self.add(plain(code), WHOLE);
    }

    /// The keys with their places, in order.
    pub(crate) fn into_rows(self) -> impl Iterator<Item = (String, i32)> {
        self.0.into_iter()
    }

    fn add(&mut self, text: String, place: i32) {
        let key: String = text.chars().take(LONGEST).collect();
        if key.is_empty() {
            return;
        }
        let known = self.0.entry(key).or_insert(place);
        *known = (*known).min(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(fill: impl Fn(&mut Keys)) -> BTreeMap<String, i32> {
        let mut keys = Keys::default();
        fill(&mut keys);
        keys.into_rows().collect()
    }

    #[test]
    fn a_name_is_found_by_every_part_in_characters_pinyin_and_initials() {
        let found = keys(|keys| keys.name("成都示例人民医院"));
        for (key, place) in [
            ("成都示例人民医院", WHOLE),
            ("人民医院", INSIDE),
            ("chengdushilirenminyiyuan", WHOLE),
            ("renminyiyuan", INSIDE),
            ("cdslrmyy", WHOLE),
            ("rmyy", INSIDE),
        ] {
            assert_eq!(found.get(key), Some(&place), "{key}");
        }
        assert!(!found.contains_key("院"));
    }

    #[test]
    fn english_words_and_codes() {
        let found = keys(|keys| {
            keys.words("Beijing Sample Hospital No. 1");
            keys.code("H11010199001");
        });
        assert_eq!(found.get("beijingsamplehospitalno1"), Some(&WHOLE));
        assert_eq!(found.get("hospitalno1"), Some(&INSIDE));
        assert_eq!(found.get("h11010199001"), Some(&WHOLE));
    }

    #[test]
    fn keys_stay_bounded_whatever_a_name_is() {
        let found = keys(|keys| {
            keys.name(&"医".repeat(5_000));
            keys.words(&"x ".repeat(5_000));
        });
        assert!(found.len() <= 3 * MOST_ENDINGS + MOST_WORDS);
        assert!(found.keys().all(|key| key.chars().count() <= LONGEST));
        assert!(keys(|keys| keys.name("·—！")).is_empty());
    }
}
