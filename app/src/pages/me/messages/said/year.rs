//! How near the year's thresholds and limits are. The titles say "threshold" and "limit" only:
//! which one it is tells how ill somebody is.

use chrono::NaiveDate;
use domain::identifiers::RegionCode;
use domain::language::Bilingual;
use domain::money::Money;
use services::messages::Cap;

use super::Said;
use crate::language::Language;
use crate::pages::me::words::said as amount;
use crate::ui::{Look, date_text, place_name};

fn to_benefits(said: Said, look: Look) -> Said {
    said.leads(
        "/me/benefits",
        look.pick("看今年的待遇和用量", "See this year's benefits and use"),
    )
}

pub(super) fn deductible_met(look: Look, year: i32) -> Said {
    let happened = match look.language {
        Language::Chinese => format!("{year} 年普通门诊的起付线您已经付完了，去哪一级机构都一样。"),
        Language::English => format!(
            "You have paid the whole outpatient deductible of {year}, whatever the level of the institution."
        ),
    };
    let said = Said::new(look.pick(
        "今年的一道门槛已经过了",
        "You have passed one of this year's thresholds",
    ))
    .line(happened)
    .line(look.pick(
        "年底以前再看门诊，范围内的费用就直接按比例报销。",
        "Until the end of the year, covered outpatient costs are paid by the ratio from the first yuan on.",
    ));
    to_benefits(said, look)
}

pub(super) fn catastrophic_near(look: Look, year: i32, threshold: Money, left: Money) -> Said {
    let (threshold, left) = (amount(threshold, look), amount(left, look));
    let happened = match look.language {
        Language::Chinese => format!(
            "{year} 年您在范围内自己付的费用，离大病保险的起付标准 {threshold} 还差 {left}。"
        ),
        Language::English => format!(
            "Your own share of covered costs in {year} is {left} short of {threshold}, from which catastrophic cover pays."
        ),
    };
    let said = Said::new(look.pick(
        "离今年的一道门槛不远了",
        "You are close to one of this year's thresholds",
    ))
    .line(happened)
    .line(look.pick(
        "超过起付标准以后，超出的部分由大病保险再报一次，结算时自动算，不用申请。",
        "Above it, catastrophic cover pays a part of the rest. It is computed at settlement; there is nothing to apply for.",
    ));
    to_benefits(said, look)
}

pub(super) fn catastrophic_reached(look: Look, year: i32, threshold: Money, may_ask: bool) -> Said {
    let threshold = amount(threshold, look);
    let happened = match look.language {
        Language::Chinese => format!(
            "{year} 年您在范围内自己付的费用，已经到了大病保险的起付标准 {threshold}。超出的部分由大病保险再报一次，结算时自动算，不用申请。"
        ),
        Language::English => format!(
            "Your own share of covered costs in {year} has reached {threshold}. Catastrophic cover pays a part of what lies above; it is computed at settlement, and there is nothing to apply for."
        ),
    };
    let mut said = Said::new(look.pick(
        "今年的又一层保障开始报销了",
        "Another layer of this year's cover has started",
    ))
    .line(happened);
    if may_ask {
        said = said.line(look.pick(
            "家里有困难的话，可以向街道或者乡镇申请医疗救助。",
            "If this is hard for your family, ask the neighbourhood or township office for medical assistance.",
        ));
    }
    to_benefits(said, look)
}

fn cap_name(cap: Cap, language: Language) -> &'static str {
    match cap {
        Cap::Outpatient => language.pick("门诊报销的年度限额", "yearly limit of outpatient care"),
        Cap::Pool => language.pick("住院统筹基金的年度限额", "yearly limit of the pool fund"),
        Cap::LargeAmount => language.pick(
            "大额医疗补助的年度限额",
            "yearly limit of the large-amount subsidy",
        ),
        Cap::Catastrophic => {
            language.pick("大病保险的年度限额", "yearly limit of catastrophic cover")
        }
    }
}

pub(super) fn cap_near(look: Look, year: i32, cap: Cap, left: Money) -> Said {
    let (name, left) = (cap_name(cap, look.language), amount(left, look));
    let happened = match look.language {
        Language::Chinese => format!("{year} 年{name}还剩 {left}。"),
        Language::English => format!("Of the {name} of {year}, {left} is left."),
    };
    let said = Said::new(look.pick(
        "今年的一项限额快用完了",
        "One of this year's limits is nearly used up",
    ))
    .line(happened)
    .line(look.pick(
        "用完以后，超出的部分要看下一层保障付不付，再剩下的要自己付。",
        "Once it is used up, the next layer of cover may pay; what remains is yours.",
    ));
    to_benefits(said, look)
}

