//! What `/calculator/thresholds` says.

use crate::language::Language;
use crate::pages::calculators::text::{FieldText, SheetText};
use crate::ui::Word;

/// The words of the page.
pub(super) struct ThresholdsText {
    pub sheet: SheetText,
    pub no_category: &'static str,
    pub seldom: &'static str,
    pub order: &'static str,
    pub family: &'static str,
    pub family_sign_in: &'static str,
}

const TERMS: &[Word] = &[
    Word::Deductible,
    Word::AnnualCap,
    Word::InScope,
    Word::Catastrophic,
    Word::Assistance,
    Word::BenefitYear,
];

static ZH: ThresholdsText = ThresholdsText {
    sheet: SheetText {
        description: "今年还差多少过门诊起付线、还能报多少到封顶线、再自付多少进入大病保险和医疗救助。",
        lead: "一年里，花到某个数医保才开始报，报到某个数就不再报。填上今年已经花了、报了多少，看看离每一道线还有多远。",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "在哪里参保", ""),
            FieldText::new("scheme", "参加哪种医保", ""),
            FieldText::new("retired", "已经按退休参保", ""),
            FieldText::new("age", "年龄", ""),
            FieldText::new("category", "困难人员身份", ""),
            FieldText::new(
                "op_scope",
                "今年门诊花了多少（元）",
                "医保范围内的，不知道就空着",
            ),
            FieldText::new(
                "op_ded",
                "其中算进门诊起付线的有多少（元）",
                "空着，就当作全都算进去",
            ),
            FieldText::new("op_paid", "今年门诊已经报了多少（元）", "不知道就空着"),
            FieldText::new(
                "pool_paid",
                "今年住院医保已经报了多少（元）",
                "统筹基金付的，不知道就空着",
            ),
            FieldText::new(
                "cat_base",
                "今年自己付了多少（元）",
                "医保范围内自己付的，大病保险按它算；不知道就空着",
            ),
            FieldText::new("supp_paid", "大额补助已经报了多少（元）", ""),
            FieldText::new("cat_paid", "大病保险已经报了多少（元）", ""),
            FieldText::new("maf_ded", "医疗救助起付线已经付了多少（元）", ""),
            FieldText::new("maf_paid", "医疗救助已经报了多少（元）", ""),
        ],
    },
    no_category: "没有",
    seldom: "大额、大病、救助已经报过的",
    order: "下面按一年里先后碰到的次序，一道一道列出来。",
    family: "全家人的记录一起看：全家账本",
    family_sign_in: "登录以后，按记录看全家人的：全家账本",
};

static EN: ThresholdsText = ThresholdsText {
    sheet: SheetText {
        description: "How much is missing this year until outpatient cover, catastrophic cover and assistance begin, and how much is left until each cap.",
        lead: "Over a year insurance begins to pay at certain amounts and ends at others. Say what this year has cost and what was paid, and see how far each of them is.",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "Insured in", ""),
            FieldText::new("scheme", "Your insurance", ""),
            FieldText::new("retired", "Insured as retired", ""),
            FieldText::new("age", "Age", ""),
            FieldText::new("category", "Hardship status", ""),
            FieldText::new(
                "op_scope",
                "Outpatient costs this year, in yuan",
                "What insurance covers; empty if you do not know",
            ),
            FieldText::new(
                "op_ded",
                "Of these, counted towards the outpatient deductible, in yuan",
                "Left empty, all of them count",
            ),
            FieldText::new(
                "op_paid",
                "Paid for outpatient care this year, in yuan",
                "By insurance; empty if you do not know",
            ),
            FieldText::new(
                "pool_paid",
                "Paid for stays in hospital this year, in yuan",
                "By the pool fund; empty if you do not know",
            ),
            FieldText::new(
                "cat_base",
                "What you have borne this year, in yuan",
                "Of covered costs, which catastrophic cover counts; empty if you do not know",
            ),
            FieldText::new("supp_paid", "Paid by the large-amount subsidy, in yuan", ""),
            FieldText::new("cat_paid", "Paid by catastrophic cover, in yuan", ""),
            FieldText::new("maf_ded", "Borne of the assistance deductible, in yuan", ""),
            FieldText::new("maf_paid", "Paid by assistance, in yuan", ""),
        ],
    },
    no_category: "None",
    seldom: "Paid by subsidy, catastrophic cover or assistance",
    order: "Below is each of them, in the order in which a year meets it.",
    family: "The records of your whole family together: household ledger",
    family_sign_in: "Sign in to see the records of your whole family: household ledger",
};

impl ThresholdsText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
