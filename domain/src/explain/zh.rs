//! The sentences in Chinese.

use super::{Scene, Words};
use crate::language::Language::Zh;
use crate::money::{BasisPoints, Money};
use crate::settlement::{Facts, Layer, NotAssisted, Remote, RepeatEffect, Step};

pub(super) fn words(step: &Step, scene: &Scene<'_>) -> Words {
    let facts = scene.facts;
    match *step {
        Step::Lines(total, over, own, first, scope, ratio) => {
            lines([total, over, own, first, scope], ratio)
        }
        Step::InpatientDeductible(table, effect, by_rule, taken) => Words::new(
            "减去起付线",
            admission(facts, table, effect, by_rule, taken),
            minus(taken),
        ),
        Step::OutpatientDeductible(table, used, taken) => {
            Words::new("减去起付线", year(table, used, taken), minus(taken))
        }
        Step::PoolBracket(_, begin, end, base, bonus, reduction, ratio, paid) => {
            let mut why = if scene.used_up_next() {
                format!(
                    "统筹基金今年只剩 {}，按 {} 折算，用在了 {} 上。",
                    paid.yuan(),
                    ratio.percent(),
                    (end - begin).yuan()
                )
            } else {
                format!(
                    "({} − {}) × {} = {}。",
                    end.plain(),
                    begin.plain(),
                    ratio.percent(),
                    paid.plain()
                )
            };
            why += &adjustments(facts, base, bonus, reduction, ratio);
            if let Some(cap) = scene.cap_not_reached() {
                why += &format!("没有超过全年 {} 元的最高支付限额。", cap.brief());
            }
            Words::new(format!("统筹基金付 {}", ratio.percent()), why, paid.yuan())
        }
        Step::PoolUsedUp(cap, before, left_over) => Words::new(
            "统筹基金今年用完了",
            format!(
                "统筹基金一年最多付 {}，这次之前已经付了 {}。还有 {} 没有报，交给下一层接着算。",
                cap.yuan(),
                before.yuan(),
                left_over.yuan()
            ),
            String::new(),
        ),
        Step::OutpatientShare(expense, base, reduction, ratio, pays, above) => {
            outpatient(scene, expense, [base, reduction, ratio], pays, above)
        }
        Step::LargeAmount(expense, base, reduction, ratio, pays) => {
            let why = format!(
                "统筹基金用完后还剩的 {} × {} = {}。{}",
                expense.plain(),
                ratio.percent(),
                pays.plain(),
                adjustments(facts, base, BasisPoints::ZERO, reduction, ratio)
            );
            Words::new(format!("大额补助付 {}", ratio.percent()), why, pays.yuan())
        }
        Step::OutpatientCap(cap, before, wanted, paid)
        | Step::LargeAmountCap(cap, before, wanted, paid)
        | Step::CatastrophicCap(cap, before, wanted, paid)
        | Step::AssistanceCap(cap, before, wanted, paid) => {
            let name = match step.layer() {
                Layer::Pool => "门诊统筹",
                layer => layer.label(Zh),
            };
            Words::new(
                format!("{name}到了全年最高支付限额"),
                format!(
                    "{name}一年最多付 {}，之前已经付了 {}，这次只能付 {}，比算出来的少 {}。",
                    cap.yuan(),
                    before.yuan(),
                    paid.yuan(),
                    (wanted - paid).yuan()
                ),
                minus(wanted - paid),
            )
        }
        Step::CatastrophicNotCounted(_) => Words::new(
            "这次不计入大病保险",
            "在您的参保地，普通门诊自己付的钱不计入大病保险。",
            String::new(),
        ),
        Step::CatastrophicBase(before, burden, ordinary, own) => {
            threshold(facts, [before, burden, ordinary, own])
        }
        Step::CatastrophicTier(_, was, is, base, points, pays) => {
            let ratio = base.raised_by(points);
            let earlier = if was.is_zero() {
                String::new()
            } else {
                format!(" − 以前算过的 {} × {}", was.plain(), ratio.percent())
            };
            let more = if points == BasisPoints::ZERO {
                String::new()
            } else {
                format!("{}的比例高 {} 个百分点。", who(facts), points.points())
            };
            Words::new(
                format!("大病保险付 {}", ratio.percent()),
                format!(
                    "超过起付线、落在这一段里的 {} × {}{earlier} = {}。{more}",
                    is.plain(),
                    ratio.percent(),
                    pays.plain()
                ),
                pays.yuan(),
            )
        }
        Step::NotAssisted(reason) => Words::new(
            "这次没有医疗救助",
            not_assisted(facts, reason),
            String::new(),
        ),
        Step::Assistance(burden, deductible, used_before, used, ratio, pays) => {
            let sum = if used.is_zero() {
                format!(
                    "{} × {} = {}。",
                    burden.plain(),
                    ratio.percent(),
                    pays.plain()
                )
            } else {
                format!(
                    "({} − {}) × {} = {}。",
                    burden.plain(),
                    used.plain(),
                    ratio.percent(),
                    pays.plain()
                )
            };
            let begins = if deductible.is_zero() {
                format!("{}不设起付线：", who(facts))
            } else {
                format!(
                    "{}一年的救助起付线 {}，之前已经用了 {}，这次再减 {}：",
                    who(facts),
                    deductible.yuan(),
                    used_before.yuan(),
                    used.yuan()
                )
            };
            Words::new(
                format!("医疗救助付剩下的 {}", ratio.percent()),
                begins + &sum,
                pays.yuan(),
            )
        }
        Step::OwnAccount(to_pay, balance, paid) => Words::new(
            "自己的医保账户付",
            format!(
                "要自己付的 {} 先从自己的账户里付，账户里能用 {}。",
                to_pay.yuan(),
                balance.yuan()
            ),
            paid.yuan(),
        ),
        Step::FamilyAccount(to_pay, balance, paid) => Words::new(
            "家人的账户帮着付",
            format!(
                "还要付的 {} 由家庭共济的账户付，能用 {}。",
                to_pay.yuan(),
                balance.yuan()
            ),
            paid.yuan(),
        ),
        Step::Cash(burden, own, over, first, rest, accounts, cash) => {
            let parts = [
                ("目录外", own),
                ("超过限价", over),
                ("乙类先行自付", first),
                ("范围内余下", rest),
            ];
            Words::new(
                "自己付",
                this_is_left(burden, &parts, accounts),
                cash.yuan(),
            )
        }
    }
}