pub(super) fn cap_reached(look: Look, year: i32, cap: Cap) -> Said {
    let name = cap_name(cap, look.language);
    let happened = match look.language {
        Language::Chinese => format!("{year} 年{name}已经用完了。明年 1 月 1 日起重新算。"),
        Language::English => {
            format!("The {name} of {year} is used up. It begins anew on 1 January.")
        }
    };
    let said = Said::new(look.pick(
        "今年的一项限额用完了",
        "One of this year's limits is used up",
    ))
    .line(happened)
    .line(look.pick(
        "年底以前超出的部分要看下一层保障付不付，再剩下的要自己付。家里有困难的话，可以向街道或者乡镇申请医疗救助。",
        "Until then the next layer of cover may pay; what remains is yours. If this is hard for your family, ask the neighbourhood or township office for medical assistance.",
    ));
    to_benefits(said, look)
}

/// New rules are in force, and what they would have made of the last twelve months.
pub(super) fn rules_changed(look: Look, region: &str, since: NaiveDate, more: Money) -> Said {
    let by = amount(more.abs(), look);
    let day = date_text(since, look.language);
    let place = match region.parse::<RegionCode>() {
        Ok(code) => place_name(code, look.language),
        Err(_) => String::new(),
    };
    let (happened, means) = match look.language {
        Language::Chinese => (
            format!("{place}的医保报销规定改了，{day}起用新的。"),
            if more.is_negative() {
                format!("按新规定把您最近 12 个月的账单重算一遍，您一共会少付 {by}。")
            } else {
                format!("按新规定把您最近 12 个月的账单重算一遍，您一共会多付 {by}。")
            },
        ),
        Language::English => {
            let word = if more.is_negative() { "less" } else { "more" };
            (
                format!("The rules of {place} have changed; the new ones count from {day} on."),
                format!(
                    "Had they been in force for the last twelve months, you would have paid {by} {word}."
                ),
            )
        }
    };
    let said = Said::new(look.pick("报销规定改了", "The rules have changed"))
        .line(happened)
        .line(means)
        .line(look.pick(
            "以前已经结算的账单不会改，您不用办什么。以后看病按新规定算。",
            "Bills settled before stay as they are, and there is nothing to do. Later visits are settled by the new rules.",
        ));
    to_benefits(said, look)
}

/// The new rules do not count after all, and what does.
pub(super) fn rules_taken_back(
    look: Look,
    region: &str,
    since: NaiveDate,
    counts: Option<&Bilingual>,
) -> Said {
    let day = date_text(since, look.language);
    let place = match region.parse::<RegionCode>() {
        Ok(code) => place_name(code, look.language),
        Err(_) => String::new(),
    };
    let counts = counts.map(|name| name.get(look.language.into()));
    let (happened, now) = match look.language {
        Language::Chinese => (
            format!(
                "以前告诉过您，{place}的医保报销规定从{day}起用新的。这套新规定已经撤回，那条消息和里面的金额不算数了。"
            ),
            match counts {
                Some(name) => format!("现在用的是“{name}”，以后看病按它算。"),
                None => "以后看病按看病那天有效的规定算。".to_owned(),
            },
        ),
        Language::English => (
            format!(
                "We told you that new rules of {place} count from {day} on. They have been taken back: that message and its amount no longer hold."
            ),
            match counts {
                Some(name) => {
                    format!("What counts now is “{name}”; later visits are settled by it.")
                }
                None => "Later visits are settled by the rules in force on the day of the visit."
                    .to_owned(),
            },
        ),
    };
    let said = Said::new(look.pick("新的报销规定撤回了", "The new rules are taken back"))
        .line(happened)
        .line(now)
        .line(look.pick(
            "已经结算的账单不会改，您不用办什么。觉得哪一笔算得不对，可以打开那笔账单提问。",
            "Bills settled before stay as they are, and there is nothing to do. If one looks wrong to you, open it and ask.",
        ));
    to_benefits(said, look)
}
