//! The English sentences of special kinds of visits and of divided bills.

use super::parts::{adjustments, cap_reached, minus};
use crate::explain::{Scene, Words};
use crate::language::Language::En;
use crate::money::{BasisPoints, Money};
use crate::settlement::{Facts, KindRule, PartOf, VisitKind};

/// The disease of the visit.
fn disease(facts: &Facts) -> String {
    facts
        .disease
        .map_or("the chronic disease".to_owned(), |disease| disease.name(En))
}

pub(super) fn part(facts: &Facts, part: PartOf, whole: Money, this: Money) -> Words {
    let (whole_yuan, this_yuan) = (whole.yuan(), this.yuan());
    let (title, why) = match part {
        PartOf::Disease => (
            "The bill has two parts; the one for the disease comes first".to_owned(),
            format!(
                "Of the whole bill of {whole_yuan}, {this_yuan} is for {}. It is settled as chronic disease care, which pays more, so it is worked out first. The other {} follows as an ordinary outpatient visit.",
                disease(facts),
                (whole - this).yuan()
            ),
        ),
        PartOf::Ordinary => (
            "Now the rest of the bill".to_owned(),
            format!(
                "Of the whole bill of {whole_yuan}, {this_yuan} is not for the disease and is settled as an ordinary outpatient visit. What the first part used of the yearly limits and accounts has already been deducted."
            ),
        ),
        PartOf::Year(year) => (
            format!("A stay across two years: the part in {year}"),
            format!(
                "Of the whole bill of {whole_yuan}, {this_yuan} belongs to {year} and is settled by the rules and limits of {year}."
            ),
        ),
        PartOf::DischargeYear(year) => (
            "A stay across two years: all of it counts in the year of discharge".to_owned(),
            format!(
                "Where you are insured, the whole bill of {whole_yuan} is settled in {year}, the year of discharge."
            ),
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
    let hospital = facts.level.label(En);
    let percent = ratio.unwrap_or_default().percent();
    let comes_off = if deductible {
        "has the deductible of a hospital stay"
    } else {
        "has no deductible"
    };
    let (title, why) = match rule {
        KindRule::Chronic => {
            let cap = if scene.set.other.chronic.values.shared_cap {
                "; hospital stays and chronic disease care share one yearly limit"
            } else {
                ""
            };
            let why = format!(
                "You are certified for {}: it has a deductible of its own and is paid at the same rates as a hospital stay{cap}.",
                disease(facts)
            );
            ("Settled as chronic disease care", why)
        }
        KindRule::TwoDiseases => {
            let why = format!(
                "Under resident insurance, medicines for {} have no deductible; the pool pays {percent}, up to a yearly limit of their own.",
                disease(facts)
            );
            (
                "Settled as medicines for high blood pressure or diabetes",
                why,
            )
        }
        KindRule::TwoAsOutpatient => {
            let why = format!(
                "Where you are insured, medicines for {} are paid as ordinary outpatient care.",
                disease(facts)
            );
            ("Settled as an outpatient visit", why)
        }
        KindRule::DualAsOutpatient => {
            let why = format!(
                "A negotiated medicine from a designated pharmacy is paid as if bought at the hospital that prescribed it: with the outpatient deductible, share and limit of a {hospital}."
            );
            ("Settled as a dual-channel medicine", why)
        }
        KindRule::DualAsInpatient => {
            let why = format!(
                "A negotiated medicine from a designated pharmacy is paid at the same rates as a stay in the {hospital} that prescribed it, without a deductible; it counts towards the yearly limit for hospital stays."
            );
            ("Settled as a dual-channel medicine", why)
        }
        KindRule::DualOwn => {
            let why = format!(
                "For a negotiated medicine from a designated pharmacy the pool pays {percent}, without a deductible; it counts towards the yearly limit for hospital stays."
            );
            ("Settled as a dual-channel medicine", why)
        }
        KindRule::MaternityAsInpatient => {
            let why = format!("Childbirth in hospital {comes_off} and is paid at the same rates.");
            ("Settled as childbirth in hospital", why)
        }
        KindRule::MaternityOwn => {
            let why = format!("Childbirth in hospital {comes_off}; the pool pays {percent}.");
            ("Settled as childbirth in hospital", why)
        }
        KindRule::Prenatal => {
            let why = format!("Prenatal check-ups have no deductible; the pool pays {percent}.");
            ("Settled as a prenatal check-up", why)
        }
    };
    Words::new(title, why, String::new())
}

pub(super) fn chronic_year(table: Money, used: Money, taken: Money) -> String {
    let left = (table - used).or_zero();
    if table.is_zero() {
        return "Chronic diseases have no deductible here.".to_owned();
    }
    if left.is_zero() {
        let table = table.yuan();
        return format!(
            "You have already paid the yearly deductible of {table} for chronic diseases in full."
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
    format!(
        "The deductible for chronic diseases is {} a year{before}; {} is taken off now{only}.",
        table.yuan(),
        taken.yuan()
    )
}

pub(super) fn carried(by_rule: Money, before: Money, taken: Money) -> String {
    let rule = by_rule.yuan();
    if by_rule.is_zero() {
        "This stay has no deductible.".to_owned()
    } else if by_rule <= before {
        format!(
            "The deductible is charged once a stay: all {rule} of it was taken off in the earlier year, so nothing more is taken off here."
        )
    } else {
        format!(
            "The deductible is charged once a stay: of the {rule}, {} was taken off in the earlier year and {} is taken off here.",
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
        "{} × {} = {}.{adjusted}",
        expense.plain(),
        ratio.percent(),
        pays.plain()
    );
    let title = if ratio == BasisPoints::ZERO {
        "The pool fund pays nothing".to_owned()
    } else {
        format!("The pool fund pays {}", ratio.percent())
    };
    Words::new(title, sum, pays.yuan())
}

pub(super) fn own_cap(facts: &Facts, [cap, before, wanted, paid]: [Money; 4]) -> Words {
    let name = match facts.kind {
        VisitKind::TwoDiseases => format!("Cover for {} medicines", disease(facts)),
        _ => "Cover for prenatal check-ups".to_owned(),
    };
    Words::new(
        format!("{name} has reached its yearly cap"),
        cap_reached(&name, [cap, before, wanted, paid]),
        minus(wanted - paid),
    )
}

/// What a visit that later layers do not take for care in hospital is called.
pub(super) fn outside_hospital(facts: &Facts) -> &'static str {
    match facts.kind {
        VisitKind::TwoDiseases => "medicines for high blood pressure or diabetes",
        VisitKind::Prenatal => "prenatal check-ups",
        VisitKind::DualChannel => "dual-channel medicines",
        _ => "ordinary outpatient care",
    }
}
