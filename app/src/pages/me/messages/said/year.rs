//! How near the year's thresholds and limits are. The titles say "threshold" and "limit" only:
//! which one it is tells how ill somebody is.

use domain::money::Money;
use services::messages::Cap;

use super::Said;
use crate::language::Language;
use crate::pages::me::words::said as amount;
use crate::ui::Look;

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
