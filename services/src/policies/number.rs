//! Document numbers: `国办发〔2024〕38号` in all its brackets and spellings, orders such as
//! `国务院令第735号`.

use crate::documents;

/// A document number, taken apart. Any part may be unknown in a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// The issuer's sign (`国办发`) or the order's name (`国务院令`); lower case, may be empty.
    pub prefix: String,
    /// The year, where the number has one.
    pub year: Option<i32>,
    /// The serial number.
    pub serial: i32,
}

impl Number {
    /// The one way of writing it (`国办发〔2024〕38号`).
    #[must_use]
    pub fn normal(&self) -> String {
        match self.year {
            Some(year) => format!("{}〔{year}〕{}号", self.prefix, self.serial),
            None => format!("{}第{}号", self.prefix, self.serial),
        }
    }

    /// Whether a document with `other` may be meant by a query for this one.
    #[must_use]
    pub fn matches(&self, other: &Self) -> bool {
        self.serial == other.serial
            && (self.year.is_none() || self.year == other.year)
            && (self.prefix.is_empty()
                || other.prefix.contains(&self.prefix)
                || self.prefix.contains(&other.prefix))
    }
}

/// Most characters of an issuer's sign.
const LONGEST_PREFIX: usize = 14;

/// Reads the first number in `text`.
#[must_use]
pub fn parse(text: &str) -> Option<Number> {
    find(text).map(|(number, _)| number)
}

/// Finds the first number in `text`, and the text without it.
#[must_use]
pub fn find(text: &str) -> Option<(Number, String)> {
    let folded = fold(text);
    let characters: Vec<char> = folded.chars().collect();
    bracketed(&characters)
        .or_else(|| spoken(&characters))
        .or_else(|| order(&characters))
        .or_else(|| english(&folded))
}

