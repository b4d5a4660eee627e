//! What `/calculator/contributions` says.

use crate::language::Language;
use crate::pages::calculators::text::{FieldText, SheetText};
use crate::ui::Word;

/// The words of the page.
pub(super) struct ContributionsText {
    pub sheet: SheetText,
    pub payers: [&'static str; 3],
    pub employee: fn(&str, &str) -> String,
    pub flexible: fn(&str) -> String,
    pub resident: fn(&str) -> String,
    pub account: fn(&str, &str) -> String,
    pub state_adds: &'static str,
}

const TERMS: &[Word] = &[
    Word::ContributionBase,
    Word::BaseLimits,
    Word::FlexibleEmployment,
    Word::PersonalAccount,
    Word::GovernmentSubsidy,
];

static ZH: ContributionsText = ContributionsText {
    sheet: SheetText {
        description: "上班的人、灵活就业的人、居民一个月或一年要交多少医保，单位交多少，多少进个人账户。",
        lead: "上班的人和单位一起按月交，自己干活的人自己按月交，居民一年交一次。填上工资或年龄，看要交多少、为什么。",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "在哪里参保", ""),
            FieldText::new("payer", "您是", ""),
            FieldText::new(
                "wage",
                "一个月工资（元）",
                "税前；灵活就业填自己选的基数；居民不用填",
            ),
            FieldText::new("age", "年龄", "只有居民要填"),
        ],
    },
    payers: ["上班的人（职工）", "灵活就业的人", "居民"],
    employee: |own, employer| format!("您一个月交 {own}，单位另交 {employer}。"),
    flexible: |own| format!("您自己一个月交 {own}。"),
    resident: |fee| format!("您一年交 {fee}。"),
    account: |account, year| format!("每个月有 {account} 进您的个人账户；自己一年一共交 {year}。"),
    state_adds: "财政另外补助一大半，不用自己交。",
};

static EN: ContributionsText = ContributionsText {
    sheet: SheetText {
        description: "What an employee, a flexible worker or a resident pays for medical insurance, what the employer pays, and what goes into the personal account.",
        lead: "Employees pay every month together with the employer, flexible workers pay every month alone, residents once a year. Say your wage or your age and see how much, and why.",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "Insured in", ""),
            FieldText::new("payer", "You are", ""),
            FieldText::new(
                "wage",
                "Monthly wage in yuan",
                "Before tax; a flexible worker's chosen base; not for residents",
            ),
            FieldText::new("age", "Age", "For residents only"),
        ],
    },
    payers: ["an employee", "a flexible worker", "a resident"],
    employee: |own, employer| format!("You pay {own} a month, your employer {employer} more."),
    flexible: |own| format!("You pay {own} a month by yourself."),
    resident: |fee| format!("You pay {fee} a year."),
    account: |account, year| {
        format!("Each month {account} goes into your personal account; in a year you pay {year}.")
    },
    state_adds: "The state adds more than half; you do not pay that.",
};

impl ContributionsText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
