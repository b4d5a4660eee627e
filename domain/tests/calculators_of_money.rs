//! The calculators that count money: worked examples, and nonsense refused with its place.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/asked.rs"]
mod asked;

use asked::{refused, set};
use domain::calculators::contributions::{self, Cost, Payer, contributions};
use domain::calculators::maternity::{self, Event, maternity};
use domain::calculators::thresholds::{self, Threshold, thresholds};
use domain::calculators::{Figure, Why};
use domain::money::Money;
use domain::settlement::{Accumulators, Category, PersonFacts, Scheme};

fn yuan(yuan: i64) -> Money {
    Money::from_yuan(yuan)
}

fn fen(fen: i64) -> Money {
    Money::from_fen(fen)
}

#[test]
fn the_contributions_of_the_worked_example_are_met() {
    let beijing = set("BJ-2025");
    for (wage, base, employer, person, account) in [
        (5_000, 716_200, 70_188, 14_624, 14_324),
        (12_000, 1_200_000, 117_600, 24_300, 24_000),
        (50_000, 3_581_100, 350_948, 71_922, 71_622),
    ] {
        let question = contributions::Question {
            payer: Payer::Employee,
            wage: yuan(wage),
            age: 30,
        };
        let answer = contributions(beijing, &question).unwrap();
        let first = answer.steps.first().unwrap();
        assert_eq!(first.code, "contributions.base");
        assert!(
            first.why.en.ends_with(" each year in July."),
            "{:?}",
            first.why
        );
        assert!(
            first.why.zh.ends_with("每年7月调整一次。"),
            "{:?}",
            first.why
        );
        let Cost::Month {
            base: found,
            shares,
        } = answer.cost
        else {
            panic!("a month")
        };
        assert_eq!(found, fen(base), "{wage}");
        assert_eq!(shares.employer, fen(employer), "{wage}");
        assert_eq!(shares.person, fen(person), "{wage}");
        assert_eq!(shares.account_credit, fen(account), "{wage}");
        let alone = contributions::Question {
            payer: Payer::Flexible,
            ..question
        };
        let Cost::Month { shares: alone, .. } = contributions(beijing, &alone).unwrap().cost else {
            panic!("a month")
        };
        assert_eq!(
            (alone.employer, alone.person),
            (Money::ZERO, fen(employer + person))
        );
    }
}

#[test]
fn residents_pay_by_age_or_tier() {
    let fee = |id, age| {
        let question = contributions::Question {
            payer: Payer::Resident,
            wage: Money::ZERO,
            age,
        };
        match contributions(set(id), &question).unwrap().cost {
            Cost::Year(fee) => (fee.least, fee.most),
            Cost::Month { .. } => panic!("a year"),
        }
    };
    assert_eq!(fee("BJ-2025", 35), (yuan(700), yuan(700)));
    assert_eq!(fee("BJ-2025", 8), (yuan(400), yuan(400)));
    assert_eq!(fee("CD-2025", 35), (yuan(400), yuan(510)));
}

#[test]
fn wages_of_nonsense_are_refused() {
    let ask = |payer, wage, age| {
        let question = contributions::Question {
            payer,
            wage: fen(wage),
            age,
        };
        refused(contributions(set("BJ-2025"), &question))
    };
    assert_eq!(ask(Payer::Employee, -1, 30), [("/wage", Why::Negative)]);
    assert_eq!(
        ask(Payer::Flexible, i64::MAX, 30),
        [("/wage", Why::TooLarge)]
    );
    assert_eq!(ask(Payer::Resident, 0, 200), [("/age", Why::TooLarge)]);
}

fn birth(event: Event) -> maternity::Question {
    maternity::Question {
        average: yuan(9_600),
        own: None,
        event,
        difficult: false,
        babies: 1,
    }
}

#[test]
fn the_allowance_of_the_worked_example_is_met() {
    let answer = maternity(set("BJ-2025"), &birth(Event::First)).unwrap();
    assert_eq!((answer.days, answer.allowance), (158, fen(5_056_000)));
    let higher = maternity::Question {
        own: Some(yuan(12_000)),
        ..birth(Event::First)
    };
    let answer = maternity(set("BJ-2025"), &higher).unwrap();
    assert_eq!(answer.top_up, fen(6_320_000 - 5_056_000));
    let twins = maternity::Question {
        difficult: true,
        babies: 2,
        ..birth(Event::Second)
    };
    let answer = maternity(set("HZ-2025"), &twins).unwrap();
    assert_eq!((answer.days, answer.allowance), (218, fen(6_976_000)));
    let ended = maternity(set("CD-2025"), &birth(Event::EarlyEnd)).unwrap();
    assert_eq!((ended.days, ended.allowance), (15, fen(480_000)));
    // 10,000.01 / 30 × 158 = 52,666.719…
    let odd = maternity::Question {
        average: fen(1_000_001),
        ..birth(Event::First)
    };
    assert_eq!(
        maternity(set("BJ-2025"), &odd).unwrap().allowance,
        fen(5_266_672)
    );
}

