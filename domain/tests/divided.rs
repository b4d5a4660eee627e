//! Divided bills: what holds for every one of them, and some worked by hand.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "support/bills.rs"]
mod support;

#[path = "support/divided.rs"]
mod divided;

use chrono::NaiveDate;
use divided::{any_chronic, any_stay};
use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::{
    ParameterSet, YearAttribution, YearEndDeductible, shipped_parameter_sets,
};
use domain::settlement::{
    Accumulators, Balances, ChronicBill, ChronicLine, DatedLine, DiseaseCode, Divided, ItemClass,
    Level, LineItem, PartOf, PersonFacts, RefusalCode, Remote, Scheme, Settlement, Stay, StayYear,
    Step, Trace, Visit, VisitKind, settle, settle_chronic, settle_stay,
};
use proptest::prelude::*;

fn set(id: &str) -> &'static ParameterSet {
    let mut sets = shipped_parameter_sets().iter();
    sets.find(|set| set.id == id).unwrap()
}

fn yuan(amount: i64) -> Money {
    Money::from_yuan(amount)
}

/// What must hold for the parts and for their sum.
fn adds_up(divided: &Divided, total: Money, person: &PersonFacts) -> Result<(), TestCaseError> {
    let sum = divided.settlement();
    prop_assert_eq!(sum.total_fee, total);
    let parts = divided.parts.iter().map(|part| part.settled.settlement);
    for s in parts.chain([sum]) {
        let lines = s.fully_self_paid + s.over_ceiling + s.self_pay_first + s.in_scope_amount;
        prop_assert_eq!(s.total_fee, lines);
        prop_assert_eq!(s.total_fee, s.fund_paid() + s.account_paid + s.cash_paid);
        prop_assert!(s.deductible + s.pool_fund_paid + s.large_amount_paid <= s.in_scope_amount);
        prop_assert!(s.fund_paid() <= s.in_scope_amount);
        for (_, amount) in serde_json::to_value(s).unwrap().as_object().unwrap() {
            prop_assert!(amount.as_i64().unwrap() >= 0);
        }
    }
    prop_assert!(sum.own_account_paid() <= person.account_balance);
    prop_assert!(sum.family_account_paid <= person.family_balance);
    // The trace of each part begins with which part it is, where there are several.
    if divided.parts.len() > 1 {
        for part in &divided.parts {
            let s = part.settled.settlement;
            let preface = Step::Part(part.portion.part, total, s.total_fee);
            prop_assert_eq!(part.trace.steps[0], preface);
        }
    }
    Ok(())
}

