//! The steps of a contribution in words.

use super::{Payer, Question};
use crate::calculators::{Figure, Rule, Step};
use crate::continuity::Price;
use crate::contributions::{BasePosition, Shares};
use crate::money::Money;
use crate::settlement::parameters::{ParameterSet, ResidentFee};

/// State Council, 1998, no. 44: employer and employee pay, the employee 2 %.
const FRAME: &str = "d06";
/// National Healthcare Security Administration, 2024, no. 19: the least fee of residents.
const FEES: &str = "d13";
/// State Council General Office, 2021, no. 14: what flows into accounts.
const ACCOUNTS: &str = "d03";

pub(super) fn fee(set: &ParameterSet, asked: &Question, fee: Price) -> Step {
    let fees = &set.other.resident_fee;
    let why = match fees.values {
        ResidentFee::Age { .. } => [
            "按年龄收：{0}岁属于这一档。一年交一次，管 1 月到 12 月；财政另外补助，不用自己交。",
            "By age: this is the fee at the age of {0}. Paid once for January to December; the state adds its own part.",
        ],
        ResidentFee::Tier { .. } => [
            "当地分两档，自己选，不分年龄（您填的是 {0}岁）。一年交一次，管 1 月到 12 月；财政另外补助，不用自己交。",
            "The place has two tiers to choose from, whatever the age (you said {0}). Paid once for January to December; the state adds its own part.",
        ],
    };
    Step::new(
        "contributions.fee",
        ["居民一年自己交 {=}", "A resident pays {=} a year"],
        why,
        vec![Figure::Count(asked.age.into())],
        Figure::Price(fee),
    )
    .by(Rule::Library(FEES, 1))
    .with(set, "/other/resident_fee/values", &fees.source)
}

pub(super) fn month(
    set: &ParameterSet,
    asked: &Question,
    base: Money,
    shares: &Shares,
) -> Vec<Step> {
    let mut steps = vec![base_step(set, asked, base)];
    steps.extend(if asked.payer == Payer::Employee {
        vec![
            employer(set, base, shares.employer),
            person(set, base, shares.person),
        ]
    } else {
        vec![alone(set, base, shares.person)]
    });
    steps.push(account(set, base, shares.account_credit));
    steps.push(Step::new(
        "contributions.total",
        ["一个月一共 {=}", "{=} a month in all"],
        [
            "单位 {0}，个人 {1}；划进个人账户的钱已经在里面。一年按 12 个月。",
            "The employer {0}, the person {1}; what goes into the account is inside. A year has 12 such months.",
        ],
        vec![Figure::Money(shares.employer), Figure::Money(shares.person)],
        Figure::Money(shares.total()),
    ));
    steps
}

fn base_step(set: &ParameterSet, asked: &Question, base: Money) -> Step {
    let sourced = &set.other.contribution_base;
    let limits = sourced.values;
    // The wage decides here, not the base that comes of it.
    let why = match BasePosition::of(&limits, asked.wage) {
        BasePosition::BelowFloor => [
            "{0} 低于下限 {1}，按下限算。上限是 {2}。每年{3}调整一次。",
            "{0} is below the floor of {1}, so the floor counts. The ceiling is {2}. Both are set anew each year in {3}.",
        ],
        BasePosition::AboveCeiling => [
            "{0} 高于上限 {2}，按上限算。下限是 {1}。每年{3}调整一次。",
            "{0} is above the ceiling of {2}, so the ceiling counts. The floor is {1}. Both are set anew each year in {3}.",
        ],
        BasePosition::AtFloor | BasePosition::Between | BasePosition::AtCeiling => [
            "{0} 在下限 {1} 和上限 {2} 之间，就按它算。每年{3}调整一次。",
            "{0} lies between the floor of {1} and the ceiling of {2} and counts as it is. Both are set anew each year in {3}.",
        ],
    };
    Step::new(
        "contributions.base",
        ["缴费基数 {=}", "The base is {=}"],
        why,
        vec![
            Figure::Money(asked.wage),
            Figure::Money(limits.floor),
            Figure::Money(limits.ceiling),
            Figure::EachYear(limits.year_starts),
        ],
        Figure::Money(base),
    )
    .with(set, "/other/contribution_base/values", &sourced.source)
}

