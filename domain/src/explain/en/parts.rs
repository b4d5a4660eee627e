//! Parts of the English sentences.

use super::kinds::outside_hospital;
use crate::explain::{Scene, Words};
use crate::language::Language::En;
use crate::money::{BasisPoints, Money};
use crate::settlement::{Facts, NotAssisted, RepeatEffect, VisitKind};

pub(super) fn minus(amount: Money) -> String {
    if amount.is_zero() {
        amount.yuan()
    } else {
        format!("− {}", amount.yuan())
    }
}

/// What the person is called by their status.
pub(super) fn who(facts: &Facts) -> &'static str {
    facts.category.map_or("you", |category| category.label(En))
}

pub(super) fn lines(
    facts: &Facts,
    [total, over, own, first, scope]: [Money; 5],
    ratio: Option<BasisPoints>,
) -> Words {
    let mut parts = Vec::new();
    if !over.is_zero() {
        let limit = if facts.kind == VisitKind::DualChannel {
            "the payment standard"
        } else {
            "price ceilings"
        };
        parts.push(format!("{} above {limit} does not count", over.yuan()));
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
            "you pay {share} of class B items first, {} in all",
            first.yuan()
        ));
    }
    let why = if total.is_zero() {
        "There is nothing to pay on this bill.".to_owned()
    } else if parts.is_empty() {
        format!("The whole bill of {} counts.", total.yuan())
    } else {
        format!("Of the bill of {}: {}.", total.yuan(), parts.join("; "))
    };
    Words::new(
        "First, what counts and what does not",
        why,
        format!("{} counts", scope.yuan()),
    )
}

pub(super) fn admission(
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
            format!(
                "Your {count} hospital stay this year, in a {place}: the deductible is {table}."
            )
        }
        RepeatEffect::Half => format!(
            "Your {count} hospital stay this year, in a {place}: the deductible of {table} is halved to {rule}."
        ),
        RepeatEffect::Zero => {
            format!("Your {count} hospital stay this year: there is no longer a deductible.")
        }
        RepeatEffect::Lowered => format!(
            "Your {count} hospital stay this year, in a {place}: the deductible falls from {table} to {rule}."
        ),
        RepeatEffect::Floor => format!(
            "Your {count} hospital stay this year, in a {place}: the deductible falls from {table} to the minimum of {rule}."
        ),
    };
    if taken < by_rule {
        why += &format!(
            " Only {} of the bill counts, so no more than that is taken off.",
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

/// Why a fund with a yearly cap pays less than computed.
pub(super) fn cap_reached(name: &str, [cap, before, wanted, paid]: [Money; 4]) -> String {
    let now = if paid.is_zero() {
        "It can pay nothing more this year".to_owned()
    } else {
        format!("It can pay {} now", paid.yuan())
    };
    format!(
        "{name} pays at most {} a year and had already paid {}. {now}, {} less than worked out.",
        cap.yuan(),
        before.yuan(),
        (wanted - paid).yuan()
    )
}

pub(super) fn year(table: Money, used: Money, taken: Money) -> String {
    let left = (table - used).or_zero();
    if table.is_zero() {
        return "There is no outpatient deductible here.".to_owned();
    }
    if left.is_zero() {
        let table = table.yuan();
        return format!(
            "You have already paid the yearly outpatient deductible of {table} in full."
        );
    }
    let before = if used.is_zero() {
        String::new()
    } else {
        format!(", of which you had paid {}", used.yuan())
    };
    let only = if taken < left {
        " (all that counts on this bill)"
    } else {
        ""
    };
    let (table, taken) = (table.yuan(), taken.yuan());
    format!("The outpatient deductible is {table} a year{before}; {taken} is taken off now{only}.")
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
        parts.push(format!(
            "{} percentage points more at age {}",
            bonus.points(),
            facts.age
        ));
        if base.raised_by(bonus) == BasisPoints::WHOLE {
            parts.push("never above 100%".to_owned());
        }
    }
    if reduction != BasisPoints::ZERO {
        parts.push(format!(
            "{} percentage points less ({})",
            reduction.points(),
            facts.remote.label(En)
        ));
    }
    if parts.is_empty() {
        return String::new();
    }
    format!(
        " The share: {}, {}, which makes {}.",
        base.percent(),
        parts.join(", "),
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
            "The part of this year’s outpatient costs above {} yuan: ",
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

pub(super) fn threshold(facts: &Facts, [before, burden, ordinary, own]: [Money; 4]) -> Words {
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
    let year = if before.is_zero() {
        format!(
            "You have paid {} of covered costs yourself this year.{tilt}",
            after.yuan()
        )
    } else {
        format!(
            "Covered costs that you paid yourself this year: {} before, {} now, {} together.{tilt}",
            before.yuan(),
            burden.yuan(),
            after.yuan()
        )
    };
    if after > own {
        let why = format!(
            "{year} The part above the threshold of {} is reimbursed a second time.",
            own.yuan()
        );
        Words::new("Catastrophic insurance begins", why, String::new())
    } else {
        let why = format!(
            "{year} Catastrophic insurance begins at {}; there is {} to go.",
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

pub(super) fn not_assisted(facts: &Facts, reason: NotAssisted) -> String {
    match reason {
        NotAssisted::NoRule => format!(
            "Where you are insured, there is no assistance for this status: {}.",
            who(facts)
        ),
        NotAssisted::Outpatient => format!(
            "Where you are insured, assistance does not cover {}.",
            outside_hospital(facts)
        ),
        NotAssisted::Remote => format!(
            "Assistance does not cover this case: {}.",
            facts.remote.label(En)
        ),
    }
}

pub(super) fn this_is_left(burden: Money, parts: &[(&str, Money)], accounts: Money) -> String {
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