/// What the refunds of all parts come to, together with the parts themselves.
fn left_after_refunds(divided: &Divided) -> Settlement {
    let refunds = divided.reverse().into_iter();
    refunds.fold(divided.settlement(), |sum, refund| sum + refund.settlement)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn chronic_bills_add_up_and_can_be_taken_back(any in any_chronic()) {
        let divided = settle_chronic(set(&any.case.set), &any.bill()).unwrap();
        let total = any.lines.iter().map(|line| line.item.amount).sum();
        adds_up(&divided, total, &any.case.person)?;
        prop_assert_eq!(left_after_refunds(&divided), Settlement::default());
        // Totals run on from part to part, and back.
        let mut year = any.case.before;
        for part in &divided.parts {
            prop_assert_eq!(part.settled.after, year + part.settled.change);
            year = part.settled.after;
        }
        let person = any.case.person;
        let held = Balances { own: person.account_balance, family: person.family_balance };
        let sum = divided.settlement();
        let left = Balances {
            own: held.own - sum.own_account_paid(),
            family: held.family - sum.family_account_paid,
        };
        let mut now = (year, left);
        for part in divided.parts.iter().rev() {
            now = part.settled.undo(now.0, now.1).unwrap();
        }
        prop_assert_eq!(now, (any.case.before, held));
    }

    #[test]
    fn the_order_of_items_never_matters(any in any_chronic()) {
        let divided = settle_chronic(set(&any.case.set), &any.bill()).unwrap();
        let mut turned = any.clone();
        turned.lines.reverse();
        let other = settle_chronic(set(&any.case.set), &turned.bill()).unwrap();
        prop_assert_eq!(divided.settlement(), other.settlement());
    }

    /// A bill that is all of one part comes out as that visit alone.
    #[test]
    fn one_part_alone_is_a_plain_visit(any in any_chronic(), for_disease in any::<bool>()) {
        let mut any = any;
        any.lines.iter_mut().for_each(|line| line.for_disease = for_disease);
        let set = set(&any.case.set);
        let divided = settle_chronic(set, &any.bill()).unwrap();
        let mut plain = any.case.clone();
        if !for_disease && !any.lines.is_empty() {
            plain.visit.kind = VisitKind::Outpatient;
            plain.visit.disease = None;
        }
        let mut trace = Trace::new();
        let settled = settle(set, &plain.bill(), &mut trace).unwrap();
        prop_assert_eq!(divided.parts.len(), 1);
        prop_assert_eq!((divided.parts[0].settled, &divided.parts[0].trace), (settled, &trace));
    }

    #[test]
    fn stays_add_up_and_can_be_taken_back(any in any_stay()) {
        let years = any.years();
        let divided = settle_stay(&any.stay(&years)).unwrap();
        let total = any.lines.iter().map(|line| line.item.amount).sum();
        adds_up(&divided, total, &any.case.person)?;
        prop_assert_eq!(left_after_refunds(&divided), Settlement::default());
        for part in &divided.parts {
            let (PartOf::Year(year) | PartOf::DischargeYear(year)) = part.portion.part else {
                return Err(TestCaseError::fail("a part of a stay has a year"));
            };
            let of_year = any.years.iter().find(|given| given.year == year).unwrap();
            let before = part.settled.undo(part.settled.after, Balances::default()).unwrap().0;
            prop_assert_eq!(before, of_year.before);
        }
        // One stay is one admission, and pays one deductible at most.
        let counted = divided.parts.iter().filter(|part| part.counts_as_admission()).count();
        prop_assert_eq!(counted, usize::from(any.case.visit.kind == VisitKind::Inpatient));
        let by_rule = divided.parts[0].trace.steps.iter().find_map(|step| match step {
            Step::InpatientDeductible(_, _, by_rule, _) => Some(*by_rule),
            _ => None,
        });
        prop_assert!(divided.settlement().deductible <= by_rule.unwrap_or_default());
    }
}

fn class_a(amount: Money) -> LineItem {
    LineItem {
        amount,
        class: ItemClass::A,
        self_pay_first: BasisPoints::ZERO,
        over_ceiling: Money::ZERO,
    }
}

fn person(account_balance: Money) -> PersonFacts {
    PersonFacts {
        retired: false,
        age: 40,
        category: None,
        account_balance,
        family_balance: Money::ZERO,
    }
}

fn visit(kind: VisitKind, disease: Option<DiseaseCode>) -> Visit {
    Visit {
        kind,
        disease,
        level: Level::L3,
        admission: 1,
        remote: Remote::Local,
    }
}

