//! What the sets of a place leave open around one of them, or do not let it have.

use chrono::{Days, NaiveDate};
use domain::interval::Interval;
use domain::settlement::parameters::{Notice, ParameterSet, notices};

use super::release::{Neighbour, predecessor};
use crate::error::ServiceError;

/// Something about the days of a set that whoever writes, checks or releases it should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A released set of the place begins on the same day: as it is, the draft cannot be released.
    SameDay {
        /// That set.
        id: String,
    },
    /// Days are left open.
    Open(Notice),
}

/// The set of `neighbours` that begins on the day `from`.
pub(super) fn same_day(neighbours: &[Neighbour], from: NaiveDate) -> Option<&Neighbour> {
    neighbours.iter().find(|one| one.valid_from == from)
}

/// What there is to know of `set` beside the released sets `others` of its place. One that is
/// `released` comes with its last day as it is now; of a draft (`None`) the line of sets is looked at
/// as its release would leave it.
///
/// # Errors
/// `Internal` for a set that cannot be read.
pub(super) fn warnings(
    set: &ParameterSet,
    released: Option<Option<NaiveDate>>,
    others: &[Neighbour],
) -> Result<Vec<Warning>, ServiceError> {
    let from = set.effective.from;
    if released.is_none()
        && let Some(other) = same_day(others, from)
    {
        let id = other.parameter_set_id.clone();
        return Ok(vec![Warning::SameDay { id }]);
    }
    let before = predecessor(others, from).map(|one| one.parameter_set_id.as_str());
    let mut line = Vec::new();
    for other in others {
        let mut beside: ParameterSet =
            serde_json::from_str(&other.body).map_err(ServiceError::internal)?;
        beside.effective.through = other.valid_until;
        if released.is_none() && before == Some(other.parameter_set_id.as_str()) {
            beside.effective.through = from.checked_sub_days(Days::new(1));
        }
        line.push(beside);
    }
    let mut own = set.clone();
    own.effective.through = released.unwrap_or_else(|| {
        let later = others.iter().find(|one| one.valid_from > from);
        let eve = later.and_then(|one| one.valid_from.checked_sub_days(Days::new(1)));
        [set.effective.through, eve].into_iter().flatten().min()
    });
    let mut found = notices(&own, &line);
    // Nothing at all comes after it.
    if let Some(next) = own.effective.day_after()
        && line
            .iter()
            .all(|other| other.effective.through.is_some_and(|last| last < next))
    {
        let open = Interval {
            from: next,
            through: None,
        };
        found.push(Notice::Gap(open));
    }
    Ok(found.into_iter().map(Warning::Open).collect())
}

#[cfg(test)]
mod tests {
    use domain::settlement::parameters::shipped_parameter_texts;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn set(id: &str, from: &str, through: Option<&str>) -> ParameterSet {
        let text = shipped_parameter_texts().first().copied().unwrap();
        let mut set: ParameterSet = serde_json::from_str(text).unwrap();
        set.id = id.to_owned();
        set.effective = Interval {
            from: day(from),
            through: through.map(day),
        };
        set
    }

    fn beside(id: &str, from: &str, through: Option<&str>) -> Neighbour {
        let set = set(id, from, through);
        Neighbour {
            parameter_set_id: set.id.clone(),
            valid_from: set.effective.from,
            valid_until: set.effective.through,
            body: serde_json::to_string(&set).unwrap(),
        }
    }

    fn gap(from: &str, through: Option<&str>) -> Warning {
        Warning::Open(Notice::Gap(Interval {
            from: day(from),
            through: through.map(day),
        }))
    }

    #[test]
    fn a_draft_that_begins_with_another_set_is_told_of_it() {
        let others = [beside("A", "2025-01-01", None)];
        let draft = set("B", "2025-01-01", None);
        let found = warnings(&draft, None, &others).unwrap();
        assert_eq!(found, [Warning::SameDay { id: "A".to_owned() }]);
        let later = set("B", "2026-01-01", None);
        assert!(warnings(&later, None, &others).unwrap().is_empty());
    }

    #[test]
    fn days_that_the_release_would_leave_open_are_named() {
        let others = [
            beside("A", "2024-01-01", Some("2024-12-31")),
            beside("C", "2027-01-01", None),
        ];
        let draft = set("B", "2025-03-01", Some("2026-06-30"));
        assert_eq!(
            warnings(&draft, None, &others).unwrap(),
            [
                gap("2025-01-01", Some("2025-02-28")),
                gap("2026-07-01", Some("2026-12-31")),
            ]
        );
        // The one before it ends on the eve and is not in force again.
        let open = [beside("A", "2025-01-01", None)];
        let draft = set("B", "2026-01-01", Some("2026-12-31"));
        let found = warnings(&draft, None, &open).unwrap();
        assert_eq!(found, [gap("2027-01-01", None)]);
        let released = warnings(&draft, Some(None), &open).unwrap();
        assert!(released.is_empty(), "as it is now it has no end");
    }
}
