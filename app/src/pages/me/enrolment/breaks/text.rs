//! What the card about breaks says.

use crate::language::Language;

/// The words of the card.
pub(super) struct BreaksText {
    pub title: &'static str,
    pub term: &'static str,
    pub means: &'static str,
    pub means_end: &'static str,
    pub none: &'static str,
    pub from_to: fn(&str, &str) -> String,
    pub until_now: fn(&str) -> String,
    pub length: fn(&str) -> String,
    pub open_length: fn(&str) -> String,
    pub paid_back: &'static str,
    pub repairable: &'static str,
    pub repaired: &'static str,
    pub waited: fn(&str, &str) -> String,
    pub costs_nothing: fn(&str) -> String,
    pub would_wait: fn(&str) -> String,
    pub had_to_wait: fn(&str) -> String,
    pub unknown: &'static str,
    pub missed: fn(u16) -> String,
    pub missed_and_bought: fn(u16, u16) -> String,
    pub at_stake: fn(&str, u16, &str) -> String,
    pub and_added: fn(&str) -> String,
    pub lost: fn(u16, &str) -> String,
    pub lost_years: fn(u16) -> String,
    pub rules: [&'static str; 2],
    pub ground: &'static str,
    pub decides: &'static str,
}

static ZH: BreaksText = BreaksText {
    title: "中断的时间",
    term: "断保",
    means: "就是中间有一段没有交；断得久了，再参保会有",
    means_end: "。",
    none: "没有中断过。",
    from_to: |from, to| format!("{from}至{to}"),
    until_now: |from| format!("{from}至今"),
    length: |length| format!("中断 {length}。"),
    open_length: |length| format!("已经中断 {length}。"),
    paid_back: "这几个月已经补缴，算连续，没有影响待遇。",
    repairable: "还没有超过 3 个月，现在补上还算连续，不用等待。",
    repaired: "没有超过 3 个月，补缴后算连续，不用等待；这里没有补缴的记录。",
    waited: |day, length| format!("续上以后等了 {length}，从{day}起才能报销。"),
    costs_nothing: |wait| format!("{wait}。"),
    would_wait: |wait| format!("如果今天续上，{wait}才能报销。"),
    had_to_wait: |wait| format!("按续上那天的规定，{wait}才能报销。"),
    unknown: "当时的影响按当地那时的规定，这里没有收录。",
    missed: |years| format!("居民医保按整年算，断了 {years} 年。"),
    missed_and_bought: |years, bought| {
        format!("居民医保按整年算，断了 {years} 年，其中 {bought} 年已经补缴。")
    },
    at_stake: |day, years, added| {
        format!(
            "断开以前连续参保 {years} 年{added}；{day}以前再参加居民医保，年数还接得上，过了就从头算。"
        )
    },
    and_added: |amount| format!("，大病封顶线因此多 {amount}"),
    lost: |years, amount| {
        format!("断开以前连续参保 {years} 年，大病封顶线因此多的 {amount} 没有了，年数从头算。")
    },
    lost_years: |years| {
        format!("断开以前连续参保 {years} 年，年数从头算；那时还没有奖励，封顶线没有少。")
    },
    rules: [
        "职工医保 3 个月以内可以补缴、算连续，超过的最长等 6 个月",
        "居民医保固定等 3 个月，再多断一年多等 1 个月，补缴一年少等 1 个月",
    ],
    ground: "等待期",
    decides: "各地执行有出入，以经办机构核定为准。",
};

static EN: BreaksText = BreaksText {
    title: "Breaks",
    term: "An interruption",
    means: " is a time that was not paid for. After a long one there is a ",
    means_end: ".",
    none: "There has been no break.",
    from_to: |from, to| format!("{from} to {to}"),
    until_now: |from| format!("{from} until now"),
    length: |length| format!("A break of {length}."),
    open_length: |length| format!("Not insured for {length}."),
    paid_back: "These months are paid back, so it counts as none and cost nothing.",
    repairable: "Not over 3 months yet: made up now, it counts as none and there is no wait.",
    repaired: "Up to 3 months: once paid back it counts as none and there is no wait; no such payment is on record here.",
    waited: |day, length| format!("After it came a wait of {length}: cover starts on {day}."),
    costs_nothing: |wait| format!("It means {wait}."),
    would_wait: |wait| format!("Insured again today, it would mean {wait}."),
    had_to_wait: |wait| format!("By the rules of the day on which it ended it meant {wait}."),
    unknown: "What it cost then followed the local rules of that time, which are not kept here.",
    missed: |years| {
        let noun = if years == 1 { "year" } else { "years" };
        format!("Resident insurance counts whole years: {years} {noun} missed.")
    },
    missed_and_bought: |years, bought| {
        let noun = if years == 1 { "year" } else { "years" };
        format!(
            "Resident insurance counts whole years: {years} {noun} missed, {bought} of them bought back."
        )
    },
    at_stake: |day, years, added| {
        let noun = if years == 1 { "year" } else { "years" };
        format!(
            "Resident insurance joined again by {day} keeps the {years} {noun} without a break{added}; after that they start anew."
        )
    },
    and_added: |amount| format!(" and the {amount} that they add to the catastrophic cap"),
    lost: |years, amount| {
        format!(
            "After {years} years without a break, the {amount} that they had added to the catastrophic cap were lost, and the years started anew."
        )
    },
    lost_years: |years| {
        let noun = if years == 1 { "year" } else { "years" };
        format!(
            "{years} {noun} without a break ended and the count started anew; there was no reward yet, so the cap did not fall."
        )
    },
    rules: [
        "employees pay back up to 3 months; after more they wait at most 6 months",
        "residents wait 3 months, one more for each further year, one less for each year bought back",
    ],
    ground: "Waiting period",
    decides: "Places differ; the insurance office decides.",
};

impl BreaksText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
