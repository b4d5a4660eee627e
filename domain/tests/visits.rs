//! Special kinds of visits, each worked by hand; and what is refused.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};
use domain::settlement::{
    Accumulators, Bill, DiseaseCode, ItemClass, Level, LineItem, NoTrace, PersonFacts, Refusal,
    RefusalCode, Remote, Scheme, Settled, Visit, VisitKind, settle,
};

fn set(id: &str) -> &'static ParameterSet {
    let mut sets = shipped_parameter_sets().iter();
    sets.find(|set| set.id == id).unwrap()
}

fn yuan(amount: i64) -> Money {
    Money::from_yuan(amount)
}

fn class_a(amount: Money) -> LineItem {
    LineItem {
        amount,
        class: ItemClass::A,
        self_pay_first: BasisPoints::ZERO,
        over_ceiling: Money::ZERO,
    }
}

fn bill(scheme: Scheme, kind: VisitKind, lines: &[LineItem]) -> Bill<'_> {
    Bill {
        scheme,
        person: PersonFacts {
            retired: false,
            age: 40,
            category: None,
            account_balance: Money::ZERO,
            family_balance: Money::ZERO,
        },
        visit: Visit {
            kind,
            disease: None,
            level: Level::L2,
            admission: 1,
            remote: Remote::Local,
        },
        lines,
        before: Accumulators::ZERO,
    }
}

fn settled(id: &str, bill: &Bill<'_>) -> Settled {
    settle(set(id), bill, &mut NoTrace).unwrap()
}

fn refused(id: &str, bill: &Bill<'_>) -> Vec<(String, RefusalCode)> {
    let refusals = settle(set(id), bill, &mut NoTrace).unwrap_err();
    let told = |Refusal { pointer, code }| (pointer, code);
    refusals.into_iter().map(told).collect()
}

/// Beijing, employee, second level: deductible 1,300, then 87 % up to 30,000 of the bill.
#[test]
fn a_chronic_disease_has_its_own_deductible_and_the_ratios_of_a_stay() {
    let lines = [class_a(yuan(2_000))];
    let mut bill = bill(Scheme::Employee, VisitKind::Chronic, &lines);
    bill.visit.disease = DiseaseCode::from_code("M07803");
    let first = settled("BJ-2025", &bill);
    assert_eq!(first.settlement.deductible, yuan(1_300));
    assert_eq!(first.settlement.pool_fund_paid, yuan(609)); // 700 × 87 %
    assert_eq!(first.settlement.cash_paid, yuan(1_391));
    assert_eq!(first.after.chronic_deductible_used, yuan(1_300));
    assert_eq!(first.after.pool_paid, yuan(609));
    assert_eq!(first.after.outpatient_deductible_used, Money::ZERO);
    assert_eq!(first.after.catastrophic_base, yuan(1_391));
    // The deductible is paid for the year, and does not count as that of a stay.
    bill.before = first.after;
    let second = settled("BJ-2025", &bill);
    assert_eq!(second.settlement.deductible, Money::ZERO);
    assert_eq!(second.settlement.pool_fund_paid, yuan(1_740)); // 2,000 × 87 %
    assert_eq!(second.after.pool_paid, yuan(2_349));
}

/// Chengdu, employee: the deductible of the level, once a year, whatever the level next time.
#[test]
fn a_chronic_deductible_of_the_level_is_paid_once_a_year() {
    let lines = [class_a(yuan(1_000))];
    let mut bill = bill(Scheme::Employee, VisitKind::Chronic, &lines);
    bill.visit.disease = DiseaseCode::from_code("M00503");
    let first = settled("CD-2025", &bill);
    assert_eq!(first.settlement.deductible, yuan(400));
    assert_eq!(first.settlement.pool_fund_paid, yuan(540)); // 600 × 90 %
    bill.before = first.after;
    bill.visit.level = Level::L3;
    let second = settled("CD-2025", &bill);
    assert_eq!(second.settlement.deductible, yuan(400)); // 800 less what is paid
    assert_eq!(second.settlement.pool_fund_paid, yuan(510)); // 600 × 85 %
    bill.before = second.after;
    bill.visit.level = Level::Community;
    let third = settled("CD-2025", &bill);
    assert_eq!(third.settlement.deductible, Money::ZERO);
    assert_eq!(third.settlement.pool_fund_paid, yuan(950));
}

