//! A part of a divided bill settled again from what is kept of it: the same fen, the same steps.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/bills.rs"]
mod support;

#[path = "support/divided.rs"]
mod divided;

use chrono::NaiveDate;
use divided::{any_chronic, any_stay};
use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{
    Accumulators, DatedLine, Divided, ItemClass, Left, Level, LineItem, NoTrace, PartOf,
    PersonFacts, Portion, Remote, Scheme, Stay, StayYear, Trace, Visit, VisitKind, settle,
    settle_chronic, settle_part, settle_stay,
};
use proptest::prelude::*;
use support::any_case;

fn set(id: &str) -> &'static ParameterSet {
    let mut sets = shipped_parameter_sets().iter();
    sets.find(|set| set.id == id).unwrap()
}

/// Settles every part again by itself, in the reverse order, from the JSON of its portion.
fn come_out_again(divided: &Divided, sets: &[&ParameterSet]) -> Result<(), TestCaseError> {
    for part in divided.parts.iter().rev() {
        let kept = serde_json::to_string(&part.portion).unwrap();
        let portion: Portion = serde_json::from_str(&kept).unwrap();
        let set = sets.iter().find(|set| set.id == part.set).unwrap();
        let mut trace = Trace::new();
        let again = settle_part(set, &part.bill(), &portion, &mut trace).unwrap();
        prop_assert_eq!((again, &trace), (part.settled, &part.trace));
        let silent = settle_part(set, &part.bill(), &portion, &mut NoTrace).unwrap();
        prop_assert_eq!(silent, part.settled);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn parts_of_a_chronic_bill_come_out_again(any in any_chronic()) {
        let set = set(&any.case.set);
        come_out_again(&settle_chronic(set, &any.bill()).unwrap(), &[set])?;
    }

    #[test]
    fn parts_of_a_stay_come_out_again(any in any_stay()) {
        let years = any.years();
        let divided = settle_stay(&any.stay(&years)).unwrap();
        come_out_again(&divided, &[set(&any.case.set)])?;
    }

    /// A bill that no rule divides is settled as any other.
    #[test]
    fn a_whole_bill_is_no_other_as_a_part(case in any_case()) {
        let set = set(&case.set);
        let portion = Portion {
            part: PartOf::Disease,
            total: case.lines.iter().map(|line| line.amount).sum(),
            is_told: false,
            left: None,
        };
        let (mut one, mut other) = (Trace::new(), Trace::new());
        let part = settle_part(set, &case.bill(), &portion, &mut one);
        prop_assert_eq!(part, settle(set, &case.bill(), &mut other));
        prop_assert_eq!(one, other);
    }
}

/// A birth of 4,000 yuan, half of it on each side of new year.
fn birth(lines: &[DatedLine; 2], years: &[StayYear<'_>]) -> Divided {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let stay = Stay {
        scheme: Scheme::Employee,
        person: PersonFacts {
            retired: false,
            age: 30,
            category: None,
            account_balance: Money::ZERO,
            family_balance: Money::ZERO,
        },
        visit: Visit {
            kind: VisitKind::MaternityInpatient,
            disease: None,
            level: Level::L3,
            admission: 1,
            remote: Remote::Local,
        },
        admitted_on: day(2025, 12, 30),
        discharged_on: day(2026, 1, 3),
        lines,
        years,
    };
    settle_stay(&stay).unwrap()
}

fn halves() -> [DatedLine; 2] {
    let of = |year, month, day| DatedLine {
        item: LineItem {
            amount: Money::from_yuan(2_000),
            class: ItemClass::A,
            self_pay_first: BasisPoints::ZERO,
            over_ceiling: Money::ZERO,
        },
        day: NaiveDate::from_ymd_opt(year, month, day),
    };
    [of(2025, 12, 30), of(2026, 1, 2)]
}

/// The rules of the year of admission decide of the one deductible of a stay, even where they have
/// none and those of the next year do.
#[test]
fn a_stay_without_a_deductible_has_none_when_its_later_part_is_settled_again() {
    let deductible = |id: &str, wanted: bool| {
        let mut set = set("BJ-2025").clone();
        set.id = id.to_owned();
        let care = set.other.maternity_care.as_mut().unwrap();
        care.values.employee.deductible = wanted;
        set
    };
    let (old, new) = (deductible("OLD", false), deductible("NEW", true));
    let lines = halves();
    let of = |year, set| StayYear {
        year,
        set,
        before: Accumulators::ZERO,
        admission: 1,
    };
    let divided = birth(&lines, &[of(2025, &old), of(2026, &new)]);
    let taken: Vec<Money> = divided
        .parts
        .iter()
        .map(|part| part.settled.settlement.deductible)
        .collect();
    assert_eq!(taken, [Money::ZERO, Money::ZERO]);
    assert_eq!(divided.parts[1].portion.left, Some(Left::None));
    come_out_again(&divided, &[&old, &new]).unwrap();

    // The other way round the first part pays it, and the later one what it left.
    let divided = birth(&lines, &[of(2025, &new), of(2026, &old)]);
    let first = divided.parts[0].settled.settlement.deductible;
    assert!(first > Money::ZERO);
    assert!(matches!(
        divided.parts[1].portion.left,
        Some(Left::Carried(carried)) if carried.taken == first
    ));
    come_out_again(&divided, &[&old, &new]).unwrap();
}
