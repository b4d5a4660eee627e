//! Why the same bill comes out otherwise on another way: told from the traces, and never silent.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use domain::explain::{Reason, differences};
use domain::identifiers::RegionCode;
use domain::language::Language;
use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{
    Accumulators, Bill, Category, DiseaseCode, ItemClass, Layer, Level, LineItem, PersonFacts,
    Remote, Scheme, Settlement, Trace, Visit, VisitKind, settle,
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

/// A resident of forty with a bill of class A alone, treated where the person is insured.
fn resident(region: &str, kind: VisitKind, level: Level, yuan: i64) -> Trace {
    let mut visit = visit(kind, level, Remote::Local);
    if kind == VisitKind::TwoDiseases {
        visit.disease = DiseaseCode::from_code("M03900");
    }
    let me = person(40, false, None);
    worked(set(region), Scheme::Resident, me, visit, yuan, 0).1
}

const fn all(basis_points: i32) -> (BasisPoints, BasisPoints) {
    let ratio = BasisPoints::new(basis_points);
    (ratio, ratio)
}

const fn yuan(amount: i64) -> Option<Money> {
    Some(Money::from_yuan(amount))
}

fn told(reasons: &[Reason], language: Language) -> Vec<String> {
    reasons.iter().map(|one| one.text(language)).collect()
}

/// Shanghai takes 500 yuan, of which a bill of 300 reaches 300: the rule is told, not what was taken.
#[test]
fn a_deductible_is_told_by_its_rule_in_both_places() {
    let (shanghai, beijing) = ("310000", "110000");
    for kind in [VisitKind::Outpatient, VisitKind::TwoDiseases] {
        let in_shanghai = resident(shanghai, kind, Level::Community, 300);
        let in_beijing = resident(beijing, kind, Level::Community, 300);
        let reasons = differences(&in_shanghai, &in_beijing);
        let deductible = Reason::Deductible(yuan(500), yuan(100));
        assert_eq!(reasons, [deductible, Reason::SomethingLeft(all(5_500))]);
        assert_eq!(
            told(&reasons, Language::Zh),
            [
                "起付线是 ¥100.00，而不是 ¥500.00",
                "照您填的费用没有超过起付线，这里超过的部分统筹基金付 55%",
            ]
        );
        let back = differences(&in_beijing, &in_shanghai);
        let deductible = Reason::Deductible(yuan(100), yuan(500));
        assert_eq!(back, [deductible, Reason::NothingLeft]);
        assert_eq!(
            told(&back, Language::En),
            [
                "the deductible is ¥500.00 rather than ¥100.00",
                "the bill is not above the deductible, so the pool pays nothing",
            ]
        );
    }
}

/// Chengdu pays 60 % for the two diseases, at most 200 yuan a year; Beijing as for any outpatient
/// visit; Hangzhou 70 %, at most 600.
#[test]
fn a_kind_with_rules_of_its_own_is_told_by_them() {
    let two = |region, yuan| resident(region, VisitKind::TwoDiseases, Level::Community, yuan);
    let (chengdu, hangzhou) = ("510100", "330100");
    let reasons = differences(&two(chengdu, 300), &two("110000", 300));
    let share = Reason::PoolShare(all(6_000), all(5_500));
    assert_eq!(reasons, [Reason::Deductible(None, yuan(100)), share]);
    let reasons = differences(&two("110000", 300), &two(chengdu, 300));
    let share = Reason::PoolShare(all(5_500), all(6_000));
    assert_eq!(reasons, [Reason::Deductible(yuan(100), None), share]);

    let share = Reason::PoolShare(all(6_000), all(7_000));
    assert_eq!(
        differences(&two(chengdu, 300), &two(hangzhou, 300)),
        [share]
    );
    let reasons = differences(&two(chengdu, 420), &two(hangzhou, 420));
    assert_eq!(reasons, [share, Reason::PoolCap(yuan(200), None)]);
    // The higher share is no reason for paying less: the cap is.
    let reasons = differences(&two(hangzhou, 1_000), &two(chengdu, 1_000));
    let cap = Reason::PoolCap(yuan(600), yuan(200));
    assert_eq!(reasons, [cap]);

    let checks = |region| resident(region, VisitKind::Prenatal, Level::Community, 500);
    let share = Reason::PoolShare(all(5_000), all(6_000));
    assert_eq!(differences(&checks(chengdu), &checks("310000")), [share]);
}

/// In Chengdu residents get nothing for outpatient care above the primary level: that is said, and
/// not that a cap is not reached.
#[test]
fn where_the_rules_pay_nothing_that_is_told() {
    let at = |level| resident("510100", VisitKind::Outpatient, level, 1_000);
    let reasons = differences(&at(Level::Community), &at(Level::L3));
    assert_eq!(reasons, [Reason::NotPaid(all(6_000))]);
    assert_eq!(
        told(&reasons, Language::En),
        ["by the rules the pool pays nothing for such a visit rather than 60%"]
    );
    let reasons = differences(&at(Level::L2), &at(Level::L1));
    let cap = Reason::PoolCap(None, yuan(200));
    assert_eq!(reasons, [Reason::PaidOnlyThere(all(6_000)), cap]);
    assert_eq!(differences(&at(Level::L2), &at(Level::L3)), []);
}

#[test]
fn what_comes_out_the_same_names_no_cause_of_a_difference() {
    // Hangzhou pays residents at most 300,000 yuan a year, at every level.
    let at = |level, yuan| resident("330100", VisitKind::Inpatient, level, yuan);
    let reasons = differences(&at(Level::L3, 900_000), &at(Level::Community, 900_000));
    let cap = Money::from_yuan(300_000);
    assert_eq!(reasons, [Reason::CapEither(Layer::Pool, cap, cap)]);
    let text = "两种办法统筹基金都付到全年最高支付限额 ¥300,000.00";
    assert_eq!(told(&reasons, Language::Zh), [text]);

    let reasons = differences(&at(Level::L3, 200), &at(Level::Community, 200));
    let (three, primary) = (Money::from_yuan(800), Money::from_yuan(300));
    assert_eq!(reasons, [Reason::BelowEither(three, primary)]);
    assert_eq!(
        told(&reasons, Language::En),
        [
            "the bill is not above the deductible of ¥300.00, nor above the ¥800.00 of what you filled in"
        ]
    );
    let reasons = differences(&at(Level::L3, 0), &at(Level::Community, 0));
    assert_eq!(reasons, [Reason::NothingCounts]);
}

/// Whether a reason tells why nothing differs.
const fn is_of_the_same(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::NothingCounts
            | Reason::BelowEither(..)
            | Reason::NothingEither
            | Reason::DeductiblePaid
            | Reason::Together
    )
}

