//! What `/calculator/retirement` says.

use crate::language::Language;
use crate::pages::calculators::text::{FieldText, SheetText};
use crate::ui::Word;

/// The words of the page.
pub(super) struct RetirementText {
    pub sheet: SheetText,
    pub sexes: [&'static str; 2],
    pub enough: &'static str,
    pub in_time: fn(&str, &str) -> String,
    pub short: fn(&str, &str) -> String,
    pub retires: fn(&str) -> String,
    pub own_record: &'static str,
}

const TERMS: &[Word] = &[Word::EmployeeInsurance, Word::CreditedYears, Word::Transfer];

static ZH: RetirementText = RetirementText {
    sheet: SheetText {
        description: "职工医保要缴满多少年，退休以后不缴费也有医保；还差多少，来得及吗。",
        lead: "职工医保缴满规定的年限，退休以后不用再缴也有医保。看看还差多少，按您的退休年龄来不来得及。",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "打算在哪里退休", ""),
            FieldText::new("sex", "性别", ""),
            FieldText::new("later", "女职工，原来规定 55 岁退休（比如干部）", ""),
            FieldText::new("birth", "出生年月", "写成 1975-05 这样"),
            FieldText::new(
                "months",
                "职工医保一共缴了多久",
                "写成 20年6个月，或者只写月数 246；视同缴费的年限也算在里面",
            ),
            FieldText::new("local", "其中在本地缴了多久", "写法一样；没有就填 0"),
        ],
    },
    sexes: ["男", "女"],
    enough: "已经缴够了，退休以后不缴费也有医保。",
    in_time: |missing, month| format!("还差 {missing}，从这个月起月月缴，{month}缴满，来得及。"),
    short: |missing, short| {
        format!("还差 {missing}，到退休时还会差 {short}，要接着缴或者一次缴清。")
    },
    retires: |month| format!("您{month}到退休年龄。"),
    own_record: "登录以后，“我的医保”里的缴费记录会告诉您自己缴了多少个月。",
};

static EN: RetirementText = RetirementText {
    sheet: SheetText {
        description: "How many years of employee insurance a place asks for cover in retirement, how many are missing, and whether there is time to pay them.",
        lead: "Whoever has paid employee insurance long enough is covered in retirement without paying on. See how much is missing, and whether there is time before you retire.",
        terms: TERMS,
        fields: &[
            FieldText::new("region", "Where you will retire", ""),
            FieldText::new("sex", "Sex", ""),
            FieldText::new(
                "later",
                "A woman who was to retire at 55, such as a cadre",
                "",
            ),
            FieldText::new("birth", "Month of birth", "Such as 1975-05"),
            FieldText::new(
                "months",
                "Employee insurance paid in all",
                "Such as 20 years 6 months, or the months alone: 246; deemed years count",
            ),
            FieldText::new(
                "local",
                "Of it in this place",
                "Written the same way; 0 for none",
            ),
        ],
    },
    sexes: ["male", "female"],
    enough: "It is enough: you are covered in retirement without paying on.",
    in_time: |missing, month| {
        format!(
            "{missing} are missing. Paid every month from now on, it is complete in {month}: in time."
        )
    },
    short: |missing, short| {
        format!(
            "{missing} are missing, and {short} still will be at retirement: to be paid on, or at once."
        )
    },
    retires: |month| format!("You reach the age of retirement in {month}."),
    own_record: "Signed in, your record of contributions under “My insurance” tells how many months you have paid.",
};

impl RetirementText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
