//! Why the same bill costs a person more or less on another way, or as much although the rules
//! differ: told from the two traces, by the rules of both.

mod words;

use crate::money::{BasisPoints, Money};
use crate::settlement::{Layer, Step, Trace};

/// The lowest and the highest ratio that the pool applied.
type Shares = (BasisPoints, BasisPoints);

/// The layers that pay, in the order of the calculation.
const FUNDS: [Layer; 4] = [
    Layer::Pool,
    Layer::LargeAmount,
    Layer::Catastrophic,
    Layer::Assistance,
];

/// One reason why a bill comes out otherwise, or why it does not; first what it was, then what it
/// is on the other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The rules have another deductible, of which the bill may have reached a part only; `None`
    /// where they have none.
    Deductible(Option<Money>, Option<Money>),
    /// The bill is not above the deductible of the other way: nothing is left to be paid.
    NothingLeft,
    /// The bill is not above the deductible as asked; on the other way the pool pays this share.
    SomethingLeft(Shares),
    /// The pool pays another share.
    PoolShare(Shares, Shares),
    /// By the rules of the other way the pool pays nothing for such a visit; as asked this share.
    NotPaid(Shares),
    /// By the rules as asked the pool pays nothing for such a visit; on the other way this share.
    PaidOnlyThere(Shares),
    /// Treatment elsewhere takes another number of percentage points off.
    Elsewhere(BasisPoints, BasisPoints),
    /// The pool's yearly cap, where it cuts something; `None` where it does not.
    PoolCap(Option<Money>, Option<Money>),
    /// Catastrophic cover begins at another burden of the year.
    Threshold(Money, Money),
    /// A fund pays another amount.
    Fund(Layer, Money, Money),
    /// Nothing on the bill counts, so that rules play no part.
    NothingCounts,
    /// The bill is above neither deductible.
    BelowEither(Money, Money),
    /// The pool pays nothing on either way.
    NothingEither,
    /// A fund's yearly cap is reached on both ways.
    CapEither(Layer, Money, Money),
    /// The deductibles differ, but this year's is paid in full already.
    DeductiblePaid,
    /// What differs makes up for each other.
    Together,
}

/// Every reason why the bill settled in `one` comes out otherwise in `other`, in the order of the
/// calculation: what the rules of both say, where that plays a part. Where all funds together pay
/// another amount there is at least one; where they pay the same, there is none unless the rules
/// that the bill met differ.
#[must_use]
pub fn differences(one: &Trace, other: &Trace) -> Vec<Reason> {
    let (was, is) = (Digest::of(one), Digest::of(other));
    if was.paid == is.paid {
        return alike(&was, &is);
    }
    let evens_out = was.total() == is.total();
    let mut reasons = Vec::new();
    if !evens_out && was.pool() != is.pool() {
        reasons = rules(&was, &is);
    } else if !evens_out && was.left_over != is.left_over && was.large() != is.large() {
        if let (Some(cap), Some(other)) = (was.cap, is.cap) {
            reasons.push(Reason::CapEither(Layer::Pool, cap, other));
        }
        reasons.extend(rules(&was, &is));
    }
    let explained = !reasons.is_empty();
    for (fund, (one, other)) in FUNDS.into_iter().zip(was.paid.into_iter().zip(is.paid)) {
        // What the pool pays follows from the above where there is any of it.
        if one == other || (fund == Layer::Pool && explained) {
            continue;
        }
        if let (Layer::Catastrophic, Some(was), Some(is)) = (fund, was.threshold, is.threshold)
            && was != is
        {
            reasons.push(Reason::Threshold(was, is));
        }
        reasons.push(Reason::Fund(fund, one, other));
    }
    if evens_out {
        reasons.push(Reason::Together);
    }
    reasons
}

/// The rules that make the pool pay, or leave over, another amount.
fn rules(was: &Digest, is: &Digest) -> Vec<Reason> {
    let same_pool = was.pool() == is.pool();
    if let (Some(cap), Some(other), false) = (was.cap, is.cap, same_pool) {
        // Both pay all that is left: only the caps count.
        let caps = Reason::PoolCap(was.cap, is.cap);
        return (cap != other).then_some(caps).into_iter().collect();
    }
    // Where the cap cuts on one way only, a rule that pulls to the other side explains nothing.
    let lower = is.pool() < was.pool();
    let one_cut = was.cap.is_some() != is.cap.is_some();
    let explains = |down: bool, up: bool| !one_cut || if lower { down } else { up };

    let mut reasons = Vec::new();
    let paid_for = !was.unpaid && !is.unpaid;
    if paid_for
        && was.rule != is.rule
        && was.taken != is.taken
        && explains(is.taken > was.taken, is.taken < was.taken)
    {
        reasons.push(Reason::Deductible(was.rule, is.rule));
    }
    let share = match (was.shares, is.shares) {
        (Some(one), Some(_)) if is.unpaid && !was.unpaid => {
            Some((Reason::NotPaid(one), true, false))
        }
        (Some(_), Some(other)) if was.unpaid && !is.unpaid => {
            Some((Reason::PaidOnlyThere(other), false, true))
        }
        (Some(one), Some(other)) if one != other => {
            let down = other.0 < one.0 || other.1 < one.1;
            let up = other.0 > one.0 || other.1 > one.1;
            Some((Reason::PoolShare(one, other), down, up))
        }
        (_, None) if is.below => Some((Reason::NothingLeft, true, false)),
        (None, Some(other)) if was.below => Some((Reason::SomethingLeft(other), false, true)),
        _ => None,
    };
    if let Some((reason, down, up)) = share
        && explains(down, up)
    {
        reasons.push(reason);
        let shares = matches!(reason, Reason::PoolShare(..));
        if shares && was.points_off != is.points_off {
            reasons.push(Reason::Elsewhere(was.points_off, is.points_off));
        }
    }
    // A cap that does not cut explains more, never less.
    if one_cut && (is.cap.is_some() || !lower) {
        reasons.push(Reason::PoolCap(was.cap, is.cap));
    }
    reasons
}

