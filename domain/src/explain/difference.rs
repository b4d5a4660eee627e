//! Why the same bill costs a person more or less on another way, told from the two traces.

use crate::language::Language;
use crate::money::{BasisPoints, Money};
use crate::settlement::{Layer, Step, Trace};

/// The lowest and the highest ratio that the pool applied.
type Shares = (BasisPoints, BasisPoints);

/// One reason why a bill comes out otherwise; first what it was, then what it is on the other way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Another deductible is taken.
    Deductible(Money, Money),
    /// The pool pays another share.
    PoolShare(Shares, Shares),
    /// Treatment elsewhere takes another number of percentage points off.
    Elsewhere(BasisPoints, BasisPoints),
    /// The pool's yearly cap cuts something on one of the two ways only: whether on the other one.
    PoolCap(bool),
    /// A fund pays another amount.
    Fund(Layer, Money, Money),
}

/// Every reason why the bill settled in `one` comes out otherwise in `other`, in the order of the
/// calculation. Where a fund pays another amount there is at least one.
#[must_use]
pub fn differences(one: &Trace, other: &Trace) -> Vec<Reason> {
    let (was, is) = (Digest::of(one), Digest::of(other));
    let mut reasons = Vec::new();
    if was.deductible != is.deductible {
        reasons.push(Reason::Deductible(was.deductible, is.deductible));
    }
    if let (Some(one), Some(other)) = (was.shares, is.shares) {
        if one != other {
            reasons.push(Reason::PoolShare(one, other));
        }
        if was.points_off != is.points_off {
            reasons.push(Reason::Elsewhere(was.points_off, is.points_off));
        }
    }
    if was.pool_cut != is.pool_cut {
        reasons.push(Reason::PoolCap(is.pool_cut));
    }
    let explained = !reasons.is_empty();
    for layer in [
        Layer::Pool,
        Layer::LargeAmount,
        Layer::Catastrophic,
        Layer::Assistance,
    ] {
        let (one, other) = (output(one, layer), output(other, layer));
        // What the pool pays follows from the above where there is any of it.
        if one != other && !(layer == Layer::Pool && explained) {
            reasons.push(Reason::Fund(layer, one, other));
        }
    }
    reasons
}

/// What all steps of a layer come to.
fn output(trace: &Trace, layer: Layer) -> Money {
    let steps = trace.steps.iter().filter(|step| step.layer() == layer);
    steps.map(Step::output).sum()
}

/// What a reader can compare of one trace.
struct Digest {
    deductible: Money,
    shares: Option<Shares>,
    points_off: BasisPoints,
    pool_cut: bool,
}

impl Digest {
    fn of(trace: &Trace) -> Self {
        let mut digest = Self {
            deductible: output(trace, Layer::Deductible),
            shares: None,
            points_off: BasisPoints::ZERO,
            pool_cut: false,
        };
        for step in &trace.steps {
            match *step {
                Step::PoolBracket(.., reduction, ratio, _)
                | Step::OutpatientShare(_, _, reduction, ratio, _, _) => {
                    let (low, high) = digest.shares.unwrap_or((ratio, ratio));
                    digest.shares = Some((low.min(ratio), high.max(ratio)));
                    digest.points_off = digest.points_off.max(reduction);
                }
                Step::PoolUsedUp(..) | Step::OutpatientCap(..) => digest.pool_cut = true,
                _ => {}
            }
        }
        digest
    }
}

impl Reason {
    /// As a part of a sentence: `起付线低 ¥500.00`, `the deductible is ¥500.00 lower`.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match language {
            Language::Zh => self.chinese(),
            Language::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match *self {
            Self::Deductible(was, is) if is > was => {
                format!("起付线高 {}", (is - was).yuan())
            }
            Self::Deductible(was, is) => format!("起付线低 {}", (was - is).yuan()),
            Self::PoolShare(was, is) => {
                format!("统筹基金付 {}，而不是 {}", shares(is), shares(was))
            }
            Self::Elsewhere(was, is) if is > was => {
                format!("到外地看病，比例降低 {} 个百分点", is.points())
            }
            Self::Elsewhere(was, _) => {
                format!("比例不再因为到外地看病降低 {} 个百分点", was.points())
            }
            Self::PoolCap(true) => "统筹基金到了全年最高支付限额".to_owned(),
            Self::PoolCap(false) => "统筹基金没有到全年最高支付限额".to_owned(),
            Self::Fund(layer, was, is) => {
                let (verb, amount) = more_or_less(was, is, "多", "少");
                format!("{}{verb}付 {amount}", layer.label(Language::Zh))
            }
        }
    }

    fn english(&self) -> String {
        match *self {
            Self::Deductible(was, is) => {
                let (word, amount) = more_or_less(was, is, "higher", "lower");
                format!("the deductible is {amount} {word}")
            }
            Self::PoolShare(was, is) => {
                format!("the pool pays {} rather than {}", shares(is), shares(was))
            }
            Self::Elsewhere(was, is) if is > was => {
                format!(
                    "treatment elsewhere lowers the share by {} percentage points",
                    is.points()
                )
            }
            Self::Elsewhere(was, _) => format!(
                "treatment elsewhere no longer lowers the share by {} percentage points",
                was.points()
            ),
            Self::PoolCap(true) => "the pool reaches its yearly cap".to_owned(),
            Self::PoolCap(false) => "the pool does not reach its yearly cap".to_owned(),
            Self::Fund(layer, was, is) => {
                let (word, amount) = more_or_less(was, is, "more", "less");
                format!("{} pays {amount} {word}", fund(layer))
            }
        }
    }
}

/// The word for more or for less, and by how much.
fn more_or_less(
    was: Money,
    is: Money,
    more: &'static str,
    less: &'static str,
) -> (&'static str, String) {
    let word = if is > was { more } else { less };
    (word, (is - was).abs().yuan())
}

const fn fund(layer: Layer) -> &'static str {
    match layer {
        Layer::Pool => "the pool",
        other => other.label(Language::En),
    }
}

/// `85%`, or `85%–97%` where the brackets differ.
fn shares((low, high): Shares) -> String {
    if low == high {
        low.percent()
    } else {
        format!("{}–{}", low.percent(), high.percent())
    }
}
