//! Chinese in pinyin, one syllable a character, without tones.

use std::collections::HashMap;
use std::sync::LazyLock;

use pinyin::ToPinyin;

/// Words of places and drugs in which a character is not read as it mostly is.
static READINGS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    include_str!("../../data/search/readings.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(' '))
        .map(|(word, syllables)| (word, syllables.split(' ').collect()))
        .collect()
});

/// The longest word of the list, in characters.
static LONGEST: LazyLock<usize> = LazyLock::new(|| {
    READINGS
        .keys()
        .map(|word| word.chars().count())
        .max()
        .unwrap_or_default()
});

/// One syllable for each character of `folded`; what is not Chinese stands for itself.
pub(super) fn syllables(folded: &str) -> Vec<String> {
    let characters: Vec<char> = folded.chars().collect();
    let mut syllables = Vec::with_capacity(characters.len());
    while let Some(rest) = characters
        .get(syllables.len()..)
        .filter(|rest| !rest.is_empty())
    {
        match listed(rest) {
            Some(word) => syllables.extend(word.iter().map(|syllable| (*syllable).to_owned())),
            None => syllables.extend(rest.first().map(|one| syllable(*one))),
        }
    }
    syllables
}

/// The syllables of the longest listed word with which `rest` begins.
fn listed(rest: &[char]) -> Option<&'static [&'static str]> {
    (2..=*LONGEST).rev().find_map(|length| {
        let word: String = rest.get(..length)?.iter().collect();
        READINGS.get(word.as_str()).map(Vec::as_slice)
    })
}

fn syllable(character: char) -> String {
    character.to_pinyin().map_or_else(
        || character.to_string(),
        // Keyboards have no ü: people type v.
        |syllable| syllable.plain().replace('ü', "v"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_people_say_them() {
        for (text, wanted) in [
            ("成都", "cheng du"),
            ("重组", "chong zu"),
            ("都江堰市人民医院", "du jiang yan shi ren min yi yuan"),
            ("氯吡格雷", "lv bi ge lei"),
            ("维生素b12片", "wei sheng su b 1 2 pian"),
        ] {
            assert_eq!(syllables(text).join(" "), wanted);
        }
    }

    #[test]
    fn every_listed_word_has_a_syllable_for_each_character() {
        assert!(READINGS.len() > 10);
        for (word, syllables) in READINGS.iter() {
            assert_eq!(word.chars().count(), syllables.len(), "{word}");
        }
    }
}
