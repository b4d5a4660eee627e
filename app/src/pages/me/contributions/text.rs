//! What `/me/contributions` says.

use domain::contributions::MonthState;

use crate::language::Language;

/// The words of `/me/contributions`.
pub(super) struct ContributionsText {
    pub title: &'static str,
    pub paid_in: fn(&str, &str) -> String,
    pub paid_alone: fn(&str) -> String,
    pub by_person: fn(&str) -> String,
    pub by_employer: fn(&str) -> String,
    pub by_subsidy: fn(&str) -> String,
    pub nothing_paid: &'static str,
    pub owed: fn(&str) -> String,
    pub source: &'static str,
    pub died: fn(&str) -> String,
    pub twice: fn(&str) -> String,
    pub decides: &'static str,
    pub months: &'static str,
    pub caption: &'static str,
    pub year: &'static str,
    pub month: fn(u8) -> String,
    pub gaps: fn(&str) -> String,
    pub no_gaps: &'static str,
    pub late: fn(&str) -> String,
    pub schemes: &'static str,
    pub legend: &'static str,
    pub whole_year: &'static str,
    pub totals: &'static str,
    pub paid_months: &'static str,
    pub employer: &'static str,
    pub person: &'static str,
    pub subsidy: &'static str,
    pub together: &'static str,
    pub account: &'static str,
    pub all_years: &'static str,
    pub totals_note: &'static str,
    pub fees: &'static str,
    pub fees_lead: &'static str,
    pub benefit_year: &'static str,
    pub fee_state: &'static str,
    pub paid_on: fn(&str) -> String,
    pub bought_back: &'static str,
    pub empty: &'static str,
    pub empty_more: &'static str,
    meanings: [&'static str; 9],
}

static ZH: ContributionsText = ContributionsText {
    title: "缴费记录",
    paid_in: |all, parts| format!("这里有记录的，一共缴进 {all}：{parts}。"),
    paid_alone: |amount| format!("这里有记录的，您一共缴进 {amount}。"),
    by_person: |amount| format!("自己缴 {amount}"),
    by_employer: |amount| format!("单位缴 {amount}"),
    by_subsidy: |amount| format!("财政和救助补助 {amount}"),
    nothing_paid: "这里还没有到账的缴费记录。",
    owed: |amount| format!("还有 {amount} 没有到账。"),
    source: "按费用所属的月份算，不按到账的日子算。",
    died: |day| {
        format!("本人已于{day}去世，参保到此为止。没有用完的个人账户余额，可以由继承人申请领取。")
    },
    twice: |months| {
        format!(
            "{months}，职工医保和居民医保同时都在。只需要留一个：先留职工医保，居民医保的费在待遇年度开始以前可以申请退。请问参保地的医保经办机构。"
        )
    },
    decides: "记录以医保经办机构和税务部门核定的为准。",
    months: "每个月缴了没有",
    caption: "每年一行，每月一格",
    year: "年份",
    month: |number| format!("{number}月"),
    gaps: |stretches| format!("没有参保的：{stretches}。"),
    no_gaps: "从第一次参保到现在，没有一个月断开。",
    late: |stretches| format!("该缴没有到账的：{stretches}。"),
    schemes: "参加的是：",
    legend: "格子里的意思",
    whole_year: "全年",
    totals: "每年缴了多少",
    paid_months: "缴了几个月",
    employer: "单位缴",
    person: "自己缴",
    subsidy: "补助",
    together: "合计",
    account: "其中进个人账户",
    all_years: "全部",
    totals_note: "只算已经到账的；退掉的不算。居民医保按年缴，不算月数。",
    fees: "居民医保的年费",
    fees_lead: "居民医保一年缴一次，管一个待遇年度（1月到12月）。自己缴一部分，其余由国家补；困难人员的那部分，救助金也帮着缴。",
    benefit_year: "管哪一年",
    fee_state: "到账",
    paid_on: |day| format!("{day}到账"),
    bought_back: "补缴断掉的一年",
    empty: "还没有缴费记录",
    empty_more: "参加医保以后，单位或者您自己缴的每一笔会出现在这里：哪个月、基数多少、单位和自己各缴多少。",
    meanings: [
        "保费到账了；居民医保看的是当年的年费",
        "已经核定，还没有到账，也还没有过期",
        "那个月过完了，保费还没有到账",
        "退了费或者核销了，不算缴过",
        "按退休参保，不用再缴",
        "参着保，但这里没有当时的缴费记录",
        "这个月没有医保",
        "还没有到",
        "第一次参保以前，或者参保终止以后",
    ],
};

static EN: ContributionsText = ContributionsText {
    title: "Contributions",
    paid_in: |all, parts| format!("On record here: {all} paid in. {parts}."),
    paid_alone: |amount| format!("On record here: you paid in {amount}."),
    by_person: |amount| format!("You paid {amount}"),
    by_employer: |amount| format!("employers paid {amount}"),
    by_subsidy: |amount| format!("the state and assistance added {amount}"),
    nothing_paid: "No contribution has arrived on record yet.",
    owed: |amount| format!("{amount} has not arrived yet."),
    source: "Counted by the month that was paid for, not by the day the money came.",
    died: |day| {
        format!(
            "The person died on {day}; insurance ended then. Heirs may ask for what is left on the personal account."
        )
    },
    twice: |months| {
        format!(
            "In {months} both employee and resident insurance ran. Only one is needed: employee insurance stays, and the resident fee can be refunded before its benefit year begins. Please ask the insurance office."
        )
    },
    decides: "What the insurance office and the tax authority have on record decides.",
    months: "Month by month",
    caption: "One row a year, one cell a month",
    year: "Year",
    month: |number| {
        const NAMES: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        let place = usize::from(number.saturating_sub(1));
        NAMES.get(place).copied().unwrap_or_default().to_owned()
    },
    gaps: |stretches| format!("Not insured: {stretches}."),
    no_gaps: "Insured in every month since the first insurance.",
    late: |stretches| format!("Due and not arrived: {stretches}."),
    schemes: "Insured in: ",
    legend: "What the cells mean",
    whole_year: "all year",
    totals: "Year by year",
    paid_months: "Months paid",
    employer: "Employer",
    person: "You",
    subsidy: "Subsidy",
    together: "Together",
    account: "Of it to your account",
    all_years: "All",
    totals_note: "Only what has arrived; what was refunded is left out. Resident insurance is paid by the year and counts no months.",
    fees: "Fees of resident insurance",
    fees_lead: "Resident insurance is paid once for a benefit year, January to December. You pay a part and the state adds the rest; for people in hardship, assistance pays some of your part too.",
    benefit_year: "For the year",
    fee_state: "State",
    paid_on: |day| format!("arrived on {day}"),
    bought_back: "a missed year bought back",
    empty: "No contributions yet",
    empty_more: "Once you are insured, everything that you or an employer pays appears here: for which month, on which base, and who paid how much.",
    meanings: [
        "the contribution has arrived; for residents, the fee of the year",
        "asked for, not arrived, not late",
        "the month is over and the money has not arrived",
        "refunded or written off; does not count as paid",
        "insured as retired, nothing is owed",
        "insured, but no payment is on record here",
        "no insurance in this month",
        "still ahead",
        "before the first insurance, or after it ended for good",
    ],
};

impl ContributionsText {
    /// The words in `language`.
    pub(super) fn of(language: Language) -> &'static Self {
        language.pick(&ZH, &EN)
    }

    /// What a state of a month means, in a sentence.
    pub(super) fn meaning(&self, state: MonthState) -> &'static str {
        let place = MonthState::ALL.iter().position(|one| *one == state);
        place
            .and_then(|place| self.meanings.get(place))
            .copied()
            .unwrap_or_default()
    }
}
