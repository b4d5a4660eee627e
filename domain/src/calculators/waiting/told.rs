//! The steps of a wait in words.

use super::Question;
use crate::calculators::{Figure, Rule, Step};
use crate::continuity::{Break, NoWait, Price, Wait, resident_waiting_months};
use crate::settlement::parameters::ParameterSet;

/// The rules for residents (State Council General Office, 2024, no. 38).
const RESIDENTS: &str = "d05";
/// The rules for employees (National Healthcare Security Administration Office, 2021, no. 43).
const EMPLOYEES: &str = "d12";

pub(super) fn steps(set: &ParameterSet, asked: &Question, gap: &Break, wait: Wait) -> Vec<Step> {
    let length = Step::new(
        "waiting.gap",
        ["中间断了 {=}", "A break of {=}"],
        [
            "从{0}起没有医保，{1}重新参保。不满一个月的不算。",
            "Without insurance since {0}, insured again on {1}. Only full months count.",
        ],
        vec![Figure::Day(asked.from), Figure::Day(asked.on)],
        Figure::Months(gap.months()),
    );
    let rest = match wait {
        Wait::None(why) => vec![none(why)],
        Wait::AtMost(months) => vec![at_most(months)],
        Wait::Months(months) => resident(set, asked, gap, months),
    };
    std::iter::once(length).chain(rest).collect()
}

fn none(why: NoWait) -> Step {
    let (code, title, words, rule) = match why {
        NoWait::PaidBack => (
            "waiting.paid_back",
            ["断得短，补上就不用等", "A short break, paid back: no wait"],
            [
                "职工医保断了不超过 3 个月，把这几个月补缴上，就算没有断过。",
                "A break in employee insurance of at most three months counts as none once its months are paid back.",
            ],
            Rule::Library(EMPLOYEES, 3),
        ),
        NoWait::ChangedScheme => (
            "waiting.changed",
            [
                "三个月以内换险种，不用等",
                "Changed within three months: no wait",
            ],
            [
                "在职工医保和居民医保之间换，中间不超过 3 个月，就没有等待期。",
                "Whoever changes between employee and resident insurance within three months has no wait.",
            ],
            Rule::Library(EMPLOYEES, 5),
        ),
        NoWait::Hardship => (
            "waiting.hardship",
            ["困难人员不用等", "No wait in hardship"],
            [
                "特困、低保等困难人员参加居民医保，不设等待期。",
                "People with a recognised status of hardship join resident insurance without a wait.",
            ],
            Rule::Library(RESIDENTS, 3),
        ),
        NoWait::InTime => (
            "waiting.in_time",
            ["按时参保，不用等", "Enrolled in time: no wait"],
            [
                "第一次参保，又在集中参保期里，没有等待期。",
                "Enrolled for the first time and in the collection window: no wait.",
            ],
            Rule::Library(RESIDENTS, 3),
        ),
    };
    Step::new(code, title, words, Vec::new(), Figure::Months(0)).by(rule)
}

fn at_most(months: u16) -> Step {
    Step::new(
        "waiting.at_most",
        ["最多等 {=}", "At most {=}"],
        [
            "职工医保断了超过 3 个月，或者换险种时不够条件，等多久由当地定，但不能超过 {=}。",
            "After more than three months without employee insurance, or a change that is not free, the place decides how long, but never more than {=}.",
        ],
        Vec::new(),
        Figure::Months(months.into()),
    )
    .by(Rule::Library(EMPLOYEES, 4))
}

