//! The pool for stays in hospital and what is paid like them: brackets of the in-scope amount,
//! then the yearly cap.

use super::Pool;
use crate::money::{BasisPoints, Money};
use crate::settlement::case::Case;
use crate::settlement::parameters::Bracket;
use crate::settlement::{Step, TraceSink};

/// Walks the brackets from the deductible upward until the bill, or the room left in the
/// pool, is used up.
pub(super) fn pay<T: TraceSink>(
    case: &Case<'_>,
    brackets: &[Bracket],
    bonus: BasisPoints,
    cap: Option<Money>,
    scope: Money,
    deductible: Money,
    trace: &mut T,
) -> Pool {
    let mut room = cap.map(|cap| (cap - case.before.pool_paid).or_zero());
    let mut paid = Money::ZERO;
    // Brackets bound the in-scope amount including the deductible's zone.
    let mut position = deductible;

    for (index, bracket) in (0u8..).zip(brackets) {
        if position >= scope || room == Some(Money::ZERO) {
            break;
        }
        let end = scope.at_most(bracket.until);
        if end <= position {
            continue;
        }
        let ratio = case.ratio(bracket.ratio, bonus);
        let wanted = (end - position).times(ratio);
        let (reached, pays) = match room {
            Some(left) if wanted > left => {
                let used = left
                    .grossed_up(ratio)
                    .map_or(end - position, |used| used.min(end - position));
                (position + used, left)
            }
            _ => (end, wanted),
        };
        if T::WANTED {
            trace.push(Step::PoolBracket(
                index,
                position,
                reached,
                bracket.ratio,
                bonus,
                case.reduction,
                ratio,
                pays,
            ));
        }
        paid += pays;
        room = room.map(|left| left - pays);
        position = reached;
    }

    let handed_over = match room {
        Some(Money::ZERO) => scope - position,
        _ => Money::ZERO,
    };
    if T::WANTED && !handed_over.is_zero() {
        trace.push(Step::PoolUsedUp(
            cap.unwrap_or_default(),
            case.before.pool_paid,
            handed_over,
        ));
    }
    Pool { paid, handed_over }
}
