//! The filter of the history, as it stands in the address: `?year=2026&kind=inpatient`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::settlement::VisitKind;
use services::resident::settlements::{Filter, Place, YearTotal};

use super::text::SettlementsText;
use crate::page::PageRequest;
use crate::subject::Subject;
use crate::ui::Chip;

/// What the address asks for; what cannot be read asks for nothing.
pub(super) fn read(request: &PageRequest) -> Filter {
    let value = |name| request.query_value(name);
    Filter {
        year: value("year").and_then(year),
        kind: value("kind").and_then(VisitKind::from_code),
        before: value("before").and_then(place),
    }
}

fn year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| digits && *year >= 1949)
}

/// `2026-06-18.0197…`: the last one of the part before.
fn place(text: &str) -> Option<Place> {
    let (day, id) = text.split_once('.')?;
    let day: NaiveDate = day.parse().ok().filter(|_| day.len() == 10)?;
    Some((day, id.parse().ok()?))
}

/// The address that asks for `filter`.
pub(super) fn address(filter: Filter) -> String {
    let mut query: Vec<(&str, String)> = Vec::new();
    query.extend(filter.year.map(|year| ("year", year.to_string())));
    query.extend(filter.kind.map(|kind| ("kind", kind.code().to_owned())));
    query.extend(
        filter
            .before
            .map(|(day, id)| ("before", format!("{day}.{id}"))),
    );
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    let settlements = Subject::current().href("/settlements");
    if query.is_empty() {
        settlements
    } else {
        format!("{settlements}?{query}")
    }
}

/// All years, then each year that has settlements; those of a year asked for by hand too.
pub(super) fn year_chips(
    text: &SettlementsText,
    filter: Filter,
    totals: &[YearTotal],
) -> Vec<Chip> {
    let years: BTreeSet<i32> = totals
        .iter()
        .map(|total| total.year)
        .chain(filter.year)
        .collect();
    let chip = |label: String, year: Option<i32>| {
        let chosen = Filter {
            year,
            before: None,
            ..filter
        };
        Chip::new(label, address(chosen), filter.year == year)
    };
    let all = chip(text.all_years.to_owned(), None);
    let each = years
        .into_iter()
        .rev()
        .map(|year| chip((text.year)(year), Some(year)));
    [all].into_iter().chain(each).collect()
}

/// All kinds, then each kind of which the person has settlements, whichever the rules know.
pub(super) fn kind_chips(
    text: &SettlementsText,
    filter: Filter,
    totals: &[YearTotal],
) -> Vec<Chip> {
    let chip = |label: &str, kind: Option<VisitKind>| {
        let chosen = Filter {
            kind,
            before: None,
            ..filter
        };
        Chip::new(label, address(chosen), filter.kind == kind)
    };
    let present = |kind: VisitKind| {
        filter.kind == Some(kind) || totals.iter().any(|total| total.kind == kind)
    };
    let all = chip(text.all_kinds, None);
    let each = VisitKind::ALL.iter().filter(|kind| present(**kind));
    let each = each.map(|kind| chip((text.kind)(*kind), Some(*kind)));
    [all].into_iter().chain(each).collect()
}

#[cfg(test)]
mod tests {
    use domain::ids::SettlementId;
    use services::resident::settlements::Paid;

    use super::*;
    use crate::language::Language;

    #[test]
    fn nonsense_is_no_filter() {
        assert_eq!(year("2026"), Some(2026));
        for text in [
            "",
            "26",
            "-2026",
            "+202",
            "99999",
            "0000",
            "２０２６",
            "2026 ",
        ] {
            assert_eq!(year(text), None, "{text}");
        }
        for text in [
            "",
            ".",
            "2026-06-18",
            "2026-06-18.x",
            "99999-01-01.x",
            "x.y",
        ] {
            assert_eq!(place(text), None, "{text}");
        }
    }

    #[test]
    fn every_kind_that_there_is_can_be_chosen() {
        let total = |kind: VisitKind| YearTotal {
            year: 2026,
            kind,
            settlements: 1,
            paid: Paid::default(),
        };
        let every: Vec<YearTotal> = VisitKind::ALL.iter().map(|kind| total(*kind)).collect();
        for language in [Language::Chinese, Language::English] {
            let text = SettlementsText::of(language);
            let chips = kind_chips(text, Filter::default(), &every);
            assert_eq!(chips.len(), VisitKind::ALL.len() + 1);
            let labels: BTreeSet<&str> = chips.iter().map(|chip| chip.label.as_str()).collect();
            assert_eq!(labels.len(), chips.len(), "each has its own name");
            for (kind, chip) in VisitKind::ALL.iter().zip(chips.iter().skip(1)) {
                let wanted = format!("/me/settlements?kind={}", kind.code());
                assert_eq!(chip.href, wanted);
            }
            let of_one = |filter| kind_chips(text, filter, &[total(VisitKind::Chronic)]);
            assert_eq!(of_one(Filter::default()).len(), 2);
            // A kind that is asked for by hand is named too.
            let asked = Filter {
                kind: Some(VisitKind::Prenatal),
                ..Filter::default()
            };
            let chips = of_one(asked);
            assert_eq!(chips.len(), 3);
            assert!(chips[2].current && !chips[0].current);
        }
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let id: SettlementId = "0197a000-0000-7000-8000-000000000001".parse().unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 6, 18).unwrap();
        let filter = Filter {
            year: Some(2026),
            kind: Some(VisitKind::Inpatient),
            before: Some((day, id)),
        };
        let address = address(filter);
        let (path, query) = address.split_once('?').unwrap();
        assert_eq!(path, "/me/settlements");
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap();
        assert_eq!(place(&pairs[2].1), filter.before);
        assert_eq!(super::address(Filter::default()), "/me/settlements");
    }
}
