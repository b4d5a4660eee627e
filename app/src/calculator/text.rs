//! What the answer says.

use domain::settlement::Remote;

use crate::language::Language;

/// The words of the answer.
pub(super) struct AnswerText {
    /// Above the amount.
    pub you_pay: &'static str,
    /// Of the total what the funds pay.
    pub sum: fn([&str; 2]) -> String,
    /// What of the person's part comes from accounts.
    pub from_accounts: fn([&str; 2]) -> String,
    /// A part of a bill that two rules share, and what of it the person pays: for the disease.
    pub for_disease: fn([&str; 2]) -> String,
    /// The same of what is not for the disease.
    pub for_rest: fn([&str; 2]) -> String,
    /// What the answer is worked out for: place and rules, then person and visit.
    pub worked_for: fn([&str; 7]) -> String,
    /// Above the fields that cannot be taken yet.
    pub to_mend: &'static str,
    /// Above an answer to what stood in the form before.
    pub stale: &'static str,
    /// The same where the browser has not the rules that are asked about.
    pub elsewhere: &'static str,
    /// What the answer is not.
    pub estimate: &'static str,
    pub in_service: &'static str,
    pub retired: &'static str,
    pub years: fn(u16) -> String,
    pub stay: fn(u32) -> String,
    pub how: &'static str,
    pub nothing: &'static str,
    pub compare: &'static str,
    pub compare_lead: &'static str,
    pub way: &'static str,
    pub pays: &'static str,
    pub difference: &'static str,
    pub why: &'static str,
    pub asked: &'static str,
    pub same: &'static str,
    pub no_reason: &'static str,
    pub at: fn(&str) -> String,
    pub insured_in: fn(&str) -> String,
    pub later: fn(&str) -> String,
    /// Why another place is not compared: its name where it is known, the day, and whether only
    /// rules for the kind of visit are missing.
    pub no_place: fn(Option<&str>, &str, bool) -> String,
    pub because: fn(&[String]) -> String,
}

static ZH: AnswerText = AnswerText {
    you_pay: "大约要自己付",
    sum: |[total, funds]| format!("总费用 {total}，医保各层一共付 {funds}。"),
    from_accounts: |[accounts, cash]| format!("自己付的里面，从账户出 {accounts}，付现金 {cash}。"),
    for_disease: |[whole, own]| format!("治这个病的 {whole}，按门诊慢特病算：自己付 {own}。"),
    for_rest: |[whole, own]| format!("其余的 {whole}，按普通门诊算：自己付 {own}。"),
    worked_for: |[rules, scheme, status, age, visit, filing, day]| {
        format!("按{rules} {day}有效的规定算：{scheme}，{status}，{age}；{visit}，{filing}。")
    },
    estimate: "这是估算，不是结算；以经办机构核定为准。",
    stale: "下面还是改动以前的结果。",
    elsewhere: "下面还是改动以前的结果。这个地方的规定这一页里没有：按“算一算”，填的内容会发给我们算这一次，不保存。",
    to_mend: "还差这几处，填好就算",
    in_service: "在职或未退休",
    retired: "已退休",
    years: |age| format!("{age} 岁"),
    stay: |number| format!("今年第 {number} 次住院"),
    how: "怎么算出来的",
    nothing: "填上费用，这里就会一步一步说明怎么算。",
    compare: "换个看病的办法，要付多少",
    compare_lead: "同样的费用，每一行只换一样，别的照您填的；自己付得少的在前。换了医院，费用本身也会不一样。",
    way: "怎么看病",
    pays: "自己付",
    difference: "比您填的",
    why: "为什么",
    asked: "照您填的",
    same: "一样",
    no_reason: "各层付的都一样。",
    at: |level| format!("改在{level}"),
    insured_in: |rules| format!("如果在{rules}参保"),
    later: |day| format!("{day}起的新规定"),
    no_place: |name, day, kind| {
        let name = name.unwrap_or("您选来比的地方");
        if kind {
            format!("{name}没有收录这一类看病的规定，所以没有列出来。")
        } else {
            format!("{name}在{day}没有收录的规定，所以没有列出来。")
        }
    },
    because: |reasons| format!("{}。", reasons.join("；")),
};

static EN: AnswerText = AnswerText {
    you_pay: "You would pay about",
    sum: |[total, funds]| {
        format!("The bill is {total}; all layers of insurance together pay {funds} of it.")
    },
    from_accounts: |[accounts, cash]| {
        format!("Of your part, {accounts} comes from accounts and {cash} is cash.")
    },
    for_disease: |[whole, own]| {
        format!("For the disease, {whole} as chronic disease care: you pay {own}.")
    },
    for_rest: |[whole, own]| {
        format!("The rest, {whole} as an ordinary outpatient visit: you pay {own}.")
    },
    worked_for: |[rules, scheme, status, age, visit, filing, day]| {
        format!(
            "By the rules of {rules} in force on {day}: {scheme}, {status}, {age}; {visit}, {filing}."
        )
    },
    estimate: "This is an estimate, not a settlement; the insurance agency’s decision is what counts.",
    stale: "Below is still the answer from before your change.",
    elsewhere: "Below is still the answer from before your change. This page does not hold the rules of that place: press “Work it out”, and what you entered is sent to us for this one answer and not kept.",
    to_mend: "Still to fill in or mend",
    in_service: "not retired",
    retired: "retired",
    years: |age| format!("aged {age}"),
    stay: |number| format!("hospital stay no. {number} this year"),
    how: "How it is worked out",
    nothing: "Fill in the bill and every step will be explained here.",
    compare: "What other options would cost",
    compare_lead: "The same bill; each row changes one thing and leaves the rest as you filled it in, the least to pay first. In another hospital the bill itself would differ too.",
    way: "Option",
    pays: "You pay",
    difference: "Compared with yours",
    why: "Why",
    asked: "As you filled it in",
    same: "the same",
    no_reason: "Every layer pays the same.",
    at: |level| format!("At a {level} instead"),
    insured_in: |rules| format!("If insured in {rules}"),
    later: |day| format!("By the rules from {day} on"),
    no_place: |name, day, kind| {
        let name = name.unwrap_or("the place you chose to compare with");
        if kind {
            format!(
                "The rules kept of {name} say nothing of this kind of visit, so it is not listed."
            )
        } else {
            format!("No rules of {name} are kept for {day}, so it is not listed.")
        }
    },
    because: |reasons| format!("{}.", sentence(&reasons.join("; "))),
};

/// `text` with a capital at its beginning. Our English sentences begin with plain letters; tables of all
/// others would have to be sent to the browser.
pub(super) fn sentence(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

impl AnswerText {
    /// The words in `language`.
    pub(super) const fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }
}

/// A kind of treatment elsewhere as a way to go.
pub(super) const fn filing(remote: Remote, language: Language) -> &'static str {
    match remote {
        Remote::Local => language.pick("在参保地看病", "Treated where you are insured"),
        Remote::Unfiled => language.pick("到外地看，不备案", "Treated elsewhere without filing"),
        _ => language.pick(
            "到外地看，办转诊备案",
            "Treated elsewhere with a referral, filed",
        ),
    }
}
