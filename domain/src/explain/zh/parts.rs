//! Parts of the Chinese sentences.

use super::kinds::outside_hospital;
use crate::explain::{Scene, Words};
use crate::language::Language::Zh;
use crate::money::{BasisPoints, Money};
use crate::settlement::{Facts, NotAssisted, Remote, RepeatEffect, VisitKind};

pub(super) fn minus(amount: Money) -> String {
    if amount.is_zero() {
        amount.yuan()
    } else {
        format!("− {}", amount.yuan())
    }
}

/// What the person is called by their status.
pub(super) fn who(facts: &Facts) -> &'static str {
    facts.category.map_or("您", |category| category.label(Zh))
}

pub(super) fn lines(
    facts: &Facts,
    [total, over, own, first, scope]: [Money; 5],
    ratio: Option<BasisPoints>,
) -> Words {
    let mut parts = Vec::new();
    if !over.is_zero() {
        let limit = if facts.kind == VisitKind::DualChannel {
            "支付标准"
        } else {
            "限价"
        };
        parts.push(format!("超过{limit}的 {} 不能报", over.yuan()));
    }
    if !own.is_zero() {
        parts.push(format!("目录外药品和项目 {} 不能报", own.yuan()));
    }
    if !first.is_zero() {
        let share = ratio.map_or("一部分".to_owned(), |ratio| {
            format!(" {}", ratio.percent())
        });
        parts.push(format!("乙类要先自己付{share}，共 {}", first.yuan()));
    }
    let why = if total.is_zero() {
        "这张账单没有费用。".to_owned()
    } else if parts.is_empty() {
        format!("总费用 {} 全部在医保范围内。", total.yuan())
    } else {
        format!("总费用 {}：{}。", total.yuan(), parts.join("；"))
    };
    Words::new(
        "先分开能报和不能报的",
        why,
        format!("能算进去 {}", scope.yuan()),
    )
}

pub(super) fn admission(
    facts: &Facts,
    table: Money,
    effect: RepeatEffect,
    by_rule: Money,
    taken: Money,
) -> String {
    let place = facts.level.label(Zh);
    let count = facts.admission;
    let mut why = match effect {
        RepeatEffect::None if count == 1 => {
            format!("今年第一次住院，{place}起付线 {}。", table.yuan())
        }
        RepeatEffect::None => format!("今年第 {count} 次住院，{place}起付线 {}。", table.yuan()),
        RepeatEffect::Half => format!(
            "今年第 {count} 次住院，{place}起付线 {} 减半为 {}。",
            table.yuan(),
            by_rule.yuan()
        ),
        RepeatEffect::Zero => format!("今年第 {count} 次住院，不再收起付线。"),
        RepeatEffect::Lowered => format!(
            "今年第 {count} 次住院，{place}起付线从 {} 降到 {}。",
            table.yuan(),
            by_rule.yuan()
        ),
        RepeatEffect::Floor => format!(
            "今年第 {count} 次住院，{place}起付线从 {} 降到最低的 {}。",
            table.yuan(),
            by_rule.yuan()
        ),
    };
    if taken < by_rule {
        why += &format!("能算进去的只有 {}，所以只减这么多。", taken.yuan());
    }
    why
}

/// Why a fund with a yearly cap pays less than computed.
pub(super) fn cap_reached(name: &str, [cap, before, wanted, paid]: [Money; 4]) -> String {
    let now = if paid.is_zero() {
        "这次不能再付".to_owned()
    } else {
        format!("这次只能付 {}", paid.yuan())
    };
    format!(
        "{name}一年最多付 {}，之前已经付了 {}，{now}，比算出来的少 {}。",
        cap.yuan(),
        before.yuan(),
        (wanted - paid).yuan()
    )
}

/// The deductible of a year: the care that it belongs to, its own name, and table value, used before
/// and taken now.
pub(super) fn year(care: &str, name: &str, [table, used, taken]: [Money; 3]) -> String {
    let left = (table - used).or_zero();
    if table.is_zero() {
        return format!("这里的{care}没有起付线。");
    }
    if left.is_zero() {
        return format!("今年{name}起付线 {} 已经付满，这次不用再减。", table.yuan());
    }
    let before = if used.is_zero() {
        String::new()
    } else {
        format!("，之前已经付过 {}", used.yuan())
    };
    let only = if taken < left {
        "（能算进去的只有这么多）"
    } else {
        ""
    };
    format!(
        "{name}起付线一年 {}{before}，这次减 {}{only}。",
        table.yuan(),
        taken.yuan()
    )
}

