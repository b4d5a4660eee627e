//! What `/me/family/ledger` says.

use crate::language::Language;
use crate::ui::gap_after;

/// The words of `/me/family/ledger`.
pub(super) struct LedgerText {
    pub title: &'static str,
    pub family: &'static str,
    pub lead: &'static str,
    pub table: &'static str,
    pub who: &'static str,
    pub oneself: fn(&str) -> String,
    pub dead: &'static str,
    pub deductible: &'static str,
    pub deductible_left: fn(&str, &str) -> String,
    pub deductible_paid: fn(&str) -> String,
    pub no_deductible: &'static str,
    pub outpatient: &'static str,
    pub pool: &'static str,
    pub used_and_left: fn(&str, &str) -> String,
    pub used_without_cap: fn(&str) -> String,
    pub catastrophic: &'static str,
    pub catastrophic_left: fn(&str) -> String,
    pub catastrophic_begun: &'static str,
    pub account: &'static str,
    pub no_account: &'static str,
    pub closed: &'static str,
    pub nothing: &'static str,
    pub each: &'static str,
    pub each_lead: &'static str,
    pub calculator: &'static str,
    pub alone: &'static str,
    pub alone_more: &'static str,
    pub invite: &'static str,
    pub logged: &'static str,
}

static ZH: LedgerText = LedgerText {
    title: "全家账本",
    family: "家人",
    lead: "每个人今年用了多少、还剩多少。数字和各人自己页面上的一样。",
    table: "今年",
    who: "谁",
    oneself: |name| format!("{name}（我）"),
    dead: "已去世",
    deductible: "门诊起付线",
    deductible_left: |left, year| format!("还差 {left} 就开始报（一年 {year}）"),
    deductible_paid: |year| format!("一年 {year}，已经付满"),
    no_deductible: "没有起付线",
    outpatient: "门诊报销",
    pool: "住院报销",
    used_and_left: |used, left| format!("已经报了 {used}，还能报 {left}"),
    used_without_cap: |used| format!("已经报了 {used}，不封顶"),
    catastrophic: "大病保险",
    catastrophic_left: |left| format!("再自付 {left}{}进入大病保险", gap_after(left)),
    catastrophic_begun: "已经进入大病保险",
    account: "个人账户",
    no_account: "没有个人账户",
    closed: "没有向您开放",
    nothing: "现在没有可用的待遇标准",
    each: "每个人离每一道线还有多远",
    each_lead: "起付线、封顶线、大额、大病、救助，一道一道看，每一道都写着依据。",
    calculator: "换一组数字试一试",
    alone: "这里现在只有您自己",
    alone_more: "家人同意让您看以后，会一起列在这里。",
    invite: "邀请家人",
    logged: "打开这一页，列出的每位家人的查看记录里都会有一条。",
};

static EN: LedgerText = LedgerText {
    title: "Household ledger",
    family: "Family",
    lead: "What the year has used of each one's insurance and what is left. The figures are those of each one's own page.",
    table: "This year",
    who: "Who",
    oneself: |name| format!("{name} (me)"),
    dead: "deceased",
    deductible: "Outpatient deductible",
    deductible_left: |left, year| format!("{left} until cover starts (of {year} a year)"),
    deductible_paid: |year| format!("{year} a year, paid in full"),
    no_deductible: "no deductible",
    outpatient: "Outpatient care",
    pool: "Hospital stays",
    used_and_left: |used, left| format!("{used} paid so far, {left} left"),
    used_without_cap: |used| format!("{used} paid so far, no cap"),
    catastrophic: "Catastrophic cover",
    catastrophic_left: |left| format!("{left} until catastrophic cover starts"),
    catastrophic_begun: "catastrophic cover has started",
    account: "Personal account",
    no_account: "no personal account",
    closed: "not open to you",
    nothing: "no benefit rules apply now",
    each: "How far each of you is from each threshold",
    each_lead: "Deductibles, caps, large amounts, catastrophic cover and assistance, one by one, each with its source.",
    calculator: "Try it with other figures",
    alone: "Only you stand here now",
    alone_more: "Relatives who let you see them are listed here with you.",
    invite: "Invite a relative",
    logged: "Opening this page leaves a line in the log of each relative listed.",
};

impl LedgerText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