fn minus(amount: Money) -> String {
    if amount.is_zero() {
        amount.yuan()
    } else {
        format!("− {}", amount.yuan())
    }
}

/// What the person is called by their status.
fn who(facts: &Facts) -> &'static str {
    facts.category.map_or("您", |category| category.label(Zh))
}

fn lines([total, over, own, first, scope]: [Money; 5], ratio: Option<BasisPoints>) -> Words {
    let mut parts = Vec::new();
    if !over.is_zero() {
        parts.push(format!("超过限价的 {} 不能报", over.yuan()));
    }
    if !own.is_zero() {
        parts.push(format!("目录外药品和项目 {} 不能报", own.yuan()));
    }
    if !first.is_zero() {
        let share = ratio.map_or("一部分".to_owned(), BasisPoints::percent);
        parts.push(format!("乙类要先自己付 {share}，共 {}", first.yuan()));
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

fn admission(
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

fn year(table: Money, used: Money, taken: Money) -> String {
    let left = (table - used).or_zero();
    if table.is_zero() {
        "这里的门诊没有起付线。".to_owned()
    } else if left.is_zero() {
        format!("今年门诊起付线 {} 已经付满，这次不用再减。", table.yuan())
    } else if used.is_zero() {
        format!("门诊起付线一年 {}，这次减 {}。", table.yuan(), taken.yuan())
    } else {
        format!(
            "门诊起付线一年 {}，之前已经付过 {}，这次再减 {}。",
            table.yuan(),
            used.yuan(),
            taken.yuan()
        )
    }
}

fn adjustments(
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

fn outpatient(
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

fn threshold(facts: &Facts, [before, burden, ordinary, own]: [Money; 4]) -> Words {
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
    let year = format!(
        "今年范围内自己付的，之前 {}，加上这次 {}，一共 {}。",
        before.yuan(),
        burden.yuan(),
        after.yuan()
    );
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

fn not_assisted(facts: &Facts, reason: NotAssisted) -> String {
    match reason {
        NotAssisted::NoRule => format!("您的参保地没有给{}规定医疗救助。", who(facts)),
        NotAssisted::Outpatient => "在您的参保地，普通门诊不在医疗救助范围内。".to_owned(),
        NotAssisted::Remote => format!("{}，不在医疗救助范围内。", facts.remote.label(Zh)),
    }
}

fn this_is_left(burden: Money, parts: &[(&str, Money)], accounts: Money) -> String {
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
