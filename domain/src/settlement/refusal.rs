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
        /// A kind of visit that the scheme does not have.
        KindNotForScheme = "kind_not_for_scheme",
        /// A kind of visit for which the region's parameters have no rule.
        NoRuleForKind = "no_rule_for_kind",
        /// A kind of visit that cannot be divided in this way.
        WrongKind = "wrong_kind",
        /// No disease although the kind of visit is for one.
        DiseaseMissing = "disease_missing",
        /// A disease that is neither hypertension nor diabetes.
        NotOneOfTwoDiseases = "not_one_of_two_diseases",
        /// A disease although the kind of visit is not for one.
        DiseaseNotAsked = "disease_not_asked",
        /// A stay that ends before it begins.
        EndsBeforeItBegins = "ends_before_it_begins",
        /// A day on which the person was not in hospital.
        DayOutsideStay = "day_outside_stay",
        /// A year of the stay without its parameters and totals.
        YearMissing = "year_missing",
        /// A settlement taken back from totals that do not contain it.
        NotInTotals = "not_in_totals",
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
            Self::KindNotForScheme => (
                "两病门诊用药只有城乡居民医保有；职工请选普通门诊或门诊慢特病。",
                "Only resident insurance has this; employees choose an outpatient visit or a chronic disease.",
            ),
            Self::NoRuleForKind => (
                "这个地区的待遇参数里还没有这种情况的规定。",
                "The benefit parameters of this region have no rule for this yet.",
            ),
            Self::WrongKind => (
                "这种就医类型不能这样分开结算。",
                "A visit of this kind cannot be divided in this way.",
            ),
            Self::DiseaseMissing => (
                "请写明是哪一种病，例如 M03900（高血压）。",
                "Say which disease it is for, such as M03900 (hypertension).",
            ),
            Self::NotOneOfTwoDiseases => (
                "两病门诊用药只管高血压（M03900）和糖尿病（M01600）。",
                "This is for hypertension (M03900) and diabetes (M01600) only.",
            ),
            Self::DiseaseNotAsked => (
                "只有门诊慢特病和两病门诊用药才写病种。",
                "Only chronic diseases and the two diseases name a disease.",
            ),
            Self::EndsBeforeItBegins => (
                "出院日期不能早于入院日期。",
                "The day of discharge cannot be before the day of admission.",
            ),
            Self::DayOutsideStay => ("这一天不在住院期间。", "This day lies outside the stay."),
            Self::YearMissing => (
                "缺少这一年的待遇参数和累计数。",
                "The parameters and totals of this year are missing.",
            ),
            Self::NotInTotals => (
                "累计数里没有这笔结算，不能从里面退。",
                "The totals do not contain this settlement, so it cannot be taken back from them.",
            ),
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
