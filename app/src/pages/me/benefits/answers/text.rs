//! The sentences in which the cards of the benefits are told at a glance.

use crate::language::Language;

/// The words of the answers, and of what opens behind them.
pub(in super::super) struct AnswersText {
    /// What is paid first, and what of the rest.
    pub first: fn([&str; 2]) -> String,
    pub at_once: fn(&str) -> String,
    pub now: fn(&str) -> String,
    /// What is still to be paid first, and what of the rest.
    pub still: fn([&str; 2]) -> String,
    /// The same where some places pay at once: at most how much.
    pub up_to: fn([&str; 2]) -> String,
    pub outpatient_not_paid: &'static str,
    pub chronic: &'static str,
    pub two_diseases: fn(&str) -> String,
    /// How far it is, and what it pays.
    pub catastrophic: fn([&str; 2]) -> String,
    pub assistance: fn(&str) -> String,
    pub assistance_after: fn([&str; 2]) -> String,
    /// At most how many percentage points.
    pub elsewhere: fn(&str) -> String,
    pub elsewhere_the_same: &'static str,
    pub more_levels: &'static str,
    pub more_special: &'static str,
    pub more_catastrophic: &'static str,
    pub more_assistance: &'static str,
    pub more_elsewhere: &'static str,
}

static ZH: AnswersText = AnswersText {
    first: |[first, ratio]| format!("先自己付 {first}，超过的部分报 {ratio}。"),
    at_once: |ratio| format!("这次没有起付线，报 {ratio}。"),
    now: |ratio| format!("起付线不用再付，报 {ratio}。"),
    still: |[left, ratio]| format!("今年再自己付 {left}，超过的部分报 {ratio}。"),
    up_to: |[most, ratio]| {
        format!("要看去哪一级医院，今年最多再自己付 {most}，超过的部分报 {ratio}。")
    },
    outpatient_not_paid: "普通门诊不报。",
    chronic: "认定以后，慢特病按住院的比例报。",
    two_diseases: |ratio| format!("降压药、降糖药报 {ratio}。"),
    catastrophic: |[left, ratio]| format!("{left}，超过的部分再报 {ratio}。"),
    assistance: |ratio| format!("前面几层报完，范围内剩下的再由救助付 {ratio}。"),
    assistance_after: |[left, ratio]| format!("今年再自己付 {left}，超过的部分由救助付 {ratio}。"),
    elsewhere: |points| format!("要看怎么去的，最多比在本地低 {points} 个百分点。"),
    elsewhere_the_same: "和在本地看病一样。",
    more_levels: "看各级医院和今年的额度",
    more_special: "看每一种怎么报",
    more_catastrophic: "看每一段报多少",
    more_assistance: "看救助怎么算",
    more_elsewhere: "看每种情况报多少",
};

static EN: AnswersText = AnswersText {
    first: |[first, ratio]| format!("You pay {first} first; of the rest {ratio} is paid."),
    at_once: |ratio| format!("No deductible this time; {ratio} is paid."),
    now: |ratio| format!("No deductible left to pay; {ratio} is paid."),
    still: |[left, ratio]| {
        format!("You pay {left} more this year; of what exceeds it {ratio} is paid.")
    },
    up_to: |[most, ratio]| {
        format!(
            "Depending on the level of hospital you pay up to {most} more this year; of what exceeds it {ratio} is paid."
        )
    },
    outpatient_not_paid: "Ordinary outpatient visits are not paid.",
    chronic: "Certified chronic diseases are paid by the ratios of hospital stays.",
    two_diseases: |ratio| format!(" Drugs for high blood pressure and diabetes: {ratio}."),
    catastrophic: |[left, ratio]| format!("{left}; it pays {ratio}."),
    assistance: |ratio| {
        format!("Of what the layers before leave within the rules, assistance pays {ratio}.")
    },
    assistance_after: |[left, ratio]| {
        format!("You bear {left} more this year; of what exceeds it assistance pays {ratio}.")
    },
    elsewhere: |points| {
        format!("Depending on how you go, at most {points} percentage points less than at home.")
    },
    elsewhere_the_same: "The same as where you are insured.",
    more_levels: "Each level, and this year's limit",
    more_special: "How each kind is paid",
    more_catastrophic: "What is paid at each stage",
    more_assistance: "How assistance is worked out",
    more_elsewhere: "What is paid in each case",
};

impl AnswersText {
    /// The words in `language`.
    pub(in super::super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
