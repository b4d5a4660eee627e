//! Cleans text as it is kept: letter forms that only look like characters become them, full-width
//! letters and digits become plain ones, invisible characters go. Punctuation stays as written.

use unicode_normalization::UnicodeNormalization;

/// Radical forms that compatibility folding leaves alone, and the characters they stand for.
/// PDF fonts map glyphs of characters to them.
const RADICALS: &[(char, char)] = &[
    ('⺁', '厂'),
    ('⺄', '乙'),
    ('⺆', '冂'),
    ('⺇', '几'),
    ('⺈', '刀'),
    ('⺊', '卜'),
    ('⺌', '小'),
    ('⺎', '兀'),
    ('⺓', '幺'),
    ('⺕', '彐'),
    ('⺗', '心'),
    ('⺙', '攵'),
    ('⺛', '旡'),
    ('⺝', '月'),
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺢', '水'),
    ('⺤', '爪'),
    ('⺥', '爫'),
    ('⺧', '牛'),
    ('⺩', '王'),
    ('⺪', '疋'),
    ('⺫', '目'),
    ('⺬', '示'),
    ('⺮', '竹'),
    ('⺰', '纟'),
    ('⺱', '罒'),
    ('⺳', '网'),
    ('⺵', '网'),
    ('⺶', '羊'),
    ('⺷', '羊'),
    ('⺸', '羊'),
    ('⺻', '聿'),
    ('⺼', '月'),
    ('⺽', '臼'),
    ('⺾', '艹'),
    ('⻁', '虎'),
    ('⻂', '衤'),
    ('⻃', '西'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻇', '角'),
    ('⻈', '讠'),
    ('⻉', '贝'),
    ('⻊', '足'),
    ('⻋', '车'),
    ('⻌', '辶'),
    ('⻍', '辶'),
    ('⻎', '辶'),
    ('⻏', '邑'),
    ('⻐', '钅'),
    ('⻑', '長'),
    ('⻒', '長'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻕', '阜'),
    ('⻖', '阝'),
    ('⻗', '雨'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻞', '食'),
    ('⻟', '食'),
    ('⻠', '饣'),
    ('⻡', '首'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻧', '卤'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻪', '黾'),
    ('⻫', '齐'),
    ('⻬', '齐'),
    ('⻭', '齿'),
    ('⻮', '齿'),
    ('⻯', '龙'),
    ('⻰', '龙'),
    ('⻱', '龟'),
    ('⻲', '龟'),
    ('⻳', '龟'),
];

/// Cleans `text` for keeping and reading.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    cleaned.push('\n');
                }
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{0C}' | '\u{0B}' => cleaned.push('\n'),
            '\n' => cleaned.push('\n'),
            '\t' | '\u{A0}' | '\u{3000}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
                cleaned.push(' ');
            }
            // Zero-width, directional and soft-hyphen characters hide text from readers.
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' => {}
            _ if character.is_control() => {}
            _ if character.is_ascii() => cleaned.push(character),
            _ => push_folded(&mut cleaned, character),
        }
    }
    cleaned
}

/// The character that a CJK radical form stands for.
#[must_use]
pub(crate) fn radical(character: char) -> Option<char> {
    RADICALS
        .binary_search_by_key(&character, |(radical, _)| *radical)
        .ok()
        .and_then(|at| RADICALS.get(at))
        .map(|(_, plain)| *plain)
}

fn push_folded(cleaned: &mut String, character: char) {
    match character {
        '\u{2E80}'..='\u{2EFF}' => match radical(character) {
            Some(plain) => cleaned.push(plain),
            None => cleaned.extend(std::iter::once(character).nfkc()),
        },
        // Kangxi radicals, compatibility ideographs, ligatures, full-width letters and digits.
        '\u{2F00}'..='\u{2FDF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{2F800}'..='\u{2FA1F}'
        | '\u{FF10}'..='\u{FF19}'
        | '\u{FF21}'..='\u{FF3A}'
        | '\u{FF41}'..='\u{FF5A}' => cleaned.extend(std::iter::once(character).nfkc()),
        _ => cleaned.push(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(RADICALS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn radical_forms_become_characters_and_punctuation_stays() {
        assert_eq!(
            clean("⻓期护理，⻅第１２条（ＤＲＧ）\u{200B}⼀"),
            "长期护理，见第12条（DRG）一"
        );
    }
}
