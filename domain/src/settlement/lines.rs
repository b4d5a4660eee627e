//! Which part of the bill counts.

use super::{ItemClass, LineItem, Step, TraceSink};
use crate::money::{BasisPoints, Money};

/// The bill divided.
#[derive(Default)]
pub(super) struct Split {
    pub(super) total: Money,
    pub(super) over_ceiling: Money,
    pub(super) fully_self_paid: Money,
    pub(super) self_pay_first: Money,
    pub(super) in_scope: Money,
}

/// Divides every line: first the part above the ceiling comes off, of every class; then C is
/// wholly self-paid, and B has its self-pay-first share, rounded line by line.
pub(super) fn split<T: TraceSink>(lines: &[LineItem], trace: &mut T) -> Split {
    let mut split = Split::default();
    for line in lines {
        let rest = line.amount - line.over_ceiling;
        split.total += line.amount;
        split.over_ceiling += line.over_ceiling;
        match line.class {
            ItemClass::A => split.in_scope += rest,
            ItemClass::B => {
                let first = rest.times(line.self_pay_first);
                split.self_pay_first += first;
                split.in_scope += rest - first;
            }
            ItemClass::C => split.fully_self_paid += rest,
        }
    }
    if T::WANTED {
        trace.push(Step::Lines(
            split.total,
            split.over_ceiling,
            split.fully_self_paid,
            split.self_pay_first,
            split.in_scope,
            shared_ratio(lines),
        ));
    }
    split
}

/// The self-pay-first ratio if all class B lines have the same one.
fn shared_ratio(lines: &[LineItem]) -> Option<BasisPoints> {
    let mut ratios = lines
        .iter()
        .filter(|line| line.class == ItemClass::B)
        .map(|line| line.self_pay_first);
    let first = ratios.next()?;
    ratios.all(|ratio| ratio == first).then_some(first)
}
