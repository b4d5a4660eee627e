//! What the person pays of the in-scope amount before the pool begins.

use super::case::Case;
use super::parameters::Repeat;
use super::{RepeatEffect, Step, TraceSink};
use crate::money::{BasisPoints, Money};

const HALF: BasisPoints = BasisPoints::new(5_000);

/// The deductible taken from the in-scope amount `scope`.
pub(super) fn take<T: TraceSink>(case: &Case<'_>, scope: Money, trace: &mut T) -> Money {
    if case.is_inpatient() {
        let inpatient = &case.rules.inpatient;
        let table = *inpatient.deductible.values.get(case.visit.level);
        let (by_rule, effect) = at_admission(table, inpatient.repeat.values, case.visit.admission);
        let taken = by_rule.min(scope);
        if T::WANTED {
            trace.push(Step::InpatientDeductible(table, effect, by_rule, taken));
        }
        taken
    } else {
        let table = *case
            .rules
            .outpatient
            .deductible
            .values
            .get(case.visit.level)
            .get(case.person.retired);
        let used = case.before.outpatient_deductible_used;
        let taken = (table - used).or_zero().min(scope);
        if T::WANTED {
            trace.push(Step::OutpatientDeductible(table, used, taken));
        }
        taken
    }
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
