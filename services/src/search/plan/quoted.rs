//! Phrases in quotes.

/// Opening and closing quotes.
const QUOTES: &[(char, char)] = &[
    ('"', '"'),
    ('“', '”'),
    ('「', '」'),
    ('『', '』'),
    ('＂', '＂'),
];
/// Most phrases of a question.
const MOST: usize = 4;

/// Takes the phrases in quotes out of `text`; a quote that never closes is none.
pub(super) fn take(text: &str) -> (Vec<String>, String) {
    let (mut phrases, mut rest) = (Vec::new(), String::new());
    let mut left = text;
    while let Some((before, open, after)) = opening(left) {
        let close = QUOTES
            .iter()
            .find(|(start, _)| *start == open)
            .map_or(open, |(_, end)| *end);
        let Some((phrase, tail)) = after.split_once(close) else {
            break;
        };
        rest.push_str(before);
        rest.push(' ');
        if phrase.chars().any(char::is_alphanumeric) && phrases.len() < MOST {
            phrases.push(phrase.trim().to_owned());
        }
        left = tail;
    }
    rest.push_str(left);
    (phrases, rest)
}

fn opening(text: &str) -> Option<(&str, char, &str)> {
    let (at, open) = text
        .char_indices()
        .find(|(_, c)| QUOTES.iter().any(|(start, _)| start == c))?;
    Some((text.get(..at)?, open, text.get(at + open.len_utf8()..)?))
}