/// Chengdu, employee, third level. For dialysis 3,000: less 800, × 85 %. The rest 1,200: less
/// 200, × 50 %. The account of 1,500 pays for the disease first.
#[test]
fn one_bill_of_two_parts() {
    let line = |amount, for_disease| ChronicLine {
        item: class_a(yuan(amount)),
        for_disease,
    };
    let lines = [line(700, false), line(3_000, true), line(500, false)];
    let mut bill = ChronicBill {
        scheme: Scheme::Employee,
        person: person(yuan(1_500)),
        visit: visit(VisitKind::Chronic, DiseaseCode::from_code("M07803")),
        lines: &lines,
        before: Accumulators::ZERO,
    };
    let divided = settle_chronic(set("CD-2025"), &bill).unwrap();
    let parts: Vec<PartOf> = divided.parts.iter().map(|part| part.portion.part).collect();
    assert_eq!(parts, [PartOf::Disease, PartOf::Ordinary]);
    let (disease, ordinary) = (divided.parts[0].settled, divided.parts[1].settled);
    assert_eq!(disease.settlement.pool_fund_paid, yuan(1_870));
    assert_eq!(disease.settlement.account_paid, yuan(1_130));
    assert_eq!(ordinary.settlement.pool_fund_paid, yuan(500));
    assert_eq!(ordinary.settlement.account_paid, yuan(370));
    assert_eq!(ordinary.settlement.cash_paid, yuan(330));
    let sum = divided.settlement();
    assert_eq!((sum.total_fee, sum.fund_paid()), (yuan(4_200), yuan(2_370)));
    let after = ordinary.after;
    assert_eq!(
        (after.pool_paid, after.outpatient_paid),
        (yuan(1_870), yuan(500))
    );
    assert_eq!(after.chronic_deductible_used, yuan(800));
    assert_eq!(after.outpatient_deductible_used, yuan(200));

    // All of it for the disease: one part, which needs no word about parts.
    let one = [line(3_000, true)];
    bill.lines = &one;
    let whole = settle_chronic(set("CD-2025"), &bill).unwrap();
    assert_eq!(whole.parts.len(), 1);
    assert_eq!(whole.parts[0].settled, disease);
    assert!(matches!(whole.parts[0].trace.steps[0], Step::Kind(..)));

    // Refusals count the items of the whole bill.
    let wrong = [line(1, true), line(-1, false)];
    bill.lines = &wrong;
    bill.visit.kind = VisitKind::Outpatient;
    bill.visit.disease = None;
    let refusals = settle_chronic(set("CD-2025"), &bill).unwrap_err();
    let told: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    let wanted = [
        "negative_amount at /lines/1/amount",
        "wrong_kind at /visit/kind",
    ];
    assert_eq!(told, wanted);
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Four nights, two in each year; of 10,000 yuan 1,000 was used in the old year, 5,000 in the
/// new one, and 4,000 has no day.
fn around_new_year<'a>(lines: &'a [DatedLine], years: &'a [StayYear<'a>]) -> Stay<'a> {
    Stay {
        scheme: Scheme::Employee,
        person: person(Money::ZERO),
        visit: visit(VisitKind::Inpatient, None),
        admitted_on: day("2025-12-30"),
        discharged_on: day("2026-01-03"),
        lines,
        years,
    }
}

fn lines() -> [DatedLine; 3] {
    let line = |amount, day| DatedLine {
        item: class_a(yuan(amount)),
        day,
    };
    [
        line(5_000, Some(day("2026-01-03"))),
        line(1_000, Some(day("2025-12-31"))),
        line(4_000, None),
    ]
}

fn year(year: i32, set: &ParameterSet) -> StayYear<'_> {
    StayYear {
        year,
        set,
        before: Accumulators::ZERO,
        admission: 1,
    }
}

fn pool(divided: &Divided) -> Vec<(PartOf, Money, Money)> {
    let parts = divided.parts.iter();
    let of = |part: &domain::settlement::Part| {
        let s = part.settled.settlement;
        (part.portion.part, s.deductible, s.pool_fund_paid)
    };
    parts.map(of).collect()
}

