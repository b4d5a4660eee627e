//! The names and days of a set, read before its figures are.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::identifiers::RegionCode;
use crate::interval::Interval;
use crate::language::Bilingual;
use crate::settlement::parameters::{ParameterError, Problem};

/// What a set says of itself.
#[derive(Debug, Default)]
pub(super) struct Head<'a> {
    pub(super) id: Option<&'a str>,
    pub(super) inherits: Option<&'a str>,
    /// Whether it is only a ground for others.
    pub(super) layer: bool,
    region: Option<RegionCode>,
    effective: Option<Interval>,
}

/// The names and days, which nobody inherits.
pub(super) const OWN: [&str; 8] = [
    "id",
    "region",
    "name",
    "effective",
    "reviewed_by",
    "reviewed_on",
    "inherits",
    "layer",
];

impl<'a> Head<'a> {
    /// The head of the entry at `place`. What a whole set lacks is told by whoever reads it; what
    /// only inheritance asks for, and what a layer lacks, is told here.
    pub(super) fn of(body: &'a Value, place: &str, problems: &mut Vec<Problem>) -> Self {
        let Some(fields) = body.as_object() else {
            return Self::default();
        };
        let mut wrong = |field: &str, code| {
            problems.push(Problem::new(format!("{place}/{field}"), code));
        };
        let layer = match fields.get("layer") {
            None => false,
            Some(Value::Bool(true)) => true,
            Some(_) => {
                wrong("layer", ParameterError::WrongHead);
                false
            }
        };
        let inherits = match fields.get("inherits") {
            None => None,
            Some(Value::String(id)) => Some(id.as_str()),
            Some(_) => {
                wrong("inherits", ParameterError::WrongHead);
                None
            }
        };
        let head = Self {
            id: fields.get("id").and_then(Value::as_str),
            inherits,
            layer,
            region: read(fields.get("region")),
            effective: read(fields.get("effective")),
        };
        if layer {
            if head.id.is_none_or(|id| id.trim().is_empty()) {
                wrong("id", ParameterError::WrongHead);
            }
            match head.region {
                None => wrong("region", ParameterError::WrongHead),
                Some(region) if region == RegionCode::NATION || region.is_known() => {}
                Some(_) => wrong("region", ParameterError::UnknownRegion),
            }
            match head.effective {
                None => wrong("effective", ParameterError::WrongHead),
                Some(days) if days.through.is_some_and(|last| last < days.from) => {
                    wrong("effective/through", ParameterError::EndsBeforeItBegins);
                }
                Some(_) => {}
            }
            if read::<Bilingual>(fields.get("name")).is_none() {
                wrong("name", ParameterError::WrongHead);
            }
        }
        head
    }
}

fn read<T: DeserializeOwned>(value: Option<&Value>) -> Option<T> {
    value.and_then(|value| T::deserialize(value).ok())
}

/// What is wrong with one that inherits from this parent. What cannot be read is told elsewhere.
pub(super) fn fits(child: &Head<'_>, parent: &Head<'_>, at: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let name = parent.id.unwrap_or_default();
    if let Some((region, above)) = child.region.zip(parent.region) {
        let code = if region == above || stands_above(region, above) {
            Some(ParameterError::LayersOutOfOrder)
        } else if stands_above(above, region) {
            None
        } else {
            Some(ParameterError::ParentElsewhere)
        };
        if let Some(code) = code {
            problems.push(Problem::about(at, code, [name, &above.to_string()]));
        }
    }
    if let Some((days, reach)) = child.effective.zip(parent.effective)
        && !covers(&reach, &days)
    {
        let last = reach
            .through
            .map_or_else(|| "null".to_owned(), |last| last.to_string());
        let about = [name.to_owned(), reach.from.to_string(), last];
        problems.push(Problem::about(at, ParameterError::ParentNotInForce, about));
    }
    problems
}

/// Whether `above` is the nation, or the province or city that `region` lies in.
fn stands_above(above: RegionCode, region: RegionCode) -> bool {
    above != region
        && (above == RegionCode::NATION || region.with_ancestors().any(|place| place == above))
}

fn covers(outer: &Interval, inner: &Interval) -> bool {
    outer.from <= inner.from
        && outer
            .through
            .is_none_or(|last| inner.through.is_some_and(|end| end <= last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> RegionCode {
        text.parse().unwrap()
    }

    #[test]
    fn places_stand_above_what_lies_in_them() {
        let above = |one: &str, other: &str| stands_above(code(one), code(other));
        assert!(above("000000", "510000") && above("000000", "510107"));
        assert!(above("510000", "510100") && above("510100", "510107"));
        assert!(!above("510000", "330100") && !above("330100", "330000"));
        assert!(!above("000000", "000000") && !above("510100", "510100"));
        assert!(!above("510000", "000000"));
    }

    #[test]
    fn a_parent_is_in_force_on_every_day() {
        let days = |from: &str, through: &str| Interval {
            from: from.parse().unwrap(),
            through: through.parse().ok(),
        };
        let year = days("2025-01-01", "2025-12-31");
        let open = days("2025-01-01", "");
        assert!(covers(&open, &open) && covers(&open, &year) && covers(&year, &year));
        assert!(!covers(&year, &open));
        assert!(!covers(&year, &days("2024-12-31", "2025-12-31")));
        assert!(!covers(&year, &days("2025-01-01", "2026-01-01")));
    }
}
