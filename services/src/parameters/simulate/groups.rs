//! Into which groups people fall, and by how much a year changed for them.

use std::collections::BTreeMap;

use domain::money::Money;
use domain::settlement::{PersonFacts, Scheme, VisitKind};
use serde::{Deserialize, Serialize};

/// A group of people. Everybody is in one: whoever is in recognised hardship in that of their
/// scheme, whatever else they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Employees at work.
    AtWork,
    /// Retired employees.
    Retired,
    /// Employees in recognised hardship.
    EmployeeHardship,
    /// Residents under 18.
    Child,
    /// Residents from 18 to 59.
    Adult,
    /// Residents from 60 on.
    Elder,
    /// Residents in recognised hardship.
    ResidentHardship,
}

impl Group {
    /// Every group; those of employees first.
    pub const ALL: [Self; 7] = [
        Self::AtWork,
        Self::Retired,
        Self::EmployeeHardship,
        Self::Child,
        Self::Adult,
        Self::Elder,
        Self::ResidentHardship,
    ];

    /// The group of somebody insured in `scheme`.
    #[must_use]
    pub const fn of(scheme: Scheme, facts: &PersonFacts) -> Self {
        match (scheme, facts.category.is_some()) {
            (Scheme::Employee, true) => Self::EmployeeHardship,
            (Scheme::Resident, true) => Self::ResidentHardship,
            (Scheme::Employee, false) if facts.retired => Self::Retired,
            (Scheme::Employee, false) => Self::AtWork,
            (Scheme::Resident, false) => match facts.age {
                0..18 => Self::Child,
                18..60 => Self::Adult,
                _ => Self::Elder,
            },
        }
    }

    /// The scheme that its people are insured in.
    #[must_use]
    pub const fn scheme(self) -> Scheme {
        match self {
            Self::AtWork | Self::Retired | Self::EmployeeHardship => Scheme::Employee,
            Self::Child | Self::Adult | Self::Elder | Self::ResidentHardship => Scheme::Resident,
        }
    }
}

/// What a person's change comes from. Everybody has one source, so that the people of all sources are
/// those of all groups: two tables of the same people can be told without giving a few away together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Only visits of this kind cost another amount.
    Only(VisitKind),
    /// Visits of several kinds do.
    Several,
    /// No kind of visit does.
    Nothing,
}

impl Source {
    /// Every source, in the order in which they are told.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let kinds = VisitKind::ALL.iter().map(|kind| Self::Only(*kind));
        kinds.chain([Self::Several, Self::Nothing]).collect()
    }

    /// The source of a year in which visits of these kinds changed by so much.
    #[must_use]
    pub fn of(kinds: &BTreeMap<VisitKind, Money>) -> Self {
        let mut changed = kinds.iter().filter(|(_, change)| !change.is_zero());
        match (changed.next(), changed.next()) {
            (None, _) => Self::Nothing,
            (Some((kind, _)), None) => Self::Only(*kind),
            (Some(_), Some(_)) => Self::Several,
        }
    }

    /// The code in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Only(kind) => kind.code(),
            Self::Several => "several",
            Self::Nothing => "nothing",
        }
    }
}

/// By how much a person's year changed: what they pay, compared with what they paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// They pay at least 1,000 yuan less.
    MuchLess,
    /// From 100 to less than 1,000 yuan less.
    Less,
    /// Less than 100 yuan less.
    LittleLess,
    /// The same.
    Same,
    /// Less than 100 yuan more.
    LittleMore,
    /// From 100 to less than 1,000 yuan more.
    More,
    /// At least 1,000 yuan more.
    MuchMore,
}

/// How many bands there are.
pub const BANDS: usize = 7;

impl Band {
    /// Every band, from those who gain most to those who lose most.
    pub const ALL: [Self; BANDS] = [
        Self::MuchLess,
        Self::Less,
        Self::LittleLess,
        Self::Same,
        Self::LittleMore,
        Self::More,
        Self::MuchMore,
    ];

    /// The band of a change of what a person pays; below zero they pay less.
    #[must_use]
    pub fn of(change: Money) -> Self {
        let (some, much) = (Money::from_yuan(100), Money::from_yuan(1_000));
        let by = change.abs();
        match (change.is_negative(), by) {
            (_, by) if by.is_zero() => Self::Same,
            (true, by) if by >= much => Self::MuchLess,
            (true, by) if by >= some => Self::Less,
            (true, _) => Self::LittleLess,
            (false, by) if by >= much => Self::MuchMore,
            (false, by) if by >= some => Self::More,
            (false, _) => Self::LittleMore,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_one_source() {
        let of = |kinds: &[(VisitKind, i64)]| {
            let kinds = kinds.iter();
            let kinds = kinds.map(|(kind, fen)| (*kind, Money::from_fen(*fen)));
            Source::of(&kinds.collect())
        };
        let (stay, visit) = (VisitKind::Inpatient, VisitKind::Outpatient);
        assert_eq!(of(&[(stay, 0), (visit, 0)]), Source::Nothing);
        assert_eq!(of(&[(stay, 0), (visit, -1)]), Source::Only(visit));
        assert_eq!(of(&[(stay, 1), (visit, -1)]), Source::Several);
        let codes: Vec<_> = Source::all().into_iter().map(Source::code).collect();
        assert_eq!(codes.len(), VisitKind::ALL.len() + 2);
    }

    #[test]
    fn a_band_begins_with_its_round_number() {
        let band = |fen| Band::of(Money::from_fen(fen));
        assert_eq!(band(0), Band::Same);
        assert_eq!(band(1), Band::LittleMore);
        assert_eq!(band(-1), Band::LittleLess);
        assert_eq!(band(9_999), Band::LittleMore);
        assert_eq!(band(10_000), Band::More);
        assert_eq!(band(-100_000), Band::MuchLess);
        assert_eq!(band(-99_999), Band::Less);
        assert_eq!(band(100_000), Band::MuchMore);
    }
}
