//! What counts towards cover in retirement, held against what the region asks for.

use std::sync::Arc;

use domain::calendar::Month;
use domain::continuity::Insured;
use domain::contributions::{Counted, GridFacts, Missing, Requirement, counted};
use domain::explain::ParameterNote;
use domain::identifiers::{RegionCode, Sex};
use domain::language::Bilingual;
use domain::settlement::Scheme;
use domain::settlement::parameters::ParameterSet;

use crate::context::RequestContext;
use crate::resident::identity::Identity;

/// How somebody stands towards cover in retirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retirement {
    /// Never in employee insurance: nothing counts.
    NeverEmployed,
    /// Insured as retired: nothing is owed any more.
    Retired(Counted),
    /// Died: nothing is counted on.
    Died,
    /// Still counting, or no longer in employee insurance.
    Counting {
        /// What counts so far.
        counted: Counted,
        /// What the region asks for; `None` when no parameter set covers the place.
        demand: Option<Box<Demand>>,
    },
}

/// What the region of the last employee insurance asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The region's name.
    pub region: Bilingual,
    /// Of a man or of a woman.
    pub sex: Sex,
    /// Months in all and in the region.
    pub requirement: Requirement,
    /// What is missing.
    pub missing: Missing,
    /// The month with which nothing is missing any more, if every month from this one on is paid
    /// in the region: by the payments on record. `None` when nothing is missing.
    pub complete: Option<Month>,
    /// Where the demand comes from and how sure it is.
    pub parameter: ParameterNote,
}

pub(super) fn of(
    context: &RequestContext,
    identity: &Identity,
    facts: &GridFacts<'_>,
) -> Retirement {
    let last = facts
        .periods
        .iter()
        .filter(|period| period.scheme == Scheme::Employee)
        .max_by_key(|period| period.days.from);
    let Some(last) = last else {
        return Retirement::NeverEmployed;
    };
    if identity.died_on.is_some() {
        return Retirement::Died;
    }
    let set = rules(context, last);
    let counted = counted(facts, |region| {
        set.as_ref().is_some_and(|set| lies_in(region, set.region))
    });
    if last.retired {
        return Retirement::Retired(counted);
    }
    let this_month = Month::of(facts.today);
    let demand = set.map(|set| Box::new(demand(&set, identity.sex, &counted, this_month)));
    Retirement::Counting { counted, demand }
}

fn rules(context: &RequestContext, last: &Insured) -> Option<Arc<ParameterSet>> {
    let book = &context.platform.parameters;
    book.at(last.region?, context.today()).ok()
}

fn lies_in(region: RegionCode, place: RegionCode) -> bool {
    region.with_ancestors().any(|one| one == place)
}

fn demand(set: &ParameterSet, sex: Sex, counted: &Counted, this_month: Month) -> Demand {
    let rule = &set.other.minimum_years;
    let requirement = Requirement::of(&rule.values, sex);
    let missing = requirement.missing(counted);
    Demand {
        region: set.name.clone(),
        sex,
        requirement,
        missing,
        complete: (missing.recorded > 0).then(|| this_month.plus(missing.recorded - 1)),
        parameter: ParameterNote::new(set, "/other/minimum_years/values".to_owned(), &rule.source),
    }
}
