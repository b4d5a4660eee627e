//! Cuts the passage that shows why a document was found, and marks what matches.

use super::plan::{Look, Plan};
use super::stem::stem;
use super::text::{fold_into, is_chinese};

/// Width of a passage; a Chinese character counts two.
const WIDTH: usize = 220;
/// Width before the first match.
const BEFORE: usize = 40;

/// A passage of `text` as HTML: matches in `<mark>`, all else escaped.
pub(super) fn snippet(text: &str, plan: &Plan) -> String {
    let characters: Vec<char> = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    let marked = marked(&characters, plan);
    let start = window(&characters, &marked);
    let mut out = String::new();
    if start > 0 {
        out.push('…');
    }
    let (mut width, mut inside, mut end) = (0, false, start);
    for (character, mark) in characters.iter().zip(&marked).skip(start) {
        width += if character.is_ascii() { 1 } else { 2 };
        if width > WIDTH {
            break;
        }
        if *mark != inside {
            out.push_str(if *mark { "<mark>" } else { "</mark>" });
            inside = *mark;
        }
        push_escaped(&mut out, *character);
        end += 1;
    }
    if inside {
        out.push_str("</mark>");
    }
    if end < characters.len() {
        out.push('…');
    }
    out
}

fn push_escaped(out: &mut String, character: char) {
    match character {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\'' => out.push_str("&#39;"),
        other => out.push(other),
    }
}

/// Which characters match the plan.
fn marked(characters: &[char], plan: &Plan) -> Vec<bool> {
    let mut marked = vec![false; characters.len()];
    // Folding one character may give several; only the first is compared, which keeps places.
    let folded: Vec<char> = characters
        .iter()
        .map(|character| {
            let mut one = String::new();
            fold_into(&mut one, *character);
            one.chars().next().unwrap_or(' ')
        })
        .collect();
    let (mut chinese, mut latin): (Vec<Vec<char>>, Vec<&str>) = (Vec::new(), Vec::new());
    for variant in plan.groups.iter().flat_map(|group| &group.variants) {
        match &variant.look {
            Look::Words(words) => latin.extend(words.iter().map(String::as_str)),
            _ if variant.text.chars().all(is_chinese) => {
                chinese.push(variant.text.chars().collect());
            }
            _ => latin.push(&variant.text),
        }
    }
    for term in chinese {
        for at in 0..folded.len().saturating_sub(term.len().saturating_sub(1)) {
            if folded.get(at..at + term.len()) == Some(term.as_slice()) {
                marked
                    .iter_mut()
                    .skip(at)
                    .take(term.len())
                    .for_each(|mark| *mark = true);
            }
        }
    }
    mark_words(&folded, &latin, &mut marked);
    marked
}

fn mark_words(folded: &[char], latin: &[&str], marked: &mut [bool]) {
    if latin.is_empty() {
        return;
    }
    let mut at = 0;
    while at < folded.len() {
        let word: String = folded
            .iter()
            .skip(at)
            .take_while(|c| c.is_alphanumeric() && !is_chinese(**c))
            .collect();
        let length = word.chars().count();
        if length > 0 && latin.contains(&stem(&word).as_str()) {
            marked
                .iter_mut()
                .skip(at)
                .take(length)
                .for_each(|mark| *mark = true);
        }
        at += length.max(1);
    }
}

/// Where the passage begins: where most marked characters fit in.
fn window(characters: &[char], marked: &[bool]) -> usize {
    let firsts = marked
        .iter()
        .enumerate()
        .filter(|(at, mark)| **mark && (*at == 0 || marked.get(at - 1) == Some(&false)))
        .map(|(at, _)| at);
    let count = |from: usize| {
        let mut width = 0;
        characters
            .iter()
            .zip(marked)
            .skip(from)
            .take_while(|(character, _)| {
                width += if character.is_ascii() { 1 } else { 2 };
                width <= WIDTH - BEFORE
            })
            .filter(|(_, mark)| **mark)
            .count()
    };
    let Some(best) = firsts
        .take(40)
        .max_by_key(|at| (count(*at), usize::MAX - at))
    else {
        return 0;
    };
    // Begin at the start of the sentence when it is near.
    let (mut start, mut width) = (best, 0);
    while start > 0 {
        let Some(before) = characters.get(start - 1) else {
            break;
        };
        if matches!(before, '。' | '；' | '！' | '？') {
            break;
        }
        width += if before.is_ascii() { 1 } else { 2 };
        if width > BEFORE {
            break;
        }
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_matches_and_escapes_the_rest() {
        let plan = Plan::new("起付线", |_| None);
        let html = snippet("住院<b>起付线</b>每年 & 每次。", &plan);
        assert_eq!(
            html,
            "住院&lt;b&gt;<mark>起付线</mark>&lt;/b&gt;每年 &amp; 每次。"
        );
        let plan = Plan::new("deductibles", |_| None);
        assert_eq!(
            snippet("The deductible is", &plan),
            "The <mark>deductible</mark> is"
        );
    }

    #[test]
    fn the_passage_holds_the_match() {
        let text = format!(
            "{}报销起付线是一千元。{}",
            "前".repeat(500),
            "后".repeat(500)
        );
        let html = snippet(&text, &Plan::new("起付线", |_| None));
        assert!(
            html.starts_with('…') && html.contains("<mark>") && html.ends_with('…'),
            "{html}"
        );
    }
}
