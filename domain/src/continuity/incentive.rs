//! What years without a break and without a claim add to residents' catastrophic cap.

use crate::money::Money;
use crate::settlement::parameters::Incentive;

const YEARS_BEFORE_THE_REWARD: u16 = 4;
/// The first year that adds anything (State Council General Office, 2024, no. 38). Earlier years
/// count towards the four.
const REWARDED_SINCE: i32 = 2025;

/// What continuous enrolment adds to a catastrophic cap: a step for each full year after the
/// fourth and one for each year without a claim, together at most a share of the cap.
#[must_use]
pub fn incentive_bonus(
    rule: &Incentive,
    cap: Money,
    continuous_years: u16,
    years_without_claim: u16,
) -> Money {
    let further = continuous_years.saturating_sub(YEARS_BEFORE_THE_REWARD);
    let times = |step: Money, count: u16| Money::from_fen(step.fen().saturating_mul(count.into()));
    let earned =
        times(rule.continuous_step, further) + times(rule.zero_claim_step, years_without_claim);
    earned.min(cap.times(rule.most_of_cap))
}

/// What the reward depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IncentiveFacts<'a> {
    /// Benefit years with resident insurance, in any order.
    pub insured: &'a [i32],
    /// Benefit years in which the funds paid something.
    pub claimed: &'a [i32],
    /// The last year in which a catastrophic claim used the reward; zero-claim steps of that year
    /// and earlier are gone.
    pub used_in: Option<i32>,
    /// The year that is asked about.
    pub year: i32,
}

/// The reward as it stands in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reward {
    /// Years insured without a break, this one included.
    pub continuous_years: u16,
    /// Years that each added a step for continuity.
    pub rewarded_years: u16,
    /// Years that each added a step for no claim.
    pub quiet_years: u16,
    /// What both add to the cap, in fen.
    pub added: Money,
    /// The most they can add, in fen.
    pub most: Money,
    /// The next year that adds a step for continuity, and how much, in fen; `None` once the most
    /// is reached.
    pub next: Option<(i32, Money)>,
}

/// The reward in `facts.year` on a catastrophic cap of `cap`.
#[must_use]
pub fn reward(rule: &Incentive, cap: Money, facts: &IncentiveFacts<'_>) -> Reward {
    let insured = |year: i32| facts.insured.contains(&year);
    let continuous = (0..).take_while(|back| insured(facts.year - back)).count();
    let continuous_years = u16::try_from(continuous).unwrap_or(u16::MAX);
    let since = facts.year - i32::from(continuous_years) + 1;
    let rewarding = u16::try_from(facts.year - REWARDED_SINCE + 1).unwrap_or_default();
    let rewarded_years = continuous_years
        .saturating_sub(YEARS_BEFORE_THE_REWARD)
        .min(rewarding);
    let first_quiet = REWARDED_SINCE.max(since).max(
        facts
            .used_in
            .map_or(i32::MIN, |year| year.saturating_add(1)),
    );
    let quiet = (first_quiet..facts.year).filter(|year| !facts.claimed.contains(year));
    let quiet_years = u16::try_from(quiet.count()).unwrap_or(u16::MAX);
    let bonus = |rewarded: u16| {
        let years = rewarded.saturating_add(YEARS_BEFORE_THE_REWARD);
        incentive_bonus(rule, cap, years, quiet_years)
    };
    let added = bonus(rewarded_years);
    let fifth = since.saturating_add(i32::from(YEARS_BEFORE_THE_REWARD));
    let next_year = fifth.max(facts.year.saturating_add(1)).max(REWARDED_SINCE);
    let step = bonus(rewarded_years.saturating_add(1)) - added;
    Reward {
        continuous_years,
        rewarded_years,
        quiet_years,
        added,
        most: cap.times(rule.most_of_cap),
        next: (!step.is_zero()).then_some((next_year, step)),
    }
}