#[test]
fn a_leave_of_nonsense_is_refused() {
    let ask = |question| refused(maternity(set("BJ-2025"), &question));
    let good = birth(Event::First);
    assert_eq!(
        ask(maternity::Question {
            average: fen(-1),
            ..good
        }),
        [("/average", Why::Negative)]
    );
    assert_eq!(
        ask(maternity::Question {
            average: fen(0),
            ..good
        }),
        [("/average", Why::Missing)]
    );
    assert_eq!(
        ask(maternity::Question {
            own: Some(fen(-1)),
            ..good
        }),
        [("/own", Why::Negative)]
    );
    assert_eq!(
        ask(maternity::Question { babies: 0, ..good }),
        [("/babies", Why::Missing)]
    );
    assert_eq!(
        ask(maternity::Question { babies: 10, ..good }),
        [("/babies", Why::TooLarge)]
    );
    let ended = maternity::Question {
        difficult: true,
        babies: 2,
        ..birth(Event::LateEnd)
    };
    assert_eq!(
        ask(ended),
        [
            ("/babies", Why::NotForThis),
            ("/difficult", Why::NotForThis)
        ]
    );
}

fn year(scheme: Scheme, category: Option<Category>, used: Accumulators) -> thresholds::Question {
    let person = PersonFacts {
        retired: false,
        age: 45,
        category,
        account_balance: Money::ZERO,
        family_balance: Money::ZERO,
    };
    thresholds::Question {
        scheme,
        person,
        used,
    }
}

#[test]
fn every_threshold_of_the_year_is_told() {
    let used = Accumulators {
        outpatient_deductible_used: yuan(1_460),
        outpatient_in_scope: yuan(1_460),
        pool_paid: yuan(50_000),
        catastrophic_base: yuan(29_164),
        ..Accumulators::ZERO
    };
    let question = year(Scheme::Employee, Some(Category::Subsistence), used);
    let answer = thresholds(set("BJ-2025"), &question).unwrap();
    let found = |threshold| {
        let mut all = answer.distances.iter();
        all.find(|one| one.threshold == threshold).unwrap()
    };
    assert_eq!(found(Threshold::OutpatientDeductible).left, Some(yuan(340)));
    assert_eq!(found(Threshold::PoolCap).left, Some(yuan(50_000)));
    assert_eq!(found(Threshold::LargeAmountCap).left, Some(yuan(400_000)));
    assert_eq!(found(Threshold::OutpatientCap).left, None);
    assert!(
        answer
            .distances
            .iter()
            .any(|one| one.threshold == Threshold::AssistanceCap)
    );
    // In hardship half the threshold: passed already, and without a cap.
    assert!(found(Threshold::Catastrophic).is_reached());
    let ordinary = year(Scheme::Employee, None, used);
    let answer = thresholds(set("BJ-2025"), &ordinary).unwrap();
    let start = answer
        .distances
        .iter()
        .find(|one| one.threshold == Threshold::Catastrophic);
    let start = start.unwrap();
    assert_eq!(start.left, Some(yuan(1_240)));
    assert_eq!(
        start.sentence().en,
        "¥1,240.00 until catastrophic cover starts"
    );
    assert_eq!(start.sentence().zh, "再自付 ¥1,240.00 进入大病保险");
    let step = answer
        .steps
        .iter()
        .find(|step| step.code == "catastrophic")
        .unwrap();
    assert_eq!(step.result, Figure::Money(yuan(1_240)));
}

#[test]
fn levels_with_different_deductibles_are_told_apart() {
    let answer = thresholds(
        set("BJ-2025"),
        &year(Scheme::Resident, None, Accumulators::ZERO),
    )
    .unwrap();
    let names: Vec<String> = answer
        .distances
        .iter()
        .take(2)
        .map(|one| one.name().zh)
        .collect();
    assert_eq!(answer.distances[0].left, Some(yuan(100)));
    assert_eq!(answer.distances[1].left, Some(yuan(550)));
    assert!(
        names[0].contains("一级医院") && names[1].contains("三级医院"),
        "{names:?}"
    );
}

#[test]
fn a_year_of_nonsense_is_refused() {
    let used = Accumulators {
        outpatient_deductible_used: yuan(1),
        catastrophic_base: fen(-1),
        pool_paid: fen(i64::MAX),
        ..Accumulators::ZERO
    };
    let answer = thresholds(set("BJ-2025"), &year(Scheme::Employee, None, used));
    assert_eq!(
        refused(answer),
        [
            ("/pool_paid", Why::TooLarge),
            ("/cat_base", Why::Negative),
            ("/op_ded", Why::MoreThanAll)
        ]
    );
}
