//! Two calculations of the same bill, step beside step.

use crate::settlement::Step;

/// A step of one calculation beside that of the other, each by its place from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// Its place in the one; `None` where only the other has it.
    pub one: Option<usize>,
    /// Its place in the other; `None` where only the one has it.
    pub other: Option<usize>,
    /// Whether both say the same, to the fen.
    pub same: bool,
}

/// The steps of two calculations beside each other, in the order of the calculation: those of the
/// same rule together, the rest alone. Each step of either stands in exactly one pair.
#[must_use]
pub fn beside(one: &[Step], other: &[Step]) -> Vec<Beside> {
    let mut pairs = Vec::with_capacity(one.len().max(other.len()));
    let mut rest = other.iter().enumerate().peekable();
    for (place, step) in one.iter().enumerate() {
        let mut ahead = rest.clone();
        let Some((at, found)) = ahead.find(|(_, candidate)| rule(candidate) == rule(step)) else {
            pairs.push(Beside {
                one: Some(place),
                other: None,
                same: false,
            });
            continue;
        };
        // What the other does before it, the one does not do at all.
        while let Some((skipped, _)) = rest.next_if(|(next, _)| *next < at) {
            pairs.push(only_other(skipped));
        }
        rest = ahead;
        pairs.push(Beside {
            one: Some(place),
            other: Some(at),
            same: found == step,
        });
    }
    pairs.extend(rest.map(|(place, _)| only_other(place)));
    pairs
}

const fn only_other(place: usize) -> Beside {
    Beside {
        one: None,
        other: Some(place),
        same: false,
    }
}

/// What makes two steps the same one: their rule, and of several brackets or tiers which.
const fn rule(step: &Step) -> (&'static str, &'static str, u8) {
    let number = match step {
        Step::PoolBracket(number, ..) | Step::CatastrophicTier(number, ..) => *number,
        _ => 0,
    };
    (step.layer().code(), step.name(), number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::{BasisPoints, Money};
    use crate::settlement::RepeatEffect;

    fn bracket(number: u8, paid: i64) -> Step {
        let (zero, ratio) = (Money::ZERO, BasisPoints::new(8_000));
        let none = BasisPoints::ZERO;
        Step::PoolBracket(
            number,
            zero,
            zero,
            ratio,
            none,
            none,
            ratio,
            Money::from_fen(paid),
        )
    }

    fn deductible(taken: i64) -> Step {
        let taken = Money::from_fen(taken);
        Step::InpatientDeductible(taken, RepeatEffect::None, taken, taken)
    }

    fn places(one: &[Step], other: &[Step]) -> Vec<(Option<usize>, Option<usize>, bool)> {
        let pairs = beside(one, other).into_iter();
        pairs
            .map(|pair| (pair.one, pair.other, pair.same))
            .collect()
    }

    #[test]
    fn equal_calculations_stand_step_by_step() {
        let steps = [deductible(1), bracket(0, 2), bracket(1, 3)];
        let pairs = places(&steps, &steps);
        assert_eq!(
            pairs,
            [
                (Some(0), Some(0), true),
                (Some(1), Some(1), true),
                (Some(2), Some(2), true)
            ]
        );
        assert_eq!(places(&[], &[]), []);
    }

    #[test]
    fn what_only_one_of_them_does_stands_alone() {
        let one = [deductible(1), bracket(1, 3)];
        let other = [bracket(0, 2), bracket(1, 4), bracket(2, 5)];
        assert_eq!(
            places(&one, &other),
            [
                (Some(0), None, false),
                (None, Some(0), false),
                (Some(1), Some(1), false),
                (None, Some(2), false)
            ]
        );
        assert_eq!(
            places(&[], &one),
            [(None, Some(0), false), (None, Some(1), false)]
        );
    }
}
