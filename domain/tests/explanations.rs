//! Every kind of step told in both languages: complete, with figures that are the engine's.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "support/bills.rs"]
mod support;

#[path = "support/divided.rs"]
mod divided;

use std::collections::{BTreeMap, BTreeSet};

use divided::{any_chronic, any_stay};
use domain::explain::{Sentence, explain};
use domain::language::Language;
use domain::money::Money;
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{Trace, settle, settle_chronic, settle_stay};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use support::{Case, any_case};

fn set_of(id: &str) -> &'static ParameterSet {
    shipped_parameter_sets()
        .iter()
        .find(|set| set.id == id)
        .unwrap()
}

fn told(case: &Case, language: Language) -> Vec<Sentence> {
    let set = set_of(&case.set);
    let mut trace = Trace::new();
    settle(set, &case.bill(), &mut trace).unwrap();
    explain(&trace, set, language)
}

/// The pointer of every note names something that exists in the set's JSON.
fn exists(pointer: &str, set: &str) -> bool {
    use std::sync::LazyLock;
    static SETS: LazyLock<BTreeMap<String, serde_json::Value>> = LazyLock::new(|| {
        shipped_parameter_sets()
            .iter()
            .map(|set| (set.id.clone(), serde_json::to_value(set).unwrap()))
            .collect()
    });
    SETS[set].pointer(pointer).is_some()
}

/// What no English reader who is new to insurance understands, or takes for something else: who is
/// "treated at home" gets visits there, and a point is no percentage point.
const ODD: [&str; 9] = [
    "at home",
    "comes off",
    "came off",
    "is missing",
    "You bore",
    "bore in scope",
    "hecks before a birth",
    "does not reach",
    ", filed)",
];

/// What is wrong with the sentences of one trace in either language; nothing when all is well.
fn wrong(zh: &[Sentence], en: &[Sentence]) -> Result<(), TestCaseError> {
    prop_assert_eq!(zh.len(), en.len());
    for (zh, en) in zh.iter().zip(en) {
        prop_assert_eq!(
            (zh.layer, zh.amount, &zh.rule, &zh.parameter),
            (en.layer, en.amount, &en.rule, &en.parameter)
        );
        for text in [&zh.title, &zh.why, &en.title, &en.why] {
            prop_assert!(
                !text.is_empty() && text.trim() == text && !text.contains("  "),
                "{:?}",
                text
            );
        }
        prop_assert!(
            zh.why.ends_with('。') && en.why.ends_with('.'),
            "{} {}",
            zh.why,
            en.why
        );
        let chinese = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
        prop_assert!(
            !en.title.contains(chinese) && !en.why.contains(chinese),
            "{}",
            en.why
        );
        let odd = ODD
            .iter()
            .find(|odd| en.title.contains(**odd) || en.why.contains(**odd));
        prop_assert!(odd.is_none(), "{:?} in {}", odd, en.why);
        let bare = en.why.matches(" points").count() - en.why.matches(" percentage points").count();
        prop_assert_eq!(bare, 0, "{}", en.why);
        // Whoever is shown a figure is shown the step's own amount: never another one, nor a zero
        // in the place of one.
        for told in [zh, en] {
            let own = told.amount.abs().yuan();
            prop_assert!(
                told.figure.is_empty() || told.figure.contains(&own),
                "{:?}",
                told
            );
        }
        prop_assert_eq!(zh.figure.is_empty(), en.figure.is_empty());
        if !zh.amount.is_zero() {
            prop_assert!(
                zh.figure.contains(&zh.amount.abs().yuan()),
                "{} {:?}",
                zh.figure,
                zh
            );
            prop_assert_eq!(
                zh.figure.contains(&zh.amount.abs().yuan()),
                en.figure.contains(&zh.amount.abs().yuan())
            );
        }
        if let Some(note) = &zh.parameter {
            prop_assert!(exists(&note.pointer, &note.set), "{}", note.pointer);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_600))]
    #[test]
    fn sentences_are_whole_in_both_languages(case in any_case()) {
        wrong(&told(&case, Language::Zh), &told(&case, Language::En))?;
    }

    #[test]
    fn sentences_of_divided_bills_are_whole(chronic in any_chronic(), stay in any_stay()) {
        let set = set_of(&chronic.case.set);
        let mut parts = settle_chronic(set, &chronic.bill()).unwrap().parts;
        let years = stay.years();
        parts.extend(settle_stay(&stay.stay(&years)).unwrap().parts);
        for part in parts {
            let tell = |language| explain(&part.trace, set_of(&part.set), language);
            wrong(&tell(Language::Zh), &tell(Language::En))?;
        }
    }
}

