//! What years of resident insurance without a break, and without a claim, add to the
//! catastrophic cap.

use std::collections::BTreeSet;

use chrono::Datelike;
use domain::continuity::{IncentiveFacts, Insured, Reward, reward};
use domain::explain::ParameterNote;
use domain::money::Money;
use domain::settlement::Scheme;

use super::View;
use crate::resident::cover::Cover;

/// How the reward stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RewardState {
    /// Nobody is insured whom it could concern.
    NotInsured,
    /// It concerns residents only.
    NotResident,
    /// No parameter set covers the place.
    NoRules,
    /// The region has no cap that could rise, or no reward; the parameter says which.
    NoCap(ParameterNote),
    /// So far.
    Counts {
        /// The reward of this year.
        reward: Reward,
        /// The cap that it is added to, in fen.
        cap: Money,
        /// Whether the funds paid nothing this year so far.
        quiet_so_far: bool,
        /// Where the steps come from and how sure they are.
        parameter: ParameterNote,
        /// The same of the cap.
        cap_parameter: Box<ParameterNote>,
    },
}

pub(super) fn of(view: &View<'_>, cover: &Cover) -> RewardState {
    match cover.current.as_ref().map(|period| period.scheme) {
        _ if view.identity.died_on.is_some() => return RewardState::NotInsured,
        None => return RewardState::NotInsured,
        Some(Scheme::Employee) => return RewardState::NotResident,
        Some(Scheme::Resident) => {}
    }
    let Some(set) = view.rules_today() else {
        return RewardState::NoRules;
    };
    let rule = &set.other.incentive;
    let pointer = "/other/incentive/values".to_owned();
    let parameter = ParameterNote::new(&set, pointer, &rule.source);
    let cap = &set.schemes.resident.catastrophic.cap;
    let (Some(steps), Some(amount)) = (rule.values, cap.values) else {
        return RewardState::NoCap(parameter);
    };
    let year = view.context.today().year();
    let claims = &view.identity.claims;
    let claimed: Vec<i32> = claims.iter().map(|(year, _)| *year).collect();
    let insured = years_insured(view.insured);
    let facts = IncentiveFacts {
        insured: &insured,
        claimed: &claimed,
        // Whoever was paid more than the cap was paid from the reward.
        used_in: claims
            .iter()
            .filter(|(_, paid)| *paid > amount)
            .map(|(year, _)| *year)
            .max(),
        year,
    };
    let pointer = "/schemes/resident/catastrophic/cap/values".to_owned();
    RewardState::Counts {
        reward: reward(&steps, amount, &facts),
        cap: amount,
        quiet_so_far: !claimed.contains(&year),
        parameter,
        cap_parameter: Box::new(ParameterNote::new(&set, pointer, &cap.source)),
    }
}

/// The benefit years with a day of resident insurance, up to a year that nobody outlives.
pub(super) fn years_insured(periods: &[Insured]) -> Vec<i32> {
    const FAR: i32 = 2200;
    let years: BTreeSet<i32> = periods
        .iter()
        .filter(|period| period.scheme == Scheme::Resident)
        .flat_map(|period| {
            let last = period.days.through.map_or(FAR, |last| last.year().min(FAR));
            period.days.from.year()..=last
        })
        .collect();
    years.into_iter().collect()
}
