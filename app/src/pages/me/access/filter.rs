//! The filter of the looks, as it stands in the address: `?year=2026&who=family`.

use domain::looks::Who;
use services::looks::Filter;

use super::text::AccessText;
use crate::address::with_query;
use crate::page::PageRequest;
use crate::ui::Chip;

/// What the address asks for; what cannot be read asks for nothing.
pub(super) fn read(request: &PageRequest) -> Filter {
    let value = |name| request.query_value(name);
    Filter {
        year: value("year").and_then(year),
        who: value("who").and_then(Who::from_code),
        before: value("before").and_then(|id| id.parse().ok()),
    }
}

fn year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| digits && *year >= 1970)
}

/// The address that asks for `filter`.
pub(super) fn address(filter: Filter) -> String {
    let year = filter.year.map(|year| year.to_string()).unwrap_or_default();
    let before = filter.before.map(|id| id.to_string()).unwrap_or_default();
    let who = filter.who.map_or("", Who::code);
    let pairs = [("year", &*year), ("who", who), ("before", &*before)];
    with_query("/me/access", &pairs)
}

/// All years, then each from this one back; one asked for by hand too.
pub(super) fn year_chips(text: &AccessText, filter: Filter, years: &[i32]) -> Vec<Chip> {
    let chip = |label: String, year: Option<i32>| {
        let chosen = Filter {
            year,
            before: None,
            ..filter
        };
        Chip::new(label, address(chosen), filter.year == year)
    };
    let all = chip(text.all_years.to_owned(), None);
    let other = filter.year.filter(|year| !years.contains(year));
    let each = years.iter().rev().copied().chain(other);
    let each = each.map(|year| chip((text.year)(year), Some(year)));
    [all].into_iter().chain(each).collect()
}

/// Everybody, then each kind of people.
pub(super) fn who_chips(text: &AccessText, filter: Filter) -> Vec<Chip> {
    let chip = |label: &str, who: Option<Who>| {
        let chosen = Filter {
            who,
            before: None,
            ..filter
        };
        Chip::new(label, address(chosen), filter.who == who)
    };
    vec![
        chip(text.everybody, None),
        chip(text.family, Some(Who::Family)),
        chip(text.staff, Some(Who::Staff)),
        chip(text.operators, Some(Who::Operator)),
        chip(text.myself, Some(Who::Oneself)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_is_no_filter() {
        assert_eq!(year("2026"), Some(2026));
        for text in ["", "26", "0000", "1949", "+202", "２０２６", "2026 "] {
            assert_eq!(year(text), None, "{text}");
        }
    }

    #[test]
    fn a_filter_stands_in_the_address() {
        let filter = Filter {
            year: Some(2026),
            who: Some(Who::Family),
            before: Some("0197a000-0000-7000-8000-000000000001".parse().unwrap()),
        };
        assert_eq!(
            address(filter),
            "/me/access?year=2026&who=family&before=0197a000-0000-7000-8000-000000000001"
        );
        assert_eq!(address(Filter::default()), "/me/access");
    }
}
