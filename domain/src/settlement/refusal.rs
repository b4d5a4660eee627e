//! Why an input is refused: a name, a place and a sentence for it.

use crate::language::Language;

codes! {
    /// The named reasons for refusing an input.
    pub enum RefusalCode {
        /// An amount below zero.
        NegativeAmount = "negative_amount",
        /// A balance or accumulator below zero.
        NegativeBalance = "negative_balance",
        /// An amount, or the sum of the bill, beyond what the engine takes.
        AmountTooLarge = "amount_too_large",
        /// A ceiling part larger than the amount it belongs to.
        CeilingAboveAmount = "ceiling_above_amount",
        /// A ratio outside 0 to 10,000 basis points.
        RatioOutOfRange = "ratio_out_of_range",
        /// An admission below 1.
        AdmissionBelowOne = "admission_below_one",
        /// An age nobody has.
        AgeOutOfRange = "age_out_of_range",
        /// More lines than one bill may have.
        TooManyLines = "too_many_lines",
        /// A code that is not in the list.
        UnknownCode = "unknown_code",
        /// A region code that does not exist.
        UnknownRegion = "unknown_region",
        /// A region for which no parameters are kept.
        NoParameterSet = "no_parameter_set",
        /// A day on which no parameter set of the region is in force.
        DateOutsideParameters = "date_outside_parameters",
        /// Text that is no date of the form YYYY-MM-DD.
        InvalidDate = "invalid_date",
        /// A field that must be there is missing.
        MissingField = "missing_field",
        /// A field that nobody knows.
        UnknownField = "unknown_field",
        /// A value of the wrong JSON type, or no whole number where one is needed.
        WrongType = "wrong_type",
    }
}

/// One reason for refusing an input, and where it lies.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[error("{code} at {pointer}")]
pub struct Refusal {
    /// A JSON pointer into the input, such as `/lines/0/class`.
    pub pointer: String,
    /// The name of the reason.
    pub code: RefusalCode,
}

impl Refusal {
    /// A refusal at this place.
    #[must_use]
    pub fn new(pointer: impl Into<String>, code: RefusalCode) -> Self {
        Self {
            pointer: pointer.into(),
            code,
        }
    }

    /// One sentence for people.
    #[must_use]
    pub fn detail(&self, language: Language) -> &'static str {
        self.code.detail(language)
    }
}

impl RefusalCode {
    /// One sentence for people.
    #[must_use]
    pub const fn detail(self, language: Language) -> &'static str {
        let (zh, en) = match self {
            Self::NegativeAmount => ("金额不能小于零。", "An amount cannot be below zero."),
            Self::NegativeBalance => (
                "余额和累计数不能小于零。",
                "Balances and yearly totals cannot be below zero.",
            ),
            Self::AmountTooLarge => (
                "金额太大，最多十万亿元。",
                "The amount is too large; ten trillion yuan is the most.",
            ),
            Self::CeilingAboveAmount => (
                "超限价部分不能大于这一项的金额。",
                "The part above the price ceiling cannot exceed the item's amount.",
            ),
            Self::RatioOutOfRange => (
                "比例必须在 0 到 10000（即 0% 到 100%）之间。",
                "A ratio must be between 0 and 10000 (0% to 100%).",
            ),
            Self::AdmissionBelowOne => ("住院次数从 1 开始。", "Admissions are counted from 1."),
            Self::AgeOutOfRange => (
                "年龄必须在 0 到 150 岁之间。",
                "The age must be between 0 and 150 years.",
            ),
            Self::TooManyLines => ("一张账单最多 2000 项。", "A bill has at most 2,000 lines."),
            Self::UnknownCode => ("没有这个代码。", "This code does not exist."),
            Self::UnknownRegion => ("没有这个行政区划代码。", "This region code does not exist."),
            Self::NoParameterSet => (
                "这个地区还没有待遇参数。",
                "There are no benefit parameters for this region yet.",
            ),
            Self::DateOutsideParameters => (
                "这一天没有生效的待遇参数。",
                "No benefit parameters are in force on this day.",
            ),
            Self::InvalidDate => (
                "日期要写成 2025-06-30 这样。",
                "Write the date like 2025-06-30.",
            ),
            Self::MissingField => ("缺少这一项。", "This field is missing."),
            Self::UnknownField => ("不认识这一项。", "This field is unknown."),
            Self::WrongType => (
                "这里的类型不对；金额是整数分，比例是整数基点。",
                "The type is wrong; amounts are whole fen, ratios whole basis points.",
            ),
        };
        match language {
            Language::Zh => zh,
            Language::En => en,
        }
    }
}
