//! Amounts inside written sentences, said in words of scale too.

use domain::language::Language;
use domain::money::Money;

use super::Look;

/// From here on an amount is hard to read in figures.
const LARGE: Money = Money::from_yuan(1_000);

/// `text` with every amount of a thousand yuan or more (`¥12,000`, `¥68,000–118,000`, `12,000 元`)
/// followed by the same in words, unless it is followed by brackets already.
#[must_use]
pub fn say(text: &str, language: Language) -> String {
    let told = say_after_sign(text, language);
    match language {
        Language::Zh => say_before_unit(&told),
        Language::En => told,
    }
}

fn say_after_sign(text: &str, language: Language) -> String {
    let (open, close) = match language {
        Language::Zh => ("（", "）"),
        Language::En => (" (", ")"),
    };
    let mut told = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('¥') {
        told.push_str(before);
        told.push('¥');
        let (figure, mut behind) = figure(after);
        told.push_str(figure);
        let mut words = amount(figure).map(|amount| amount.in_words(language));
        if let Some((second, further)) = range(behind) {
            told.push('–');
            told.push_str(second);
            behind = further;
            let to = amount(second).map(|amount| amount.in_words(language));
            words = words.zip(to).map(|(from, to)| format!("{from}–{to}"));
        }
        if let Some(words) = words.filter(|_| !is_said(behind)) {
            told.push_str(open);
            told.push_str(&words);
            told.push_str(close);
            behind = behind_bracket(behind, language);
        }
        rest = behind;
    }
    told.push_str(rest);
    told
}

/// The same for amounts that are written with their unit behind them.
fn say_before_unit(text: &str) -> String {
    const UNIT: &str = " 元";
    let mut told = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(UNIT) {
        told.push_str(before);
        told.push_str(UNIT);
        rest = behind;
        let words = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
        let figure = before.strip_prefix(words).unwrap_or_default();
        if let Some(amount) = amount(figure).filter(|_| !is_said(behind)) {
            told.push_str(&format!("（{}）", amount.in_words(Language::Zh)));
            rest = behind_bracket(behind, Language::Zh);
        }
    }
    told.push_str(rest);
    told
}

/// What goes on behind the closing bracket: a Chinese one has its own room and takes no blank.
fn behind_bracket(behind: &str, language: Language) -> &str {
    match language {
        Language::Zh => behind.strip_prefix(' ').unwrap_or(behind),
        Language::En => behind,
    }
}

/// What stands between an amount from [`said`] and the Chinese word that follows it: a blank, but none
/// behind a closing bracket.
#[must_use]
pub fn gap_after(amount: &str) -> &'static str {
    if amount.ends_with('）') { "" } else { " " }
}

/// Whether what follows an amount says it already.
fn is_said(behind: &str) -> bool {
    ["（", "(", " ("]
        .iter()
        .any(|bracket| behind.starts_with(bracket))
}

/// The figure at the beginning of `text`, and what follows it.
fn figure(text: &str) -> (&str, &str) {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(text.len());
    let (figure, _) = text.split_at_checked(end).unwrap_or((text, ""));
    // A comma or a full stop at the end belongs to the sentence.
    let figure = figure.trim_end_matches([',', '.']);
    text.split_at_checked(figure.len()).unwrap_or((text, ""))
}

/// The end of a range that goes on at the beginning of `text`.
fn range(text: &str) -> Option<(&str, &str)> {
    let (second, behind) = figure(text.strip_prefix('–')?);
    (!second.is_empty()).then_some((second, behind))
}

/// The amount written as `figure`, when it is large.
fn amount(figure: &str) -> Option<Money> {
    let plain = figure.replace(',', "");
    let (yuan, fen) = plain.split_once('.').unwrap_or((&plain, "00"));
    let fen = (fen.len() == 2)
        .then(|| fen.parse::<i64>().ok())
        .flatten()?;
    let yuan: i64 = yuan.parse().ok()?;
    let amount = Money::from_fen(yuan.checked_mul(100)?.checked_add(fen)?);
    (amount >= LARGE).then_some(amount)
}

/// An amount inside a sentence; in elder mode with the amount in words of scale.
#[must_use]
pub fn said(amount: Money, look: Look) -> String {
    // A line may end behind a minus sign, unless that is joined to its figure.
    let figure = amount.yuan().replace('\u{2212}', "\u{2212}\u{2060}");
    if !look.elder || amount.abs() < LARGE {
        return figure;
    }
    let words = amount.in_words(look.language.into());
    let (open, close) = look.pick(&("（", "）"), &(" (", ")"));
    format!("{figure}{open}{words}{close}")
}

#[cfg(test)]
mod tests {
    use super::{Language, Look, Money, gap_after, said, say};

    #[test]
    fn large_amounts_are_said_where_they_stand() {
        let zh = |text| say(text, Language::Zh);
        assert_eq!(
            zh("住院花了 ¥30,000，自付 ¥800。"),
            "住院花了 ¥30,000（3万元），自付 ¥800。"
        );
        assert_eq!(
            zh("¥68,000–118,000"),
            "¥68,000–118,000（6万8千元–11万8千元）"
        );
        assert_eq!(zh("¥1,300.00（1千3百元）"), "¥1,300.00（1千3百元）");
        assert_eq!(
            zh("再自付 ¥1,240.00 进入大病保险"),
            "再自付 ¥1,240.00（1千2百40元）进入大病保险"
        );
        assert_eq!(zh("花了 3,000 元 以后"), "花了 3,000 元（3千元）以后");
        assert_eq!(zh("没有金额"), "没有金额");
        assert_eq!(zh("¥"), "¥");
        assert_eq!(
            zh("超过 30,404 元，另 800 元"),
            "超过 30,404 元（3万零4百零4元），另 800 元"
        );
        let en = |text| say(text, Language::En);
        assert_eq!(en("It pays ¥22,015."), "It pays ¥22,015 (22,015 yuan).");
        assert_eq!(en("Of ¥30,000, after"), "Of ¥30,000 (30,000 yuan), after");
    }

    #[test]
    fn a_minus_stays_with_its_figure() {
        let joined = "\u{2212}\u{2060}¥352.75";
        for elder in [false, true] {
            let look = Look::new(crate::language::Language::English, elder);
            assert_eq!(said(Money::from_fen(-35_275), look), joined);
        }
        let look = Look::new(crate::language::Language::English, true);
        let large = said(Money::from_yuan(-12_000), look);
        assert!(large.starts_with("\u{2212}\u{2060}¥12,000.00 ("), "{large}");
    }

    #[test]
    fn elder_mode_says_large_amounts_in_words() {
        let look = Look::new(crate::language::Language::Chinese, true);
        assert_eq!(
            said(Money::from_yuan(12_000), look),
            "¥12,000.00（1万2千元）"
        );
        assert_eq!(said(Money::from_yuan(120), look), "¥120.00");
        assert_eq!(gap_after(&said(Money::from_yuan(12_000), look)), "");
        assert_eq!(gap_after(&said(Money::from_yuan(120), look)), " ");
        let standard = Look::new(crate::language::Language::English, false);
        assert_eq!(said(Money::from_yuan(12_000), standard), "¥12,000.00");
    }
}
