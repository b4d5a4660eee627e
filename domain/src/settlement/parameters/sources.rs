//! The sources of all groups of values of a set, in one order.

use super::{Other, ParameterSet, SchemeRules, Source, Sourced};

impl ParameterSet {
    /// The sources of all groups that the set has, always in the same order.
    #[must_use]
    pub fn sources_mut(&mut self) -> Vec<&mut Source> {
        let mut all = vec![&mut self.remote.source];
        all.extend(of_scheme(&mut self.schemes.employee));
        all.extend(of_scheme(&mut self.schemes.resident));
        all.push(&mut self.assistance.rules.source);
        all.push(&mut self.assistance.reach.source);
        all.extend(of_other(&mut self.other));
        all
    }

    /// The sources of all groups that a single bill may be settled by.
    #[must_use]
    pub fn sources_of_bills(&self) -> Vec<Source> {
        let mut set = self.clone();
        let other = &mut set.other;
        let mut all = vec![
            &mut set.remote.source,
            &mut set.assistance.rules.source,
            &mut set.assistance.reach.source,
            &mut other.chronic.source,
            &mut other.two_diseases.source,
        ];
        all.extend(of_one(&mut other.dual_channel));
        all.extend(of_one(&mut other.maternity_care));
        all.extend(of_scheme(&mut set.schemes.employee));
        all.extend(of_scheme(&mut set.schemes.resident));
        all.into_iter().map(|source| source.clone()).collect()
    }
}

fn of_scheme(rules: &mut SchemeRules) -> Vec<&mut Source> {
    let (stay, visit) = (&mut rules.inpatient, &mut rules.outpatient);
    let catastrophic = &mut rules.catastrophic;
    let mut all = vec![
        &mut stay.deductible.source,
        &mut stay.repeat.source,
        &mut stay.ratio.source,
        &mut stay.pool_cap.source,
        &mut visit.deductible.source,
        &mut visit.ratio.source,
        &mut visit.cap.source,
        &mut catastrophic.tiers.source,
        &mut catastrophic.cap.source,
        &mut catastrophic.tilt.source,
        &mut catastrophic.outpatient_counts.source,
    ];
    all.extend(of_one(&mut stay.retired_ratio));
    all.extend(of_one(&mut stay.age_bonus));
    all.extend(of_one(&mut rules.large_amount));
    all.extend(of_one(&mut visit.deductible_by_age));
    all.extend(of_one(&mut visit.retired_by_age));
    all.extend(of_one(&mut visit.above));
    all
}

fn of_other(other: &mut Other) -> Vec<&mut Source> {
    let mut all = vec![
        &mut other.account_in_service.source,
        &mut other.account_retired.source,
        &mut other.maternity.source,
        &mut other.resident_fee.source,
        &mut other.chronic.source,
        &mut other.two_diseases.source,
        &mut other.minimum_years.source,
        &mut other.contribution_base.source,
        &mut other.contribution_rates.source,
        &mut other.collection_window.source,
        &mut other.waiting.source,
        &mut other.incentive.source,
    ];
    all.extend(of_one(&mut other.dual_channel));
    all.extend(of_one(&mut other.maternity_care));
    all.extend(of_one(&mut other.year_end));
    all
}

fn of_one<T>(group: &mut Option<Sourced<T>>) -> Option<&mut Source> {
    group.as_mut().map(|group| &mut group.source)
}
