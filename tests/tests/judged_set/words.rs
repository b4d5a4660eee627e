//! Whether a question shares a word of content with a title.

use std::collections::HashSet;

/// What titles are made of whatever they are about; longer words stand before their parts.
const FORM: &[&str] = &[
    "基本医疗保险",
    "中华人民共和国",
    "最高人民法院",
    "医疗保障",
    "医疗保险",
    "指导意见",
    "医保",
    "关于",
    "通知",
    "意见",
    "办法",
    "条例",
    "规定",
    "规范",
    "暂行",
    "管理",
    "工作",
    "有关",
    "做好",
    "国家",
    "问题",
    "解释",
    "适用",
    "法律",
    "案件",
    "若干",
];

/// The same in English, and words that are about nothing.
const FORM_ENGLISH: &[&str] = &[
    "medical",
    "insurance",
    "notice",
    "opinion",
    "guiding",
    "measure",
    "regulation",
    "interim",
    "management",
    "with",
    "from",
    "this",
    "that",
    "what",
    "when",
];

/// Shortest English word that counts, in letters.
const SHORTEST: usize = 4;

/// Pairs of neighbouring characters, once the words of form are out.
fn pairs(text: &str) -> HashSet<(char, char)> {
    let bare = FORM
        .iter()
        .fold(text.to_owned(), |text, word| text.replace(word, " "));
    let characters: Vec<char> = bare.chars().collect();
    let neighbours = characters.windows(2).map(|pair| (pair[0], pair[1]));
    neighbours
        .filter(|(first, second)| chinese(*first) && chinese(*second))
        .collect()
}

fn chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

/// English words of content, without the `s` of the plural.
fn words(text: &str) -> HashSet<String> {
    text.to_lowercase()
        .split(|character: char| !character.is_ascii_lowercase())
        .filter(|word| word.len() >= SHORTEST)
        .map(|word| word.strip_suffix('s').unwrap_or(word).to_owned())
        .filter(|word| !FORM_ENGLISH.contains(&word.as_str()))
        .collect()
}

/// Whether `question` and `title` have a word of content in common.
pub fn shared(question: &str, title: &str) -> bool {
    !pairs(question).is_disjoint(&pairs(title)) || !words(question).is_disjoint(&words(title))
}

#[test]
fn words_of_form_are_not_shared() {
    let title = "关于健全基本医疗保险参保长效机制的指导意见";
    assert!(shared("断保之后再参保要等几个月", title));
    assert!(!shared("医保管理的通知和意见", title));
    assert!(!shared("断了要等多久", title));
    let english = "Guiding opinions on a long-term enrolment mechanism";
    assert!(shared("reward for continuous enrolment", english));
    assert!(shared("mechanisms", english));
    assert!(!shared("the opinions on a guiding notice", english));
}