/// Beijing: 3,000 in 2025, less 1,300, × 85 %; 7,000 in 2026 without a deductible, × 85 %.
#[test]
fn a_stay_across_new_year_pays_one_deductible() {
    let (old, new) = (PartOf::Year(2025), PartOf::Year(2026));
    let beijing = set("BJ-2025");
    let lines = lines();
    let years = [year(2026, beijing), year(2025, beijing)];
    let divided = settle_stay(&around_new_year(&lines, &years)).unwrap();
    let wanted = [
        (old, yuan(1_300), yuan(1_445)),
        (new, Money::ZERO, yuan(5_950)),
    ];
    assert_eq!(pool(&divided), wanted);
    let admissions: Vec<bool> = divided
        .parts
        .iter()
        .map(|part| part.counts_as_admission())
        .collect();
    assert_eq!(admissions, [true, false]);

    // Next year's parameters: 80 % in their first bracket.
    let mut next = beijing.clone();
    next.id = "BJ-2026".to_owned();
    next.schemes.employee.inpatient.ratio.values.l3[0].ratio = BasisPoints::new(8_000);
    let years = [year(2025, beijing), year(2026, &next)];
    let divided = settle_stay(&around_new_year(&lines, &years)).unwrap();
    assert_eq!(divided.parts[1].set, "BJ-2026");
    assert_eq!(pool(&divided)[1], (new, Money::ZERO, yuan(5_600)));

    // What is too small for the deductible leaves the rest of it to the new year.
    let small = [lines[0], lines[1]];
    let divided = settle_stay(&around_new_year(&small, &years)).unwrap();
    let wanted = [
        (old, yuan(1_000), Money::ZERO),
        (new, yuan(300), yuan(3_760)), // 4,700 × 80 %
    ];
    assert_eq!(pool(&divided), wanted);
}

#[test]
fn other_rules_for_the_end_of_a_year() {
    let lines = lines();
    // Hangzhou: all in the year of discharge: (10,000 − 800) × 84 %.
    let hangzhou = set("HZ-2025");
    let years = [year(2025, hangzhou), year(2026, hangzhou)];
    let divided = settle_stay(&around_new_year(&lines, &years)).unwrap();
    let whole = (PartOf::DischargeYear(2026), yuan(800), yuan(7_728));
    assert_eq!(pool(&divided), [whole]);

    // Each year its own deductible: 5,700 × 85 % in the new one, and two admissions.
    let mut each = set("BJ-2025").clone();
    let rule = &mut each.other.year_end.as_mut().unwrap().values;
    assert_eq!(rule.attribution, YearAttribution::Split);
    rule.deductible = YearEndDeductible::EachYear;
    let years = [year(2025, &each), year(2026, &each)];
    let divided = settle_stay(&around_new_year(&lines, &years)).unwrap();
    assert_eq!(
        pool(&divided)[1],
        (PartOf::Year(2026), yuan(1_300), yuan(4_845))
    );
    assert!(divided.parts.iter().all(|part| part.counts_as_admission()));

    // A stay inside one year needs no rule, one across years does.
    each.other.year_end = None;
    let years = [year(2025, &each), year(2026, &each)];
    let mut stay = around_new_year(&lines, &years);
    let refusals = settle_stay(&stay).unwrap_err();
    assert_eq!(
        refusals[0].to_string(),
        "no_rule_for_kind at /discharged_on"
    );
    stay.admitted_on = day("2026-01-01");
    stay.lines = &lines[..1];
    let divided = settle_stay(&stay).unwrap();
    assert_eq!(
        pool(&divided),
        [(PartOf::Year(2026), yuan(1_300), yuan(3_145))]
    );
    assert!(matches!(divided.parts[0].trace.steps[0], Step::Lines(..)));
}

#[test]
fn a_wrong_stay_is_refused_with_every_place() {
    let beijing = set("BJ-2025");
    let lines = lines();
    let mut wrong = year(2025, beijing);
    wrong.admission = 0;
    wrong.before.pool_paid = Money::from_fen(-1);
    let years = [wrong];
    let mut stay = around_new_year(&lines, &years);
    stay.visit.kind = VisitKind::Outpatient;
    stay.admitted_on = day("2026-01-01");
    stay.discharged_on = day("2026-01-02");
    let told: Vec<String> = settle_stay(&stay)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "wrong_kind at /visit/kind",
            "day_outside_stay at /lines/0/day",
            "day_outside_stay at /lines/1/day",
            "admission_below_one at /years/0/admission",
            "negative_balance at /years/0/accumulators/pool_paid",
            "year_missing at /years",
        ]
    );
    stay.discharged_on = day("2025-12-31");
    let refusals = settle_stay(&stay).unwrap_err();
    let ends = refusals.iter().find(|one| one.pointer == "/discharged_on");
    assert_eq!(ends.unwrap().code, RefusalCode::EndsBeforeItBegins);
}
