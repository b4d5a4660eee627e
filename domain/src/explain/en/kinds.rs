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
                "Of the whole bill of {whole_yuan}, {this_yuan} is for {}. It is settled as a chronic disease, which pays more, and so comes first. The other {} follows as an outpatient visit.",
                disease(facts),
                (whole - this).yuan()
            ),
        ),
        PartOf::Ordinary => (
            "Now the rest of the bill".to_owned(),
            format!(
                "Of the whole bill of {whole_yuan}, {this_yuan} is not for the disease and is settled as an outpatient visit. What the first part used of yearly limits and accounts is taken off already."
            ),
        ),
        PartOf::Year(year) => (
            format!("A stay across years: the part of {year}"),
            format!(
                "Of the whole bill of {whole_yuan}, {this_yuan} belongs to {year} and is settled by the rules and limits of {year}."
            ),
        ),
        PartOf::DischargeYear(year) => (
            "A stay across years: all of it in the year of discharge".to_owned(),
            format!(
                "Where you are insured, the whole bill of {whole_yuan} is settled in {year}, the year of discharge."
            ),
        ),
    };
    Words::new(title, why, this_yuan)
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
        "has the deductible of a stay in hospital"
    } else {
        "has no deductible"
    };
    let (title, why) = match rule {
        KindRule::Chronic => {
            let cap = if scene.set.other.chronic.values.shared_cap {
                "; stays and chronic diseases use up one yearly limit together"
            } else {
                ""
            };
            let why = format!(
                "You are certified for {}: its deductible is counted on its own, its ratios are those of a stay in hospital{cap}.",
                disease(facts)
            );
            ("Settled as a chronic disease", why)
        }
        KindRule::TwoDiseases => {
            let why = format!(
                "Residents' drugs for {} have no deductible; the ratio is {percent}, up to a yearly limit of their own.",
                disease(facts)
            );
            ("Settled as drugs for one of two diseases", why)
        }
        KindRule::TwoAsOutpatient => {
            let why = format!(
                "Where you are insured, drugs for {} belong to ordinary outpatient care.",
                disease(facts)
            );
            ("Settled as an outpatient visit", why)
        }
        KindRule::DualAsOutpatient => {
            let why = format!(
                "A negotiated drug from a designated pharmacy is paid as in the hospital that prescribed it: the outpatient deductible, ratio and limit of a {hospital}."
            );
            ("Settled as a dual-channel drug", why)
        }
        KindRule::DualAsInpatient => {
            let why = format!(
                "A negotiated drug from a designated pharmacy is paid at the ratios of a stay in the {hospital} that prescribed it, without a deductible; it uses up the yearly limit of stays."
            );
            ("Settled as a dual-channel drug", why)
        }
        KindRule::DualOwn => {
            let why = format!(
                "For a negotiated drug from a designated pharmacy the ratio is {percent}, without a deductible; it uses up the yearly limit of stays."
            );
            ("Settled as a dual-channel drug", why)
        }
        KindRule::MaternityAsInpatient => {
            let why = format!("A birth in hospital {comes_off} and the ratios of a stay.");
            ("Settled as a birth in hospital", why)
        }
        KindRule::MaternityOwn => {
            let why = format!("A birth in hospital {comes_off}; the ratio is {percent}.");
            ("Settled as a birth in hospital", why)
        }
        KindRule::Prenatal => {
            let why = format!("Checks before a birth have no deductible; the ratio is {percent}.");
            ("Settled as a check before a birth", why)
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
            "The yearly deductible of {table} for chronic diseases is already paid in full."
        );
    }
    let before = if used.is_zero() {
        String::new()
    } else {
        format!(", {} was paid before", used.yuan())
    };
    let only = if taken < left {
        " (no more counts on this bill)"
    } else {
        ""
    };
    format!(
        "The deductible for chronic diseases is {} a year{before}; {} comes off now{only}.",
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
            "A stay pays its deductible once: all of the {rule} came off in the earlier year, nothing more comes off here."
        )
    } else {
        format!(
            "A stay pays its deductible once: of the {rule}, {} came off in the earlier year and {} comes off here.",
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
        VisitKind::TwoDiseases => format!("Cover for {} drugs", disease(facts)),
        _ => "Cover for checks before a birth".to_owned(),
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
        VisitKind::TwoDiseases => "drugs for the two diseases",
        VisitKind::Prenatal => "checks before a birth",
        VisitKind::DualChannel => "dual-channel drugs",
        _ => "ordinary outpatient care",
    }
}
