//! What the year has used: deductible, caps, catastrophic threshold.

use domain::money::Money;
use domain::usage::{Allowance, Known, OutpatientUsage, Usage};
use leptos::prelude::*;
use services::resident::year::BenefitYear;

use super::text::MeText;
use super::words::said;
use crate::language::Language;
use crate::subject::Subject;
use crate::ui::basis::{Basis, Grounds};
use crate::ui::{Card, IntoWritten, Look, Meter, Written, gap_after};

/// The meters of `/me`.
#[component]
pub(super) fn Meters(
    /// The words of the page.
    text: &'static MeText,
    /// The benefit year.
    year: BenefitYear,
) -> impl IntoView {
    let _ = text;
    let look = Look::current();
    let title = match look.language {
        Language::Chinese => format!("{} 年用到哪儿了", year.year),
        Language::English => format!("What {} has used so far", year.year),
    };
    let usage = year.usage();
    let mut grounds = Vec::new();
    let meters: Vec<Written> = outpatient(&usage, look, &mut grounds)
        .into_iter()
        .chain(pool(&usage, look, &mut grounds))
        .chain([catastrophic(&usage, look, &mut grounds)])
        .collect();
    view! {
        <Card title>
            {meters}
            <Basis grounds/>
            <p><a href=Subject::current().href("/benefits")>{look.pick("看病能报多少，逐项看", "See what is covered, item by item")}</a></p>
        </Card>
    }
}

/// The yearly outpatient deductible, once for each amount that levels have, and the cap.
fn outpatient(usage: &Usage, look: Look, grounds: &mut Vec<Grounds>) -> Vec<Written> {
    let paid: Vec<&OutpatientUsage> = usage
        .outpatient
        .iter()
        .filter(|level| level.ratio.value.get() > 0)
        .collect();
    let amounts = deductibles(usage);
    let one = amounts.len() == 1;
    let name = look.pick("门诊起付线", "Outpatient deductible");
    let mut meters: Vec<Written> = Vec::new();
    for amount in amounts {
        let levels: Vec<&OutpatientUsage> = paid
            .iter()
            .filter(|level| level.deductible.value.year == amount)
            .copied()
            .collect();
        let Some(first) = levels.first() else {
            continue;
        };
        grounds.push(Grounds::new(name, &first.deductible.parameter));
        let label = if one {
            name.to_owned()
        } else {
            named(name, &levels, look)
        };
        let left = first.deductible.value.left;
        let sentence = if left.is_zero() {
            look.pick("已经付满，开始报销", "Paid in full: cover has started")
                .to_owned()
        } else {
            match look.language {
                Language::Chinese => format!("还差 {} 就开始报", said(left, look)),
                Language::English => format!("{} until cover starts", said(left, look)),
            }
        };
        let note = ratios(&levels, look);
        meters.push(
            view! { <Meter label left=sentence used=amount - left total=amount note/> }.written(),
        );
    }
    let cap = &usage.outpatient_cap;
    if cap.value.cap.is_some() {
        let label = look.pick("门诊最高支付限额", "Outpatient yearly cap");
        grounds.push(Grounds::new(label, &cap.parameter));
        meters.extend(allowance(label, cap.value, None, look));
    }
    meters
}

/// The yearly outpatient deductibles that levels have, each once.
pub(super) fn deductibles(usage: &Usage) -> Vec<Money> {
    let mut amounts: Vec<Money> = usage
        .outpatient
        .iter()
        .filter(|level| level.ratio.value.get() > 0)
        .map(|level| level.deductible.value.year)
        .collect();
    amounts.sort_unstable();
    amounts.dedup();
    amounts.retain(|amount| !amount.is_zero());
    amounts
}

/// `门诊起付线（社区医院、一级医院）`.
fn named(name: &str, levels: &[&OutpatientUsage], look: Look) -> String {
    let language = look.language.into();
    let names: Vec<&str> = levels
        .iter()
        .map(|level| level.level.label(language))
        .collect();
    match look.language {
        Language::Chinese => format!("{name}（{}）", names.join("、")),
        Language::English => format!("{name} ({})", names.join(", ")),
    }
}

