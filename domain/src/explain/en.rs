//! The sentences in English.

mod kinds;
mod parts;

use parts::{
    adjustments, admission, cap_reached, lines, minus, not_assisted, outpatient, this_is_left,
    threshold, who, year,
};

use super::{Scene, Words, product};
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
            "The deductible is taken off",
            admission(facts, table, effect, by_rule, taken),
            minus(taken),
        ),
        Step::OutpatientDeductible(table, used, taken) => Words::new(
            "The deductible is taken off",
            year(table, used, taken),
            minus(taken),
        ),
        Step::ChronicDeductible(table, used, taken) => Words::new(
            "The deductible is taken off",
            kinds::chronic_year(table, used, taken),
            minus(taken),
        ),
        Step::CarriedDeductible(by_rule, before, taken) => Words::new(
            "The deductible is taken off",
            kinds::carried(by_rule, before, taken),
            minus(taken),
        ),
        Step::PoolBracket(_, begin, end, base, bonus, reduction, ratio, paid) => {
            let mut why = if scene.used_up_next() {
                format!(
                    "The pool has only {} left this year; at {} that covers {}.",
                    paid.yuan(),
                    ratio.percent(),
                    (end - begin).yuan()
                )
            } else {
                product(end, begin, ratio, paid) + "."
            };
            why += &adjustments(facts, base, bonus, reduction, ratio);
            if let Some(cap) = scene.cap_not_reached() {
                why += &format!(" This is within the yearly cap of {} yuan.", cap.brief());
            }
            Words::new(
                format!("The pool fund pays {}", ratio.percent()),
                why,
                paid.yuan(),
            )
        }
        Step::PoolUsedUp(cap, before, left_over) => Words::new(
            "The pool fund is used up for this year",
            format!(
                "It pays at most {} a year and had already paid {}. The remaining {} goes to the next layer.",
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
                "Of what was left when the pool was used up: {} × {} = {}.{}",
                expense.plain(),
                ratio.percent(),
                pays.plain(),
                adjustments(facts, base, BasisPoints::ZERO, reduction, ratio)
            );
            Words::new(
                format!("The large-amount subsidy pays {}", ratio.percent()),
                why,
                pays.yuan(),
            )
        }
        Step::OutpatientCap(cap, before, wanted, paid)
        | Step::LargeAmountCap(cap, before, wanted, paid)
        | Step::CatastrophicCap(cap, before, wanted, paid)
        | Step::AssistanceCap(cap, before, wanted, paid) => {
            let name = match step.layer() {
                Layer::Pool => "Outpatient cover",
                Layer::LargeAmount => "The large-amount subsidy",
                Layer::Assistance => "Medical assistance",
                _ => "Catastrophic insurance",
            };
            Words::new(
                format!("{name} has reached its yearly cap"),
                cap_reached(name, [cap, before, wanted, paid]),
                minus(wanted - paid),
            )
        }
        Step::CatastrophicNotCounted(_) => Words::new(
            "This visit does not count for catastrophic insurance",
            format!(
                "Where you are insured, what you pay for {} does not count towards it.",
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
                format!(" − {} × {} counted earlier", was.plain(), ratio.percent())
            };
            let more = if points == BasisPoints::ZERO {
                String::new()
            } else {
                format!(
                    " The share is {} percentage points higher: {}.",
                    points.points(),
                    who(facts)
                )
            };
            Words::new(
                format!("Catastrophic insurance pays {}", ratio.percent()),
                format!(
                    "The part above the threshold that falls in this tier: {} × {}{earlier} = {}.{more}",
                    is.plain(),
                    ratio.percent(),
                    pays.plain()
                ),
                pays.yuan(),
            )
        }
        Step::NotAssisted(reason) => Words::new(
            "No medical assistance this time",
            not_assisted(facts, reason),
            String::new(),
        ),
        Step::Assistance(burden, .., pays) if burden.is_zero() => Words::new(
            "No medical assistance is needed",
            "Everything that insurance covers has already been paid.",
            pays.yuan(),
        ),
        Step::Assistance(burden, deductible, used_before, used, ratio, pays) => {
            let sum = product(burden, used, ratio, pays) + ".";
            let begins = if deductible.is_zero() {
                format!("No deductible ({}): ", who(facts))
            } else {
                format!(
                    "The yearly assistance deductible is {} ({}); {} was used before and {} is taken off now: ",
                    deductible.yuan(),
                    who(facts),
                    used_before.yuan(),
                    used.yuan()
                )
            };
            Words::new(
                format!("Medical assistance pays {} of the rest", ratio.percent()),
                begins + &sum,
                pays.yuan(),
            )
        }
        Step::OwnAccount(to_pay, balance, paid) => Words::new(
            "Your own account pays",
            format!(
                "The {} that you have to pay comes from your own account first; it has {} available.",
                to_pay.yuan(),
                balance.yuan()
            ),
            paid.yuan(),
        ),
        Step::FamilyAccount(to_pay, balance, paid) => Words::new(
            "Your family's account helps",
            format!(
                "Of the {} still to pay, the shared family account pays what it can; it has {} available.",
                to_pay.yuan(),
                balance.yuan()
            ),
            paid.yuan(),
        ),
        Step::Cash(burden, own, over, first, rest, accounts, cash) => {
            let parts = [
                ("outside the catalogue", own),
                ("above price ceilings", over),
                ("the share of class B paid first", first),
                ("the rest of what is covered", rest),
            ];
            Words::new(
                "You pay",
                this_is_left(burden, &parts, accounts),
                cash.yuan(),
            )
        }
    }
}
