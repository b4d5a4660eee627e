//! Amounts in words of scale, for people who read large figures with difficulty.

use super::Money;
use super::format::{MINUS, push_grouped};
use crate::language::Language;

const YUAN: u64 = 100;
const THOUSAND: u64 = 1_000 * YUAN;
const WAN: u64 = 10_000 * YUAN;
const YI: u64 = 10_000 * WAN;

impl Money {
    /// The amount in words of scale: `1万2千元`, `12,000 yuan`. What is left out is rounded
    /// half up and said: `约1万2千元`, `about 12,000 yuan`. Below a thousand yuan it is exact.
    #[must_use]
    pub fn in_words(self, language: Language) -> String {
        let fen = self.0.unsigned_abs();
        let unit = match fen {
            0..THOUSAND => 1,
            THOUSAND..WAN => 100 * YUAN,
            WAN..YI => 1_000 * YUAN,
            _ => 100 * WAN,
        };
        let rounded = (fen + unit / 2) / unit * unit;
        let words = match language {
            Language::Zh => chinese(rounded),
            Language::En => english(rounded),
        };
        let about = if rounded == fen {
            ""
        } else {
            language.pick("约", "about ")
        };
        let sign = if self.0 < 0 {
            language.pick("负".to_owned(), MINUS.to_string())
        } else {
            String::new()
        };
        format!("{about}{sign}{words}")
    }
}

fn chinese(fen: u64) -> String {
    let mut words = String::new();
    let mut part = |number: u64, name: &str| {
        if number > 0 {
            words.push_str(&number.to_string());
            words.push_str(name);
        }
    };
    part(fen / YI, "亿");
    part(fen % YI / WAN, "万");
    part(fen % WAN / THOUSAND, "千");
    if fen >= THOUSAND {
        part(fen % THOUSAND / (100 * YUAN), "百");
        return words + "元";
    }
    part(fen / YUAN, "元");
    part(fen % YUAN / 10, "角");
    part(fen % 10, "分");
    if words.is_empty() {
        "0元".to_owned()
    } else {
        words
    }
}

fn english(fen: u64) -> String {
    let mut words = String::new();
    push_grouped(&mut words, fen / YUAN);
    if !fen.is_multiple_of(YUAN) {
        words.push_str(&format!(".{:02}", fen % YUAN));
    }
    words + " yuan"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zh(fen: i64) -> String {
        Money::from_fen(fen).in_words(Language::Zh)
    }

    fn en(fen: i64) -> String {
        Money::from_fen(fen).in_words(Language::En)
    }

    #[test]
    fn chinese_scale() {
        assert_eq!(zh(1_200_000), "1万2千元");
        assert_eq!(zh(1_234_567), "约1万2千元");
        assert_eq!(zh(2_021_088), "约2万元");
        assert_eq!(zh(99_960_000), "约100万元");
        assert_eq!(zh(10_500_000_000), "1亿500万元");
        assert_eq!(zh(151_000), "约1千5百元");
        assert_eq!(zh(84_530), "845元3角");
        assert_eq!(zh(5), "5分");
        assert_eq!(zh(0), "0元");
        assert_eq!(zh(-1_200_000), "负1万2千元");
    }

    #[test]
    fn english_scale() {
        assert_eq!(en(1_200_000), "12,000 yuan");
        assert_eq!(en(1_234_567), "about 12,000 yuan");
        assert_eq!(en(84_530), "845.30 yuan");
    }
}