pub(super) fn adjustments(
    facts: &Facts,
    base: BasisPoints,
    bonus: BasisPoints,
    reduction: BasisPoints,
    ratio: BasisPoints,
) -> String {
    let mut parts = Vec::new();
    if bonus != BasisPoints::ZERO {
        parts.push(format!("{} 岁高 {} 个百分点", facts.age, bonus.points()));
        if base.raised_by(bonus) == BasisPoints::WHOLE {
            parts.push("最高到 100%".to_owned());
        }
    }
    if reduction != BasisPoints::ZERO {
        let remote = if facts.remote == Remote::Local {
            ""
        } else {
            facts.remote.label(Zh)
        };
        parts.push(format!("{remote}，低 {} 个百分点", reduction.points()));
    }
    if parts.is_empty() {
        return String::new();
    }
    format!(
        "比例：{}，{}，得 {}。",
        base.percent(),
        parts.join("，"),
        ratio.percent()
    )
}

pub(super) fn outpatient(
    scene: &Scene<'_>,
    expense: Money,
    [base, reduction, ratio]: [BasisPoints; 3],
    pays: Money,
    above: bool,
) -> Words {
    let facts = scene.facts;
    if ratio == BasisPoints::ZERO {
        let why = if base == BasisPoints::ZERO {
            format!("{}的普通门诊，统筹基金不付。", facts.level.label(Zh))
        } else {
            adjustments(facts, base, BasisPoints::ZERO, reduction, ratio)
        };
        return Words::new("统筹基金不付", why, pays.yuan());
    }
    let limit = scene
        .set
        .rules(facts.scheme)
        .outpatient
        .above
        .as_ref()
        .filter(|_| above);
    let part = limit.map_or(String::new(), |limit| {
        format!("今年门诊费用超过 {} 元的部分：", limit.values.scope.brief())
    });
    let why = format!(
        "{part}{} × {} = {}。{}",
        expense.plain(),
        ratio.percent(),
        pays.plain(),
        adjustments(facts, base, BasisPoints::ZERO, reduction, ratio)
    );
    Words::new(format!("统筹基金付 {}", ratio.percent()), why, pays.yuan())
}

pub(super) fn threshold(facts: &Facts, [before, burden, ordinary, own]: [Money; 4]) -> Words {
    let after = before + burden;
    let tilt = if own == ordinary {
        String::new()
    } else {
        format!(
            "{}的起付线从 {} 降到 {}。",
            who(facts),
            ordinary.yuan(),
            own.yuan()
        )
    };
    let year = if before.is_zero() {
        format!("今年范围内自己付的一共 {}。", after.yuan())
    } else {
        format!(
            "今年范围内自己付的，之前 {}，加上这次 {}，一共 {}。",
            before.yuan(),
            burden.yuan(),
            after.yuan()
        )
    };
    if after > own {
        let why = format!(
            "{year}{tilt}超过大病保险起付线 {} 的部分再报一次。",
            own.yuan()
        );
        Words::new("到了大病保险起付线", why, String::new())
    } else {
        let why = format!(
            "{year}{tilt}大病保险从 {} 开始，还差 {}。",
            own.yuan(),
            (own - after).yuan()
        );
        Words::new("还没到大病保险起付线", why, String::new())
    }
}

pub(super) fn not_assisted(facts: &Facts, reason: NotAssisted) -> String {
    match reason {
        NotAssisted::NoRule => format!("您的参保地没有给{}规定医疗救助。", who(facts)),
        NotAssisted::Outpatient => format!(
            "在您的参保地，{}不在医疗救助范围内。",
            outside_hospital(facts)
        ),
        NotAssisted::Remote => format!("{}，不在医疗救助范围内。", facts.remote.label(Zh)),
    }
}

pub(super) fn this_is_left(burden: Money, parts: &[(&str, Money)], accounts: Money) -> String {
    if burden.is_zero() {
        return "全部由医保付清，自己不用付。".to_owned();
    }
    let named: Vec<String> = parts
        .iter()
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(name, amount)| format!("{name} {}", amount.plain()))
        .collect();
    let sum = named.join(" + ");
    if accounts.is_zero() {
        format!("{sum}。没有使用个人账户。")
    } else {
        format!(
            "{sum} = {}，账户付了 {}。",
            burden.plain(),
            accounts.plain()
        )
    }
}
