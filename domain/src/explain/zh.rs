//! The sentences in Chinese.

mod kinds;
mod parts;

use parts::{
    adjustments, admission, cap_reached, lines, minus, not_assisted, outpatient, this_is_left,
    threshold, who, year,
};

use super::{Scene, Words, product};
use crate::language::Language::Zh;
use crate::money::BasisPoints;
use crate::settlement::{Layer, Step};

pub(super) fn words(step: &Step, scene: &Scene<'_>) -> Words {
    let facts = scene.facts;
    match *step {
        Step::Part(part, whole, this) => kinds::part(facts, part, whole, this),
        Step::Kind(rule, ratio, deductible) => kinds::kind(scene, rule, ratio, deductible),
        Step::Lines(total, over, own, first, scope, ratio) => {
            lines(facts, [total, over, own, first, scope], ratio)
        }
        Step::InpatientDeductible(table, effect, by_rule, taken) => Words::new(
            "减去起付线",
            admission(facts, table, effect, by_rule, taken),
            minus(taken),
        ),
        Step::OutpatientDeductible(table, used, taken) => Words::new(
            "减去起付线",
            year("门诊", "门诊", [table, used, taken]),
            minus(taken),
        ),
        Step::ChronicDeductible(table, used, taken) => Words::new(
            "减去起付线",
            year("门诊慢特病", "慢特病", [table, used, taken]),
            minus(taken),
        ),
        Step::CarriedDeductible(by_rule, before, taken) => Words::new(
            "减去起付线",
            kinds::carried(by_rule, before, taken),
            minus(taken),
        ),
        Step::PoolBracket(_, begin, end, base, bonus, reduction, ratio, paid) => {
            let mut why = if scene.used_up_next() {
                format!(
                    "统筹基金今年只剩 {}，按 {} 折算，用在了 {} 上。",
                    paid.yuan(),
                    ratio.percent(),
                    (end - begin).yuan()
                )
            } else {
                product(end, begin, ratio, paid) + "。"
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
        Step::OwnShare(expense, base, reduction, ratio, pays) => {
            kinds::own_share(facts, expense, [base, reduction, ratio], pays)
        }
        Step::OwnCap(cap, before, wanted, paid) => {
            kinds::own_cap(facts, [cap, before, wanted, paid])
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
                cap_reached(name, [cap, before, wanted, paid]),
                minus(wanted - paid),
            )
        }
        Step::CatastrophicNotCounted(_) => Words::new(
            "这次不计入大病保险",
            format!(
                "在您的参保地，{}自己付的钱不计入大病保险。",
                kinds::outside_hospital(facts)
            ),
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
        Step::Assistance(burden, .., pays) if burden.is_zero() => Words::new(
            "这次不需要医疗救助",
            "范围内的费用已经全部付清。",
            pays.yuan(),
        ),
        Step::Assistance(burden, deductible, used_before, used, ratio, pays) => {
            let sum = product(burden, used, ratio, pays) + "。";
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