/// A chronic disease uses up the pool's cap for stays, and the large-amount subsidy follows.
#[test]
fn chronic_diseases_and_stays_share_one_cap() {
    let lines = [class_a(yuan(10_000))];
    let mut bill = bill(Scheme::Employee, VisitKind::Chronic, &lines);
    bill.visit.disease = DiseaseCode::from_code("M08300");
    bill.before.pool_paid = yuan(99_130);
    let settled = settled("BJ-2025", &bill).settlement;
    // 870 are left: 870 / 87 % = 1,000 of the 8,700 above the deductible.
    assert_eq!(settled.pool_fund_paid, yuan(870));
    assert_eq!(settled.large_amount_paid, yuan(6_545)); // 7,700 × 85 %
}

/// Chengdu, residents: 60 %, hypertension up to 200, diabetes up to 300 a year.
#[test]
fn two_diseases_have_a_ratio_and_a_cap_each() {
    let lines = [class_a(yuan(250))];
    let mut bill = bill(Scheme::Resident, VisitKind::TwoDiseases, &lines);
    bill.visit.disease = Some(DiseaseCode::HYPERTENSION);
    let first = settled("CD-2025", &bill);
    assert_eq!(first.settlement.deductible, Money::ZERO);
    assert_eq!(first.settlement.pool_fund_paid, yuan(150));
    assert_eq!(first.after.hypertension_paid, yuan(150));
    assert_eq!(first.after.outpatient_paid, Money::ZERO);
    bill.before = first.after;
    let second = settled("CD-2025", &bill);
    assert_eq!(second.settlement.pool_fund_paid, yuan(50));
    assert_eq!(second.settlement.cash_paid, yuan(200));
    bill.before = second.after;
    bill.visit.disease = Some(DiseaseCode::DIABETES);
    let other = settled("CD-2025", &bill);
    assert_eq!(other.settlement.pool_fund_paid, yuan(150));
    assert_eq!(other.after.hypertension_paid, yuan(200));
    assert_eq!(other.after.diabetes_paid, yuan(150));
}

/// Beijing, residents, second level: outpatient deductible 550, then 50 %.
#[test]
fn two_diseases_are_outpatient_care_where_the_region_says_so() {
    let lines = [class_a(yuan(1_000))];
    let mut bill = bill(Scheme::Resident, VisitKind::TwoDiseases, &lines);
    bill.visit.disease = Some(DiseaseCode::DIABETES);
    let settled = settled("BJ-2025", &bill);
    assert_eq!(settled.settlement.deductible, yuan(550));
    assert_eq!(settled.settlement.pool_fund_paid, yuan(225));
    assert_eq!(settled.after.outpatient_paid, yuan(225));
    assert_eq!(settled.after.diabetes_paid, Money::ZERO);
}

/// A drug for 12,000 with a payment standard of 10,000 and 20 % to pay first: 8,000 in scope.
#[test]
fn a_dual_channel_drug_follows_the_hospital() {
    let lines = [LineItem {
        amount: yuan(12_000),
        class: ItemClass::B,
        self_pay_first: BasisPoints::new(2_000),
        over_ceiling: yuan(2_000),
    }];
    let mut bill = bill(Scheme::Employee, VisitKind::DualChannel, &lines);
    bill.visit.level = Level::L3;
    // Beijing: as an outpatient of that hospital: (8,000 − 1,800) × 70 %.
    let beijing = settled("BJ-2025", &bill);
    assert_eq!(beijing.settlement.over_ceiling, yuan(2_000));
    assert_eq!(beijing.settlement.self_pay_first, yuan(2_000));
    assert_eq!(beijing.settlement.in_scope_amount, yuan(8_000));
    assert_eq!(beijing.settlement.pool_fund_paid, yuan(4_340));
    assert_eq!(beijing.after.outpatient_paid, yuan(4_340));
    // Hangzhou: at the ratio of a stay, without a deductible: 8,000 × 84 %.
    let hangzhou = settled("HZ-2025", &bill);
    assert_eq!(hangzhou.settlement.pool_fund_paid, yuan(6_720));
    assert_eq!(hangzhou.after.pool_paid, yuan(6_720));
    assert_eq!(hangzhou.after.outpatient_in_scope, Money::ZERO);
    // Chengdu: at a ratio of its own: 8,000 × 75 %, for residents 65 %. No age bonus.
    bill.person.age = 95;
    let chengdu = settled("CD-2025", &bill);
    assert_eq!(chengdu.settlement.pool_fund_paid, yuan(6_000));
    bill.scheme = Scheme::Resident;
    let resident = settled("CD-2025", &bill).settlement;
    assert_eq!(resident.pool_fund_paid, yuan(5_200));
}

