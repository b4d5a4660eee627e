//! The form of text in which it is compared: one width, one case, simplified characters.

use unicode_normalization::UnicodeNormalization;

use super::traditional::simplified;

/// `text` as it is compared.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        fold_into(&mut folded, character);
    }
    folded
}

/// The compared form of one character, added to `out`.
pub(super) fn fold_into(out: &mut String, character: char) {
    if character.is_ascii() {
        out.push(character.to_ascii_lowercase());
        return;
    }
    if is_chinese(character) {
        out.push(simplified(character));
        return;
    }
    let character = crate::documents::radical(character).unwrap_or(character);
    out.extend(
        std::iter::once(character)
            .nfkc()
            .flat_map(char::to_lowercase)
            .map(simplified),
    );
}

/// Whether `character` is a Chinese character.
pub(super) const fn is_chinese(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇' | '\u{20000}'..='\u{2EBEF}')
}

/// A stretch of one script in folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// The stretch.
    pub text: &'a str,
    /// Chinese characters, else letters and digits with `-` and `.` inside.
    pub chinese: bool,
    /// Its place, counted in characters of the whole text.
    pub at: usize,
}

/// The stretches of folded text; punctuation and signs only divide.
pub(super) fn runs(folded: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut open: Option<(usize, usize, bool)> = None;
    let mut characters = folded.char_indices().enumerate().peekable();
    while let Some((at, (offset, character))) = characters.next() {
        let chinese = is_chinese(character);
        let joins = matches!(character, '-' | '.' | '\'')
            && matches!(open, Some((_, _, false)))
            && characters
                .peek()
                .is_some_and(|(_, (_, next))| next.is_alphanumeric() && !is_chinese(*next));
        if !(chinese || character.is_alphanumeric() || joins) {
            close(folded, &mut open, offset, &mut runs);
            continue;
        }
        if open.is_some_and(|(_, _, script)| script != chinese && !joins) {
            close(folded, &mut open, offset, &mut runs);
        }
        if open.is_none() {
            open = Some((offset, at, chinese));
        }
    }
    close(folded, &mut open, folded.len(), &mut runs);
    runs
}

fn close<'a>(
    folded: &'a str,
    open: &mut Option<(usize, usize, bool)>,
    end: usize,
    runs: &mut Vec<Run<'a>>,
) {
    if let Some((from, at, chinese)) = open.take()
        && let Some(text) = folded.get(from..end)
    {
        runs.push(Run { text, chinese, at });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_and_divides() {
        assert_eq!(fold("ＤＲＧ 付費，⻓期"), "drg 付费,长期");
        let parts: Vec<_> = runs("car-t 治疗2026年!")
            .into_iter()
            .map(|run| (run.text, run.chinese))
            .collect();
        assert_eq!(
            parts,
            [
                ("car-t", false),
                ("治疗", true),
                ("2026", false),
                ("年", true)
            ]
        );
    }
}
