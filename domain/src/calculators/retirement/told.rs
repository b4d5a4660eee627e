//! The steps of counting in words.

use super::{Answer, Outcome, Question};
use crate::calculators::{Figure, Rule, Step};
use crate::contributions::Track;
use crate::identifiers::Sex;
use crate::settlement::parameters::ParameterSet;

/// The Social Insurance Law.
const LAW: &str = "d23";
/// Standing Committee of the National People's Congress, 13 September 2024.
const LATER: Rule = Rule::Named(
    "关于实施渐进式延迟法定退休年龄的决定（2024年9月13日）",
    "Decision on raising the statutory retirement age (13 September 2024)",
);

pub(super) fn steps(
    set: &ParameterSet,
    asked: &Question,
    answer: &Answer,
    payable: i32,
) -> Vec<Step> {
    let mut steps = asked_for(set, asked, answer);
    steps.push(missing(asked, answer));
    steps.push(age(asked, answer));
    if let Some(step) = outcome(answer, payable) {
        steps.push(step);
    }
    steps
}

fn asked_for(set: &ParameterSet, asked: &Question, answer: &Answer) -> Vec<Step> {
    let sourced = &set.other.minimum_years;
    let field = asked.sex.code();
    let words = match asked.sex {
        Sex::Male => [
            "当地规定男职工退休时要缴满 {=}，以后不缴费也有医保。",
            "The place asks {=} of a man who retires; from then on he is covered without contributions.",
        ],
        Sex::Female => [
            "当地规定女职工退休时要缴满 {=}，以后不缴费也有医保。",
            "The place asks {=} of a woman who retires; from then on she is covered without contributions.",
        ],
    };
    let mut steps = vec![
        Step::new(
            "retirement.required",
            ["要缴满 {=}", "{=} are asked for"],
            words,
            Vec::new(),
            Figure::Span(answer.requirement.months),
        )
        .by(Rule::Library(LAW, 5))
        .with(
            set,
            &format!("/other/minimum_years/values/{field}"),
            &sourced.source,
        ),
    ];
    if answer.requirement.local_months > 0 {
        steps.push(
            Step::new(
                "retirement.local",
                ["其中在本地实缴 {=}", "{=} of them really paid there"],
                [
                    "从外地转来的年限可以累计，但在本地真正缴的不能少于 {=}。",
                    "Years paid elsewhere add up, but no less than {=} must be paid in this place.",
                ],
                Vec::new(),
                Figure::Span(answer.requirement.local_months),
            )
            .with(
                set,
                "/other/minimum_years/values/actual_local",
                &sourced.source,
            ),
        );
    }
    steps
}

fn missing(asked: &Question, answer: &Answer) -> Step {
    Step::new(
        "retirement.missing",
        ["还差 {=}", "{=} are missing"],
        [
            "全部：要 {0}，已经缴了 {1}；本地：要 {2}，已经缴了 {3}。差得多的那一个算数，因为在本地缴的两边都算。",
            "In all: {0} asked for, {1} paid. In this place: {2} asked for, {3} paid. The larger gap counts, as a month paid here fills both.",
        ],
        vec![
            Figure::Span(answer.requirement.months),
            Figure::Span(asked.months),
            Figure::Span(answer.requirement.local_months),
            Figure::Span(asked.local_months),
        ],
        Figure::Span(answer.missing),
    )
}

fn age(asked: &Question, answer: &Answer) -> Step {
    let statutory = answer.statutory;
    let words = match asked.track() {
        Track::Sixty | Track::FiftyFive => [
            "原来是 {0}；2025 年起每 4 个月推迟 1 个月，您推迟 {1}，到 {2}退休。",
            "It was {0}; since 2025 it grows by a month for every four. For you it is {1} later: at the age of {2}.",
        ],
        Track::Fifty => [
            "原来是 {0}；2025 年起每 2 个月推迟 1 个月，您推迟 {1}，到 {2}退休。",
            "It was {0}; since 2025 it grows by a month for every two. For you it is {1} later: at the age of {2}.",
        ],
    };
    Step::new(
        "retirement.age",
        ["{=}到退休年龄", "The age of retirement is reached in {=}"],
        words,
        vec![
            Figure::Years(asked.track().years()),
            Figure::Months(statutory.delay),
            Figure::Span(statutory.age_months),
        ],
        Figure::Month(statutory.month),
    )
    .by(LATER)
}

fn outcome(answer: &Answer, payable: i32) -> Option<Step> {
    let payable = Figure::Span(payable);
    Some(match answer.outcome {
        Outcome::Enough => return None,
        Outcome::InTime(month) => Step::new(
            "retirement.in_time",
            ["月月缴，{=}缴满", "Paid every month, complete in {=}"],
            [
                "从这个月到退休的那个月还能缴 {0}，差 {1}，来得及。",
                "From this month to that of retirement {0} can be paid and {1} are missing: in time.",
            ],
            vec![payable, Figure::Span(answer.missing)],
            Figure::Month(month),
        ),
        Outcome::Short(months) => Step::new(
            "retirement.short",
            ["到退休时还差 {=}", "{=} will be missing at retirement"],
            [
                "从这个月到退休的那个月只能缴 {0}，差 {1}。退休以后可以接着按月缴，也可以一次缴清，各地办法不同。",
                "From this month to that of retirement only {0} can be paid and {1} are missing. The rest is paid by the month after retirement, or at once; places differ.",
            ],
            vec![payable, Figure::Span(answer.missing)],
            Figure::Span(months),
        )
        .by(Rule::Library(LAW, 5)),
    })
}
