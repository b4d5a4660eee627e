//! Turns what was typed into groups of evidence to look for.

use super::catalogue::plain;
use super::text::{fold, is_chinese};
use super::tokens::{Word, cover, inner_words, question_words};
use super::vocabulary::VOCABULARY;
use crate::policies::number::{self, Number};

mod article;
mod quoted;

/// Most characters of a question that count.
const LONGEST: usize = 200;
/// Most groups of a question.
const MOST_GROUPS: usize = 24;
/// Most terms of a question.
const MOST_TERMS: usize = 64;
/// What a synonym counts for, beside the word that was typed.
const SYNONYM: f32 = 0.75;
/// What a part of a long word counts for.
const PART: f32 = 0.35;
/// What a single character counts for.
const CHARACTER: f32 = 0.4;

/// One way in which a group may be met.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Variant {
    /// The text as it is compared.
    pub text: String,
    /// How it is looked up.
    pub look: Look,
    /// What it counts for, up to 1.
    pub weight: f32,
}

/// How a variant is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// As one word.
    Word(String),
    /// As several words in the same entry, all of them.
    Words(Vec<String>),
    /// As characters that follow each other.
    Phrase(Vec<(usize, String)>),
}

/// What one word or term of the question is met by.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// The ways, the typed one first.
    pub variants: Vec<Variant>,
    /// What the group counts for, up to 1.
    pub weight: f32,
    /// Whether a hit must meet it: a phrase in quotes.
    pub required: bool,
}

/// A question, understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plan {
    /// What to look for.
    pub groups: Vec<Group>,
    /// A document number.
    pub number: Option<Number>,
    /// The anchor of an article asked for by its number.
    pub article: Option<String>,
    /// What was typed without anything but letters and digits.
    pub plain: String,
    /// The question put right, when something in it was written wrongly.
    pub corrected: Option<String>,
}

impl Plan {
    /// Understands `typed`. `nearest` finds the English word that may have been meant by one that
    /// the index does not know.
    pub(super) fn new(typed: &str, nearest: impl Fn(&str) -> Option<String>) -> Self {
        let cleaned: String = typed
            .chars()
            .filter(|c| !c.is_control() || c.is_whitespace())
            .take(LONGEST)
            .collect();
        let (quoted, rest) = quoted::take(&cleaned);
        let folded = fold(&rest).split_whitespace().collect::<Vec<_>>().join(" ");
        let corrected = correct(&folded, nearest);
        let question = corrected.clone().unwrap_or(folded);
        let (number, rest) = match number::find(&question) {
            Some((number, rest)) => (Some(number), rest),
            None => (None, question.clone()),
        };
        let (article, rest) = match article::take(&rest) {
            Some((anchor, left)) => (Some(anchor), left),
            None => (None, rest),
        };
        let plain_text = if article.is_some() {
            plain(&rest)
        } else {
            plain(&question)
        };
        let mut plan = Self {
            number,
            article,
            plain: plain_text,
            corrected,
            ..Self::default()
        };
        // First, so that a long question does not crowd them out.
        for phrase in quoted {
            let phrase = fold(&phrase);
            plan.plain.push_str(&plain(&phrase));
            plan.groups.push(Group {
                variants: vec![exact(&phrase)],
                weight: 1.0,
                required: true,
            });
        }
        plan.groups.extend(groups(&rest));
        plan.bound();
        plan
    }

    /// Whether nothing is asked for.
    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.number.is_none()
    }

    /// The groups that a hit must meet, as a mask of their places.
    pub(super) fn required(&self) -> u32 {
        let groups = self.groups.iter().enumerate();
        groups
            .filter(|(_, group)| group.required)
            .fold(0, |mask, (place, _)| mask | (1 << place))
    }

    fn bound(&mut self) {
        self.groups.truncate(MOST_GROUPS);
        let mut terms = 0;
        for group in &mut self.groups {
            // A phrase in quotes is no longer than the question may be, and a hit must meet it.
            let required = group.required;
            group.variants.retain(|variant| {
                let more = terms
                    + match &variant.look {
                        Look::Word(_) => 1,
                        Look::Words(words) => words.len(),
                        Look::Phrase(pairs) => pairs.len(),
                    };
                let fits = required || more <= MOST_TERMS;
                if fits && !required {
                    terms = more;
                }
                fits
            });
        }
        self.groups.retain(|group| !group.variants.is_empty());
    }
}

fn correct(folded: &str, nearest: impl Fn(&str) -> Option<String>) -> Option<String> {
    let listed = VOCABULARY.corrected(folded);
    let text = listed.as_deref().unwrap_or(folded);
    let mut changed = listed.is_some();
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            let plain = word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
            match plain.then(|| nearest(word)).flatten() {
                Some(right) => {
                    changed = true;
                    right
                }
                None => word.to_owned(),
            }
        })
        .collect();
    changed.then(|| words.join(" "))
}

