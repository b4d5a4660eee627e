//! What the engine refuses, with every reason at once.

use super::{
    Bill, LineItem, MOST_LINES, OLDEST_AGE, Refusal, RefusalCode, Scheme, Visit, VisitKind,
};
use crate::money::Money;

/// Every reason why this bill cannot be settled; empty when it can.
#[must_use]
pub fn check(bill: &Bill<'_>) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut refuse = |pointer: String, code| refusals.push(Refusal { pointer, code });

    if bill.person.age > OLDEST_AGE {
        refuse("/person/age".to_owned(), RefusalCode::AgeOutOfRange);
    }
    for (name, balance) in [
        ("account_balance", bill.person.account_balance),
        ("family_balance", bill.person.family_balance),
    ] {
        if let Some(code) = wrong_balance(balance) {
            refuse(format!("/person/{name}"), code);
        }
    }
    if let Some((field, code)) = wrong_kind(bill.scheme, &bill.visit) {
        refuse(format!("/visit/{field}"), code);
    }
    if bill.visit.admission < 1 {
        refuse(
            "/visit/admission".to_owned(),
            RefusalCode::AdmissionBelowOne,
        );
    }
    if bill.lines.len() > MOST_LINES {
        refuse("/lines".to_owned(), RefusalCode::TooManyLines);
    }
    for (index, line) in bill.lines.iter().enumerate() {
        for (field, code) in wrong_fields(line).into_iter().flatten() {
            refuse(format!("/lines/{index}/{field}"), code);
        }
    }
    if total(bill.lines).is_none() {
        refuse("/lines".to_owned(), RefusalCode::AmountTooLarge);
    }
    for (name, total) in bill.before.named().into_iter().chain(bill.before.special()) {
        if let Some(code) = wrong_balance(total) {
            refuse(format!("/accumulators/{name}"), code);
        }
    }
    refusals
}

/// Whether nothing is wrong with the bill; the quick way that needs no memory.
pub(super) fn is_sound(bill: &Bill<'_>) -> bool {
    bill.person.age <= OLDEST_AGE
        && bill.visit.admission >= 1
        && bill.lines.len() <= MOST_LINES
        && wrong_balance(bill.person.account_balance).is_none()
        && wrong_balance(bill.person.family_balance).is_none()
        && wrong_kind(bill.scheme, &bill.visit).is_none()
        && bill
            .before
            .values()
            .iter()
            .all(|total| wrong_balance(*total).is_none())
        && bill.lines.iter().all(is_sound_line)
        && total(bill.lines).is_some()
}

/// What does not fit together in scheme, kind and disease: the field of the visit and why.
fn wrong_kind(scheme: Scheme, visit: &Visit) -> Option<(&'static str, RefusalCode)> {
    let kind = visit.kind;
    match visit.disease {
        _ if kind == VisitKind::TwoDiseases && scheme == Scheme::Employee => {
            Some(("kind", RefusalCode::KindNotForScheme))
        }
        None if kind.needs_disease() => Some(("disease", RefusalCode::DiseaseMissing)),
        Some(disease) if kind == VisitKind::TwoDiseases && !disease.is_one_of_two() => {
            Some(("disease", RefusalCode::NotOneOfTwoDiseases))
        }
        Some(_) if !kind.needs_disease() => Some(("disease", RefusalCode::DiseaseNotAsked)),
        _ => None,
    }
}

fn is_sound_line(line: &LineItem) -> bool {
    !line.amount.is_negative()
        && line.amount <= Money::LARGEST
        && !line.over_ceiling.is_negative()
        && line.over_ceiling <= line.amount
        && line.self_pay_first.is_share()
}

fn wrong_fields(line: &LineItem) -> [Option<(&'static str, RefusalCode)>; 3] {
    let amount = wrong_amount(line.amount).map(|code| ("amount", code));
    let ceiling = if line.over_ceiling.is_negative() {
        Some(("over_ceiling", RefusalCode::NegativeAmount))
    } else if line.over_ceiling > line.amount && !line.amount.is_negative() {
        Some(("over_ceiling", RefusalCode::CeilingAboveAmount))
    } else {
        None
    };
    let ratio = (!line.self_pay_first.is_share())
        .then_some(("self_pay_first", RefusalCode::RatioOutOfRange));
    [amount, ceiling, ratio]
}

fn wrong_amount(amount: Money) -> Option<RefusalCode> {
    if amount.is_negative() {
        Some(RefusalCode::NegativeAmount)
    } else {
        (amount > Money::LARGEST).then_some(RefusalCode::AmountTooLarge)
    }
}

fn wrong_balance(balance: Money) -> Option<RefusalCode> {
    wrong_amount(balance).map(|code| match code {
        RefusalCode::NegativeAmount => RefusalCode::NegativeBalance,
        other => other,
    })
}

/// The sum of the bill, if the engine takes it. Lines too large on their own are named there.
fn total(lines: &[LineItem]) -> Option<Money> {
    let sum: Money = lines
        .iter()
        .map(|line| line.amount.min(Money::LARGEST))
        .sum();
    let single = lines.iter().any(|line| line.amount > Money::LARGEST);
    (single || sum <= Money::LARGEST).then_some(sum)
}
