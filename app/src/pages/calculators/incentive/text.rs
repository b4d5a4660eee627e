//! What `/calculator/incentive` says.

use crate::language::Language;
use crate::pages::calculators::text::{FieldText, SheetText};
use crate::ui::Word;

/// The words of the page.
pub(super) struct IncentiveText {
    pub sheet: SheetText,
    pub raised: fn(i32, &str, &str) -> String,
    pub nothing: fn(i32) -> String,
    pub no_cap: &'static str,
    pub next: fn(i32, &str) -> String,
    pub most: &'static str,
    /// The year, the set that counts for it, and since when that is in force.
    pub by_rules: fn(i32, &str, &str) -> String,
    /// The year of which no rules are kept, and the set of today.
    pub by_rules_of_today: fn(i32, &str) -> String,
}

const TERMS: &[Word] = &[
    Word::ContinuousEnrolment,
    Word::EnrolmentIncentive,
    Word::Catastrophic,
    Word::AnnualCap,
];

static ZH: IncentiveText = IncentiveText {
    sheet: SheetText {
        description: "居民医保连续参保、当年没有报销，大病保险封顶线能提高多少。",
        lead: "居民医保年年不断，或者一年没有用医保报销，大病保险一年最多能报的钱会提高。看看您能提高多少。",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "在哪里参保", ""),
            FieldText::new(
                "since",
                "从哪一年起没有断过",
                "参加居民医保的第一年，比如 2018",
            ),
            FieldText::new("year", "要算哪一年", "比如 2027"),
            FieldText::new(
                "claimed",
                "哪几年用医保报销过",
                "用逗号或空格隔开，没有就空着",
            ),
            FieldText::new("used", "最近哪一年用掉过奖励的额度", "没有用过就空着"),
        ],
    },
    raised: |year, added, raised| {
        format!("{year} 年大病保险最多能报 {raised}，其中 {added} 是奖励。")
    },
    nothing: |year| format!("{year} 年还没有奖励。"),
    no_cap: "这里的大病保险不封顶，没有可提高的，也不会少报。",
    next: |year, step| format!("接着不断，{year} 年再加 {step}。"),
    most: "已经加到顶了。",
    by_rules: |year, set, from| format!("{year} 年按参数 {set} 算，这套参数从{from}起有效。"),
    by_rules_of_today: |year, set| {
        format!("这里没有收录 {year} 年的规定，按今天有效的参数 {set} 算。")
    },
};

static EN: IncentiveText = IncentiveText {
    sheet: SheetText {
        description: "What unbroken years and years without a claim add to the catastrophic cap of resident insurance.",
        lead: "Years of resident insurance without a break, and years in which it paid nothing, raise the most that catastrophic cover pays in a year. See by how much.",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "Insured in", ""),
            FieldText::new(
                "since",
                "Without a break since",
                "The first year in resident insurance, such as 2018",
            ),
            FieldText::new("year", "The year to look at", "Such as 2027"),
            FieldText::new(
                "claimed",
                "Years in which insurance paid something",
                "With commas or blanks between; empty for none",
            ),
            FieldText::new(
                "used",
                "The last year in which the reward was used",
                "Empty if never",
            ),
        ],
    },
    raised: |year, added, raised| {
        format!("In {year} catastrophic cover pays up to {raised}; {added} of it is the reward.")
    },
    nothing: |year| format!("No reward yet in {year}."),
    no_cap: "Catastrophic cover has no cap here: there is nothing to raise, and nothing is lost.",
    next: |year, step| format!("Without a break, {year} adds {step} more."),
    most: "It can add no more.",
    by_rules: |year, set, from| {
        format!("For {year} the parameters {set} count, in force from {from} on.")
    },
    by_rules_of_today: |year, set| {
        format!("No rules are kept here for {year}; this is by the parameters {set} of today.")
    },
};

impl IncentiveText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
