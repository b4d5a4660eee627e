//! The same bill on other ways, each of which changes one thing: level, filing, place, year.

use std::borrow::Borrow;

use chrono::NaiveDate;
use domain::explain::{Reason, differences};
use domain::language::Bilingual;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Level, Remote, Settlement};

use super::answer::{Worked, work};
use super::case::{Case, in_force};

/// How treatment elsewhere is compared: at home, filed, not filed.
const FILINGS: [Remote; 3] = [Remote::Local, Remote::ReferralFiled, Remote::Unfiled];

/// What is otherwise on a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Nothing: as it was asked.
    Asked,
    /// At an institution of another level.
    Level(Level),
    /// At home, or elsewhere with or without filing.
    Filing(Remote),
    /// Insured in another place, by its rules of this name.
    Place(Bilingual),
    /// By the rules that follow from this day on.
    Later(NaiveDate),
}

/// What comes out on one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The way.
    pub way: Way,
    /// Who pays what.
    pub settlement: Settlement,
    /// Why it comes out otherwise than asked.
    pub reasons: Vec<Reason>,
}

/// Another place that was chosen to compare with and cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPlace {
    /// The name of its rules, where any of it are known.
    pub name: Option<Bilingual>,
    /// Whether it has rules on the day, but none for this kind of visit.
    pub kind: bool,
}

/// The chosen place where nothing of it can be compared; nothing where it is, or none was chosen.
pub(super) fn no_place<S: Borrow<ParameterSet>>(case: &Case, sets: &[S]) -> Option<NoPlace> {
    let other = case.other.filter(|other| *other != case.region)?;
    let Some(set) = in_force(sets, other, case.day) else {
        let mut all = sets.iter().map(Borrow::borrow);
        let known = all.find(|set: &&ParameterSet| set.region == other);
        return Some(NoPlace {
            name: known.map(|set| set.name.clone()),
            kind: false,
        });
    };
    let name = Some(set.name.clone());
    let refused = work(set, case).is_err();
    refused.then_some(NoPlace { name, kind: true })
}

/// The case as `asked` and on every other way, the cheapest for the person first.
pub(super) fn compare<S: Borrow<ParameterSet>>(
    case: &Case,
    sets: &[S],
    asked: (&ParameterSet, &Worked),
) -> Vec<Outcome> {
    let (set, asked) = asked;
    let trace = asked.trace();
    let mut outcomes = vec![Outcome {
        way: Way::Asked,
        settlement: asked.settlement,
        reasons: Vec::new(),
    }];
    let mut add = |way: Way, set: &ParameterSet, case: &Case| {
        if let Ok(other) = work(set, case) {
            outcomes.push(Outcome {
                way,
                settlement: other.settlement,
                // The reasons are those of one bill: of two parts they would not say which is meant.
                reasons: if asked.is_divided() || other.is_divided() {
                    Vec::new()
                } else {
                    differences(&trace, &other.trace())
                },
            });
        }
    };
    for level in Level::ALL
        .iter()
        .filter(|level| **level != case.visit.level)
    {
        let mut there = case.clone();
        there.visit.level = *level;
        add(Way::Level(*level), set, &there);
    }
    for remote in FILINGS.into_iter().filter(|one| *one != case.visit.remote) {
        let mut there = case.clone();
        there.visit.remote = remote;
        add(Way::Filing(remote), set, &there);
    }
    let other = case.other.filter(|other| *other != case.region);
    if let Some(other) = other.and_then(|region| in_force(sets, region, case.day)) {
        add(Way::Place(other.name.clone()), other, case);
    }
    let later = sets.iter().map(Borrow::borrow).filter(|other| {
        other.region == set.region && other.effective.from > case.day && other.id != set.id
    });
    if let Some(later) = later.min_by_key(|other| other.effective.from) {
        add(Way::Later(later.effective.from), later, case);
    }
    // A stable sort: of ways that cost the same, the one asked for comes first.
    outcomes.sort_by_key(|outcome| outcome.settlement.personal_burden());
    outcomes
}
