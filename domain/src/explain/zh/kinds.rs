//! The Chinese sentences of special kinds of visits and of divided bills.

use super::parts::{adjustments, cap_reached, minus};
use crate::explain::{Scene, Words};
use crate::language::Language::Zh;
use crate::money::{BasisPoints, Money};
use crate::settlement::{Facts, KindRule, PartOf, VisitKind};

/// The disease of the visit.
fn disease(facts: &Facts) -> String {
    facts
        .disease
        .map_or("慢特病".to_owned(), |disease| disease.name(Zh))
}

pub(super) fn part(facts: &Facts, part: PartOf, whole: Money, this: Money) -> Words {
    let (whole_yuan, this_yuan) = (whole.yuan(), this.yuan());
    let (title, why) = match part {
        PartOf::Disease => (
            "账单分成两部分，先算治慢特病的".to_owned(),
            format!(
                "整张账单 {whole_yuan}：治{}的 {this_yuan} 按门诊慢特病算，报得多，所以先算；其余 {} 按普通门诊算，接着算。",
                disease(facts),
                (whole - this).yuan()
            ),
        ),
        PartOf::Ordinary => (
            "再算账单的其余部分".to_owned(),
            format!(
                "整张账单 {whole_yuan}：和慢特病无关的 {this_yuan} 按普通门诊算。前一部分用掉的额度和账户余额已经扣除。"
            ),
        ),
        PartOf::Year(year) => (
            format!("跨年住院：{year} 年的部分"),
            format!(
                "整张账单 {whole_yuan}，其中 {this_yuan} 是 {year} 年的，按 {year} 年的标准和额度算。"
            ),
        ),
        PartOf::DischargeYear(year) => (
            "跨年住院：全部算在出院那一年".to_owned(),
            format!("在您的参保地，跨年住院的整张账单 {whole_yuan} 都按出院的 {year} 年来算。"),
        ),
    };
    // What of it counts is the figure of the next step, not of this one.
    Words::new(title, why, String::new())
}

pub(super) fn kind(
    scene: &Scene<'_>,
    rule: KindRule,
    ratio: Option<BasisPoints>,
    deductible: bool,
) -> Words {
    let facts = scene.facts;
    let hospital = facts.level.label(Zh);
    let percent = ratio.unwrap_or_default().percent();
    let comes_off = if deductible {
        "照住院收起付线"
    } else {
        "不收起付线"
    };
    let (title, why) = match rule {
        KindRule::Chronic => {
            let cap = if scene.set.other.chronic.values.shared_cap {
                "，和住院合用一个全年最高支付限额"
            } else {
                ""
            };
            let why = format!(
                "{}已认定为门诊慢特病：起付线单独算，报销比例和住院一样{cap}。",
                disease(facts)
            );
            ("按门诊慢特病结算", why)
        }
        KindRule::TwoDiseases => {
            let why = format!(
                "城乡居民的{}门诊用药不收起付线，统筹基金的比例是 {percent}，一年有单独的最高支付限额。",
                disease(facts)
            );
            ("按两病门诊用药结算", why)
        }
        KindRule::TwoAsOutpatient => {
            let why = format!(
                "在您的参保地，{}的门诊用药并在普通门诊里报。",
                disease(facts)
            );
            ("按普通门诊结算", why)
        }
        KindRule::DualAsOutpatient => {
            let why = format!(
                "谈判药在定点药店买和在医院买报得一样：按开方的{hospital}门诊的起付线、比例和限额算。"
            );
            ("按双通道购药结算", why)
        }
        KindRule::DualAsInpatient => {
            let why = format!(
                "谈判药在定点药店买，按开方的{hospital}住院的比例算，不收起付线，和住院合用一个全年最高支付限额。"
            );
            ("按双通道购药结算", why)
        }
        KindRule::DualOwn => {
            let why = format!(
                "谈判药在定点药店买，统筹基金的比例是 {percent}，不收起付线，和住院合用一个全年最高支付限额。"
            );
            ("按双通道购药结算", why)
        }
        KindRule::MaternityAsInpatient => {
            let why = format!("住院生孩子{comes_off}，报销比例和住院一样。");
            ("按生育住院结算", why)
        }
        KindRule::MaternityOwn => {
            let why = format!("住院生孩子{comes_off}，统筹基金的比例是 {percent}。");
            ("按生育住院结算", why)
        }
        KindRule::Prenatal => {
            let why = format!("产前检查不收起付线，统筹基金的比例是 {percent}。");
            ("按产前检查结算", why)
        }
    };
    Words::new(title, why, String::new())
}

pub(super) fn carried(by_rule: Money, before: Money, taken: Money) -> String {
    let rule = by_rule.yuan();
    if by_rule.is_zero() {
        "这次住院没有起付线。".to_owned()
    } else if by_rule <= before {
        format!("一次住院只收一次起付线：{rule} 在前面的年份已经减完，这里不再减。")
    } else {
        format!(
            "一次住院只收一次起付线：{rule} 在前面的年份减了 {}，这里再减 {}。",
            before.yuan(),
            taken.yuan()
        )
    }
}

pub(super) fn own_share(
    facts: &Facts,
    expense: Money,
    [base, reduction, ratio]: [BasisPoints; 3],
    pays: Money,
) -> Words {
    let adjusted = adjustments(facts, base, BasisPoints::ZERO, reduction, ratio);
    let sum = format!(
        "{} × {} = {}。{adjusted}",
        expense.plain(),
        ratio.percent(),
        pays.plain()
    );
    let title = if ratio == BasisPoints::ZERO {
        "统筹基金不付".to_owned()
    } else {
        format!("统筹基金付 {}", ratio.percent())
    };
    Words::new(title, sum, pays.yuan())
}

pub(super) fn own_cap(facts: &Facts, [cap, before, wanted, paid]: [Money; 4]) -> Words {
    let name = match facts.kind {
        VisitKind::TwoDiseases => format!("{}门诊用药", disease(facts)),
        kind => kind.label(Zh).to_owned(),
    };
    Words::new(
        format!("{name}到了全年最高支付限额"),
        cap_reached(&name, [cap, before, wanted, paid]),
        minus(wanted - paid),
    )
}

/// What a visit that later layers do not take for care in hospital is called.
pub(super) fn outside_hospital(facts: &Facts) -> &'static str {
    facts.kind.label(Zh)
}
