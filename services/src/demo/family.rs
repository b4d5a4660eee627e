//! The plan of a family, before it is turned into rows.

use chrono::NaiveDate;
use domain::identifiers::{RegionCode, Sex};
use domain::ids::EmployerId;
use domain::money::Money;
use domain::settlement::{Category, DiseaseCode, Remote, Scheme, VisitKind};

use crate::institutions::Institution;
use crate::records::BilledItem;

/// Some people who live together, and what ties them.
#[derive(Default)]
pub(super) struct Family {
    /// Where they live; `None` for people who are not shown as a household.
    pub household: Option<RegionCode>,
    /// Whoever pays for somebody else stands after them.
    pub lives: Vec<Life>,
    pub links: Vec<Link>,
    /// Sign-in identities: the subject and whose it is.
    pub accounts: Vec<(&'static str, usize)>,
}

/// `who` may act for `whose`.
pub(super) struct Link {
    pub who: usize,
    pub whose: usize,
    /// What the second is to the first: `parent`, `child`, `spouse`.
    pub relation: &'static str,
}

pub(super) struct Person {
    pub name: String,
    pub id_type: &'static str,
    pub number: String,
    pub sex: Sex,
    pub birth: NaiveDate,
    pub mobile: Option<String>,
    pub home: RegionCode,
    pub residence: RegionCode,
    /// `head`, `spouse`, `child`, `parent`.
    pub position: &'static str,
    pub died: Option<NaiveDate>,
}

pub(super) struct Life {
    pub person: Person,
    pub periods: Vec<Period>,
    /// The monthly wage, in service.
    pub wage: Money,
    pub opening_balance: Money,
    pub tags: Vec<(Category, NaiveDate, Option<NaiveDate>)>,
    pub visits: Vec<Visit>,
    /// What the account keeps back for relatives.
    pub reserve: Money,
    /// Whether the account shows the interest of each year.
    pub bears_interest: bool,
    /// For whom, how much and since when something of it is kept.
    pub shares: Vec<(usize, Money, NaiveDate)>,
    /// Product and first day of cover.
    pub holdings: Vec<(String, NaiveDate)>,
    /// Whether contributions are on record from the first day of insurance, not only those of the
    /// last two years.
    pub whole_record: bool,
}

pub(super) struct Period {
    pub scheme: Scheme,
    pub region: RegionCode,
    pub employer: Option<EmployerId>,
    pub person_type: &'static str,
    pub since: NaiveDate,
    pub until: Option<NaiveDate>,
    pub waiting_until: Option<NaiveDate>,
    pub reason: &'static str,
}

impl Period {
    pub(super) fn contains(&self, day: NaiveDate) -> bool {
        self.since <= day && self.until.is_none_or(|last| day <= last)
    }

    pub(super) fn retired(&self) -> bool {
        self.person_type.starts_with("12")
    }
}

pub(super) struct Visit {
    pub day: NaiveDate,
    pub stay: Option<(NaiveDate, NaiveDate)>,
    pub kind: VisitKind,
    pub institution: &'static Institution,
    pub remote: Remote,
    pub diagnosis: String,
    pub items: Vec<BilledItem>,
    /// Who of the family may pay from their account, and how much at most.
    pub family: Option<(usize, Money)>,
    /// What only special kinds of visits have.
    pub special: Special,
}

/// What only special kinds of visits have.
#[derive(Default)]
pub(super) struct Special {
    /// The disease that it is for.
    pub disease: Option<DiseaseCode>,
    /// How many of the last items are not for the disease.
    pub beside: usize,
    /// The day on which it was taken back.
    pub refunded_on: Option<NaiveDate>,
}