/// Brackets become `〔〕`, letters lower case, full-width forms plain.
fn fold(text: &str) -> String {
    documents::clean(text)
        .chars()
        .map(|character| match character {
            '[' | '【' | '(' | '（' | '［' | '﹝' | '<' | '〈' | '{' | '「' => '〔',
            ']' | '】' | ')' | '）' | '］' | '﹞' | '>' | '〉' | '}' | '」' => '〕',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

fn is_sign(character: char) -> bool {
    character.is_alphabetic()
}

fn digits(characters: &[char], from: usize, most: usize) -> Option<(i32, usize)> {
    let text: String = characters
        .iter()
        .skip(from)
        .take_while(|c| c.is_ascii_digit())
        .take(most + 1)
        .collect();
    if text.is_empty() || text.len() > most {
        return None;
    }
    Some((text.parse().ok()?, from + text.len()))
}

fn skip(characters: &[char], mut from: usize, wanted: impl Fn(char) -> bool) -> usize {
    while characters.get(from).is_some_and(|c| wanted(*c)) {
        from += 1;
    }
    from
}

fn prefix_before(characters: &[char], end: usize) -> (String, usize) {
    let mut start = end;
    while start > 0
        && end - start < LONGEST_PREFIX
        && characters.get(start - 1).is_some_and(|c| is_sign(*c))
    {
        start -= 1;
    }
    (
        characters
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .collect(),
        start,
    )
}

fn without(characters: &[char], start: usize, end: usize) -> String {
    let before = characters.get(..start).unwrap_or_default().iter();
    let after = characters.get(end..).unwrap_or_default().iter();
    before
        .chain(std::iter::once(&' '))
        .chain(after)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// `国办发〔2024〕38号`, `国办发2024 38号`, `国办发〔2024〕第38号`.
fn bracketed(characters: &[char]) -> Option<(Number, String)> {
    for at in 0..characters.len() {
        if at > 0 && characters.get(at - 1).is_some_and(char::is_ascii_digit) {
            continue;
        }
        let Some((year, after)) = digits(characters, at, 4) else {
            continue;
        };
        if !(1949..2100).contains(&year) {
            continue;
        }
        let before = (0..at)
            .rev()
            .find(|b| characters.get(*b) != Some(&' '))
            .map_or(0, |b| b + 1);
        let open = before > 0 && characters.get(before - 1) == Some(&'〔');
        let sign_end = if open { before - 1 } else { before };
        let (prefix, start) = prefix_before(characters, sign_end);
        let bracket = skip(characters, after, |c| matches!(c, '〕' | ' ' | '第' | '-'));
        if bracket == after || (!open && prefix.is_empty()) {
            continue;
        }
        let Some((serial, end)) = digits(characters, bracket, 5) else {
            continue;
        };
        let end = skip(characters, end, |c| c == ' ');
        let closed = characters.get(end) == Some(&'号');
        if !closed && !open {
            continue;
        }
        let end = if closed { end + 1 } else { end };
        let end = skip(characters, end, |c| matches!(c, '文' | '件'));
        return Some((
            Number {
                prefix,
                year: Some(year),
                serial,
            },
            without(characters, start, end),
        ));
    }
    None
}

/// `2024年38号文`, `2024年第38号`.
fn spoken(characters: &[char]) -> Option<(Number, String)> {
    let year_at = (0..characters.len()).find(|at| {
        digits(characters, *at, 4).is_some_and(|(year, end)| {
            (1949..2100).contains(&year) && characters.get(end) == Some(&'年')
        })
    })?;
    let (year, after) = digits(characters, year_at, 4)?;
    let from = skip(characters, after, |c| matches!(c, '年' | ' ' | '第'));
    let (serial, end) = digits(characters, from, 5)?;
    if characters.get(end) != Some(&'号') {
        return None;
    }
    let end = skip(characters, end + 1, |c| matches!(c, '文' | '件' | '令'));
    let number = Number {
        prefix: String::new(),
        year: Some(year),
        serial,
    };
    Some((number, without(characters, year_at, end)))
}

/// `国务院令第735号`, `38号文`, `第38号文件`.
fn order(characters: &[char]) -> Option<(Number, String)> {
    for at in 0..characters.len() {
        if at > 0 && characters.get(at - 1).is_some_and(char::is_ascii_digit) {
            continue;
        }
        let Some((serial, end)) = digits(characters, at, 5) else {
            continue;
        };
        let end = skip(characters, end, |c| c == ' ');
        if characters.get(end) != Some(&'号') {
            continue;
        }
        let mut sign_end = at;
        while sign_end > 0 && matches!(characters.get(sign_end - 1), Some('第' | ' ')) {
            sign_end -= 1;
        }
        let (prefix, start) = prefix_before(characters, sign_end);
        let document = matches!(characters.get(end + 1), Some('文' | '令'));
        let alone = start == 0 && end + 1 == characters.len();
        let decree = prefix.ends_with('令') || prefix.ends_with('发') || prefix.ends_with('函');
        if !(document || alone || decree) {
            continue;
        }
        let (prefix, start) = if decree || alone {
            (prefix, start)
        } else {
            (String::new(), sign_end)
        };
        let prefix = prefix.trim_start_matches("中华人民共和国").to_owned();
        let end = skip(characters, end + 1, |c| matches!(c, '文' | '件' | '令'));
        return Some((
            Number {
                prefix,
                year: None,
                serial,
            },
            without(characters, start, end),
        ));
    }
    None
}

/// `2024 No. 38 document`, `No. 38 of 2024`.
fn english(folded: &str) -> Option<(Number, String)> {
    let words: Vec<&str> = folded.split_whitespace().collect();
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let at = words.iter().position(|word| {
        let word = plain(word);
        word == "no"
            || word == "number"
            || word
                .strip_prefix("no.")
                .is_some_and(|rest| rest.parse::<i32>().is_ok())
    })?;
    let own = words
        .get(at)
        .and_then(|word| word.strip_prefix("no."))
        .and_then(|rest| plain(rest).parse::<i32>().ok());
    let (serial, end) = match own {
        Some(serial) => (serial, at + 1),
        None => (plain(words.get(at + 1)?).parse::<i32>().ok()?, at + 2),
    };
    let is_year = |word: &&str| {
        plain(word)
            .parse::<i32>()
            .ok()
            .filter(|year| (1949..2100).contains(year))
    };
    let year = words.iter().find_map(is_year);
    let rest: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(index, word)| (*index < at || *index >= end) && is_year(word).is_none())
        .map(|(_, word)| *word)
        .filter(|word| !matches!(*word, "document" | "of" | "the"))
        .collect();
    Some((
        Number {
            prefix: String::new(),
            year,
            serial,
        },
        rest.join(" "),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_in_all_its_spellings() {
        for text in [
            "国办发〔2024〕38号",
            "国办发[2024]38号",
            "国办发【2024】38号",
            "国办发(2024)38号",
            "国办发（2024）38号",
            "国办发2024 38号",
            "国办发［2024］38号",
            "国办发〔2024〕第38号",
            "国办发 〔２０２４〕 ３８ 号",
            "国办发〔2024〕38号文件",
        ] {
            let number = parse(text).unwrap();
            assert_eq!((number.year, number.serial), (Some(2024), 38), "{text}");
            assert!(
                number.prefix.is_empty() || number.prefix == "国办发",
                "{text}"
            );
        }
        assert_eq!(
            parse("国办发[2024]38号").unwrap().normal(),
            "国办发〔2024〕38号"
        );
    }

    #[test]
    fn parts_of_a_number() {
        let cases = [
            ("38号文", "", None, 38),
            ("2024年38号文", "", Some(2024), 38),
            ("国务院令第735号", "国务院令", None, 735),
            ("中华人民共和国国务院令第735号", "国务院令", None, 735),
            ("2024 No. 38 document", "", Some(2024), 38),
            ("No.38 of 2024", "", Some(2024), 38),
            ("38号", "", None, 38),
        ];
        for (text, prefix, year, serial) in cases {
            let number = parse(text).unwrap_or_default();
            assert_eq!(
                (number.prefix.as_str(), number.year, number.serial),
                (prefix, year, serial),
                "{text}"
            );
        }
        for text in [
            "居民医保2025年交多少钱",
            "三胎",
            "2026年新版药品目录",
            "no account",
            "住在38号院",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
