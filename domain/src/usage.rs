//! What applies to a person this year, what is used and what is left: the figures of the
//! pages about one's own cover, each with its source.

mod allowance;
mod catastrophic;
mod inpatient;
mod outpatient;
mod special;

pub use allowance::{Allowance, Known};
pub use catastrophic::{AssistanceUsage, CatastrophicUsage, TierUsage};
pub use inpatient::{InpatientUsage, RatioBand};
pub use outpatient::{AboveUsage, OutpatientDeductible, OutpatientUsage};
pub use special::{ChronicDeductibleUsage, ChronicUsage, PrenatalUsage, TwoDiseasesUsage};

use crate::money::Money;
use crate::settlement::parameters::{ParameterSet, SchemeRules};
use crate::settlement::{Accumulators, Level, PersonFacts, Scheme};

/// Everything that applies to a person in one scheme and one benefit year. Ratios are those
/// at home; [`ParameterSet::remote`] says what comes off elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// Which basic insurance.
    pub scheme: Scheme,
    /// The number of the next admission, from 1.
    pub next_admission: u32,
    /// A stay in hospital, by level.
    pub inpatient: Vec<InpatientUsage>,
    /// An outpatient visit, by level.
    pub outpatient: Vec<OutpatientUsage>,
    /// The yearly outpatient deductible. One for all levels: what was used at one level
    /// counts at every other.
    pub outpatient_deductible_used: Money,
    /// The yearly cap of outpatient care.
    pub outpatient_cap: Known<Allowance>,
    /// The outpatient expense of the year from which another ratio applies, if any.
    pub outpatient_above: Option<Known<AboveUsage>>,
    /// Care of certified chronic diseases.
    pub chronic: Known<ChronicUsage>,
    /// Drugs for hypertension and diabetes, for residents; the value is `None` where they are paid as
    /// ordinary outpatient care.
    pub two_diseases: Option<Known<Option<TwoDiseasesUsage>>>,
    /// Checks before a birth, where the set says something about them.
    pub prenatal: Option<Known<PrenatalUsage>>,
    /// The yearly cap of the pool for stays in hospital.
    pub pool: Known<Allowance>,
    /// The yearly cap of the large-amount subsidy, where the scheme has one.
    pub large_amount: Option<Known<Allowance>>,
    /// Catastrophic cover.
    pub catastrophic: Known<CatastrophicUsage>,
    /// Medical assistance, for people with a status of hardship that the region serves.
    pub assistance: Option<Known<AssistanceUsage>>,
}

/// What a computation of [`usage`] looks at.
struct View<'a> {
    set: &'a ParameterSet,
    rules: &'a SchemeRules,
    scheme: Scheme,
    person: &'a PersonFacts,
    year: &'a Accumulators,
}

/// What applies to `person` after the year's accumulators `year` and `admissions` stays.
#[must_use]
pub fn usage(
    set: &ParameterSet,
    scheme: Scheme,
    person: &PersonFacts,
    year: &Accumulators,
    admissions: u32,
) -> Usage {
    let view = View {
        set,
        rules: set.rules(scheme),
        scheme,
        person,
        year,
    };
    let next_admission = admissions.saturating_add(1);
    let pool_cap = &view.rules.inpatient.pool_cap;
    let outpatient_cap = view.rules.outpatient.cap_for(person.retired);
    Usage {
        scheme,
        next_admission,
        inpatient: Level::ALL
            .iter()
            .map(|level| inpatient::at(&view, *level, next_admission))
            .collect(),
        outpatient: Level::ALL
            .iter()
            .map(|level| outpatient::at(&view, *level))
            .collect(),
        outpatient_deductible_used: year.outpatient_deductible_used,
        outpatient_cap: view.known(
            "outpatient/cap",
            Allowance::of(outpatient_cap, year.outpatient_paid),
            &view.rules.outpatient.cap.source,
        ),
        outpatient_above: outpatient::above(&view),
        chronic: special::chronic(&view),
        two_diseases: special::two_diseases(&view),
        prenatal: special::prenatal(&view),
        pool: view.known(
            "inpatient/pool_cap",
            Allowance::of(pool_cap.values, year.pool_paid),
            &pool_cap.source,
        ),
        large_amount: view.rules.large_amount.as_ref().map(|large| {
            let allowance = Allowance::of(large.values.cap, year.large_amount_paid);
            view.known("large_amount", allowance, &large.source)
        }),
        catastrophic: catastrophic::catastrophic(&view),
        assistance: catastrophic::assistance(&view),
    }
}
