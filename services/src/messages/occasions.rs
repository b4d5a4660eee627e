//! What there is to tell a person on a day: pure rules over what the store holds of them.

pub(super) mod cover;
mod deadlines;
mod family;
mod settled;
mod year;

use chrono::{Days, NaiveDate};
use domain::ids::{
    CertificateId, EnrolmentId, FamilyInvitationId, HoldingId, PersonId, SettlementId,
};
use domain::language::Bilingual;
use domain::settlement::{Accumulators, Category, Scheme};

use super::{Template, Topic};
use crate::parameters::ParameterBook;
use crate::resident::cover::Period;

/// So long before a day it is spoken of.
pub(super) const NOTICE: Days = Days::new(30);

/// A proof of cover is issued again in a minute, so that its end is spoken of so late.
pub(super) const NOTICE_OF_CERTIFICATES: Days = Days::new(14);

/// What the rules look at.
pub(super) struct Life {
    pub person: PersonId,
    pub birth_date: NaiveDate,
    /// The newest first.
    pub periods: Vec<(EnrolmentId, Period)>,
    pub categories: Vec<Category>,
    /// This year's use with the number of admissions.
    pub years: Vec<(Scheme, Accumulators, u32)>,
    /// Settlements, the oldest first.
    pub settled: Vec<Settled>,
    /// Years for which the fee of a resident is paid.
    pub fees: Vec<i32>,
    /// Add-on products that end soon.
    pub ending: Vec<Ending>,
    /// Last days of statuses of hardship that end soon.
    pub statuses_end: Vec<NaiveDate>,
    /// Proofs of cover that can be checked for a short time only, with their last days.
    pub certificates_end: Vec<(CertificateId, NaiveDate)>,
    /// Invitations that wait for their answer.
    pub invited: Vec<Invited>,
    pub muted: Vec<Topic>,
}

/// A settlement.
pub(super) struct Settled {
    pub id: SettlementId,
    pub settled_on: NaiveDate,
    /// The day on which it reached the store.
    pub arrived_on: NaiveDate,
    /// Whether it takes another one back.
    pub refund: bool,
}

/// An add-on product held that ends soon.
pub(super) struct Ending {
    pub id: HoldingId,
    pub name: Bilingual,
    pub last: NaiveDate,
    pub offered_until: Option<NaiveDate>,
}

/// An invitation of a relative's.
pub(super) struct Invited {
    pub id: FamilyInvitationId,
    /// The name of who invites.
    pub inviter: String,
    pub sent_on: NaiveDate,
    /// Whether it took the place of one to the same person that waited.
    pub replaces: bool,
}

/// The days that are looked at.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    /// What happened before this day is not told any more.
    pub since: NaiveDate,
    pub today: NaiveDate,
}

impl Stretch {
    fn contains(self, day: NaiveDate) -> bool {
        self.since <= day && day <= self.today
    }

    /// `day`, brought into the stretch: for what still holds, however long it has.
    fn within(self, day: NaiveDate) -> NaiveDate {
        day.max(self.since).min(self.today)
    }

    /// From when on it is said that something ends on `last`, so long before it; `None` when it is
    /// not time yet, or over.
    fn notice_of(self, last: NaiveDate, notice: Days) -> Option<NaiveDate> {
        let from = last.checked_sub_days(notice)?;
        (from <= self.today && self.today <= last).then(|| self.within(from))
    }
}

/// Something to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Due {
    pub template: Template,
    /// Why, in a word that is the same each time it is found.
    pub occasion: String,
    /// Since when there is this to tell.
    pub on: NaiveDate,
}

/// Everything that there is to tell, but for topics that are switched off.
pub(super) fn of(life: &Life, stretch: Stretch, book: &ParameterBook) -> Vec<Due> {
    let mut found = cover::due(life, stretch);
    found.extend(deadlines::due(life, stretch, book));
    found.extend(year::due(life, stretch, book));
    found.extend(settled::due(life, stretch));
    found.extend(family::due(life, stretch));
    found.retain(|due| {
        let topic = due.template.topic();
        topic.is_mandatory() || !life.muted.contains(&topic)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(super) fn stretch(today: &str) -> Stretch {
        let today = day(today);
        Stretch {
            since: today.checked_sub_days(NOTICE).unwrap(),
            today,
        }
    }

    pub(super) fn nobody() -> Life {
        Life {
            person: PersonId::from(uuid::Uuid::from_u128(1)),
            birth_date: day("1980-01-01"),
            periods: Vec::new(),
            categories: Vec::new(),
            years: Vec::new(),
            settled: Vec::new(),
            fees: Vec::new(),
            ending: Vec::new(),
            statuses_end: Vec::new(),
            certificates_end: Vec::new(),
            invited: Vec::new(),
            muted: Vec::new(),
        }
    }

    pub(super) fn period(scheme: Scheme, since: &str, until: &str) -> Period {
        Period {
            scheme,
            region_code: "110000".into(),
            person_type: "1101".into(),
            state: "normal".into(),
            since: day(since),
            until: (!until.is_empty()).then(|| day(until)),
            waiting_until: None,
            employer: None,
        }
    }

    pub(super) fn occasions(found: &[Due]) -> Vec<&str> {
        found.iter().map(|due| due.occasion.as_str()).collect()
    }

    #[test]
    fn a_topic_switched_off_is_not_told() {
        let book = ParameterBook::default();
        let settled = Settled {
            id: uuid::Uuid::from_u128(7).into(),
            settled_on: day("2026-06-10"),
            arrived_on: day("2026-06-11"),
            refund: false,
        };
        let mut life = Life {
            settled: vec![settled],
            ..nobody()
        };
        assert_eq!(of(&life, stretch("2026-06-15"), &book).len(), 1);
        life.muted = vec![Topic::Settlements];
        assert_eq!(of(&life, stretch("2026-06-15"), &book), []);
    }
}
