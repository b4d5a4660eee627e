//! What is wrong with something typed, and how to mend it.

use domain::money::TypedError;

use super::text::sentence;
use crate::language::Language;

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// No amount, or no share.
    Figure(TypedError),
    /// No share in percent.
    Share(TypedError),
    /// No age.
    Age,
    /// No number of an admission.
    Admission,
    /// None of the choices.
    Choice,
    /// No day.
    Day,
    /// No rules are in force in the place on the day.
    NoRules,
    /// The rules of the place say nothing about this kind of visit.
    NoRuleForKind,
    /// The part above the ceiling is more than the item.
    AboveAmount,
    /// The bill as a whole is more than can be computed.
    Sum,
    /// No amount at all where the answer depends on one.
    Nothing,
}

/// Something typed that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the field.
    pub field: String,
    /// What is wrong with it.
    pub what: What,
}

impl Wrong {
    /// Something wrong with `field`.
    pub fn new(field: impl Into<String>, what: What) -> Self {
        Self {
            field: field.into(),
            what,
        }
    }
}

impl What {
    /// What is wrong and how to mend it, in one sentence.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        let (zh, en) = match self {
            Self::Figure(error) => return sentence(error.detail(language.into())),
            Self::Sum => return sentence(TypedError::TooLarge.detail(language.into())),
            Self::Share(TypedError::BelowZero | TypedError::TooLarge) => (
                "比例要在 0 到 100 之间",
                "The share must be between 0 and 100",
            ),
            Self::Share(_) => (
                "比例要写成百分数，比如 10",
                "Write the share in percent, such as 10",
            ),
            Self::Age => (
                "年龄要写 0 到 150 的整数，比如 45",
                "Write the age as a whole number from 0 to 150, such as 45",
            ),
            Self::Admission => (
                "写今年第几次住院，比如 1",
                "Write which stay of the year it is, such as 1",
            ),
            Self::Choice => ("请选一个", "Choose one of these"),
            Self::Day => (
                "日期要写成 2026-06-30 这样",
                "Write the day like 2026-06-30",
            ),
            Self::NoRules => (
                "这个地方在这一天没有收录的规定，请换一天或换一个地方",
                "No rules are kept for this place on this day; choose another day or place",
            ),
            Self::NoRuleForKind => (
                "这个地方没有收录这一类的规定，请换一类或换一个地方",
                "No rules for this kind of visit are kept for this place; choose another kind or place",
            ),
            Self::Nothing => (
                "至少填一个金额，比如 12,345.67",
                "Enter at least one amount, such as 12,345.67",
            ),
            Self::AboveAmount => (
                "超过限价的部分不能比这一项的金额大",
                "The part above the ceiling cannot be more than the amount of the item",
            ),
        };
        language.pick(zh, en).to_owned()
    }
}