/// The worked case whose story the design tells, word for word.
#[test]
fn a_household_on_subsistence_allowance() {
    let request = serde_json::json!({
        "region": "110000", "scheme": "resident",
        "person": { "age": 45, "category": "subsistence" },
        "visit": { "kind": "inpatient", "level": "l3" },
        "lines": [ { "amount": 15000000, "class": "A" },
                   { "amount": 6000000, "class": "B", "self_pay_first": 1000 },
                   { "amount": 1000000, "class": "C" } ]
    });
    let today = chrono::NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
    let (estimate, set) =
        domain::estimate::Estimate::read(&request, shipped_parameter_sets(), today).unwrap();
    let mut trace = Trace::new();
    settle(set, &estimate.bill(), &mut trace).unwrap();
    let sentences = explain(&trace, set, Language::Zh);
    let told: Vec<String> = sentences
        .iter()
        .map(|one| format!("{}|{}|{}", one.title, one.why, one.figure))
        .collect();
    assert_eq!(
        told,
        [
            "先分开能报和不能报的|总费用 ¥220,000.00：目录外药品和项目 ¥10,000.00 不能报；乙类要先自己付 10%，共 ¥6,000.00。|能算进去 ¥204,000.00",
            "减去起付线|今年第一次住院，三级医院起付线 ¥1,300.00。|− ¥1,300.00",
            "统筹基金付 75%|(204,000.00 − 1,300.00) × 75% = 152,025.00。没有超过全年 250,000 元的最高支付限额。|¥152,025.00",
            "到了大病保险起付线|今年范围内自己付的一共 ¥51,975.00。低保对象的起付线从 ¥30,404.00 降到 ¥15,202.00。超过大病保险起付线 ¥15,202.00 的部分再报一次。|",
            "大病保险付 65%|超过起付线、落在这一段里的 36,773.00 × 65% = 23,902.45。低保对象的比例高 5 个百分点。|¥23,902.45",
            "医疗救助付剩下的 85%|低保对象不设起付线：28,072.55 × 85% = 23,861.67。|¥23,861.67",
            "自己付|目录外 10,000.00 + 乙类先行自付 6,000.00 + 范围内余下 4,210.88。没有使用个人账户。|¥20,210.88",
        ]
    );
    let note = sentences[4].parameter.as_ref().unwrap();
    assert_eq!(
        note.text(Language::Zh),
        "BJ-2025，2025-01-01 起，医保发〔2021〕5号 第5点，现行政策值"
    );
    assert_eq!(sentences.last().unwrap().amount, Money::from_fen(2_021_088));
}

/// The random bills of these tests reach every kind of step, so that none goes untold.
#[test]
fn every_kind_of_step_is_reached() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..6_000 {
        let case = any_case().new_tree(&mut runner).unwrap().current();
        let mut trace = Trace::new();
        settle(set_of(&case.set), &case.bill(), &mut trace).unwrap();
        seen.extend(trace.steps.iter().map(|step| (step.layer(), step.name())));
    }
    let told: Vec<String> = seen
        .iter()
        .map(|(layer, name)| format!("{layer}.{name}"))
        .collect();
    assert_eq!(
        told,
        [
            "lines.kind",
            "lines.split",
            "deductible.admission",
            "deductible.chronic",
            "deductible.year",
            "pool.bracket",
            "pool.cap",
            "pool.own_cap",
            "pool.own_share",
            "pool.share",
            "pool.share_above",
            "pool.used_up",
            "large_amount.cap",
            "large_amount.share",
            "catastrophic.cap",
            "catastrophic.not_counted",
            "catastrophic.tier",
            "catastrophic.year",
            "assistance.cap",
            "assistance.not_assisted",
            "assistance.share",
            "accounts.family",
            "accounts.own",
            "cash.rest",
        ]
    );
}
