//! What `/me/add-ons` says.

use crate::language::Language;

/// The words of `/me/add-ons`.
pub(super) struct AddOnsText {
    pub title: &'static str,
    pub lead: &'static str,
    pub sample: &'static str,
    pub in_force: &'static str,
    pub coming: &'static str,
    pub ended: &'static str,
    pub insurer: &'static str,
    pub term: &'static str,
    pub from_to: fn(&str, &str) -> String,
    pub until_now: fn(&str) -> String,
    pub premium: &'static str,
    pub covers: &'static str,
    pub more: &'static str,
    pub browse: &'static str,
    pub empty: &'static str,
    pub empty_more: &'static str,
}

static ZH: AddOnsText = AddOnsText {
    title: "我的商业保险",
    lead: "这些是您在基本医保之外自己买的保险。看病时先用医保报，余下的再按合同找它们赔。",
    sample: "标着“示例”的产品是虚构的，只用来说明这类保险怎么运作。",
    in_force: "保障中",
    coming: "还没生效",
    ended: "已到期",
    insurer: "谁承保",
    term: "保障时间",
    from_to: |from, to| format!("{from}至{to}"),
    until_now: |from| format!("{from}起"),
    premium: "交的保费",
    covers: "保什么",
    more: "保什么、不保什么、怎么赔",
    browse: "看看有哪些商业补充保险",
    empty: "还没有商业补充保险",
    empty_more: "这里会列出您在基本医保之外持有的保险，例如城市定制的惠民保。没有也不影响医保待遇。",
};

static EN: AddOnsText = AddOnsText {
    title: "My add-on insurance",
    lead: "Insurance that you bought beside basic medical insurance. Public insurance pays first; these pay part of what is left, as their contracts say.",
    sample: "Products marked as samples are invented and only show how such insurance works.",
    in_force: "In force",
    coming: "Not started",
    ended: "Ended",
    insurer: "Insurer",
    term: "Cover",
    from_to: |from, to| format!("{from} to {to}"),
    until_now: |from| format!("since {from}"),
    premium: "Premium paid",
    covers: "What it covers",
    more: "What it covers, what not, and how to claim",
    browse: "See the add-on insurance on offer",
    empty: "No add-on insurance yet",
    empty_more: "Insurance that you hold beside basic medical insurance is listed here, such as a city plan. Having none changes nothing in your public cover.",
};

impl AddOnsText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