fn groups(question: &str) -> Vec<Group> {
    let words = question_words(question);
    let mut found: Vec<Group> = Vec::new();
    let mut weak: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((length, term)) = longest_term(&words, at) {
            push(&mut found, term_group(&term));
            at += length;
            continue;
        }
        let Some(word) = words.get(at) else { break };
        at += 1;
        if VOCABULARY.only_asks(&word.typed) {
            weak.push(word_group(word));
        } else {
            push(&mut found, word_group(word));
        }
    }
    // A question of nothing but words of asking looks for those.
    if found.is_empty() { weak } else { found }
}

fn push(groups: &mut Vec<Group>, group: Group) {
    let first = |group: &Group| group.variants.first().map(|variant| variant.text.clone());
    if !groups.iter().any(|known| first(known) == first(&group)) {
        groups.push(group);
    }
}

/// The longest run of words from `at` that has synonyms.
fn longest_term(words: &[Word], at: usize) -> Option<(usize, String)> {
    (1..=VOCABULARY.longest().max(6)).rev().find_map(|length| {
        let run = words.get(at..at + length)?;
        let chinese = run.first()?.chinese;
        if run.iter().any(|word| word.chinese != chinese) {
            return None;
        }
        let separator = if chinese { "" } else { " " };
        let term = run
            .iter()
            .map(|word| word.term.as_str())
            .collect::<Vec<_>>()
            .join(separator);
        VOCABULARY
            .synonyms(&term)
            .is_some()
            .then_some((length, term))
    })
}

fn term_group(term: &str) -> Group {
    let mut variants = vec![variant(term, 1.0)];
    for synonym in VOCABULARY.synonyms(term).unwrap_or_default() {
        variants.push(variant(synonym, SYNONYM));
    }
    add_parts(&mut variants, term);
    Group {
        variants,
        weight: 1.0,
        required: false,
    }
}

fn word_group(word: &Word) -> Group {
    let single = word.chinese && word.term.chars().count() == 1;
    let mut variants = vec![variant(&word.term, 1.0)];
    if word.chinese {
        add_parts(&mut variants, &word.term);
    }
    Group {
        variants,
        weight: if single { CHARACTER } else { 1.0 },
        required: false,
    }
}

fn add_parts(variants: &mut Vec<Variant>, term: &str) {
    if term.chars().count() > 3 && term.chars().all(is_chinese) {
        variants.extend(
            inner_words(term)
                .into_iter()
                .take(4)
                .map(|part| variant(&part, PART)),
        );
    }
}

fn variant(term: &str, weight: f32) -> Variant {
    let chinese = term.chars().all(is_chinese);
    let look = if chinese && term.chars().count() > 3 {
        Look::Phrase(cover(term))
    } else if !chinese && term.contains(' ') {
        Look::Words(term.split(' ').map(str::to_owned).collect())
    } else {
        Look::Word(term.to_owned())
    };
    Variant {
        text: term.to_owned(),
        look,
        weight,
    }
}

fn exact(phrase: &str) -> Variant {
    Variant {
        text: phrase.to_owned(),
        look: Look::Phrase(cover(phrase)),
        weight: 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(question: &str) -> Vec<String> {
        Plan::new(question, |_| None)
            .groups
            .iter()
            .filter_map(|group| group.variants.first().map(|variant| variant.text.clone()))
            .collect()
    }

    #[test]
    fn words_of_asking_do_not_drown_the_content() {
        let terms = terms("断保之后再参保要等几个月");
        assert!(terms.contains(&"断保".to_owned()), "{terms:?}");
        assert!(!terms.contains(&"几个".to_owned()), "{terms:?}");
    }

    #[test]
    fn numbers_and_quotes_are_taken_out() {
        let plan = Plan::new("国办发[2024]38号 “长效机制”", |_| None);
        assert_eq!(plan.number.as_ref().unwrap().serial, 38);
        assert_eq!(plan.groups[0].variants[0].text, "长效机制");
        assert_eq!(plan.required(), 1);
        assert_eq!(Plan::new("长效机制", |_| None).required(), 0);
        // However long, what is quoted is looked for, and what stands beside it too.
        let long = format!("“{}” 长效机制", "医疗保障待遇清单".repeat(20));
        let plan = Plan::new(&long, |_| None);
        assert_eq!((plan.groups.len(), plan.required()), (2, 1));
    }

    #[test]
    fn nothing_to_look_for_is_no_question() {
        for text in ["", "   ", "AND OR \u{0}", "😀😀", "\"\"", "%_';--"] {
            let plan = Plan::new(text, |_| None);
            assert!(plan.groups.len() < 4, "{text:?}");
        }
        assert!(Plan::new(&"医保".repeat(5_000), |_| None).groups.len() <= MOST_GROUPS);
    }
}
