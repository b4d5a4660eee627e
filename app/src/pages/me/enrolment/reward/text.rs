//! What the card about the reward says.

use crate::language::Language;

/// The words of the card.
pub(super) struct RewardText {
    pub title: &'static str,
    pub not_resident: &'static str,
    pub no_rules: &'static str,
    pub no_cap: &'static str,
    pub term: &'static str,
    pub means: &'static str,
    pub nothing_yet: &'static str,
    pub adds: fn(&str) -> String,
    pub continuous: &'static str,
    pub years: fn(u16, u16) -> String,
    pub quiet: &'static str,
    pub quiet_years: fn(u16) -> String,
    pub this_year: &'static str,
    pub quiet_so_far: &'static str,
    pub claimed: &'static str,
    pub cap: &'static str,
    pub with_reward: fn(&str, &str) -> String,
    pub next: &'static str,
    pub next_step: fn(i32, &str) -> String,
    pub at_most: fn(&str) -> String,
    pub rule: &'static str,
    pub ground: &'static str,
}

static ZH: RewardText = RewardText {
    title: "连续参保的奖励",
    not_resident: "这项奖励是居民医保的：连续参保满 4 年以后，大病封顶线一年年提高。职工医保没有这一项。",
    no_rules: "您参保地的规定这里还没有收录，说不出有没有这项奖励。",
    no_cap: "您参保地没有这项奖励。",
    term: "大病保险",
    means: "一年最多报多少，有一条封顶线；连续参保、没用医保的年头多了，这条线会提高。",
    nothing_yet: "现在还没有提高。",
    adds: |amount| format!("现在提高了 {amount}。"),
    continuous: "连续参保",
    years: |years, rewarded| match rewarded {
        0 => format!("{years} 年（连今年），满 4 年以后才开始算"),
        rewarded => format!("{years} 年（连今年），其中 {rewarded} 年算奖励"),
    },
    quiet: "没用医保的年头",
    quiet_years: |years| match years {
        0 => "还没有".to_owned(),
        years => format!("{years} 年"),
    },
    this_year: "今年到现在",
    quiet_so_far: "还没有用过；整年都没用，明年再提高一次",
    claimed: "已经用过，明年不因为这个提高",
    cap: "大病封顶线",
    with_reward: |cap, raised| format!("本来 {cap}，加上奖励 {raised}"),
    next: "下一次提高",
    next_step: |year, amount| format!("{year}年，再加 {amount}，条件是不断保"),
    at_most: |most| format!("已经到顶，最多加 {most}"),
    rule: "2025年起才有奖励；以前连续的年头算进那 4 年，自己不另加。有的地方从哪一年数起不一样。用奖励额度报过大病以后，没用医保攒下的那部分清零；断保以后年数从头算。",
    ground: "激励标准",
};

static EN: RewardText = RewardText {
    title: "Reward for years without a break",
    not_resident: "This reward belongs to resident insurance: after 4 years without a break the catastrophic cap rises year by year. Employee insurance has none.",
    no_rules: "The rules of your place are not in the system yet, so this page cannot tell whether there is a reward.",
    no_cap: "Your place has no such reward.",
    term: "Catastrophic insurance",
    means: " pays up to a cap each year; years without a break and years without a claim raise it.",
    nothing_yet: "It has not risen yet.",
    adds: |amount| format!("It has risen by {amount}."),
    continuous: "Without a break",
    years: |years, rewarded| {
        let noun = if years == 1 { "year" } else { "years" };
        match rewarded {
            0 => format!("{years} {noun}, this one included; it adds after 4 full years"),
            rewarded => format!("{years} {noun}, this one included; {rewarded} of them add"),
        }
    },
    quiet: "Years without a claim",
    quiet_years: |years| match years {
        0 => "none yet".to_owned(),
        1 => "1 year".to_owned(),
        years => format!("{years} years"),
    },
    this_year: "This year so far",
    quiet_so_far: "no claim; if it stays so, the cap rises once more next year",
    claimed: "there was a claim; it adds nothing next year",
    cap: "Catastrophic cap",
    with_reward: |cap, raised| format!("{cap}, with the reward {raised}"),
    next: "Next step",
    next_step: |year, amount| format!("in {year}, {amount} more, if there is no break"),
    at_most: |most| format!("none: the most is {most}"),
    rule: "There is a reward since 2025; earlier years count towards the 4 but add nothing themselves. Places differ in where they begin to count. Once a catastrophic claim has used the reward, the part for years without a claim is gone; after a break the years start anew.",
    ground: "Reward",
};

impl RewardText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}
