//! What `/calculator/maternity` says.

use crate::language::Language;
use crate::pages::calculators::text::{FieldText, SheetText};
use crate::ui::Word;

/// The words of the page.
pub(super) struct MaternityText {
    pub sheet: SheetText,
    pub events: [&'static str; 5],
    pub allowance: fn(&str, i32) -> String,
    pub top_up: fn(&str) -> String,
    pub paid_to: &'static str,
}

const TERMS: &[Word] = &[
    Word::MaternityInsurance,
    Word::MaternityAllowance,
    Word::ContributionBase,
];

static ZH: MaternityText = MaternityText {
    sheet: SheetText {
        description: "生孩子能领多少生育津贴、休多少天产假，工资高的单位要补多少。",
        lead: "生育津贴是产假期间由医保发的钱：单位上一年的月平均工资，除以 30，乘以产假天数。填上单位的平均工资就能算。",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "在哪里参保", ""),
            FieldText::new("event", "情况", ""),
            FieldText::new(
                "average",
                "单位上一年的月平均缴费工资（元）",
                "可以问单位的人事；不是自己的工资",
            ),
            FieldText::new(
                "own",
                "自己的月工资（元）",
                "想知道单位要不要补才填，可以空着",
            ),
            FieldText::new("babies", "这一胎几个孩子", "一般是 1，双胞胎填 2"),
            FieldText::new("difficult", "是难产（有的地方剖宫产也算）", ""),
        ],
    },
    events: [
        "生第一个孩子",
        "生第二个孩子",
        "生第三个孩子",
        "怀孕不满 4 个月流产",
        "怀孕满 4 个月流产",
    ],
    allowance: |amount, days| format!("生育津贴 {amount}，产假 {days} 天。"),
    top_up: |amount| format!("您的工资高，单位还要补 {amount}。"),
    paid_to: "钱由医保直接打到本人的银行卡或社保卡。",
};

static EN: MaternityText = MaternityText {
    sheet: SheetText {
        description: "How much the maternity allowance is, how many days of leave there are, and what the employer adds to a higher wage.",
        lead: "The maternity allowance is what insurance pays during the leave: the employer's average monthly wage of the year before, divided by 30, times the days. The average wage is all you need.",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "Insured in", ""),
            FieldText::new("event", "What happened", ""),
            FieldText::new(
                "average",
                "Employer's average monthly contribution wage of last year, in yuan",
                "Ask the employer; not your own wage",
            ),
            FieldText::new(
                "own",
                "Your own monthly wage in yuan",
                "Only to see whether the employer adds something; may stay empty",
            ),
            FieldText::new("babies", "Babies of this birth", "Usually 1; 2 for twins"),
            FieldText::new(
                "difficult",
                "A difficult birth (in some places also a Caesarean one)",
                "",
            ),
        ],
    },
    events: [
        "a first child is born",
        "a second child is born",
        "a third child is born",
        "the pregnancy ended before 4 months",
        "the pregnancy ended at 4 months or later",
    ],
    allowance: |amount, days| format!("An allowance of {amount} for {days} days of leave."),
    top_up: |amount| format!("Your wage is higher: your employer adds {amount}."),
    paid_to: "Insurance pays it straight to your own bank account or social-security card.",
};

impl MaternityText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