/// Why every fund pays the same; nothing where the rules that the bill met are the same.
fn alike(was: &Digest, is: &Digest) -> Vec<Reason> {
    let of = |digest: &Digest| (digest.rule, digest.shares, digest.points_off, digest.cap);
    if of(was) == of(is) {
        return Vec::new();
    }
    if is.scope.is_zero() {
        return vec![Reason::NothingCounts];
    }
    if let (Some(cap), Some(other)) = (was.cap, is.cap) {
        let mut reasons = vec![Reason::CapEither(Layer::Pool, cap, other)];
        if let (Some(cap), Some(other)) = (was.large_cap, is.large_cap) {
            reasons.push(Reason::CapEither(Layer::LargeAmount, cap, other));
        }
        return reasons;
    }
    if was.below && is.below {
        let rule = |digest: &Digest| digest.rule.unwrap_or_default();
        return vec![Reason::BelowEither(rule(was), rule(is))];
    }
    if was.pool().is_zero() {
        return vec![Reason::NothingEither];
    }
    if was.rule != is.rule && was.taken == is.taken && was.shares == is.shares {
        return vec![Reason::DeductiblePaid];
    }
    let mut reasons = rules(was, is);
    reasons.push(Reason::Together);
    reasons
}

/// What a reader can compare of one trace.
#[derive(Default)]
struct Digest {
    /// What counts of the bill.
    scope: Money,
    /// The deductible by the rules; `None` where there is none.
    rule: Option<Money>,
    /// What of it this bill reached.
    taken: Money,
    /// Whether that is all that counts.
    below: bool,
    /// What the pool applied; `None` where it had nothing to pay or was used up.
    shares: Option<Shares>,
    /// Whether the rules let the pool pay nothing for such a visit.
    unpaid: bool,
    /// Percentage points off for treatment elsewhere.
    points_off: BasisPoints,
    /// The pool's yearly cap where it cuts something.
    cap: Option<Money>,
    /// What the pool left over when it was used up.
    left_over: Money,
    /// The large-amount subsidy's yearly cap where it cuts something.
    large_cap: Option<Money>,
    /// The burden of the year above which catastrophic cover begins.
    threshold: Option<Money>,
    /// What each of [`FUNDS`] pays.
    paid: [Money; 4],
}

impl Digest {
    fn of(trace: &Trace) -> Self {
        let mut digest = Self {
            paid: FUNDS.map(|fund| output(trace, fund)),
            ..Self::default()
        };
        for step in &trace.steps {
            match *step {
                Step::Lines(.., scope, _) => digest.scope = scope,
                Step::InpatientDeductible(_, _, rule, taken)
                | Step::OutpatientDeductible(rule, _, taken)
                | Step::ChronicDeductible(rule, _, taken)
                | Step::CarriedDeductible(rule, _, taken) => {
                    digest.rule = Some(rule).filter(|rule| !rule.is_zero());
                    digest.taken = taken;
                }
                Step::PoolBracket(_, _, _, base, _, reduction, ratio, _)
                | Step::OutpatientShare(_, base, reduction, ratio, _, _)
                | Step::OwnShare(_, base, reduction, ratio, _) => {
                    let first = digest.shares.is_none();
                    let (low, high) = digest.shares.unwrap_or((ratio, ratio));
                    digest.shares = Some((low.min(ratio), high.max(ratio)));
                    digest.unpaid = (first || digest.unpaid) && base == BasisPoints::ZERO;
                    digest.points_off = digest.points_off.max(reduction);
                }
                Step::PoolUsedUp(cap, _, left_over) => {
                    digest.cap = Some(cap);
                    digest.left_over = left_over;
                }
                Step::OutpatientCap(cap, ..) | Step::OwnCap(cap, ..) => digest.cap = Some(cap),
                Step::LargeAmountCap(cap, ..) => digest.large_cap = Some(cap),
                Step::CatastrophicBase(.., own) => digest.threshold = Some(own),
                _ => {}
            }
        }
        digest.below = !digest.scope.is_zero() && digest.taken == digest.scope;
        digest
    }

    fn total(&self) -> Money {
        self.paid.into_iter().sum()
    }

    const fn pool(&self) -> Money {
        let [pool, ..] = self.paid;
        pool
    }

    const fn large(&self) -> Money {
        let [_, large, ..] = self.paid;
        large
    }
}

/// What all steps of a layer come to.
fn output(trace: &Trace, layer: Layer) -> Money {
    let steps = trace.steps.iter().filter(|step| step.layer() == layer);
    steps.map(Step::output).sum()
}
