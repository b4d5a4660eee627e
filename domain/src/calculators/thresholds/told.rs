//! The thresholds in words.

use super::{Distance, Threshold};
use crate::calculators::{Figure, Rule, Step};
use crate::language::{Bilingual, Language};
use crate::money::Money;
use crate::settlement::Level;

pub(super) fn name(of: &Distance) -> Bilingual {
    let [zh, en] = match of.threshold {
        Threshold::OutpatientDeductible => ["门诊起付线", "outpatient deductible"],
        Threshold::OutpatientAbove => ["门诊换比例的地方", "outpatient expense with another ratio"],
        Threshold::OutpatientCap => ["门诊最高支付限额", "outpatient yearly cap"],
        Threshold::PoolCap => [
            "住院统筹基金最高支付限额",
            "yearly cap for stays in hospital",
        ],
        Threshold::LargeAmountCap => ["大额补助最高支付限额", "cap of the large-amount subsidy"],
        Threshold::Catastrophic => ["大病保险起付线", "catastrophic threshold"],
        Threshold::CatastrophicCap => ["大病保险封顶线", "catastrophic cap"],
        Threshold::Assistance => ["医疗救助起付线", "assistance deductible"],
        Threshold::AssistanceCap => ["医疗救助年度限额", "assistance yearly cap"],
    };
    let levels = |language| {
        let names: Vec<&str> = of
            .levels
            .iter()
            .map(|level: &Level| level.label(language))
            .collect();
        names.join(language.pick("、", ", "))
    };
    if of.levels.is_empty() {
        return Bilingual {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
    }
    Bilingual {
        zh: format!("{zh}（{}）", levels(Language::Zh)),
        en: format!("{en} ({})", levels(Language::En)),
    }
}

/// `[Chinese, English]` with `{=}` for what is left.
fn words(of: &Distance) -> [&'static str; 2] {
    let reached = of.is_reached();
    match (of.threshold, of.left) {
        (Threshold::OutpatientDeductible, _) if reached => {
            ["门诊已经开始报", "outpatient cover has started"]
        }
        (Threshold::OutpatientDeductible, _) => [
            "门诊再花 {=} 医保范围内的钱就开始报",
            "{=} of covered outpatient costs until cover starts",
        ],
        (Threshold::OutpatientAbove, _) if reached => [
            "门诊已经按后一段的比例报",
            "outpatient care is at the second ratio already",
        ],
        (Threshold::OutpatientAbove, _) => [
            "门诊再花 {=} 就换成后一段的比例",
            "{=} of outpatient costs until the second ratio",
        ],
        (Threshold::Catastrophic, _) if reached => {
            ["已经进入大病保险", "catastrophic cover has started"]
        }
        (Threshold::Catastrophic, _) => [
            "再自付 {=} 进入大病保险",
            "{=} until catastrophic cover starts",
        ],
        (Threshold::Assistance, _) if reached => {
            ["医疗救助已经开始", "medical assistance has started"]
        }
        (Threshold::Assistance, _) => [
            "再自付 {=} 开始医疗救助",
            "{=} until medical assistance starts",
        ],
        (_, None) => ["不封顶", "no cap"],
        (_, Some(_)) if reached => ["今年已经用完", "used up this year"],
        (_, Some(_)) => ["今年还能报 {=}", "{=} left this year"],
    }
}

pub(super) fn sentence(of: &Distance) -> Bilingual {
    let left = of.left.unwrap_or(Money::ZERO).yuan();
    let [zh, en] = words(of).map(|words| words.replace("{=}", &left));
    Bilingual { zh, en }
}

pub(super) fn step(of: &Distance) -> Step {
    let name = name(of);
    let [zh, en] = words(of);
    let (zh, en) = (
        format!("{}：{zh}", name.zh),
        format!("{}: {en}", capital(&name.en)),
    );
    let (why, figures) = match of.limit {
        None => (
            [
                "今年到现在 {0}，没有上限。",
                "So far this year {0}; there is no limit.",
            ],
            vec![Figure::Money(of.used)],
        ),
        Some(limit) => (
            ["一年 {0}，今年到现在 {1}。", "{0} a year, so far {1}."],
            vec![Figure::Money(limit), Figure::Money(of.used)],
        ),
    };
    Step::new(
        of.threshold.code(),
        [&zh, &en],
        why,
        figures,
        Figure::Money(of.left.unwrap_or(Money::ZERO)),
    )
    .by(rule(of.threshold))
    .noted(of.parameter.clone())
}

/// The general rule behind a threshold.
const fn rule(threshold: Threshold) -> Rule {
    match threshold {
        Threshold::OutpatientDeductible | Threshold::OutpatientAbove | Threshold::OutpatientCap => {
            Rule::Library("d03", 2)
        }
        Threshold::PoolCap | Threshold::LargeAmountCap => Rule::Library("d10", 2),
        Threshold::Catastrophic | Threshold::CatastrophicCap => Rule::Library("d10", 5),
        Threshold::Assistance | Threshold::AssistanceCap => Rule::Library("d04", 4),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