fn resident(set: &ParameterSet, asked: &Question, gap: &Break, total: u16) -> Vec<Step> {
    let sourced = &set.other.waiting;
    let (rule, source) = (sourced.values, &sourced.source);
    let missed = gap.missed_years_before(asked.on);
    let variable = missed.saturating_sub(rule.free_years);
    let removed = asked.bought_back.min(variable);
    let (months, years) = (
        |count: u16| Figure::Months(count.into()),
        |count: u16| Figure::Years(count.into()),
    );
    let mut steps = vec![
        Step::new(
            "waiting.missed",
            ["整年没有参保的有 {=}", "{=} missed as a whole"],
            [
                "按自然年数：从 1 月 1 日到 12 月 31 日一天都没有参保的，算断了一年。",
                "Counted by calendar years: one without a day of insurance is a missed year.",
            ],
            Vec::new(),
            years(missed),
        )
        .by(Rule::Library(RESIDENTS, 1)),
        Step::new(
            "waiting.fixed",
            ["固定等 {=}", "{=} in any case"],
            [
                "居民医保断过再参保，或者错过集中参保期，先有固定等待期 {=}。",
                "Whoever comes back to resident insurance, or misses the collection window, waits {=} in any case.",
            ],
            Vec::new(),
            months(rule.fixed_months),
        )
        .by(Rule::Library(RESIDENTS, 1))
        .with(set, "/other/waiting/values/fixed_months", source),
        Step::new(
            "waiting.variable",
            ["断得久，再加 {=}", "{=} more for the length"],
            [
                "断了 {0}，其中头 {1} 不另加，其余每断一年加 1 个月。",
                if rule.free_years == 1 {
                    "{0} missed; {1} of that adds nothing, each further one adds a month."
                } else {
                    "{0} missed; the first {1} add nothing, each further one adds a month."
                },
            ],
            vec![years(missed), years(rule.free_years)],
            months(variable),
        )
        .by(Rule::Library(RESIDENTS, 1))
        .with(set, "/other/waiting/values/free_years", source),
    ];
    if asked.bought_back > 0 {
        steps.extend(bought_back(set, asked, removed));
    }
    let added = rule.fixed_months.saturating_add(variable - removed);
    if resident_waiting_months(&rule, missed, asked.bought_back) > added {
        steps.push(
            Step::new(
                "waiting.least",
                [
                    "断了四年以上，至少等 {=}",
                    "After four years or more, at least {=}",
                ],
                [
                    "算出来是 {0}；断了 {1}，补缴以后也不能少于 {=}。",
                    "The sum is {0}; after {1} missed it stays at {=}, whatever was bought back.",
                ],
                vec![months(added), years(missed)],
                months(rule.least_after_four_years),
            )
            .by(Rule::Library(RESIDENTS, 2))
            .with(set, "/other/waiting/values/least_after_four_years", source),
        );
    }
    steps.push(Step::new(
        "waiting.total",
        ["一共等 {=}", "{=} in all"],
        [
            "从重新参保那天{0}算起。等待期里看病，医保不报。",
            "Counted from the day insured again, {0}. Until then insurance pays nothing.",
        ],
        vec![Figure::Day(asked.on)],
        months(total),
    ));
    steps
}

fn bought_back(set: &ParameterSet, asked: &Question, removed: u16) -> [Step; 2] {
    let years = Figure::Years(asked.bought_back.into());
    let fees = &set.other.resident_fee;
    let fee = Price::of_a_year(&fees.values, asked.age);
    [
        Step::new(
            "waiting.bought",
            ["补缴 {0}，少等 {=}", "{0} bought back: {=} less"],
            [
                "断保的年份每补缴一年，变动的等待少 1 个月；固定的等待不减。补缴了 {0}。",
                "Each missed year bought back takes off a month of what the length added; the fixed wait stays. {0} bought back.",
            ],
            vec![years],
            Figure::Months(removed.into()),
        )
        .by(Rule::Library(RESIDENTS, 2)),
        Step::new(
            "waiting.price",
            ["补缴要花 {=}", "Buying back costs {=}"],
            [
                "补缴按现在一年的个人缴费标准 {0}，乘以 {1}。",
                "At today's yearly fee of {0}, times {1}.",
            ],
            vec![Figure::Price(fee), years],
            Figure::Price(fee.times(asked.bought_back)),
        )
        .by(Rule::Library(RESIDENTS, 2))
        .with(set, "/other/resident_fee/values", &fees.source),
    ]
}
