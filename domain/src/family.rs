//! Family links: who is what to whom, what a link lets see, and when a guardian's ends.

use chrono::{Datelike, NaiveDate};

use crate::access::Action;

/// The age from which one decides for oneself (Civil Code, article 17).
const MAJORITY: i32 = 18;

/// What a relative is to somebody: the close relatives of the Civil Code, article 1045.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kinship {
    /// Husband or wife.
    Spouse,
    /// Father or mother.
    Parent,
    /// Son or daughter.
    Child,
    /// Brother or sister.
    Sibling,
    /// Grandfather or grandmother.
    Grandparent,
    /// Grandson or granddaughter.
    Grandchild,
}

impl Kinship {
    /// Every kind, in the order in which forms offer them.
    pub const ALL: [Self; 6] = [
        Self::Parent,
        Self::Child,
        Self::Spouse,
        Self::Sibling,
        Self::Grandparent,
        Self::Grandchild,
    ];

    /// The stable code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Spouse => "spouse",
            Self::Parent => "parent",
            Self::Child => "child",
            Self::Sibling => "sibling",
            Self::Grandparent => "grandparent",
            Self::Grandchild => "grandchild",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What one is to a relative who is this to oneself.
    #[must_use]
    pub const fn seen_from_there(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::Grandparent => Self::Grandchild,
            Self::Grandchild => Self::Grandparent,
            Self::Spouse => Self::Spouse,
            Self::Sibling => Self::Sibling,
        }
    }
}

/// A part of somebody's data that a family link opens or leaves closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Whether and where insured, what applies and what the year has used. Every link opens it.
    Cover,
    /// Visits: settlements with their items. Medical information, agreed to separately.
    Visits,
    /// The personal account and contributions. Financial information, agreed to separately.
    Account,
}

impl Matter {
    /// What `action` shows of a person. Which actions a relative may do at all is decided by
    /// [`crate::access::may`]; one that shows medical or financial data must be named here.
    #[must_use]
    pub const fn of(action: Action) -> Self {
        match action {
            Action::ReadSettlements
            | Action::ReadSettlementDetail
            | Action::ReadQueries
            | Action::SendQuery
            | Action::AnswerQuery => Self::Visits,
            Action::ReadAccount | Action::ReadContributions => Self::Account,
            _ => Self::Cover,
        }
    }
}

/// What a family link opens beside [`Matter::Cover`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Visits and settlements.
    pub visits: bool,
    /// The personal account and contributions.
    pub account: bool,
}

impl Scope {
    /// Everything there is.
    pub const ALL: Self = Self {
        visits: true,
        account: true,
    };

    /// Whether `matter` is open.
    #[must_use]
    pub const fn opens(self, matter: Matter) -> bool {
        match matter {
            Matter::Cover => true,
            Matter::Visits => self.visits,
            Matter::Account => self.account,
        }
    }

    /// The words under which the access log tells what a summary showed.
    #[must_use]
    pub fn codes(self) -> String {
        let words = [
            (true, "cover"),
            (self.visits, "visits"),
            (self.account, "account"),
        ];
        let open = words.into_iter().filter(|(open, _)| *open);
        open.map(|(_, word)| word).collect::<Vec<_>>().join(" ")
    }

    /// What was shown, from [`Self::codes`]; `None` where it was not written down.
    #[must_use]
    pub fn from_codes(text: &str) -> Option<Self> {
        let has = |wanted| text.split(' ').any(|word| word == wanted);
        has("cover").then(|| Self {
            visits: has("visits"),
            account: has("account"),
        })
    }
}

/// The last day on which somebody born on `birth` is a minor. Somebody born on 29 February comes
/// of age on 1 March.
#[must_use]
pub fn last_day_of_minority(birth: NaiveDate) -> Option<NaiveDate> {
    let year = birth.year().checked_add(MAJORITY)?;
    match birth.with_year(year) {
        Some(birthday) => birthday.pred_opt(),
        None => NaiveDate::from_ymd_opt(year, 2, 28),
    }
}

/// Whether somebody born on `birth` is a minor on `day`.
#[must_use]
pub fn is_minor(birth: NaiveDate, day: NaiveDate) -> bool {
    last_day_of_minority(birth).is_some_and(|last| day <= last)
}

/// The last day of a link that began on `since` and shows somebody born on `birth`, who is the
/// viewer's `kinship`; `written` is the last day that stands in it. What the register or a guardian
/// opened ends when the child comes of age; what the grown child `confirmed` does not.
#[must_use]
pub fn last_day(
    kinship: Option<Kinship>,
    confirmed: bool,
    since: NaiveDate,
    birth: NaiveDate,
    written: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let guardian = kinship == Some(Kinship::Child) && !confirmed;
    let minority = last_day_of_minority(birth).filter(|last| guardian && since <= *last);
    [written, minority].into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn kinship_is_mutual_and_has_codes() {
        for kind in Kinship::ALL {
            assert_eq!(kind.seen_from_there().seen_from_there(), kind);
            assert_eq!(Kinship::from_code(kind.code()), Some(kind));
        }
        assert_eq!(Kinship::from_code("friend"), None);
    }

    #[test]
    fn minority_ends_on_the_day_before_the_eighteenth_birthday() {
        for (born, last) in [
            ("2008-06-15", "2026-06-14"),
            ("2008-03-01", "2026-02-28"),
            ("2006-03-01", "2024-02-29"),
            ("2008-02-29", "2026-02-28"),
            ("2008-01-01", "2025-12-31"),
        ] {
            assert_eq!(last_day_of_minority(day(born)), Some(day(last)), "{born}");
        }
        assert!(is_minor(day("2008-06-15"), day("2026-06-14")));
        assert!(!is_minor(day("2008-06-15"), day("2026-06-15")));
    }

    #[test]
    fn a_guardians_link_ends_with_minority_whatever_stands_in_it() {
        let (birth, since) = (day("2008-06-15"), day("2020-01-01"));
        let of_age = Some(day("2026-06-14"));
        let child = Some(Kinship::Child);
        for (written, last) in [
            (None, of_age),
            (Some(day("2030-01-01")), of_age),
            (Some(day("2021-01-01")), Some(day("2021-01-01"))),
        ] {
            assert_eq!(last_day(child, false, since, birth, written), last);
            assert_eq!(last_day(child, true, since, birth, written), written);
            assert_eq!(last_day(None, false, since, birth, written), written);
            // Of age already when it began: the register says that they are parent and child.
            let late = day("2026-06-15");
            assert_eq!(last_day(child, false, late, birth, written), written);
        }
    }

    #[test]
    fn every_link_opens_cover_and_nothing_else_by_itself() {
        let least = Scope::default();
        assert!(least.opens(Matter::of(Action::ReadBenefits)));
        assert!(!least.opens(Matter::of(Action::ReadSettlementDetail)));
        assert!(!least.opens(Matter::of(Action::ReadAccount)));
        assert!(Scope::ALL.opens(Matter::of(Action::ReadAccount)));
        for (visits, account) in [(true, true), (true, false), (false, true), (false, false)] {
            let scope = Scope { visits, account };
            assert_eq!(Scope::from_codes(&scope.codes()), Some(scope));
        }
        for other in ["", "0197a000"] {
            assert_eq!(Scope::from_codes(other), None, "not written down");
        }
    }
}
