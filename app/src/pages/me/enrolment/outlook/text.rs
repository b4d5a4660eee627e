//! What the card about the next step says.

use crate::language::Language;

/// The words of the card.
pub(super) struct OutlookText {
    pub title: &'static str,
    pub died: fn(&str) -> String,
    pub retired: &'static str,
    pub employed: &'static str,
    pub no_rules: &'static str,
    pub frozen: &'static str,
    pub see_contributions: &'static str,
    pub paid: fn(i32) -> String,
    pub open: fn(i32, &str, &str) -> String,
    pub coming: fn(i32, &str, &str, &str) -> String,
    pub aided: &'static str,
    pub missed: fn(i32, &str) -> String,
    pub newborn_title: &'static str,
    pub newborn: fn(&str) -> String,
    pub newborn_fee: fn(&str) -> String,
    pub newborn_otherwise: &'static str,
    pub back_title: &'static str,
    pub soonest: &'static str,
    pub cheapest: &'static str,
    pub best: &'static str,
    pub less_cover: &'static str,
    pub told: fn(&str, &str, &str, &str) -> String,
    pub at_the_latest: fn(&str) -> String,
    pub no_later: fn(&str) -> String,
    pub about: fn(&str) -> String,
    pub all_ways: &'static str,
    pub way: &'static str,
    pub wait: &'static str,
    pub begins: &'static str,
    pub price: &'static str,
    pub until: &'static str,
    pub price_note: &'static str,
    pub pay_back: fn(&str) -> String,
    pub go_on: &'static str,
    pub resume: &'static str,
    pub join_now: &'static str,
    pub join_and_buy: fn(u16) -> String,
    pub next_year: &'static str,
    pub join_in: fn(i32, &str) -> String,
    pub unknown_price: &'static str,
    pub soon: &'static str,
    pub ladder: &'static str,
    pub ladder_note: &'static str,
    pub bought_back: &'static str,
    pub costs_more: &'static str,
    pub years: fn(u16) -> String,
    pub nothing: &'static str,
    pub after_grace: fn(&str) -> String,
    pub later: fn(i32, &str) -> String,
    pub uncovered: &'static str,
    pub employees: &'static str,
    pub waiting: &'static str,
    pub fee: &'static str,
    pub window: &'static str,
}

static ZH: OutlookText = OutlookText {
    title: "接下来要做什么",
    died: |day| {
        format!("本人已于{day}去世，参保到此为止，不用再办续保。个人账户余额可以由继承人申请领取。")
    },
    retired: "按退休参保的，不用缴费，也不会因为不缴费中断。不用做什么。",
    employed: "月月有缴就不用做什么。以后换工作、停缴，3 个月以内接上并补缴，算连续，不用等待；超过 3 个月再参加，等待期最长 6 个月。",
    no_rules: "您参保地（或者居住地）现在的规定，这里还没有收录，算不出要等几个月、要缴多少。请问当地的医保经办机构。",
    frozen: "有保费没有到账，待遇暂停了。先看看是哪几个月，再请单位或者自己补上。",
    see_contributions: "看是哪几个月",
    paid: |year| format!("{year}年的费已经缴了，现在不用做什么。"),
    open: |year, through, amount| format!("现在正在收{year}年的费：{amount}，{through}截止。"),
    coming: |year, from, through, amount| {
        format!("{from}开始收{year}年的费，{through}截止。按现在的标准是 {amount}，到时可能调整。")
    },
    aided: "您有困难身份，救助金替您缴一部分，实际缴得少。",
    missed: |year, then| {
        format!("不缴的话：{year}年1月起没有医保；以后再参加，{then}连续参保的年数从头算。")
    },
    newborn_title: "给新生儿参保",
    newborn: |day| format!("{day}以前（出生后 90 天内）参保，从出生那天起就能报。"),
    newborn_fee: |amount| format!("缴的是出生当年的费，按现在的标准是 {amount}。"),
    newborn_otherwise: "过了 90 天再参保，一般要等 3 个月，出生以来的费用也不再补报。没有取名也能先办。",
    back_title: "怎么接上医保",
    soonest: "最早能报的办法：",
    cheapest: "花钱最少的办法：",
    best: "能报得最早、花钱也最少的办法：",
    less_cover: "但居民医保一般报得少一些，也不算退休的年限。",
    told: |how, until, wait, amount| format!("{how}{until}。{wait}{amount}。"),
    at_the_latest: |day| format!("，最晚{day}"),
    no_later: |day| format!("最晚{day}"),
    about: |amount| format!("，大约 {amount}"),
    all_ways: "所有的办法，能报得早的在前",
    way: "办法",
    wait: "等多久",
    begins: "从哪天起能报",
    price: "自己缴多少",
    until: "最晚哪天办",
    price_note: "金额按现在的标准和断开前的缴费估算，以缴费时为准。补缴职工医保的，有单位缴它那份就少，全由自己缴就多。困难人员有补助。",
    pay_back: |months| format!("补缴{months}，接着参加职工医保"),
    go_on: "现在接着参加职工医保",
    resume: "重新参加职工医保",
    join_now: "现在参加居民医保",
    join_and_buy: |years| format!("现在参加居民医保，同时补缴断掉的 {years} 年"),
    next_year: "，今年和明年的年费都缴",
    join_in: |year, from| format!("{from}起的集中缴费期里参加 {year} 年的居民医保"),
    unknown_price: "看选的基数",
    soon: "越早越好",
    ladder: "补缴断掉的年份，能少等几个月",
    ladder_note: "每补一年，按现在的年费缴，少等 1 个月；断了 4 年以上的，补了也至少等 6 个月。",
    bought_back: "补缴",
    costs_more: "另外缴",
    years: |years| {
        if years == 0 {
            "不补".to_owned()
        } else {
            format!("{years} 年")
        }
    },
    nothing: "什么都不做的话：",
    after_grace: |day| {
        format!(
            "过了{day}，就不能补成连续了；再参加职工医保要等，最长 6 个月，连续的时间从头算。这段时间看病全部自己付。"
        )
    },
    later: |year, wait| {
        format!(
            "这次集中缴费期也错过，到{year}年再参加居民医保，{wait}。没有医保的时候看病全部自己付。"
        )
    },
    uncovered: "没有医保的时候看病全部自己付。",
    employees: "职工医保断开 3 个月以内可以补缴、算连续，超过的最长等 6 个月",
    waiting: "等待期",
    fee: "居民医保年费",
    window: "集中缴费期",
};

