//! What `/calculator/waiting` says.

use crate::language::Language;
use crate::pages::calculators::text::{FieldText, SheetText};
use crate::ui::Word;

/// The words of the page.
pub(super) struct WaitingText {
    pub sheet: SheetText,
    pub cases: [&'static str; 4],
    pub months: fn(u16, &str, &str) -> String,
    pub at_most: fn(u16, &str, &str) -> String,
    pub paid_back: fn(&str) -> String,
    pub none: fn(&str) -> String,
    pub price: fn(u16, &str) -> String,
    pub no_use: &'static str,
    pub buying: &'static str,
    pub bought: &'static str,
    pub waits: &'static str,
    pub costs: &'static str,
    pub years: fn(u16) -> String,
    pub so_many_months: fn(u16) -> String,
}

const TERMS: &[Word] = &[
    Word::Interruption,
    Word::WaitingPeriod,
    Word::BackPayment,
    Word::CollectionPeriod,
];

static ZH: WaitingText = WaitingText {
    sheet: SheetText {
        description: "断保以后再参保要等几个月才能报销，补缴断的年份能少等多久、要花多少钱。",
        lead: "医保断过再参保，头几个月看病不报。告诉我们从哪个月断、哪个月接上，就能算出要等多久，补缴断的年份能少等多久。",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "在哪里参保", ""),
            FieldText::new("case", "断之前和断之后参加哪种医保", ""),
            FieldText::new("from", "从哪个月起没有医保", "写成 2023-01 这样"),
            FieldText::new(
                "on",
                "从哪个月起重新参保",
                "写成 2026-03 这样，还没有参保就写打算参保的月份",
            ),
            FieldText::new(
                "bought",
                "补缴几个断保的年份",
                "只用于居民医保，不补缴就填 0",
            ),
            FieldText::new("age", "年龄", "有的地方按年龄定一年交多少"),
            FieldText::new("hardship", "是特困、低保等困难人员", ""),
            FieldText::new("steady", "断之前已经连续参保满两年", ""),
        ],
    },
    cases: [
        "居民医保断了，再参加居民医保",
        "职工医保断了，再参加职工医保",
        "职工医保断了，改参加居民医保",
        "居民医保断了，改参加职工医保",
    ],
    months: |months, on, begins| format!("要等 {months} 个月：{on}参保，{begins}起能报。"),
    at_most: |months, on, begins| {
        format!("最多等 {months} 个月：{on}参保，最晚{begins}起能报。等多久由当地定。")
    },
    paid_back: |on| format!("不用等：把断的几个月补缴上，{on}参保就能报。"),
    none: |on| format!("不用等：{on}参保就能报。"),
    price: |years, price| format!("已经算上补缴的 {years} 年，要花 {price}。"),
    no_use: "补缴断的年份不能再少等。",
    buying: "补缴能少等多久",
    bought: "补缴",
    waits: "要等",
    costs: "要花",
    years: |years| format!("{years} 年"),
    so_many_months: |months| format!("{months} 个月"),
};

static EN: WaitingText = WaitingText {
    sheet: SheetText {
        description: "How many months benefits wait when insurance begins again after a break, and what buying back missed years changes and costs.",
        lead: "After a break insurance pays nothing for some months. Say since when you were without and when it begins again, and see how long the wait is and how much shorter it gets when missed years are bought back.",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "Insured in", ""),
            FieldText::new("case", "The insurance before and after the break", ""),
            FieldText::new("from", "Without insurance since", "Such as 2023-01"),
            FieldText::new(
                "on",
                "Insured again from",
                "Such as 2026-03; if it is still to come, the month that you plan",
            ),
            FieldText::new(
                "bought",
                "Missed years bought back",
                "For resident insurance only; 0 for none",
            ),
            FieldText::new("age", "Age", "Some places set the yearly fee by age"),
            FieldText::new("hardship", "In a recognised status of hardship", ""),
            FieldText::new("steady", "Insured without a break for two years before", ""),
        ],
    },
    cases: [
        "Resident insurance, then resident again",
        "Employee insurance, then employee again",
        "Employee insurance, then resident",
        "Resident insurance, then employee",
    ],
    months: |months, on, begins| {
        format!(
            "{} of waiting: insured again on {on}, benefits from {begins}.",
            count(months, "month")
        )
    },
    at_most: |months, on, begins| {
        format!(
            "At most {} of waiting: insured again on {on}, benefits from {begins} at the latest. The place decides how long.",
            count(months, "month")
        )
    },
    paid_back: |on| {
        format!(
            "No wait: pay back the missed months, and benefits begin with the insurance on {on}."
        )
    },
    none: |on| format!("No wait: benefits begin with the insurance on {on}."),
    price: |years, price| {
        format!(
            "With {} bought back, which costs {price}.",
            count(years, "missed year")
        )
    },
    no_use: "Buying back missed years makes it no shorter.",
    buying: "What buying back changes",
    bought: "Bought back",
    waits: "Wait",
    costs: "Cost",
    years: |years| count(years, "year"),
    so_many_months: |months| count(months, "month"),
};

fn count(number: u16, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

impl WaitingText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
