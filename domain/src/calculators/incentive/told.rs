//! The steps of the reward in words.

use super::Question;
use crate::calculators::{Figure, Rule, Step};
use crate::continuity::Reward;
use crate::money::Money;
use crate::settlement::parameters::{Incentive, ParameterSet};

/// State Council General Office, 2024, no. 38.
const DOCUMENT: &str = "d05";
const PARAMETER: &str = "/other/incentive/values";
const CAP: &str = "/schemes/resident/catastrophic/cap/values";

/// Where there is no cap there is nothing to raise.
pub(super) fn nothing_to_raise(set: &ParameterSet) -> Step {
    Step::new(
        "incentive.no_cap",
        ["这里的大病保险不封顶", "Catastrophic cover has no cap here"],
        [
            "奖励加在大病保险的封顶线上。没有封顶线，就没有可加的，也不会少报。",
            "The reward raises the cap of catastrophic cover. Without a cap there is nothing to raise, and nothing is lost.",
        ],
        Vec::new(),
        Figure::Money(Money::ZERO),
    )
    .by(Rule::Library(DOCUMENT, 4))
    .with(set, PARAMETER, &set.other.incentive.source)
}

pub(super) fn steps(
    set: &ParameterSet,
    asked: &Question,
    (rule, cap): (Incentive, Money),
    reward: &Reward,
) -> Vec<Step> {
    let source = &set.other.incentive.source;
    let cap_source = &set.schemes.resident.catastrophic.cap.source;
    let times = |step: Money, count: u16| Money::from_fen(step.fen().saturating_mul(count.into()));
    let for_years = times(rule.continuous_step, reward.rewarded_years);
    let for_quiet = times(rule.zero_claim_step, reward.quiet_years);
    let years = |count: u16| Figure::Years(count.into());
    let mut steps = vec![
        Step::new(
            "incentive.years",
            ["连续参保 {=}", "{=} without a break"],
            [
                "从{0}到{1}，一年没有断过。中间断一年，就从头数。",
                "From {0} to {1} without a missing year. A missing year starts the count anew.",
            ],
            vec![Figure::Year(asked.since), Figure::Year(asked.year)],
            years(reward.continuous_years),
        )
        .by(Rule::Library(DOCUMENT, 4)),
        Step::new(
            "incentive.continuous",
            ["连续参保加 {=}", "{=} for the unbroken years"],
            [
                "满 4 年以后，每多连续参保一年加一次，从 2025 年开始加：加了 {0}，每年 {1}。",
                "After 4 years each further one adds once, from 2025 on: {0} count, {1} each.",
            ],
            vec![years(reward.rewarded_years), Figure::Money(rule.continuous_step)],
            Figure::Money(for_years),
        )
        .by(Rule::Library(DOCUMENT, 4))
        .with(set, &format!("{PARAMETER}/continuous_step"), source),
        Step::new(
            "incentive.quiet",
            ["没用医保加 {=}", "{=} for years without a claim"],
            [
                "2025 年以后基金一分没付的年份，第二年加一次；用过奖励额度就清零重数：加了 {0}，每年 {1}。",
                "Each year since 2025 in which the fund paid nothing adds once in the next one; using the reward sets it back: {0} count, {1} each.",
            ],
            vec![years(reward.quiet_years), Figure::Money(rule.zero_claim_step)],
            Figure::Money(for_quiet),
        )
        .by(Rule::Library(DOCUMENT, 5))
        .with(set, &format!("{PARAMETER}/zero_claim_step"), source),
    ];
    if for_years + for_quiet > reward.added {
        steps.push(
            Step::new(
                "incentive.most",
                ["两项一共最多加 {=}", "Both together add {=} at most"],
                [
                    "加起来是 {0}，但不能超过原来封顶线 {1} 的 {2}。",
                    "Together {0}, but never more than {2} of the first cap of {1}.",
                ],
                vec![
                    Figure::Money(for_years + for_quiet),
                    Figure::Money(cap),
                    Figure::Ratio(rule.most_of_cap),
                ],
                Figure::Money(reward.most),
            )
            .by(Rule::Library(DOCUMENT, 5))
            .with(set, &format!("{PARAMETER}/most_of_cap"), source),
        );
    }
    steps.push(
        Step::new(
            "incentive.raised",
            [
                "大病保险封顶线提高到 {=}",
                "The catastrophic cap rises to {=}",
            ],
            ["{0} 加上奖励 {1}。", "{0} and the reward of {1}."],
            vec![Figure::Money(cap), Figure::Money(reward.added)],
            Figure::Money(cap + reward.added),
        )
        .with(set, CAP, cap_source),
    );
    steps
}
