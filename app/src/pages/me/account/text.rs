//! What `/me/account` says.

use services::resident::account::EntryKind;

use crate::language::Language;

/// The words of `/me/account`.
pub(in crate::pages::me) struct AccountText {
    pub title: &'static str,
    pub balance: &'static str,
    pub reserved: &'static str,
    pub free: &'static str,
    pub keep: &'static str,
    pub what_for: &'static str,
    pub entries: &'static str,
    pub day: &'static str,
    pub why: &'static str,
    pub amount: &'static str,
    pub balance_after: &'static str,
    pub pages: &'static str,
    pub older: &'static str,
    pub newest: &'static str,
    pub long: &'static str,
    pub never_changed: &'static str,
    pub empty: &'static str,
    pub empty_more: &'static str,
    opening: &'static str,
    monthly: &'static str,
    interest: &'static str,
    own: &'static str,
    family: &'static str,
    refund: &'static str,
    other: &'static str,
}

static ZH: AccountText = AccountText {
    title: "个人账户",
    balance: "现在的余额",
    reserved: "其中给家人留的",
    free: "自己能用的",
    keep: "给家人留多少",
    what_for: "：看病、买药该自己付的部分可以从这里出；也可以给配偶、父母、子女等近亲属用。不能买保健品和日用品。",
    entries: "每一笔进出",
    day: "日期",
    why: "事由",
    amount: "金额",
    balance_after: "余额",
    pages: "翻页",
    older: "更早的记录",
    newest: "回到最近的",
    long: "一页多列一些，方便打印",
    never_changed: "记下的账不会改动；有差错时另记一笔更正。",
    empty: "没有个人账户",
    empty_more: "职工医保才有个人账户，每月从缴费里划入一笔。居民医保没有个人账户，看病由大家一起攒的统筹基金来报。",
    opening: "记录开始前的余额",
    monthly: "按月划入",
    interest: "利息",
    own: "自己看病用的",
    family: "给家人用的",
    refund: "看病退费，退回账户",
    other: "更正",
};

static EN: AccountText = AccountText {
    title: "Personal account",
    balance: "Balance now",
    reserved: "Of it kept for relatives",
    free: "Free to use",
    keep: "Keep money for relatives",
    what_for: ": it may pay what you owe for treatment and medicine, and help close relatives such as spouse, parents and children. It does not pay for health products or daily goods.",
    entries: "Every movement",
    day: "Date",
    why: "Reason",
    amount: "Amount",
    balance_after: "Balance",
    pages: "Pages",
    older: "Older entries",
    newest: "Back to the newest",
    long: "More to a page, to print",
    never_changed: "An entry is never changed; a mistake is put right by another entry.",
    empty: "No personal account",
    empty_more: "Only employees' insurance has a personal account, filled each month from the contributions. Residents' insurance has none: its pool fund reimburses.",
    opening: "Balance before the records begin",
    monthly: "Monthly inflow",
    interest: "Interest",
    own: "Your own treatment",
    family: "For a relative",
    refund: "Back from a refund",
    other: "Correction",
};

impl AccountText {
    pub(in crate::pages::me) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// Why an entry was booked.
    pub(in crate::pages::me) fn kind(&self, kind: EntryKind) -> &'static str {
        match kind {
            EntryKind::Opening => self.opening,
            EntryKind::Monthly => self.monthly,
            EntryKind::Interest => self.interest,
            EntryKind::Own => self.own,
            EntryKind::Family => self.family,
            EntryKind::Refund => self.refund,
            EntryKind::Other => self.other,
        }
    }
}
