//! The steps of the allowance in words.

use super::{Answer, DAYS_MORE, Event, Question};
use crate::calculators::{Figure, Rule, Step};
use crate::settlement::parameters::ParameterSet;

/// State Council order no. 619.
const DOCUMENT: &str = "d26";

pub(super) fn steps(
    set: &ParameterSet,
    asked: &Question,
    base_days: i32,
    answer: &Answer,
) -> Vec<Step> {
    let mut steps = vec![leave(set, asked.event, base_days)];
    steps.extend(more(asked));
    steps.push(allowance(set, asked, answer));
    if let Some(own) = asked.own {
        let words = if answer.top_up.is_zero() {
            [
                "本人工资 {0} 没有高过单位平均工资，津贴不比工资少，单位不用补。",
                "The own wage of {0} is not above the employer's average: the allowance is no less, and nothing is added.",
            ]
        } else {
            [
                "按本人工资 {0} 同样算，比津贴多出 {=}，由单位补足。",
                "The own wage of {0} by the same sum is {=} more than the allowance; the employer adds it.",
            ]
        };
        steps.push(
            Step::new(
                "maternity.top_up",
                ["单位另补 {=}", "The employer adds {=}"],
                words,
                vec![Figure::Money(own)],
                Figure::Money(answer.top_up),
            )
            .by(Rule::Library(DOCUMENT, 4)),
        );
    }
    steps
}

fn leave(set: &ParameterSet, event: Event, days: i32) -> Step {
    let source = &set.other.maternity.source;
    let (child, zh, en) = match event {
        Event::First => ("first", "生第一个孩子", "a first child"),
        Event::Second => ("second", "生第二个孩子", "a second child"),
        Event::Third => ("third", "生第三个孩子", "a third child"),
        Event::EarlyEnd | Event::LateEnd => {
            let words = if event == Event::EarlyEnd {
                [
                    "怀孕不满 4 个月流产。",
                    "The pregnancy ended before four months.",
                ]
            } else {
                [
                    "怀孕满 4 个月流产。",
                    "The pregnancy ended at four months or later.",
                ]
            };
            let title = ["产假 {=}", "{=} of leave"];
            let step = Step::new(
                "maternity.ended",
                title,
                words,
                Vec::new(),
                Figure::Days(days),
            );
            return step.by(Rule::Library(DOCUMENT, 2));
        }
    };
    let zh = format!("{zh}：国家规定的 98 天，加上当地延长的，一共 {{=}}。");
    let en = format!("For {en}: the national 98 days and what the place adds, {{=}} in all.");
    Step::new(
        "maternity.leave",
        ["产假 {=}", "{=} of leave"],
        [&zh, &en],
        Vec::new(),
        Figure::Days(days),
    )
    .by(Rule::Library(DOCUMENT, 1))
    .with(
        set,
        &format!("/other/maternity/values/leave_days/{child}"),
        source,
    )
}

fn more(asked: &Question) -> Vec<Step> {
    let further = i32::from(asked.babies.saturating_sub(1));
    let mut steps = Vec::new();
    if asked.difficult {
        steps.push(
            Step::new(
                "maternity.difficult",
                ["难产加 {=}", "{=} more for a difficult birth"],
                ["难产的，国家规定加 {=}。", "A difficult birth adds {=}."],
                Vec::new(),
                Figure::Days(DAYS_MORE),
            )
            .by(Rule::Library(DOCUMENT, 1)),
        );
    }
    if further > 0 {
        steps.push(
            Step::new(
                "maternity.babies",
                ["多胞胎加 {=}", "{=} more for several babies"],
                ["多生 {0} 个，每个加 {1}。", "{0} more, {1} each."],
                vec![Figure::Count(further), Figure::Days(DAYS_MORE)],
                Figure::Days(DAYS_MORE * further),
            )
            .by(Rule::Library(DOCUMENT, 1)),
        );
    }
    steps
}

fn allowance(set: &ParameterSet, asked: &Question, answer: &Answer) -> Step {
    let sourced = &set.other.maternity;
    Step::new(
        "maternity.allowance",
        ["生育津贴 {=}", "An allowance of {=}"],
        [
            "{0} ÷ {1} × {2} = {=}。{0} 是单位上一年度的月平均缴费工资。钱直接打给本人。",
            "{0} ÷ {1} × {2} = {=}. {0} is the employer's average monthly contribution wage of the year before. It is paid straight to the woman.",
        ],
        vec![
            Figure::Money(asked.average),
            Figure::Count(sourced.values.divisor.into()),
            Figure::Days(answer.days),
        ],
        Figure::Money(answer.allowance),
    )
    .by(Rule::Library(DOCUMENT, 3))
    .with(set, "/other/maternity/values/divisor", &sourced.source)
}
