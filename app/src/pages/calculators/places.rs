//! The places that a form offers: those whose rules are in force on the day that is asked about.

use domain::identifiers::RegionCode;

use crate::language::Language;
use crate::ui::{Choice, place_name};

/// `places` to choose from. Where `chosen` is none of them it stays, marked as a place without
/// rules on that day, so that nobody's choice turns into another one unseen; what is no place at
/// all is asked for again.
pub(in crate::pages) fn choices(
    places: &[RegionCode],
    chosen: &str,
    language: Language,
) -> Vec<Choice> {
    let offered = places
        .iter()
        .map(|place| Choice::new(place.to_string(), place_name(*place, language)));
    let offers = |code: RegionCode| places.contains(&code);
    let kept = match chosen.parse::<RegionCode>() {
        Ok(code) if offers(code) => None,
        Ok(code) if code.is_known() => Some(Choice::new(code.to_string(), marked(code, language))),
        _ => Some(Choice::new(
            "",
            language.pick("请选一个地方", "Choose a place"),
        )),
    };
    kept.into_iter().chain(offered).collect()
}

/// The name of a place without rules on the day, which says so.
pub(in crate::pages) fn marked(place: RegionCode, language: Language) -> String {
    let name = place_name(place, language);
    match language {
        Language::Chinese => format!("{name}（这一天没有收录的规定）"),
        Language::English => format!("{name} – no rules kept for this day"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_stays_and_says_why_it_is_not_offered() {
        let places: Vec<RegionCode> = ["110000", "330100"]
            .iter()
            .map(|code| code.parse().unwrap())
            .collect();
        let of = |chosen| {
            let all = choices(&places, chosen, Language::Chinese).into_iter();
            let all = all.map(|one| (one.value, one.label));
            all.collect::<Vec<_>>()
        };
        assert_eq!(of("330100").len(), 2);
        let kept = of("370100");
        assert_eq!(kept.len(), 3);
        assert_eq!(kept[0].0, "370100");
        assert!(kept[0].1.contains("济南") && kept[0].1.contains("没有收录"));
        for nonsense in ["", "x", "999999"] {
            assert_eq!(of(nonsense)[0].0, "", "{nonsense}");
            assert_eq!(of(nonsense).len(), 3, "{nonsense}");
        }
    }
}