#[test]
fn a_birth_and_the_checks_before_it() {
    let lines = [class_a(yuan(6_000))];
    let mut bill = bill(Scheme::Employee, VisitKind::MaternityInpatient, &lines);
    let employee = settled("BJ-2025", &bill);
    assert_eq!(employee.settlement.cash_paid, Money::ZERO);
    assert_eq!(employee.after.pool_paid, yuan(6_000));
    // Beijing, resident, second level: like a stay, (6,000 − 800) × 78 %.
    bill.scheme = Scheme::Resident;
    let resident = settled("BJ-2025", &bill).settlement;
    assert_eq!(resident.deductible, yuan(800));
    assert_eq!(resident.pool_fund_paid, yuan(4_056));
    // Chengdu, resident: 85 %; elsewhere without filing 20 points less.
    assert_eq!(
        settled("CD-2025", &bill).settlement.pool_fund_paid,
        yuan(5_100)
    );
    bill.visit.remote = Remote::Unfiled;
    assert_eq!(
        settled("CD-2025", &bill).settlement.pool_fund_paid,
        yuan(3_900)
    );

    bill.visit.remote = Remote::Local;
    bill.visit.kind = VisitKind::Prenatal;
    // Chengdu, resident: 50 % up to 800 a year; 6,000 × 50 % is cut.
    let checks = settled("CD-2025", &bill);
    assert_eq!(checks.settlement.pool_fund_paid, yuan(800));
    assert_eq!(checks.after.prenatal_paid, yuan(800));
    bill.before = checks.after;
    assert_eq!(settled("CD-2025", &bill).settlement.cash_paid, yuan(6_000));
}

#[test]
fn what_does_not_fit_together_is_refused_with_its_place() {
    use RefusalCode::{DiseaseMissing, DiseaseNotAsked, KindNotForScheme, NotOneOfTwoDiseases};
    let one = |pointer: &str, code| vec![(pointer.to_owned(), code)];
    let mut bill = bill(Scheme::Employee, VisitKind::TwoDiseases, &[]);
    bill.visit.disease = Some(DiseaseCode::DIABETES);
    assert_eq!(
        refused("CD-2025", &bill),
        one("/visit/kind", KindNotForScheme)
    );
    bill.scheme = Scheme::Resident;
    bill.visit.disease = None;
    assert_eq!(
        refused("CD-2025", &bill),
        one("/visit/disease", DiseaseMissing)
    );
    bill.visit.disease = DiseaseCode::from_code("M07803");
    assert_eq!(
        refused("CD-2025", &bill),
        one("/visit/disease", NotOneOfTwoDiseases)
    );
    bill.visit.kind = VisitKind::Outpatient;
    assert_eq!(
        refused("CD-2025", &bill),
        one("/visit/disease", DiseaseNotAsked)
    );
    bill.visit.kind = VisitKind::Chronic;
    bill.visit.disease = None;
    assert_eq!(
        refused("CD-2025", &bill),
        one("/visit/disease", DiseaseMissing)
    );
    bill.before.chronic_deductible_used = Money::from_fen(-1);
    bill.visit.disease = Some(DiseaseCode::DIABETES);
    let negative = one("/accumulators/chronic_ded", RefusalCode::NegativeBalance);
    assert_eq!(refused("CD-2025", &bill), negative);
}

/// A set stored before these rules existed reads and settles as ever, and refuses what it has no
/// rule for; the shipped one completes it without touching a figure.
#[test]
fn a_set_without_a_rule_refuses_and_can_be_completed() {
    for shipped in shipped_parameter_sets() {
        let mut body = serde_json::to_value(shipped).unwrap();
        let other = body["other"].as_object_mut().unwrap();
        for group in ["dual_channel", "maternity_care", "year_end"] {
            assert!(other.remove(group).is_some());
        }
        let stored: ParameterSet = serde_json::from_value(body.clone()).unwrap();
        assert_eq!(serde_json::to_value(&stored).unwrap(), body);
        assert_eq!(stored.problems(), []);
        assert!(stored.is_completed_by(shipped) && !shipped.is_completed_by(&stored));
        assert!(!shipped.is_completed_by(shipped));
        let mut changed = shipped.clone();
        changed.remote.values.unfiled = BasisPoints::new(1);
        assert!(!stored.is_completed_by(&changed));
        for kind in [
            VisitKind::DualChannel,
            VisitKind::MaternityInpatient,
            VisitKind::Prenatal,
        ] {
            let refusals = settle(&stored, &bill(Scheme::Resident, kind, &[]), &mut NoTrace);
            let wanted = Refusal::new("/visit/kind", RefusalCode::NoRuleForKind);
            assert_eq!(refusals.unwrap_err(), [wanted]);
        }
        let lines = [class_a(yuan(5_000))];
        for kind in VisitKind::PUBLIC {
            let bill = bill(Scheme::Employee, kind, &lines);
            assert_eq!(
                settle(&stored, &bill, &mut NoTrace),
                settle(shipped, &bill, &mut NoTrace)
            );
        }
    }
}
