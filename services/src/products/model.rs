//! What the platform knows of a product: the format of the import, of the stored body and of
//! the public answer alike (`docs/products.md`).

use chrono::NaiveDate;
use domain::identifiers::RegionCode;
use domain::language::Bilingual;
use domain::money::{BasisPoints, Money};
use serde::{Deserialize, Serialize};

/// What sort of product it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductKind {
    /// A city's own commercial plan for everybody insured there (惠民保).
    CitySupplementary,
    /// Mutual aid among the members of a trade union.
    UnionAid,
    /// Medical insurance that pays back costs.
    CommercialMedical,
    /// A sum paid when a listed illness is diagnosed.
    CriticalIllness,
    /// Drugs of the commercial innovative drug list.
    InnovativeDrugs,
}

impl ProductKind {
    /// The stable code, as in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CitySupplementary => "city_supplementary",
            Self::UnionAid => "union_aid",
            Self::CommercialMedical => "commercial_medical",
            Self::CriticalIllness => "critical_illness",
            Self::InnovativeDrugs => "innovative_drugs",
        }
    }
}

/// What a part of the cover pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoverKind {
    /// The person's share of what the public catalogue covers.
    InPolicy,
    /// Costs outside the public catalogue.
    OutOfPolicy,
    /// Listed drugs.
    Drugs,
    /// A sum on diagnosis; the ratio is 100 % and the cap is the sum.
    LumpSum,
    /// An allowance a day; the cap is the most of a year.
    Daily,
}

/// The price of a year for an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Premium {
    /// From this age in full years.
    pub from_age: u16,
    /// Through this age; `None` without end.
    pub through_age: Option<u16>,
    /// Fen a year.
    pub amount: Money,
}

/// One part of the cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// What it pays for.
    pub kind: CoverKind,
    /// In the words of the product.
    pub label: Bilingual,
    /// What the person bears of it in a year before it pays, in fen.
    pub deductible: Money,
    /// What it pays above that.
    pub ratio: BasisPoints,
    /// The ratio for costs of an earlier illness; `None`: not paid at all.
    pub prior_illness_ratio: Option<BasisPoints>,
    /// The most of a year, in fen; `None` without limit.
    pub cap: Option<Money>,
}

/// One add-on product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Stable id, part of its address: lower-case letters, digits, hyphens.
    pub id: String,
    /// What sort of product it is.
    pub kind: ProductKind,
    /// The city or province it is for; `None`: the whole country.
    pub region: Option<RegionCode>,
    /// Where it stands in lists: smaller first.
    pub position: i32,
    /// First day on which it is on offer.
    pub valid_from: NaiveDate,
    /// Last day on which it is on offer; `None` while it goes on.
    pub valid_until: Option<NaiveDate>,
    /// Whether it is an invented sample.
    pub sample: bool,
    /// Its name.
    pub name: Bilingual,
    /// Who offers it.
    pub insurer: Bilingual,
    /// What it does, in a sentence.
    pub summary: Bilingual,
    /// Who may join.
    pub eligibility: Bilingual,
    /// Lowest age at joining.
    pub age_from: u16,
    /// Highest age at joining; `None` without limit.
    pub age_through: Option<u16>,
    /// Whether one must be in basic insurance.
    pub needs_basic_insurance: bool,
    /// Whether the personal account may pay for it.
    pub account_may_pay: bool,
    /// Whether it is deducted at the counter, without an application.
    pub settled_at_counter: bool,
    /// Days of waiting after the first joining.
    pub waiting_days: u16,
    /// Prices by age, ascending.
    pub premiums: Vec<Premium>,
    /// What it pays.
    pub covers: Vec<Cover>,
    /// What holds for earlier illness.
    pub prior_illness: Bilingual,
    /// What it never pays.
    pub exclusions: Vec<Bilingual>,
    /// What holds for waiting.
    pub waiting: Bilingual,
    /// How to claim, step by step.
    pub claims: Vec<Bilingual>,
    /// What public cover pays of this already.
    pub public_cover: Bilingual,
    /// What a reader should know about these data.
    pub note: Bilingual,
}

impl Product {
    /// The price of a year at `age`; `None` when it is not offered at that age.
    #[must_use]
    pub fn premium_at(&self, age: u16) -> Option<Money> {
        self.premiums
            .iter()
            .find(|row| row.from_age <= age && row.through_age.is_none_or(|last| age <= last))
            .map(|row| row.amount)
    }

    /// The lowest and the highest price of a year.
    #[must_use]
    pub fn premium_range(&self) -> Option<(Money, Money)> {
        let amounts = || self.premiums.iter().map(|row| row.amount);
        Some((amounts().min()?, amounts().max()?))
    }

    /// Whether it is on offer on `day`.
    #[must_use]
    pub fn is_offered(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_until.is_none_or(|last| day <= last)
    }

    /// Whether somebody insured in `region` may have it.
    #[must_use]
    pub fn serves(&self, region: RegionCode) -> bool {
        self.region
            .is_none_or(|own| region.with_ancestors().any(|place| place == own))
    }
}
