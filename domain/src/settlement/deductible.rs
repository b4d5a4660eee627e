//! What the person pays of the in-scope amount before the pool begins.

use super::case::Case;
use super::parameters::{ChronicDeductible, Repeat};
use super::plan::{Carried, DeductibleRule};
use super::{RepeatEffect, Step, TraceSink};
use crate::money::{BasisPoints, Money};

const HALF: BasisPoints = BasisPoints::new(5_000);

/// The deductible taken from the in-scope amount `scope`.
#[inline]
pub(super) fn take<T: TraceSink>(case: &Case<'_>, scope: Money, trace: &mut T) -> Money {
    let left_of = |table: Money, used: Money| (table - used).or_zero().min(scope);
    let (taken, step) = match case.plan.deductible {
        DeductibleRule::Admission => {
            let (table, by_rule, effect) = of_stay(case);
            let taken = by_rule.min(scope);
            let step = Step::InpatientDeductible(table, effect, by_rule, taken);
            (taken, step)
        }
        DeductibleRule::Year => {
            let person = &case.person;
            let rules = &case.rules.outpatient;
            let (table, ..) = rules.deductible_at(case.visit.level, person.retired, person.age);
            let used = case.before.outpatient_deductible_used;
            let taken = left_of(table, used);
            (taken, Step::OutpatientDeductible(table, used, taken))
        }
        DeductibleRule::Chronic(rule) => {
            let table = match rule {
                ChronicDeductible::Fixed { amount } => amount,
                ChronicDeductible::InpatientLevelOnceAYear => table_of_stay(case),
            };
            let used = case.before.chronic_deductible_used;
            let taken = left_of(table, used);
            (taken, Step::ChronicDeductible(table, used, taken))
        }
        DeductibleRule::Carried(Carried { by_rule, taken }) => {
            let now = left_of(by_rule, taken);
            (now, Step::CarriedDeductible(by_rule, taken, now))
        }
        DeductibleRule::None => return Money::ZERO,
    };
    if T::WANTED {
        trace.push(step);
    }
    taken
}

fn table_of_stay(case: &Case<'_>) -> Money {
    *case.rules.inpatient.deductible.values.get(case.visit.level)
}

/// The deductible of a stay: of the table, by the number of the admission, and what that did.
pub(super) fn of_stay(case: &Case<'_>) -> (Money, Money, RepeatEffect) {
    let table = table_of_stay(case);
    let repeat = case.rules.inpatient.repeat.values;
    let (by_rule, effect) = at_admission(table, repeat, case.visit.admission);
    (table, by_rule, effect)
}

/// The deductible of the n-th admission of a year, and what the number did to it.
pub(crate) fn at_admission(table: Money, repeat: Repeat, admission: u32) -> (Money, RepeatEffect) {
    if admission <= 1 {
        return (table, RepeatEffect::None);
    }
    match repeat {
        Repeat::Half => (table.times(HALF), RepeatEffect::Half),
        Repeat::HalfThenZero if admission == 2 => (table.times(HALF), RepeatEffect::Half),
        Repeat::HalfThenZero => (Money::ZERO, RepeatEffect::Zero),
        Repeat::Minus { floor, .. } if table <= floor => (table, RepeatEffect::None),
        Repeat::Minus { step, floor } => {
            let off = Money::from_fen(step.fen().saturating_mul(i64::from(admission - 1)));
            let lowered = table - off;
            if lowered > floor {
                (lowered, RepeatEffect::Lowered)
            } else {
                (floor, RepeatEffect::Floor)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fen(amount: i64) -> Money {
        Money::from_fen(amount)
    }

    #[test]
    fn later_admissions() {
        let half = |n| at_admission(fen(13_001), Repeat::Half, n).0;
        assert_eq!(
            [half(1), half(2), half(9)],
            [fen(13_001), fen(6_501), fen(6_501)]
        );
        let zero = |n| at_admission(fen(800), Repeat::HalfThenZero, n).0;
        assert_eq!(
            [zero(1), zero(2), zero(3), zero(4)],
            [fen(800), fen(400), fen(0), fen(0)]
        );
        let rule = Repeat::Minus {
            step: fen(100),
            floor: fen(160),
        };
        let minus = |table, n| at_admission(fen(table), rule, n).0;
        assert_eq!(
            [minus(400, 1), minus(400, 2), minus(400, 3), minus(400, 4)],
            [fen(400), fen(300), fen(200), fen(160)]
        );
        assert_eq!(minus(400, u32::MAX), fen(160));
        assert_eq!([minus(160, 5), minus(100, 2)], [fen(160), fen(100)]);
    }
}
