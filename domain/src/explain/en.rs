//! The sentences in English.

use super::{Scene, Words};
use crate::language::Language::En;
use crate::money::{BasisPoints, Money};
use crate::settlement::{Facts, Layer, NotAssisted, RepeatEffect, Step};

pub(super) fn words(step: &Step, scene: &Scene<'_>) -> Words {
    let facts = scene.facts;
    match *step {
        Step::Lines(total, over, own, first, scope, ratio) => {
            lines([total, over, own, first, scope], ratio)
        }
        Step::InpatientDeductible(table, effect, by_rule, taken) => Words::new(
            "The deductible comes off",
            admission(facts, table, effect, by_rule, taken),
            minus(taken),
        ),
        Step::OutpatientDeductible(table, used, taken) => Words::new(
            "The deductible comes off",
            year(table, used, taken),
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
                format!(
                    "({} − {}) × {} = {}.",
                    end.plain(),
                    begin.plain(),
                    ratio.percent(),
                    paid.plain()
                )
            };
            why += &adjustments(facts, base, bonus, reduction, ratio);
            if let Some(cap) = scene.cap_not_reached() {
                why += &format!(" This stays below the yearly cap of {} yuan.", cap.brief());
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
                "It pays at most {} a year and had paid {} before. {} is left over and goes to the next layer.",
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
                format!(
                    "{name} pays at most {} a year and had paid {} before. It can pay {} now, {} less than computed.",
                    cap.yuan(),
                    before.yuan(),
                    paid.yuan(),
                    (wanted - paid).yuan()
                ),
                minus(wanted - paid),
            )
        }
        Step::CatastrophicNotCounted(_) => Words::new(
            "This visit does not count for catastrophic insurance",
            "Where you are insured, what you pay for ordinary outpatient care does not count.",
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
                format!(" − {} × {} counted before", was.plain(), ratio.percent())
            };
            let more = if points == BasisPoints::ZERO {
                String::new()
            } else {
                format!(
                    " The ratio is {} points higher: {}.",
                    points.points(),
                    who(facts)
                )
            };
            Words::new(
                format!("Catastrophic insurance pays {}", ratio.percent()),
                format!(
                    "Of what lies above the threshold, in this tier: {} × {}{earlier} = {}.{more}",
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
        Step::Assistance(burden, deductible, used_before, used, ratio, pays) => {
            let sum = if used.is_zero() {
                format!(
                    "{} × {} = {}.",
                    burden.plain(),
                    ratio.percent(),
                    pays.plain()
                )
            } else {
                format!(
                    "({} − {}) × {} = {}.",
                    burden.plain(),
                    used.plain(),
                    ratio.percent(),
                    pays.plain()
                )
            };
            let begins = if deductible.is_zero() {
                format!("No deductible ({}): ", who(facts))
            } else {
                format!(
                    "The yearly assistance deductible is {} ({}), {} was used before, {} comes off now: ",
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
                "What you have to pay, {}, is taken from your own account first; {} is available there.",
                to_pay.yuan(),
                balance.yuan()
            ),
            paid.yuan(),
        ),
        Step::FamilyAccount(to_pay, balance, paid) => Words::new(
            "Your family's account helps",
            format!(
                "Of the {} still to pay, the shared family account takes over what it can; {} is available there.",
                to_pay.yuan(),
                balance.yuan()
            ),
            paid.yuan(),
        ),
        Step::Cash(burden, own, over, first, rest, accounts, cash) => {
            let parts = [
                ("outside the catalogue", own),
                ("above price ceilings", over),
                ("self-pay-first", first),
                ("remaining in scope", rest),
            ];
            Words::new(
                "You pay",
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
    facts.category.map_or("you", |category| category.label(En))
}

fn lines([total, over, own, first, scope]: [Money; 5], ratio: Option<BasisPoints>) -> Words {
    let mut parts = Vec::new();
    if !over.is_zero() {
        parts.push(format!(
            "{} above price ceilings does not count",
            over.yuan()
        ));
    }
    if !own.is_zero() {
        parts.push(format!(
            "{} outside the catalogue does not count",
            own.yuan()
        ));
    }
    if !first.is_zero() {
        let share = ratio.map_or("a share".to_owned(), BasisPoints::percent);
        parts.push(format!(
            "of class B you pay {share} first, {} in all",
            first.yuan()
        ));
    }
    let why = if total.is_zero() {
        "There is nothing to pay on this bill.".to_owned()
    } else if parts.is_empty() {
        format!("The whole bill of {} is in scope.", total.yuan())
    } else {
        format!("Of the bill of {}: {}.", total.yuan(), parts.join("; "))
    };
    Words::new(
        "First, what counts and what does not",
        why,
        format!("{} counts", scope.yuan()),
    )
}

fn admission(
    facts: &Facts,
    table: Money,
    effect: RepeatEffect,
    by_rule: Money,
    taken: Money,
) -> String {
    let place = facts.level.label(En);
    let count = ordinal(facts.admission);
    let (table, rule) = (table.yuan(), by_rule.yuan());
    let mut why = match effect {
        RepeatEffect::None => {
            format!("Your {count} stay this year, in a {place}: the deductible is {table}.")
        }
        RepeatEffect::Half => format!(
            "Your {count} stay this year, in a {place}: the deductible of {table} is halved to {rule}."
        ),
        RepeatEffect::Zero => {
            format!("Your {count} stay this year: there is no deductible any more.")
        }
        RepeatEffect::Lowered => format!(
            "Your {count} stay this year, in a {place}: the deductible falls from {table} to {rule}."
        ),
        RepeatEffect::Floor => format!(
            "Your {count} stay this year, in a {place}: the deductible falls from {table} to its lowest, {rule}."
        ),
    };
    if taken < by_rule {
        why += &format!(
            " Only {} counts at all, so no more comes off.",
            taken.yuan()
        );
    }
    why
}

/// `1st`, `2nd`, `11th`.
fn ordinal(number: u32) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn year(table: Money, used: Money, taken: Money) -> String {
    let left = (table - used).or_zero();
    if table.is_zero() {
        "There is no outpatient deductible here.".to_owned()
    } else if left.is_zero() {
        format!(
            "The yearly outpatient deductible of {} is already paid in full; nothing comes off.",
            table.yuan()
        )
    } else if used.is_zero() {
        format!(
            "The outpatient deductible is {} a year; {} comes off now.",
            table.yuan(),
            taken.yuan()
        )
    } else {
        format!(
            "The outpatient deductible is {} a year, {} was paid before, {} comes off now.",
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
        parts.push(format!(
            "{} points more at age {}",
            bonus.points(),
            facts.age
        ));
        if base.raised_by(bonus) == BasisPoints::WHOLE {
            parts.push("never above 100%".to_owned());
        }
    }
    if reduction != BasisPoints::ZERO {
        parts.push(format!(
            "{} points less ({})",
            reduction.points(),
            facts.remote.label(En)
        ));
    }
    if parts.is_empty() {
        return String::new();
    }
    format!(
        " The ratio: {}, {}, makes {}.",
        base.percent(),
        parts.join(", "),
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
            format!(
                "The pool pays nothing for outpatient care at a {}.",
                facts.level.label(En)
            )
        } else {
            adjustments(facts, base, BasisPoints::ZERO, reduction, ratio)
                .trim_start()
                .to_owned()
        };
        return Words::new("The pool fund pays nothing", why, pays.yuan());
    }
    let limit = scene
        .set
        .rules(facts.scheme)
        .outpatient
        .above
        .as_ref()
        .filter(|_| above);
    let part = limit.map_or(String::new(), |limit| {
        format!(
            "Of this year's outpatient expense above {} yuan: ",
            limit.values.scope.brief()
        )
    });
    let why = format!(
        "{part}{} × {} = {}.{}",
        expense.plain(),
        ratio.percent(),
        pays.plain(),
        adjustments(facts, base, BasisPoints::ZERO, reduction, ratio)
    );
    Words::new(
        format!("The pool fund pays {}", ratio.percent()),
        why,
        pays.yuan(),
    )
}

fn threshold(facts: &Facts, [before, burden, ordinary, own]: [Money; 4]) -> Words {
    let after = before + burden;
    let tilt = if own == ordinary {
        String::new()
    } else {
        format!(
            " The threshold falls from {} to {} ({}).",
            ordinary.yuan(),
            own.yuan(),
            who(facts)
        )
    };
    let year = format!(
        "What you bore in scope this year: {} before, {} now, {} together.{tilt}",
        before.yuan(),
        burden.yuan(),
        after.yuan()
    );
    if after > own {
        let why = format!(
            "{year} What lies above the threshold of {} is reimbursed once more.",
            own.yuan()
        );
        Words::new("Catastrophic insurance begins", why, String::new())
    } else {
        let why = format!(
            "{year} Catastrophic insurance begins at {}; {} is missing.",
            own.yuan(),
            (own - after).yuan()
        );
        Words::new(
            "Catastrophic insurance has not begun yet",
            why,
            String::new(),
        )
    }
}

fn not_assisted(facts: &Facts, reason: NotAssisted) -> String {
    match reason {
        NotAssisted::NoRule => format!(
            "Where you are insured there is no assistance rule for this status: {}.",
            who(facts)
        ),
        NotAssisted::Outpatient => {
            "Where you are insured, assistance does not reach ordinary outpatient care.".to_owned()
        }
        NotAssisted::Remote => format!(
            "Assistance does not reach this case: {}.",
            facts.remote.label(En)
        ),
    }
}

fn this_is_left(burden: Money, parts: &[(&str, Money)], accounts: Money) -> String {
    if burden.is_zero() {
        return "Everything is covered; you pay nothing.".to_owned();
    }
    let named: Vec<String> = parts
        .iter()
        .filter(|(_, amount)| !amount.is_zero())
        .map(|(name, amount)| format!("{name} {}", amount.plain()))
        .collect();
    let sum = named.join(" + ");
    if accounts.is_zero() {
        format!("{sum}. No account was used.")
    } else {
        format!(
            "{sum} = {}; accounts paid {}.",
            burden.plain(),
            accounts.plain()
        )
    }
}
