//! The records of an import as they stand in the file (`docs/records.schema.json`).

mod check;

use chrono::{Datelike, NaiveDate};
use domain::identifiers::Sex;
use domain::money::{BasisPoints, Money};
use domain::settlement::{Category, DiseaseCode, ItemClass, Level, Remote, Scheme, VisitKind};
use serde::Deserialize;

/// One line of the file.
#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "record", rename_all = "snake_case")]
pub(super) enum Record {
    Person(PersonRecord),
    Enrolment(EnrolmentRecord),
    Contribution(ContributionRecord),
    Settlement(Box<SettlementRecord>),
    Refund(RefundRecord),
}

/// Who a record is about.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonKey {
    #[serde(default = "resident_card")]
    pub id_type: String,
    pub id_number: String,
}

fn resident_card() -> String {
    "01".to_owned()
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonRecord {
    pub person: PersonKey,
    pub name: String,
    pub sex: Option<Sex>,
    pub birth_date: Option<NaiveDate>,
    pub mobile: Option<String>,
    pub household_region: Option<String>,
    pub residence_region: String,
    pub died_on: Option<NaiveDate>,
    #[serde(default)]
    pub categories: Vec<CategoryRecord>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryRecord {
    pub category: Category,
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EmployerKey {
    pub credit_code: String,
    pub name: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnrolmentRecord {
    pub person: PersonKey,
    pub scheme: Scheme,
    pub region: String,
    pub employer: Option<EmployerKey>,
    pub person_type: String,
    pub state: Option<EnrolmentState>,
    pub since: NaiveDate,
    pub until: Option<NaiveDate>,
    pub waiting_until: Option<NaiveDate>,
    pub reason: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum EnrolmentState {
    Normal,
    Suspended,
    Terminated,
}

impl EnrolmentState {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Suspended => "suspended",
            Self::Terminated => "terminated",
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContributionRecord {
    pub person: PersonKey,
    /// `2025-06`.
    pub period: String,
    pub scheme: Scheme,
    #[serde(default)]
    pub kind: ContributionKind,
    pub employer: Option<EmployerKey>,
    #[serde(default)]
    pub base: Money,
    #[serde(default)]
    pub employer_amount: Money,
    #[serde(default)]
    pub person_amount: Money,
    #[serde(default)]
    pub subsidy_amount: Money,
    #[serde(default)]
    pub account_credit: Money,
    pub paid_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ContributionKind {
    #[default]
    Monthly,
    Yearly,
}

impl ContributionKind {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::Yearly => "yearly",
        }
    }
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SettlementRecord {
    pub person: PersonKey,
    pub number: String,
    pub settled_on: NaiveDate,
    pub admitted_on: Option<NaiveDate>,
    pub discharged_on: Option<NaiveDate>,
    pub scheme: Scheme,
    pub institution: InstitutionRecord,
    pub visit: VisitRecord,
    pub diagnosis: Option<String>,
    #[serde(default)]
    pub family_balance: Money,
    pub lines: Vec<LineRecord>,
    pub amounts: Option<Amounts>,
}

impl SettlementRecord {
    /// The days of a stay across the end of a year; `None` for any other visit.
    pub(super) fn across_years(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = self.admitted_on.zip(self.discharged_on);
        days.filter(|(from, through)| self.visit.kind.is_stay() && from.year() < through.year())
    }

    /// The benefit years whose totals it moves, with its scheme.
    pub(super) fn years(&self) -> impl Iterator<Item = (i32, Scheme)> + use<> {
        let day = self.settled_on;
        let (from, through) = self.across_years().unwrap_or((day, day));
        let scheme = self.scheme;
        (from.year()..=through.year()).map(move |year| (year, scheme))
    }
}

/// A settlement that is taken back.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RefundRecord {
    pub person: PersonKey,
    /// The refund's own number.
    pub number: String,
    pub refunded_on: NaiveDate,
    /// The number of the settlement.
    pub reverses: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstitutionRecord {
    pub code: String,
    pub name: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VisitRecord {
    pub kind: VisitKind,
    pub disease: Option<DiseaseCode>,
    pub level: Level,
    pub admission: Option<u32>,
    #[serde(default = "at_home")]
    pub remote: Remote,
}

const fn at_home() -> Remote {
    Remote::Local
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LineRecord {
    pub code: String,
    pub name: String,
    pub amount: Money,
    pub class: ItemClass,
    #[serde(default)]
    pub self_pay_first: BasisPoints,
    #[serde(default)]
    pub over_ceiling: Money,
    #[serde(default = "one")]
    pub quantity_milli: i64,
    /// Of a visit for a certified disease: whether the item is for the disease.
    pub for_disease: Option<bool>,
    /// Of a stay: the day of the item.
    pub day: Option<NaiveDate>,
}

const fn one() -> i64 {
    1_000
}

/// What the sender computed, in the national interface's names. What is given is held against
/// the engine.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Amounts {
    pub medfee_sumamt: Option<Money>,
    pub fulamt_ownpay_amt: Option<Money>,
    pub overlmt_selfpay: Option<Money>,
    pub preselfpay_amt: Option<Money>,
    pub inscp_scp_amt: Option<Money>,
    pub act_pay_dedc: Option<Money>,
    pub hifp_pay: Option<Money>,
    pub hifob_pay: Option<Money>,
    pub hifmi_pay: Option<Money>,
    pub maf_pay: Option<Money>,
    pub fund_pay_sumamt: Option<Money>,
    pub psn_part_amt: Option<Money>,
    pub acct_pay: Option<Money>,
    pub acct_mulaid_pay: Option<Money>,
    pub psn_cash_pay: Option<Money>,
}

impl Record {
    /// Who it is about.
    pub(super) fn key(&self) -> &PersonKey {
        match self {
            Self::Person(record) => &record.person,
            Self::Enrolment(record) => &record.person,
            Self::Contribution(record) => &record.person,
            Self::Settlement(record) => &record.person,
            Self::Refund(record) => &record.person,
        }
    }

    /// The employer that it names, if any.
    pub(super) fn employer(&self) -> Option<&EmployerKey> {
        match self {
            Self::Enrolment(record) => record.employer.as_ref(),
            Self::Contribution(record) => record.employer.as_ref(),
            _ => None,
        }
    }
}
