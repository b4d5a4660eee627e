//! Reasons in words.

use super::{Reason, Shares};
use crate::language::Language;
use crate::money::{BasisPoints, Money};
use crate::settlement::Layer;

impl Reason {
    /// As a part of a sentence: `起付线是 ¥100.00，而不是 ¥500.00`, `the deductible is ¥100.00
    /// rather than ¥500.00`.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        match language {
            Language::Zh => self.chinese(),
            Language::En => self.english(),
        }
    }

    fn chinese(&self) -> String {
        match *self {
            Self::Deductible(Some(was), Some(is)) => {
                format!("起付线是 {}，而不是 {}", is.yuan(), was.yuan())
            }
            Self::Deductible(None, Some(is)) => {
                format!("起付线是 {}，照您填的没有起付线", is.yuan())
            }
            Self::Deductible(was, None) => {
                format!("没有起付线，而不是 {}", was.unwrap_or_default().yuan())
            }
            Self::NothingLeft => "费用没有超过起付线，统筹基金不付".to_owned(),
            Self::SomethingLeft(is) => format!(
                "照您填的费用没有超过起付线，这里超过的部分统筹基金付 {}",
                shares(is)
            ),
            Self::PoolShare(was, is) => {
                format!("统筹基金付 {}，而不是 {}", shares(is), shares(was))
            }
            Self::NotPaid(was) => format!("按规定，这样看病统筹基金不付，而不是付 {}", shares(was)),
            Self::PaidOnlyThere(is) => format!("统筹基金付 {}，照您填的按规定不付", shares(is)),
            Self::Elsewhere(BasisPoints::ZERO, is) => {
                format!("到外地看病，比例降低 {} 个百分点", is.points())
            }
            Self::Elsewhere(was, BasisPoints::ZERO) => {
                format!("比例不再因为到外地看病降低 {} 个百分点", was.points())
            }
            Self::Elsewhere(was, is) => format!(
                "到外地看病，比例降低 {} 个百分点，而不是 {} 个",
                is.points(),
                was.points()
            ),
            Self::PoolCap(Some(was), Some(is)) => format!(
                "统筹基金付到了全年最高支付限额 {}，而不是 {}",
                is.yuan(),
                was.yuan()
            ),
            Self::PoolCap(was, None) => format!(
                "统筹基金没有到全年最高支付限额，照您填的到了 {}",
                was.unwrap_or_default().yuan()
            ),
            Self::PoolCap(None, Some(is)) => {
                format!("统筹基金到了全年最高支付限额 {}", is.yuan())
            }
            Self::Threshold(was, is) => {
                format!("大病保险的起付线是 {}，而不是 {}", is.yuan(), was.yuan())
            }
            Self::Fund(layer, was, is) => {
                let (verb, amount) = more_or_less(was, is, "多", "少");
                format!("{}{verb}付 {amount}", layer.label(Language::Zh))
            }
            Self::NothingCounts => "没有能算进去报的费用，规定不同也不影响".to_owned(),
            Self::BelowEither(was, is) if was == is => {
                format!("费用没有超过起付线 {}", is.yuan())
            }
            Self::BelowEither(was, is) => format!(
                "费用没有超过起付线 {}，也没有超过照您填的 {}",
                is.yuan(),
                was.yuan()
            ),
            Self::NothingEither => "哪一种办法统筹基金都不付".to_owned(),
            Self::CapEither(layer, was, is) => {
                let fund = layer.label(Language::Zh);
                let both = format!("两种办法{fund}都付到全年最高支付限额 {}", is.yuan());
                if was == is {
                    both
                } else {
                    format!("{both}（照您填的是 {}）", was.yuan())
                }
            }
            Self::DeductiblePaid => "今年的起付线已经交满，起付线不同也不影响".to_owned(),
            Self::Together => "合起来正好一样".to_owned(),
        }
    }

    fn english(&self) -> String {
        match *self {
            Self::Deductible(Some(was), Some(is)) => {
                format!("the deductible is {} rather than {}", is.yuan(), was.yuan())
            }
            Self::Deductible(None, Some(is)) => {
                format!("there is a deductible of {} rather than none", is.yuan())
            }
            Self::Deductible(was, None) => format!(
                "there is no deductible rather than one of {}",
                was.unwrap_or_default().yuan()
            ),
            Self::NothingLeft => {
                "the bill is not above the deductible, so the pool pays nothing".to_owned()
            }
            Self::SomethingLeft(is) => format!(
                "as you filled it in the bill is not above the deductible, while here the pool pays {} of what is above",
                shares(is)
            ),
            Self::PoolShare(was, is) => {
                format!("the pool pays {} rather than {}", shares(is), shares(was))
            }
            Self::NotPaid(was) => format!(
                "by the rules the pool pays nothing for such a visit rather than {}",
                shares(was)
            ),
            Self::PaidOnlyThere(is) => format!(
                "the pool pays {}, while by the rules it pays nothing for the visit as you filled it in",
                shares(is)
            ),
            Self::Elsewhere(BasisPoints::ZERO, is) => format!(
                "treatment elsewhere lowers the share by {} percentage points",
                is.points()
            ),
            Self::Elsewhere(was, BasisPoints::ZERO) => format!(
                "treatment elsewhere no longer lowers the share by {} percentage points",
                was.points()
            ),
            Self::Elsewhere(was, is) => format!(
                "treatment elsewhere lowers the share by {} percentage points rather than {}",
                is.points(),
                was.points()
            ),
            Self::PoolCap(Some(was), Some(is)) => format!(
                "the pool reaches its yearly cap of {} rather than one of {}",
                is.yuan(),
                was.yuan()
            ),
            Self::PoolCap(was, None) => format!(
                "the pool does not reach its yearly cap, while as you filled it in it reaches one of {}",
                was.unwrap_or_default().yuan()
            ),
            Self::PoolCap(None, Some(is)) => {
                format!("the pool reaches its yearly cap of {}", is.yuan())
            }
            Self::Threshold(was, is) => format!(
                "catastrophic insurance begins at {} rather than {}",
                is.yuan(),
                was.yuan()
            ),
            Self::Fund(layer, was, is) => {
                let (word, amount) = more_or_less(was, is, "more", "less");
                format!("{} pays {amount} {word}", fund(layer))
            }
            Self::NothingCounts => {
                "nothing on the bill counts, so other rules change nothing".to_owned()
            }
            Self::BelowEither(was, is) if was == is => {
                format!("the bill is not above the deductible of {}", is.yuan())
            }
            Self::BelowEither(was, is) => format!(
                "the bill is not above the deductible of {}, nor above the {} of what you filled in",
                is.yuan(),
                was.yuan()
            ),
            Self::NothingEither => "the pool pays nothing either way".to_owned(),
            Self::CapEither(layer, was, is) => {
                let fund = fund(layer);
                let both = format!("{fund} reaches its yearly cap of {} either way", is.yuan());
                if was == is {
                    both
                } else {
                    format!("{both} ({} as you filled it in)", was.yuan())
                }
            }
            Self::DeductiblePaid => {
                "this year’s deductible is paid in full already, so another one changes nothing"
                    .to_owned()
            }
            Self::Together => "together it comes to the same".to_owned(),
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
        Layer::LargeAmount => "the large-amount subsidy",
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
