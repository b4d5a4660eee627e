//! Payment standards: how much of a price basic insurance counts at most.

use domain::money::Money;
use serde::{Deserialize, Serialize};

/// The most that counts for one package or unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayStandard {
    /// Fen.
    pub amount: Money,
    /// For what, as the list writes it: `80mg*30片/盒`.
    pub per: String,
}

/// As a file gives it: a list, or the text of the national list, which holds one or several
/// amounts below each other (`148元（20mg/支）`), or `*` where the amount is kept secret.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum Written {
    List(Vec<PayStandard>),
    Text(String),
}

impl Default for Written {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl Written {
    /// The standards, and whether they are withheld; `None` when the text cannot be read or an
    /// amount is not above zero.
    pub(super) fn read(self) -> Option<(Vec<PayStandard>, bool)> {
        let list = match self {
            Self::List(list) => list,
            Self::Text(text) if text.trim() == "*" => return Some((Vec::new(), true)),
            Self::Text(text) => text
                .split(['\n', ';', '；'])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(standard)
                .collect::<Option<_>>()?,
        };
        let sound = |one: &PayStandard| {
            one.amount > Money::ZERO
                && one.per.chars().count() <= 80
                && !one.per.chars().any(char::is_control)
        };
        list.iter().all(sound).then_some((list, false))
    }
}

/// `148元（20mg/支）` or `0.83元(0.5g/片)`.
fn standard(text: &str) -> Option<PayStandard> {
    let (amount, rest) = text.split_once('元')?;
    let per = rest
        .trim()
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.strip_suffix(['）', ')']))
        .unwrap_or(rest)
        .trim();
    let (yuan, fraction) = amount.trim().split_once('.').unwrap_or((amount.trim(), ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 9 || fraction.len() > 2 || !digits(yuan) || !digits(fraction)
    {
        return None;
    }
    let fen: i64 = format!("{yuan}{fraction:0<2}").parse().ok()?;
    Some(PayStandard {
        amount: Money::from_fen(fen),
        per: per.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<(Vec<(i64, String)>, bool)> {
        let written: Written = serde_json::from_str(json).unwrap();
        let (list, withheld) = written.read()?;
        let list = list.into_iter().map(|one| (one.amount.fen(), one.per));
        Some((list.collect(), withheld))
    }

    #[test]
    fn the_texts_of_the_national_list_are_read() {
        assert_eq!(
            read(r#""148元（20mg/支）""#),
            Some((vec![(14_800, "20mg/支".to_owned())], false))
        );
        assert_eq!(
            read(r#""2.5元(5mg/片)\n4.25元(10mg/片)""#),
            Some((
                vec![(250, "5mg/片".to_owned()), (425, "10mg/片".to_owned())],
                false
            ))
        );
        assert_eq!(read(r#""*""#), Some((Vec::new(), true)));
        assert_eq!(read(r#""""#), Some((Vec::new(), false)));
        for other in [
            r#""协议期内""#,
            r#""1.255元""#,
            r#""元""#,
            r#""-3元""#,
            r#""0元""#,
        ] {
            assert_eq!(read(other), None, "{other}");
        }
        assert_eq!(read(r#"[{"amount": 0, "per": "片"}]"#), None);
    }
}
