//! What the pages about one's own cover show, against the worked figures.

use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::{Provenance, shipped_parameter_sets};
use domain::settlement::{Accumulators, Category, Level, PersonFacts, RepeatEffect, Scheme};
use domain::usage::{Usage, usage};

fn yuan(amount: i64) -> Money {
    Money::from_yuan(amount)
}

fn usage_in(
    set: &str,
    scheme: Scheme,
    person: PersonFacts,
    year: Accumulators,
    stays: u32,
) -> Option<Usage> {
    let set = shipped_parameter_sets().iter().find(|one| one.id == set)?;
    Some(usage(set, scheme, &person, &year, stays))
}

fn person(retired: bool, age: u16, category: Option<Category>) -> PersonFacts {
    PersonFacts {
        retired,
        age,
        category,
        account_balance: Money::ZERO,
        family_balance: Money::ZERO,
    }
}

#[test]
fn a_retiree_in_chengdu() {
    let year = Accumulators {
        outpatient_deductible_used: yuan(100),
        outpatient_paid: yuan(2_000),
        catastrophic_base: yuan(16_760),
        pool_paid: yuan(50_000),
        ..Accumulators::ZERO
    };
    let usage = usage_in("CD-2025", Scheme::Employee, person(true, 74, None), year, 1).unwrap();
    let stay = usage
        .inpatient
        .iter()
        .find(|stay| stay.level == Level::L3)
        .unwrap();
    assert_eq!(
        (stay.first_deductible, stay.deductible.value),
        (yuan(800), yuan(700))
    );
    assert_eq!(stay.repeat, RepeatEffect::Lowered);
    assert_eq!(stay.deductible.parameter.provenance, Provenance::Secondary);
    assert_eq!(
        stay.ratios.value.first().map(|band| band.ratio),
        Some(BasisPoints::new(9_100))
    );
    assert_eq!(
        stay.ratios.parameter.pointer,
        "/schemes/employee/inpatient/ratio/values/l3"
    );
    let visit = usage
        .outpatient
        .iter()
        .find(|visit| visit.level == Level::Community)
        .unwrap();
    assert_eq!(visit.deductible.value.left, yuan(50));
    assert_eq!(visit.ratio.value, BasisPoints::new(7_000));
    assert_eq!(usage.outpatient_cap.value.left, Some(yuan(500)));
    assert_eq!(usage.pool.value.left, Some(yuan(400_000)));
    assert_eq!(usage.large_amount.unwrap().value.left, Some(yuan(400_000)));
    assert_eq!(usage.catastrophic.value.distance, yuan(1_240));
    assert_eq!(usage.catastrophic.parameter.provenance, Provenance::Sample);
    assert_eq!(usage.assistance, None);
}

#[test]
fn a_household_on_subsistence_allowance_in_beijing() {
    let year = Accumulators {
        catastrophic_base: yuan(20_000),
        assistance_paid: yuan(90_000),
        ..Accumulators::ZERO
    };
    let poor = person(false, 45, Some(Category::Subsistence));
    let usage = usage_in("BJ-2025", Scheme::Resident, poor, year, 0).unwrap();
    let cover = usage.catastrophic.value;
    assert_eq!(
        (cover.threshold, cover.distance, cover.tilted),
        (yuan(15_202), Money::ZERO, true)
    );
    assert_eq!(cover.allowance.cap, None);
    let tiers: Vec<_> = cover
        .tiers
        .iter()
        .map(|tier| (tier.above, tier.until, tier.ratio.get()))
        .collect();
    assert_eq!(
        tiers,
        [
            (yuan(15_202), Some(yuan(65_202)), 6_500),
            (yuan(65_202), None, 7_500)
        ]
    );
    let help = usage.assistance.unwrap();
    assert_eq!(help.value.allowance.left, Some(Money::ZERO));
    assert_eq!(
        (help.value.ratio.get(), help.value.deductible_left),
        (8_500, Money::ZERO)
    );
    assert_eq!(usage.large_amount, None);
    assert_eq!(usage.outpatient_above, None);
}

#[test]
fn an_employee_in_beijing_has_no_outpatient_cap() {
    let usage = usage_in(
        "BJ-2025",
        Scheme::Employee,
        person(true, 71, None),
        Accumulators::ZERO,
        3,
    )
    .unwrap();
    assert_eq!(
        (
            usage.outpatient_cap.value.cap,
            usage.outpatient_cap.value.left
        ),
        (None, None)
    );
    let visit = usage
        .outpatient
        .iter()
        .find(|visit| visit.level == Level::L3)
        .unwrap();
    assert_eq!(visit.ratio.value, BasisPoints::new(9_000));
    assert_eq!(
        usage.outpatient_above.unwrap().value.ratio,
        BasisPoints::new(8_000)
    );
    let stay = usage
        .inpatient
        .iter()
        .find(|stay| stay.level == Level::L3)
        .unwrap();
    assert_eq!(
        (stay.deductible.value, stay.repeat),
        (yuan(650), RepeatEffect::Half)
    );
    let bands: Vec<_> = stay
        .ratios
        .value
        .iter()
        .map(|band| (band.above, band.until))
        .collect();
    assert_eq!(
        bands,
        [
            (yuan(0), Some(yuan(30_000))),
            (yuan(30_000), Some(yuan(40_000))),
            (yuan(40_000), None)
        ]
    );
    assert_eq!(usage.next_admission, 4);
}

#[test]
fn special_kinds_and_what_they_have_used() {
    let year = Accumulators {
        chronic_deductible_used: yuan(500),
        hypertension_paid: yuan(150),
        prenatal_paid: yuan(600),
        ..Accumulators::ZERO
    };
    let resident = |set| usage_in(set, Scheme::Resident, person(false, 50, None), year, 0).unwrap();
    let chengdu = resident("CD-2025");
    let two = chengdu.two_diseases.unwrap().value.unwrap();
    assert_eq!(two.hypertension.left, Some(yuan(50)));
    assert_eq!(
        (two.diabetes.cap, two.diabetes.used),
        (Some(yuan(300)), Money::ZERO)
    );
    let prenatal = chengdu.prenatal.unwrap();
    assert_eq!(prenatal.value.allowance.used, yuan(600));
    assert_eq!(
        prenatal.parameter.pointer,
        "/other/maternity_care/values/resident/prenatal"
    );

    // Beijing: one deductible at every level, and the two diseases inside outpatient care.
    let beijing = resident("BJ-2025");
    let [one] = beijing.chronic.value.deductibles.as_slice() else {
        panic!("{:?}", beijing.chronic.value);
    };
    assert_eq!((one.year, one.left), (yuan(1_300), yuan(800)));
    assert_eq!(one.levels, Level::ALL);
    assert_eq!(beijing.two_diseases.unwrap().value, None);
    let employee = usage_in(
        "BJ-2025",
        Scheme::Employee,
        person(false, 50, None),
        year,
        0,
    )
    .unwrap();
    assert_eq!(employee.two_diseases, None);

    // Where the deductible is that of a stay, each level has its own.
    for set in shipped_parameter_sets() {
        let usage = usage_in(&set.id, Scheme::Resident, person(false, 50, None), year, 0).unwrap();
        let levels: usize = usage
            .chronic
            .value
            .deductibles
            .iter()
            .map(|one| one.levels.len())
            .sum();
        assert_eq!(levels, Level::ALL.len(), "{}", set.id);
        for one in usage.chronic.value.deductibles {
            assert_eq!(one.left, (one.year - yuan(500)).or_zero(), "{}", set.id);
        }
    }
}
