//! Random people, visits, items and totals that reach every layer.

use domain::money::{BasisPoints, Money};
use domain::settlement::{
    Accumulators, Category, DiseaseCode, ItemClass, Level, LineItem, PersonFacts, Remote, Scheme,
    Visit, VisitKind,
};

use crate::numbers::Numbers;

/// An amount from nothing to beyond every cap, small ones often, in fen.
pub fn amount(numbers: &mut Numbers) -> Money {
    let limit = numbers.one_of(&[1, 100, 100_000, 5_000_000, 60_000_000], 1);
    numbers.money(limit)
}

/// A number of items, none at times.
pub fn lines(numbers: &mut Numbers) -> Vec<LineItem> {
    (0..numbers.below(8)).map(|_| line(numbers)).collect()
}

fn line(numbers: &mut Numbers) -> LineItem {
    let whole = amount(numbers);
    let over = if numbers.below(5) == 0 {
        numbers.money(whole.fen().cast_unsigned() + 1)
    } else {
        Money::ZERO
    };
    let any = i32::try_from(numbers.below(10_001)).unwrap_or_default();
    LineItem {
        amount: whole,
        class: numbers.one_of(ItemClass::ALL, ItemClass::A),
        self_pay_first: BasisPoints::new(numbers.one_of(&[0, 500, 1_000, 2_000, 10_000, any], 0)),
        over_ceiling: over,
    }
}

/// A person of any age and status.
pub fn person(numbers: &mut Numbers) -> PersonFacts {
    let poor = numbers.below(2) == 0;
    PersonFacts {
        retired: numbers.below(2) == 0,
        age: u16::try_from(numbers.below(100)).unwrap_or_default(),
        category: poor.then(|| numbers.one_of(Category::ALL, Category::Subsistence)),
        account_balance: amount(numbers),
        family_balance: amount(numbers),
    }
}

/// A visit of this kind, with one of the two diseases where it needs one.
pub fn visit(numbers: &mut Numbers, kind: VisitKind) -> Visit {
    let both = [DiseaseCode::HYPERTENSION, DiseaseCode::DIABETES];
    let disease = numbers.one_of(&both, DiseaseCode::DIABETES);
    Visit {
        kind,
        disease: kind.needs_disease().then_some(disease),
        level: numbers.one_of(Level::ALL, Level::L3),
        admission: 1 + u32::try_from(numbers.below(5)).unwrap_or_default(),
        remote: numbers.one_of(Remote::ALL, Remote::Local),
    }
}

/// A scheme that has this kind of visit.
pub fn scheme(numbers: &mut Numbers, kind: VisitKind) -> Scheme {
    match kind {
        VisitKind::TwoDiseases => Scheme::Resident,
        _ => numbers.one_of(Scheme::ALL, Scheme::Resident),
    }
}

/// What was used of the year; nothing half of the time. The totals of special kinds stay zero
/// unless they are asked for, so that the public JSON takes the others.
pub fn used(numbers: &mut Numbers, special: bool) -> Accumulators {
    if numbers.below(2) == 0 {
        return Accumulators::ZERO;
    }
    let ordinary = Accumulators {
        pool_paid: amount(numbers),
        large_amount_paid: amount(numbers),
        catastrophic_base: amount(numbers),
        catastrophic_paid: amount(numbers),
        assistance_deductible_used: amount(numbers),
        assistance_paid: amount(numbers),
        outpatient_deductible_used: amount(numbers),
        outpatient_paid: amount(numbers),
        outpatient_in_scope: amount(numbers),
        ..Accumulators::ZERO
    };
    if !special {
        return ordinary;
    }
    Accumulators {
        chronic_deductible_used: numbers.money(200_000),
        hypertension_paid: numbers.money(80_000),
        diabetes_paid: numbers.money(100_000),
        prenatal_paid: numbers.money(400_000),
        ..ordinary
    }
}
