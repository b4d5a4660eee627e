//! Amounts in words of scale, for people who read large figures with difficulty.

use super::Money;
use super::format::{MINUS, push_grouped};
use crate::language::Language;

const YUAN: u64 = 100;
const HUNDRED: u64 = 100 * YUAN;
const THOUSAND: u64 = 1_000 * YUAN;
const WAN: u64 = 10_000 * YUAN;
const YI: u64 = 10_000 * WAN;

impl Money {
    /// The amount in words of scale: `1万4千5百40元`, `14,540 yuan`. Exact to the fen below a hundred
    /// million yuan, so that no two amounts of a bill are ever told alike; from there on rounded half
    /// up to a million yuan, and said to be: `约1亿2000万元`, `about 120,000,000 yuan`.
    #[must_use]
    pub fn in_words(self, language: Language) -> String {
        let fen = self.0.unsigned_abs();
        let unit = if fen < YI { 1 } else { 100 * WAN };
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
    if fen < THOUSAND {
        return small(fen);
    }
    let scales = [
        (fen / YI, "亿"),
        (fen % YI / WAN, "万"),
        (fen % WAN / THOUSAND, "千"),
        (fen % THOUSAND / HUNDRED, "百"),
    ];
    let mut words = String::new();
    // Whether a digit was left out since the last scale: 10,005 is 1万零5, while 1万5 would be heard as
    // 15,000.
    let mut gap = false;
    for (number, name) in scales {
        if number == 0 {
            gap = matches!(name, "千" | "百");
            continue;
        }
        if gap && !words.is_empty() {
            words.push('零');
        }
        gap = false;
        words.push_str(&number.to_string());
        words.push_str(name);
    }
    let yuan = fen % HUNDRED / YUAN;
    if yuan > 0 {
        if gap || yuan < 10 {
            words.push('零');
        }
        words.push_str(&yuan.to_string());
    }
    words.push('元');
    words + &parts_of_a_yuan(fen)
}

/// Below a thousand yuan: figures are read as easily as words.
fn small(fen: u64) -> String {
    let yuan = fen / YUAN;
    match (yuan, fen % YUAN) {
        (0, 0) => "0元".to_owned(),
        (0, 1..=9) => format!("{fen}分"),
        (0, _) => parts_of_a_yuan(fen),
        _ => format!("{yuan}元{}", parts_of_a_yuan(fen)),
    }
}

/// What stands behind the yuan: `3角5分`, `零5分`; nothing behind whole yuan.
fn parts_of_a_yuan(fen: u64) -> String {
    match (fen % YUAN / 10, fen % 10) {
        (0, 0) => String::new(),
        (0, rest) => format!("零{rest}分"),
        (jiao, 0) => format!("{jiao}角"),
        (jiao, rest) => format!("{jiao}角{rest}分"),
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
        assert_eq!(zh(1_454_000), "1万4千5百40元");
        assert_eq!(zh(1_234_567), "1万2千3百45元6角7分");
        assert_eq!(zh(2_021_088), "2万零2百10元8角8分");
        assert_eq!(zh(99_960_000), "99万9千6百元");
        assert_eq!(zh(10_500_000), "10万5千元");
        assert_eq!(zh(10_500_000_000), "1亿500万元");
        assert_eq!(zh(10_549_999_999), "约1亿500万元");
        assert_eq!(zh(151_000), "1千5百10元");
        assert_eq!(zh(84_530), "845元3角");
        assert_eq!(zh(10_005), "100元零5分");
        assert_eq!(zh(35), "3角5分");
        assert_eq!(zh(5), "5分");
        assert_eq!(zh(0), "0元");
        assert_eq!(zh(-1_200_000), "负1万2千元");
    }

    #[test]
    fn what_is_left_out_between_two_scales_is_told() {
        assert_eq!(zh(1_000_500), "1万零5元");
        assert_eq!(zh(1_004_500), "1万零45元");
        assert_eq!(zh(1_050_000), "1万零5百元");
        assert_eq!(zh(1_200_500), "1万2千零5元");
        assert_eq!(zh(1_250_500), "1万2千5百零5元");
        assert_eq!(zh(100_005), "1千元零5分");
        assert_eq!(zh(3_000_000), "3万元");
    }

    #[test]
    fn no_two_amounts_of_a_bill_are_told_alike() {
        let mut told = std::collections::BTreeSet::new();
        for fen in (0..2_000_000).step_by(7) {
            assert!(told.insert(zh(fen)), "{fen}: {}", zh(fen));
        }
        assert_ne!(zh(1_454_000), zh(1_500_000));
    }

    #[test]
    fn english_scale() {
        assert_eq!(en(1_200_000), "12,000 yuan");
        assert_eq!(en(1_454_000), "14,540 yuan");
        assert_eq!(en(1_234_567), "12,345.67 yuan");
        assert_eq!(en(12_345_678_900), "about 123,000,000 yuan");
        assert_eq!(en(84_530), "845.30 yuan");
    }
}
