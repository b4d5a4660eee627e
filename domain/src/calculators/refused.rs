//! Why something that was said cannot be calculated with, and where it stands.

use crate::language::Language;
use crate::money::TypedError;

codes! {
    /// The named reasons.
    pub enum Why {
        /// Nothing was said.
        Missing = "missing",
        /// A number below zero.
        Negative = "negative",
        /// An amount that cannot be read.
        NoAmount = "no_amount",
        /// An amount finer than a fen.
        TooFine = "too_fine",
        /// A number that is not whole or cannot be read.
        NoWhole = "no_whole",
        /// A month or day that cannot be read or does not exist.
        NoDate = "no_date",
        /// None of what there is to choose from.
        NoChoice = "no_choice",
        /// Larger than anything that occurs.
        TooLarge = "too_large",
        /// Earlier than anything that is asked about.
        TooEarly = "too_early",
        /// Later than anything that can be said today.
        TooLate = "too_late",
        /// A day of the past that lies in the future.
        InFuture = "in_future",
        /// The end lies before the beginning.
        EndsBeforeItBegins = "ends_before_it_begins",
        /// More years bought back than were missed.
        MoreThanMissed = "more_than_missed",
        /// A part larger than its whole.
        MoreThanAll = "more_than_all",
        /// More months paid than the life has had.
        MoreThanLived = "more_than_lived",
        /// Years outside the unbroken time.
        OutsideTheYears = "outside_the_years",
        /// Something that does not go with another answer.
        NotForThis = "not_for_this",
        /// A place or day without parameters.
        NoRules = "no_rules",
    }
}

/// One field that cannot be calculated with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{why} at {pointer}")]
pub struct Refused {
    /// A JSON pointer to the field: a slash and its name.
    pub pointer: &'static str,
    /// Why.
    pub why: Why,
}

impl Refused {
    /// The field at `pointer`.
    #[must_use]
    pub const fn new(pointer: &'static str, why: Why) -> Self {
        Self { pointer, why }
    }

    /// The name of the field.
    #[must_use]
    pub fn field(&self) -> &'static str {
        self.pointer.strip_prefix('/').unwrap_or(self.pointer)
    }
}

impl From<TypedError> for Why {
    fn from(error: TypedError) -> Self {
        match error {
            TypedError::NoNumber => Self::NoAmount,
            TypedError::BelowZero => Self::Negative,
            TypedError::TooFine => Self::TooFine,
            TypedError::TooLarge => Self::TooLarge,
        }
    }
}

impl Why {
    /// What is wrong and how to mend it.
    #[must_use]
    pub const fn detail(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Self::Missing => ("请填写", "please fill this in"),
            Self::Negative => ("不能小于零", "it cannot be below zero"),
            Self::NoAmount => return TypedError::NoNumber.detail(language),
            Self::TooFine => return TypedError::TooFine.detail(language),
            Self::NoWhole => ("请写一个整数，比如 3", "write a whole number, such as 3"),
            Self::NoDate => (
                "请写成 2024-06 或 2024-06-30 这样，并且要真有这一天",
                "write it like 2024-06 or 2024-06-30, and let it be a day that exists",
            ),
            Self::NoChoice => ("请从列出的里面选一个", "choose one of those listed"),
            Self::TooLarge => (
                "数太大了，请再看一遍",
                "this is too large; look at it again",
            ),
            Self::TooEarly => ("太早了，请再看一遍", "this is too early; look at it again"),
            Self::TooLate => ("太晚了，请再看一遍", "this is too late; look at it again"),
            Self::InFuture => (
                "这一天还没有到，请再看一遍",
                "this day is still to come; look at it again",
            ),
            Self::EndsBeforeItBegins => {
                ("不能早于开始的时间", "it cannot lie before the beginning")
            }
            Self::MoreThanMissed => (
                "补缴的年数不能多于断保的年数",
                "no more years can be bought back than were missed",
            ),
            Self::MoreThanAll => (
                "其中的一部分不能多于全部",
                "a part cannot be more than the whole",
            ),
            Self::MoreThanLived => (
                "从 16 岁算起也没有这么多个月，请再看一遍",
                "counted from the age of 16 there are not so many months; look at it again",
            ),
            Self::OutsideTheYears => (
                "要在连续参保的年份里面，并且早于要算的那一年",
                "it has to lie within the unbroken years and before the year asked about",
            ),
            Self::NotForThis => (
                "和上面的选择对不上，请改其中一个",
                "it does not go with the choice above; change one of the two",
            ),
            Self::NoRules => (
                "这里没有收录这个地方现在的规定，请换一个地方",
                "no rules of this place for today are kept here; choose another one",
            ),
        };
        match language {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}
