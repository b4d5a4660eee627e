//! What `/me/settlements` says.

use domain::settlement::VisitKind;

use crate::language::Language;

/// The words of `/me/settlements`.
pub(super) struct SettlementsText {
    pub title: &'static str,
    pub by_year: &'static str,
    pub older_years: &'static str,
    pub by_kind: &'static str,
    pub all_years: &'static str,
    pub year: fn(i32) -> String,
    pub all_kinds: &'static str,
    /// All settlements of one kind.
    pub kind: fn(VisitKind) -> &'static str,
    pub who_paid: &'static str,
    pub total: fn(i64, [&str; 3]) -> String,
    pub list: &'static str,
    pub pages: &'static str,
    pub older: &'static str,
    pub newest: &'static str,
    pub empty: &'static str,
    pub empty_more: &'static str,
    pub nothing_here: &'static str,
    pub nothing_here_more: &'static str,
    pub show_all: &'static str,
}

static ZH: SettlementsText = SettlementsText {
    title: "报销记录",
    by_year: "按年份看",
    older_years: "更早的年份",
    by_kind: "按类别看",
    all_years: "全部年份",
    year: |year| format!("{year} 年"),
    all_kinds: "全部类别",
    kind: |kind| match kind {
        VisitKind::Inpatient => "住院",
        VisitKind::Outpatient => "普通门诊",
        VisitKind::TwoDiseases => "高血压、糖尿病用药",
        VisitKind::Chronic => "门诊慢特病",
        VisitKind::DualChannel => "双通道购药",
        VisitKind::MaternityInpatient => "住院分娩",
        VisitKind::Prenatal => "产前检查",
    },
    who_paid: "这些费用由谁付",
    total: |count, [total, funds, person]| {
        format!("一共 {count} 笔，总费用 {total}，医保付了 {funds}，自己付了 {person}。")
    },
    list: "每一笔",
    pages: "翻页",
    older: "更早的记录",
    newest: "回到最近的",
    empty: "还没有报销记录",
    empty_more: "在定点医院或药店用医保结算以后，每一笔会出现在这里：谁付了多少，怎么算出来的。没有用医保结算的费用不会出现。",
    nothing_here: "这个条件下没有记录",
    nothing_here_more: "换一个年份或类别，或者看全部。",
    show_all: "看全部记录",
};

static EN: SettlementsText = SettlementsText {
    title: "Settlements",
    by_year: "By year",
    older_years: "Earlier years",
    by_kind: "By kind",
    all_years: "All years",
    year: |year| format!("{year}"),
    all_kinds: "All kinds",
    kind: |kind| match kind {
        VisitKind::Inpatient => "Hospital stays",
        VisitKind::Outpatient => "Outpatient visits",
        VisitKind::TwoDiseases => "Blood pressure and diabetes drugs",
        VisitKind::Chronic => "Chronic disease care",
        VisitKind::DualChannel => "Negotiated drugs",
        VisitKind::MaternityInpatient => "Births in hospital",
        VisitKind::Prenatal => "Prenatal check-ups",
    },
    who_paid: "Who paid for these",
    total: |count, [total, funds, person]| {
        let noun = if count == 1 {
            "settlement"
        } else {
            "settlements"
        };
        format!(
            "{count} {noun}: {total} in all, of which insurance paid {funds} and you paid {person}."
        )
    },
    list: "Each settlement",
    pages: "Pages",
    older: "Older settlements",
    newest: "Back to the newest",
    empty: "No settlements yet",
    empty_more: "Once a visit to a designated hospital or pharmacy is settled with your insurance, it appears here: who paid what, and how it was worked out. Bills paid without insurance do not appear.",
    nothing_here: "Nothing matches this choice",
    nothing_here_more: "Choose another year or kind, or see all of them.",
    show_all: "See all settlements",
};

impl SettlementsText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
