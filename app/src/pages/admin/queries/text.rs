//! What `/admin/queries` says.

use crate::language::Language;

/// The words of the reviewer's pages of queries.
pub(super) struct ReviewText {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub none_more: &'static str,
    pub find: &'static str,
    pub find_hint: &'static str,
    pub open: &'static str,
    pub unknown: &'static str,
    pub number: &'static str,
    pub since: &'static str,
    pub place: &'static str,
    pub result: &'static str,
    pub state: &'static str,
    pub one: &'static str,
    pub logged: &'static str,
    pub settlement: &'static str,
    pub settled_on: &'static str,
    pub set: &'static str,
    pub asked: &'static str,
    pub history: &'static str,
    pub take: &'static str,
    pub take_lead: &'static str,
    pub answer_title: &'static str,
    pub answer: &'static str,
    pub answer_hint: &'static str,
    pub send: &'static str,
    pub items_lead: &'static str,
    pub ended: &'static str,
    pub late: &'static str,
    missing: &'static str,
    too_long: &'static str,
}

static ZH: ReviewText = ReviewText {
    title: "核算问询",
    lead: "参保人对某一次报销的疑问，等着答复的，先到的在前。这里看不到是谁问的。",
    none: "现在没有等答复的问询",
    none_more: "答复过的，报编号可以再打开。",
    find: "按编号打开",
    find_hint: "例如 QC-2026-7KM3XD，横线和大小写不限",
    open: "打开",
    unknown: "没有这个编号的问询。请对着来电的人报的编号再看一遍",
    number: "编号",
    since: "提交时间",
    place: "参保地",
    result: "重新核算",
    state: "进展",
    one: "问询",
    logged: "您打开了这份问询，问的人在“谁看过我的资料”里看得到。",
    settlement: "结算号",
    settled_on: "结算日期",
    set: "参数",
    asked: "参保人写的话",
    history: "经过",
    take: "我来看",
    take_lead: "按一下，问的人就知道有人在看了。",
    answer_title: "答复",
    answer: "写给参保人的答复",
    answer_hint: "最多 1000 字。用平常的话说清楚对不对、为什么、下一步怎么办。答复只能写一次。",
    send: "答复",
    items_lead: "下面是现在的明细和结算时的账单核对的结果。不一样的项目只写第几项，不写名称，因为名称会透露病情。",
    ended: "这份问询已经结束，不用再处理。",
    late: "这份问询刚刚已经答复或收回，您写的没有发出。请看下面的经过。",
    missing: "请写答复",
    too_long: "太长了，最多 1000 字",
};

static EN: ReviewText = ReviewText {
    title: "Queries about settlements",
    lead: "What insured people ask about their settlements and waits for an answer, the oldest first. Who asked is not shown here.",
    none: "No query waits for an answer",
    none_more: "Those that are answered can be opened by their number.",
    find: "Open by number",
    find_hint: "Such as QC-2026-7KM3XD; dashes and capital letters do not matter",
    open: "Open",
    unknown: "There is no query with this number. Compare it with what the caller reads out",
    number: "Number",
    since: "Sent",
    place: "Insured in",
    result: "Computed again",
    state: "Progress",
    one: "Query",
    logged: "You have opened this query; who asked can see that under “Who looked at my data”.",
    settlement: "Settlement no.",
    settled_on: "Settled on",
    set: "Parameters",
    asked: "What the insured person wrote",
    history: "What happened",
    take: "I look at it",
    take_lead: "Press it, and who asked knows that somebody is looking.",
    answer_title: "Answer",
    answer: "Your answer to the insured person",
    answer_hint: "At most 1,000 characters. Say in plain words whether it is right, why, and what comes next. It can be answered once.",
    send: "Answer",
    items_lead: "The list of items as it is now, checked against the bill that was settled. Items that differ go by their number, without their names: those would tell of an illness.",
    ended: "This query has ended; nothing is left to do.",
    late: "This query was answered or withdrawn just now, and what you wrote was not sent. See below what happened.",
    missing: "Write an answer",
    too_long: "Too long: at most 1,000 characters",
};

impl ReviewText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What is wrong with an answer.
    pub(super) fn problem(&self, code: &str) -> &'static str {
        match code {
            "too_long" => self.too_long,
            _ => self.missing,
        }
    }
}
