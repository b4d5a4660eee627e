//! What a simulation says.

use domain::money::Money;

use crate::language::Language;

/// The words of a simulation.
pub(super) struct ReportText {
    pub title: &'static str,
    pub none: &'static str,
    pub asked: fn(&str, u64) -> String,
    pub other_content: &'static str,
    pub running: fn(u64, u64) -> String,
    pub stale: &'static str,
    pub no_bills: &'static str,
    pub looked_at: fn(u64, i32, i32) -> String,
    pub people_pay: &'static str,
    pub funds_pay: &'static str,
    pub of_which: fn(&str) -> String,
    pub more_or_less: fn(Money) -> String,
    pub too_few: &'static str,
    pub by_group: &'static str,
    pub by_source: &'static str,
    pub only: fn(&str) -> String,
    pub several: &'static str,
    pub nothing: &'static str,
    pub who: &'static str,
    pub bands: [&'static str; 7],
    pub all: &'static str,
    pub everybody: &'static str,
    pub kept_back: &'static str,
    pub hidden: fn(u64) -> String,
    pub refused: fn(u64) -> String,
    pub unlike: fn(u64) -> String,
}

impl ReportText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}

static ZH: ReportText = ReportText {
    title: "用以前的账单试算的结果",
    none: "还没有试算过。",
    asked: |when, wanted| format!("{when} 开始，最近的 {wanted} 张账单。"),
    other_content: "草稿在试算以后改过，下面是改之前的结果，要重新试算。",
    running: |replayed, wanted| {
        format!("正在试算：已经算了 {replayed} 张，最多 {wanted} 张。刷新这一页看进度。")
    },
    stale: "试算还没做完，草稿就改了或者作废了，所以停了。",
    no_bills: "这个地区还没有账单可以试算。",
    looked_at: |replayed, first, last| {
        if first == last {
            format!(
                "重算了 {first} 年的 {replayed} 张账单。每个人一年的账单从头算起，前面用掉多少，后面就接着算。"
            )
        } else {
            format!(
                "重算了 {first} 年到 {last} 年的 {replayed} 张账单。每个人一年的账单从头算起，前面用掉多少，后面就接着算。"
            )
        }
    },
    people_pay: "个人一共",
    funds_pay: "基金一共",
    of_which: |fund| format!("其中{fund}"),
    more_or_less: |change| match (change.is_zero(), change.is_negative()) {
        (true, _) => "不多不少".to_owned(),
        (_, true) => format!("少付 {}", change.abs().yuan()),
        (_, false) => format!("多付 {}", change.yuan()),
    },
    too_few: "有差别的人太少，不显示金额，免得看出是谁。",
    by_group: "一年里多付少付多少的各有几人",
    by_source: "差别出在哪一种看病上（每个人只算在一行里）",
    only: |kind| format!("只有{kind}不一样"),
    several: "几种看病都不一样",
    nothing: "哪一种都没有变",
    who: "哪些人",
    bands: [
        "少付 1000 元以上",
        "少付 100 到 1000 元",
        "少付不到 100 元",
        "一样",
        "多付不到 100 元",
        "多付 100 到 1000 元",
        "多付 1000 元以上",
    ],
    all: "合计",
    everybody: "所有人",
    kept_back: "不显示",
    hidden: |least| {
        format!(
            "每个人每年算一次。不到 {least} 人的不显示；为了不让人用加减推算出来，和它凑成 {least} 人以上的那些格、行和合计也不显示。"
        )
    },
    refused: |count| format!("有 {count} 张账单，按草稿算不出来，请检查草稿。"),
    unlike: |count| format!("有 {count} 张账单，按原来的参数重算和当时记下的不一样，没有算进来。"),
};

static EN: ReportText = ReportText {
    title: "What earlier bills say",
    none: "It was not tried yet.",
    asked: |when, wanted| format!("Begun {when}, on the newest {wanted} bills."),
    other_content: "The draft was changed after this. Below is what came out before; try it again.",
    running: |replayed, wanted| {
        format!(
            "Under way: {replayed} bills done, {wanted} at most. Reload this page to see how far it is."
        )
    },
    stale: "The draft was changed or thrown away before this came to its end.",
    no_bills: "This place has no bills to try it on yet.",
    looked_at: |replayed, first, last| {
        let years = if first == last {
            first.to_string()
        } else {
            format!("{first} to {last}")
        };
        format!(
            "{replayed} bills of {years} settled again. A person's year is settled from its beginning, so that what was used up before counts."
        )
    },
    people_pay: "People together",
    funds_pay: "The funds together",
    of_which: |fund| format!("Of it: {fund}"),
    more_or_less: |change| match (change.is_zero(), change.is_negative()) {
        (true, _) => "neither more nor less".to_owned(),
        (_, true) => format!("{} less", change.abs().yuan()),
        (_, false) => format!("{} more", change.yuan()),
    },
    too_few: "Too few people to show amounts: somebody could be recognised.",
    by_group: "How many people pay how much more or less in a year",
    by_source: "Which visits cost another amount (everybody counts in one line)",
    only: |kind| format!("Only {kind}"),
    several: "Visits of several kinds",
    nothing: "None",
    who: "Who",
    bands: [
        "at least 1,000 yuan less",
        "100 to 1,000 less",
        "up to 100 less",
        "the same",
        "up to 100 more",
        "100 to 1,000 more",
        "at least 1,000 yuan more",
    ],
    all: "Together",
    everybody: "Everybody",
    kept_back: "not shown",
    hidden: |least| {
        format!(
            "Everybody counts once a year. Fewer than {least} people are not shown, and neither are the counts beside them, in a line, a column or a sum, from which they could be worked out."
        )
    },
    refused: |count| format!("{count} bills cannot be settled by the draft; please check it."),
    unlike: |count| {
        format!(
            "{count} bills do not come out as they were stored by their own set, and are left out."
        )
    },
};