/// `社区医院 90%，三级医院 70%`: what is paid above the deductible.
fn ratios(levels: &[&OutpatientUsage], look: Look) -> String {
    let language = look.language.into();
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for level in levels {
        let ratio = level.ratio.value.percent();
        let name = level.level.label(language);
        match told.iter_mut().find(|(known, _)| *known == ratio) {
            Some((_, names)) => names.push(name),
            None => told.push((ratio, vec![name])),
        }
    }
    let parts: Vec<String> = told
        .iter()
        .map(|(ratio, names)| format!("{} {ratio}", names.join(look.pick("、", ", "))))
        .collect();
    match look.language {
        Language::Chinese => format!("超过以后按比例报：{}。", parts.join("；")),
        Language::English => format!("Above it insurance pays in part: {}.", parts.join("; ")),
    }
}

fn pool(usage: &Usage, look: Look, grounds: &mut Vec<Grounds>) -> Vec<Written> {
    let mut meters = Vec::new();
    let label = look.pick(
        "住院统筹基金最高支付限额",
        "Yearly cap for stays in hospital",
    );
    if usage.pool.value.cap.is_some() {
        grounds.push(Grounds::new(label, &usage.pool.parameter));
        let note = usage
            .large_amount
            .as_ref()
            .map(|large| more(large, look, grounds));
        meters.extend(allowance(label, usage.pool.value, note, look));
    }
    meters
}

/// What pays on above the pool's cap.
fn more(large: &Known<Allowance>, look: Look, grounds: &mut Vec<Grounds>) -> String {
    let name = look.pick("大额补助", "Large-amount subsidy");
    grounds.push(Grounds::new(name, &large.parameter));
    match (look.language, large.value.left) {
        (Language::Chinese, Some(left)) => format!(
            "用完以后由大额补助接着付，今年还能付 {}。",
            said(left, look)
        ),
        (Language::Chinese, None) => "用完以后由大额补助接着付。".to_owned(),
        (Language::English, Some(left)) => {
            format!(
                "After that the large-amount subsidy pays on, up to {} this year.",
                said(left, look)
            )
        }
        (Language::English, None) => "After that the large-amount subsidy pays on.".to_owned(),
    }
}

fn allowance(
    label: &'static str,
    value: Allowance,
    note: Option<String>,
    look: Look,
) -> Option<Written> {
    let total = value.cap?;
    let left = value.left.unwrap_or(total);
    let sentence = match look.language {
        Language::Chinese if left.is_zero() => "今年已经用完".to_owned(),
        Language::English if left.is_zero() => "Used up this year".to_owned(),
        Language::Chinese => format!("还能报 {}", said(left, look)),
        Language::English => format!("{} left", said(left, look)),
    };
    Some(view! { <Meter label left=sentence used=value.used total note/> }.written())
}

fn catastrophic(usage: &Usage, look: Look, grounds: &mut Vec<Grounds>) -> Written {
    let label = look.pick("大病保险", "Catastrophic insurance");
    let known = &usage.catastrophic;
    grounds.push(Grounds::new(label, &known.parameter));
    let value = &known.value;
    let sentence = match (look.language, value.distance.is_zero()) {
        (Language::Chinese, true) => "已经进入大病保险".to_owned(),
        (Language::English, true) => "Catastrophic cover has started".to_owned(),
        (Language::Chinese, false) => {
            let left = said(value.distance, look);
            format!("再自付 {left}{}进入大病保险", gap_after(&left))
        }
        (Language::English, false) => {
            format!(
                "{} until catastrophic cover starts",
                said(value.distance, look)
            )
        }
    };
    let outpatient = if value.outpatient_counts {
        look.pick("门诊自己付的也算。", " Outpatient visits count too.")
    } else {
        look.pick(
            "普通门诊自己付的不算。",
            " Ordinary outpatient visits do not count.",
        )
    };
    let note = match look.language {
        Language::Chinese => format!(
            "按全年医保范围内自己付的钱累计，超过 {} 的部分再报一次。{outpatient}",
            value.threshold.yuan()
        ),
        Language::English => format!(
            "Counts what you bear of covered costs over the year; what exceeds {} is covered once more.{outpatient}",
            value.threshold.yuan()
        ),
    };
    view! { <Meter label left=sentence used=value.base total=value.threshold note/> }.written()
}