static EN: OutlookText = OutlookText {
    title: "What to do next",
    died: |day| {
        format!(
            "The person died on {day}. Insurance ended then and nothing needs to be renewed. Heirs may ask for what is left on the personal account."
        )
    },
    retired: "Insured as retired: no contributions, and no break for lack of them. Nothing to do.",
    employed: "While every month is paid there is nothing to do. After a change of job or a stop: gone on with and paid back within 3 months it counts as no break; after more than 3 months the wait is up to 6 months.",
    no_rules: "The present rules of the place where you are insured, or live, are not in the system yet, so neither wait nor fee can be computed. Please ask the insurance office there.",
    frozen: "A contribution has not arrived and cover is on hold. See which months, then let your employer or yourself pay them.",
    see_contributions: "See which months",
    paid: |year| format!("The fee for {year} is paid. Nothing to do now."),
    open: |year, through, amount| {
        format!("The fee for {year} is being collected: {amount}, until {through}.")
    },
    coming: |year, from, through, amount| {
        format!(
            "The fee for {year} is collected from {from} through {through}. At today's standard it is {amount}; that may change."
        )
    },
    aided: "You have a status of hardship: assistance pays a part of it for you.",
    missed: |year, then| {
        format!(
            "Unpaid, there is no insurance from January {year}; joining again later means {then} the years without a break start anew."
        )
    },
    newborn_title: "Enrol the newborn",
    newborn: |day| {
        format!(
            "Enrol by {day}, within 90 days of birth, and cover reaches back to the day of birth."
        )
    },
    newborn_fee: |amount| {
        format!("The fee is that of the year of birth, at today's standard {amount}.")
    },
    newborn_otherwise: "After the 90 days there is usually a wait of 3 months, and what was spent since birth is not paid any more. A name is not needed yet.",
    back_title: "How to be insured again",
    soonest: "The soonest way: ",
    cheapest: "The cheapest way: ",
    best: "The soonest way, and the cheapest: ",
    less_cover: "But resident insurance usually pays less, and its years do not count towards retirement.",
    told: |how, until, wait, amount| format!("{how}{until}. It means {wait}{amount}."),
    at_the_latest: |day| format!(" by {day}"),
    no_later: |day| format!("by {day}"),
    about: |amount| format!(" and costs about {amount}"),
    all_ways: "Every way, the soonest first",
    way: "Way",
    wait: "Wait",
    begins: "Covered from",
    price: "You pay",
    until: "Do it by",
    price_note: "Amounts are estimates at today's standard and at your last contribution. Paying back employee insurance costs less where an employer pays its share, more where nobody does. People in hardship pay less.",
    pay_back: |months| format!("pay back {months} and go on with employee insurance"),
    go_on: "go on with employee insurance now",
    resume: "begin employee insurance again",
    join_now: "join resident insurance now",
    join_and_buy: |years| {
        let noun = if years == 1 {
            "missed year"
        } else {
            "missed years"
        };
        format!("join resident insurance now and buy back {years} {noun}")
    },
    next_year: ", and pay the fees of this year and the next",
    join_in: |year, from| {
        format!("join resident insurance for {year} in the collection from {from}")
    },
    unknown_price: "depends on the base chosen",
    soon: "the sooner the better",
    ladder: "Buying back missed years shortens the wait",
    ladder_note: "Each missed year is paid at today's fee and takes off 1 month; after 4 missed years or more the wait is never less than 6 months.",
    bought_back: "Bought back",
    costs_more: "More to pay",
    years: |years| match years {
        0 => "none".to_owned(),
        1 => "1 year".to_owned(),
        years => format!("{years} years"),
    },
    nothing: "If nothing is done:",
    after_grace: |day| {
        format!(
            "after {day} the break can no longer be made up; employee insurance then has a wait of up to 6 months and the time without a break starts anew. Until then you pay for all treatment yourself."
        )
    },
    later: |year, wait| {
        format!(
            "with the next collection missed too, resident insurance from {year} means {wait}. Without insurance you pay for all treatment yourself."
        )
    },
    uncovered: "without insurance you pay for all treatment yourself.",
    employees: "a break of employees up to 3 months can be paid back; after more the wait is at most 6 months",
    waiting: "Waiting period",
    fee: "Resident fee",
    window: "Collection of fees",
};

impl OutlookText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