/// The deductible of a first visit of the year by the rules.
fn by_rule(set: &ParameterSet, scheme: Scheme, person: PersonFacts, visit: Visit) -> Option<Money> {
    let rules = set.rules(scheme);
    let rule = if visit.kind == VisitKind::Inpatient {
        *rules.inpatient.deductible.values.get(visit.level)
    } else {
        let outpatient = &rules.outpatient;
        let found = outpatient.deductible_at(visit.level, person.retired, person.age);
        found.0
    };
    Some(rule).filter(|rule| !rule.is_zero())
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
    /// Whenever a person pays another amount there is a reason, in both languages; where it is the
    /// same, no cause of a difference stands alone. The amounts that reasons name are those of the
    /// settlements, and the deductibles those of the rules.
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
            let visit = visit(kind, level, remote);
            let rule = by_rule(set, scheme, me, visit);
            let (settlement, trace) = worked(set, scheme, me, visit, yuan, pool_paid);
            (settlement, trace, rule)
        };
        let ((was, from, before), (is, to, after)) = (run(one), run(other));
        let reasons = differences(&from, &to);
        if was.fund_paid() != is.fund_paid() {
            prop_assert!(!reasons.is_empty());
            let together = reasons.iter().find(|one| is_of_the_same(**one));
            prop_assert_eq!(together, None);
        } else if let Some(last) = reasons.last() {
            let same = is_of_the_same(*last) || matches!(last, Reason::CapEither(..));
            prop_assert!(same, "{:?}", reasons);
        }
        for reason in &reasons {
            prop_assert!(!reason.text(Language::Zh).is_empty());
            prop_assert!(!reason.text(Language::En).is_empty());
            match *reason {
                Reason::Deductible(a, b) => prop_assert_eq!((a, b), (before, after)),
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
