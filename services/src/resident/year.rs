//! What applies to a person this benefit year and what of it is used: the input of every meter.

use std::sync::Arc;

use chrono::Datelike;
use domain::calendar::age_on;
use domain::identifiers::RegionCode;
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Accumulators, PersonFacts, Scheme, best_category};
use domain::usage::{Usage, usage};

use super::cover::{Cover, Period};
use super::load::PersonFile;
use crate::context::RequestContext;

/// One person's benefit year in one scheme.
#[derive(Clone, Debug)]
pub struct BenefitYear {
    /// The year.
    pub year: i32,
    /// The parameter set in force for the insured place.
    pub set: Arc<ParameterSet>,
    /// Which basic insurance.
    pub scheme: Scheme,
    /// What the rules ask of the person.
    pub facts: PersonFacts,
    /// What is used.
    pub used: Accumulators,
    /// How many admissions there were.
    pub admissions: u32,
}

impl BenefitYear {
    /// What applies, what is used and what is left, each figure with its source.
    #[must_use]
    pub fn usage(&self) -> Usage {
        usage(
            &self.set,
            self.scheme,
            &self.facts,
            &self.used,
            self.admissions,
        )
    }
}

/// Why there are no rules for somebody who is insured, and what is nearest to them.
#[derive(Clone, Debug, PartialEq)]
pub enum NoRules {
    /// The place has sets, none of them in force today: the nearest one in time.
    Then(Arc<ParameterSet>),
    /// The place has none: those that have, in the order of their codes.
    Elsewhere(Vec<RegionCode>),
}

/// The rules for whoever is insured under `cover` today; `None` for whoever is not insured.
pub(super) fn under(
    context: &RequestContext,
    file: &PersonFile,
    cover: &Cover,
) -> Option<Result<BenefitYear, NoRules>> {
    let period = cover.current.as_ref()?;
    let year = of(context, file, period);
    Some(year.ok_or_else(|| no_rules(context, period)))
}

fn no_rules(context: &RequestContext, period: &Period) -> NoRules {
    let book = &context.platform.parameters;
    let region = period.region_code.parse().ok();
    let nearest = region.and_then(|region| book.nearest(region, context.today()));
    nearest.map_or_else(|| NoRules::Elsewhere(book.places()), NoRules::Then)
}

/// The benefit year of `file` under `period`; `None` where no parameter set serves the place.
pub(super) fn of(
    context: &RequestContext,
    file: &PersonFile,
    period: &Period,
) -> Option<BenefitYear> {
    let today = context.today();
    let region: RegionCode = period.region_code.parse().ok()?;
    let set = context.platform.parameters.at(region, today).ok()?;
    let (used, admissions) = file.year(period.scheme);
    let facts = PersonFacts {
        retired: period.retired(),
        age: age_on(file.birth_date, today).unwrap_or_default(),
        category: best_category(&set, period.scheme, &file.categories),
        account_balance: file.balance.unwrap_or(Money::ZERO),
        family_balance: Money::ZERO,
    };
    Some(BenefitYear {
        year: today.year(),
        set,
        scheme: period.scheme,
        facts,
        used,
        admissions,
    })
}
