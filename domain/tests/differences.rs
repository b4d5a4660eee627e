//! Why the same bill comes out otherwise on another way: told from the traces, and never silent.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use domain::explain::{Reason, differences};
use domain::identifiers::RegionCode;
use domain::language::Language;
use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{
    Accumulators, Bill, Category, ItemClass, Layer, Level, LineItem, PersonFacts, Remote, Scheme,
    Settlement, Trace, Visit, VisitKind, settle,
};
use proptest::prelude::*;

fn set(region: &str) -> &'static ParameterSet {
    let region: RegionCode = region.parse().unwrap();
    let mut sets = shipped_parameter_sets().iter();
    sets.find(|set| set.region == region).unwrap()
}

fn person(age: u16, retired: bool, category: Option<Category>) -> PersonFacts {
    PersonFacts {
        retired,
        age,
        category,
        account_balance: Money::ZERO,
        family_balance: Money::ZERO,
    }
}

fn visit(kind: VisitKind, level: Level, remote: Remote) -> Visit {
    Visit {
        kind,
        level,
        admission: 1,
        remote,
        disease: None,
    }
}

fn worked(
    set: &ParameterSet,
    scheme: Scheme,
    person: PersonFacts,
    visit: Visit,
    yuan: i64,
    pool_paid: i64,
) -> (Settlement, Trace) {
    let lines = [LineItem {
        amount: Money::from_yuan(yuan),
        class: ItemClass::A,
        self_pay_first: BasisPoints::ZERO,
        over_ceiling: Money::ZERO,
    }];
    let bill = Bill {
        scheme,
        person,
        visit,
        lines: &lines,
        before: Accumulators {
            pool_paid: Money::from_yuan(pool_paid),
            ..Accumulators::ZERO
        },
    };
    let mut trace = Trace::new();
    let settled = settle(set, &bill, &mut trace).unwrap();
    (settled.settlement, trace)
}

#[test]
fn a_lower_level_is_told_by_its_deductible_and_its_share() {
    let set = set("330100");
    let me = person(40, false, None);
    let at = |level| {
        let visit = visit(VisitKind::Inpatient, level, Remote::Local);
        worked(set, Scheme::Resident, me, visit, 20_000, 0).1
    };
    let reasons = differences(&at(Level::L3), &at(Level::L1));
    assert!(
        matches!(
            reasons.as_slice(),
            [Reason::Deductible(high, low), Reason::PoolShare(few, many)]
                if high > low && few.1 < many.1
        ),
        "{reasons:?}"
    );
    for language in [Language::Zh, Language::En] {
        for reason in &reasons {
            assert!(reason.text(language).contains(['¥', '%']), "{reason:?}");
        }
    }
}

#[test]
fn without_filing_the_points_are_told() {
    let set = set("110000");
    let me = person(40, false, None);
    let filed = |remote| {
        let visit = visit(VisitKind::Inpatient, Level::L3, remote);
        worked(set, Scheme::Employee, me, visit, 20_000, 0).1
    };
    let off = *set.remote.values.get(Remote::Unfiled);
    assert!(off > BasisPoints::ZERO);
    let reasons = differences(&filed(Remote::Local), &filed(Remote::Unfiled));
    assert!(
        reasons.contains(&Reason::Elsewhere(BasisPoints::ZERO, off)),
        "{reasons:?}"
    );
    let back = differences(&filed(Remote::Unfiled), &filed(Remote::Local));
    assert!(back.contains(&Reason::Elsewhere(off, BasisPoints::ZERO)));
}

#[test]
fn one_way_does_not_differ_from_itself() {
    let visit = visit(VisitKind::Inpatient, Level::L2, Remote::Local);
    let me = person(70, true, None);
    let (_, trace) = worked(set("510100"), Scheme::Employee, me, visit, 3_000, 0);
    assert_eq!(differences(&trace, &trace), []);
}

fn any_way() -> impl Strategy<Value = (usize, Scheme, VisitKind, Level, Remote)> {
    (
        0..shipped_parameter_sets().len(),
        prop::sample::select(Scheme::ALL),
        prop::sample::select(vec![VisitKind::Inpatient, VisitKind::Outpatient]),
        prop::sample::select(Level::ALL),
        prop::sample::select(Remote::ALL),
    )
}

proptest! {
    /// Whenever a person pays another amount there is a reason, in both languages; and the amounts
    /// that reasons name are those of the settlements.
    #[test]
    fn a_difference_is_never_silent(
        one in any_way(),
        other in any_way(),
        yuan in 0_i64..900_000,
        pool_paid in 0_i64..600_000,
        age in 1_u16..95,
        retired in any::<bool>(),
        category in prop::option::of(prop::sample::select(Category::ALL)),
    ) {
        let me = person(age, retired, category);
        let run = |(set, scheme, kind, level, remote): (usize, Scheme, VisitKind, Level, Remote)| {
            let set = shipped_parameter_sets().get(set).unwrap();
            worked(set, scheme, me, visit(kind, level, remote), yuan, pool_paid)
        };
        let ((was, from), (is, to)) = (run(one), run(other));
        let reasons = differences(&from, &to);
        if was.fund_paid() != is.fund_paid() {
            prop_assert!(!reasons.is_empty());
        }
        for reason in &reasons {
            prop_assert!(!reason.text(Language::Zh).is_empty());
            prop_assert!(!reason.text(Language::En).is_empty());
            match *reason {
                Reason::Deductible(a, b) => prop_assert_eq!((a, b), (was.deductible, is.deductible)),
                Reason::Fund(Layer::Pool, a, b) => {
                    prop_assert_eq!((a, b), (was.pool_fund_paid, is.pool_fund_paid));
                }
                Reason::Fund(Layer::Catastrophic, a, b) => {
                    prop_assert_eq!((a, b), (was.catastrophic_paid, is.catastrophic_paid));
                }
                Reason::Fund(Layer::Assistance, a, b) => {
                    prop_assert_eq!((a, b), (was.assistance_paid, is.assistance_paid));
                }
                _ => {}
            }
        }
    }
}