fn employer(set: &ParameterSet, base: Money, pays: Money) -> Step {
    let sourced = &set.other.contribution_rates;
    Step::new(
        "contributions.employer",
        ["单位一个月交 {=}", "The employer pays {=} a month"],
        ["基数 {0} × {1} = {=}。", "The base {0} × {1} = {=}."],
        vec![Figure::Money(base), Figure::Ratio(sourced.values.employer)],
        Figure::Money(pays),
    )
    .by(Rule::Library(FRAME, 2))
    .with(
        set,
        "/other/contribution_rates/values/employer",
        &sourced.source,
    )
}

fn person(set: &ParameterSet, base: Money, pays: Money) -> Step {
    let sourced = &set.other.contribution_rates;
    let rates = sourced.values;
    let why = if rates.person_fixed.is_zero() {
        [
            "基数 {0} × {1} = {=}，由单位从工资里代扣。",
            "The base {0} × {1} = {=}, withheld from the wage.",
        ]
    } else {
        [
            "基数 {0} × {1}，再加固定的 {2}，一共 {=}，由单位从工资里代扣。",
            "The base {0} × {1}, and a fixed {2}: {=}, withheld from the wage.",
        ]
    };
    let mut figures = vec![Figure::Money(base), Figure::Ratio(rates.person)];
    if !rates.person_fixed.is_zero() {
        figures.push(Figure::Money(rates.person_fixed));
    }
    Step::new(
        "contributions.person",
        ["个人一个月交 {=}", "The person pays {=} a month"],
        why,
        figures,
        Figure::Money(pays),
    )
    .by(Rule::Library(FRAME, 2))
    .with(
        set,
        "/other/contribution_rates/values/person",
        &sourced.source,
    )
}

fn alone(set: &ParameterSet, base: Money, pays: Money) -> Step {
    let sourced = &set.other.contribution_rates;
    let rates = sourced.values;
    let mut figures = vec![
        Figure::Money(base),
        Figure::Ratio(rates.employer),
        Figure::Ratio(rates.person),
    ];
    let why = if rates.person_fixed.is_zero() {
        [
            "单位那部分和个人那部分都由自己交：基数 {0} 的 {1} 和 {2}。有的地方给灵活就业人员单独的、低一些的费率，这里还没有收录，请以当地为准。",
            "Both the employer's {1} and the person's {2} of the base {0}. Some places have a lower rate for flexible workers, which is not kept here yet: ask there.",
        ]
    } else {
        figures.push(Figure::Money(rates.person_fixed));
        [
            "单位那部分和个人那部分都由自己交：基数 {0} 的 {1} 和 {2}，再加固定的 {3}。有的地方给灵活就业人员单独的、低一些的费率，这里还没有收录，请以当地为准。",
            "Both the employer's {1} and the person's {2} of the base {0}, and a fixed {3}. Some places have a lower rate for flexible workers, which is not kept here yet: ask there.",
        ]
    };
    Step::new(
        "contributions.alone",
        ["没有单位，自己一个月交 {=}", "Alone: {=} a month"],
        why,
        figures,
        Figure::Money(pays),
    )
    .with(set, "/other/contribution_rates/values", &sourced.source)
}

fn account(set: &ParameterSet, base: Money, credit: Money) -> Step {
    let sourced = &set.other.account_in_service;
    Step::new(
        "contributions.account",
        ["其中 {=} 进个人账户", "{=} of it goes into the account"],
        ["基数 {0} × {1} = {=}。", "The base {0} × {1} = {=}."],
        vec![
            Figure::Money(base),
            Figure::Ratio(sourced.values.share_of_base),
        ],
        Figure::Money(credit),
    )
    .by(Rule::Library(ACCOUNTS, 3))
    .with(
        set,
        "/other/account_in_service/values/share_of_base",
        &sourced.source,
    )
}
