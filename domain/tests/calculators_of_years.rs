//! The calculators that count years and months: worked examples, and nonsense refused with its place.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/asked.rs"]
mod asked;
#[path = "support/back.rs"]
mod back;

use asked::{refused, set};
use back::{TODAY, day, missed};
use domain::calculators::Why;
use domain::calculators::incentive::{self, incentive};
use domain::calculators::retirement::{self, Outcome, retirement};
use domain::calculators::waiting::{self, waiting};
use domain::calendar::Month;
use domain::continuity::{NoWait, Wait};
use domain::identifiers::Sex;
use domain::money::Money;
use domain::settlement::Scheme;

fn yuan(yuan: i64) -> Money {
    Money::from_yuan(yuan)
}

fn wait_of(question: &waiting::Question) -> waiting::Answer {
    waiting(set("HZ-2025"), question, day(TODAY)).unwrap()
}

#[test]
fn residents_wait_as_the_rule_says() {
    for (years, bought, months) in [(1, 0, 3), (2, 0, 4), (3, 0, 5), (5, 0, 7), (5, 4, 6)] {
        let answer = wait_of(&missed(years, bought));
        assert_eq!(
            answer.wait,
            Wait::Months(months),
            "{years} years, {bought} bought"
        );
        assert_eq!(i32::from(answer.missed_years), years);
    }
    let answer = wait_of(&missed(5, 4));
    let codes: Vec<&str> = answer.steps.iter().map(|step| step.code).collect();
    assert_eq!(
        codes,
        [
            "waiting.gap",
            "waiting.missed",
            "waiting.fixed",
            "waiting.variable",
            "waiting.bought",
            "waiting.price",
            "waiting.least",
            "waiting.total"
        ]
    );
    // Of the missed years one is free.
    let variable = &answer.steps[3].why;
    assert_eq!(
        variable.en,
        "5 years missed; 1 year of that adds nothing, each further one adds a month."
    );
    assert!(variable.zh.contains("头 1 年"), "{}", variable.zh);
    assert_eq!(answer.begins, day("2026-09-01"));
    assert_eq!(answer.price.least, yuan(2_400));
    // 5 missed: from 7 months down to 6, the least; buying back more changes nothing.
    let steps: Vec<(u16, u16)> = answer
        .choices
        .iter()
        .map(|one| (one.years, one.months))
        .collect();
    assert_eq!(steps, [(0, 7), (1, 6)]);
}

#[test]
fn who_does_not_wait_is_told_why() {
    let resident = missed(2, 0);
    let hardship = waiting::Question {
        hardship: true,
        ..resident
    };
    assert_eq!(wait_of(&hardship).wait, Wait::None(NoWait::Hardship));
    let employee = waiting::Question {
        before: Scheme::Employee,
        after: Scheme::Employee,
        from: day("2026-01-01"),
        on: day("2026-04-01"),
        ..resident
    };
    assert_eq!(wait_of(&employee).wait, Wait::None(NoWait::PaidBack));
    let late = waiting::Question {
        on: day("2026-05-01"),
        ..employee
    };
    assert_eq!(wait_of(&late).wait, Wait::AtMost(6));
    let changed = waiting::Question {
        after: Scheme::Resident,
        ..employee
    };
    assert_eq!(wait_of(&changed).wait, Wait::None(NoWait::ChangedScheme));
    let back = waiting::Question {
        before: Scheme::Resident,
        steady: true,
        ..employee
    };
    assert_eq!(wait_of(&back).wait, Wait::None(NoWait::ChangedScheme));
    let unsteady = waiting::Question {
        steady: false,
        ..back
    };
    assert_eq!(wait_of(&unsteady).wait, Wait::AtMost(6));
}

#[test]
fn a_break_of_nonsense_is_refused() {
    let ask = |question| refused(waiting(set("BJ-2025"), &question, day(TODAY)));
    let good = missed(2, 0);
    let from = |from| waiting::Question {
        from: day(from),
        ..good
    };
    assert_eq!(ask(missed(2, 3)), [("/bought", Why::MoreThanMissed)]);
    let later = from("2026-07-01");
    assert_eq!(
        ask(later),
        [("/from", Why::InFuture), ("/on", Why::EndsBeforeItBegins)]
    );
    assert_eq!(ask(from("1949-10-01")), [("/from", Why::TooEarly)]);
    let far = waiting::Question {
        on: day("2099-01-01"),
        ..good
    };
    assert_eq!(ask(far), [("/on", Why::TooLate)]);
    let employee = waiting::Question {
        after: Scheme::Employee,
        bought_back: 1,
        ..good
    };
    assert_eq!(ask(employee), [("/bought", Why::NotForThis)]);
    let old = waiting::Question { age: 151, ..good };
    assert_eq!(ask(old), [("/age", Why::TooLarge)]);
}

#[test]
fn continuous_years_raise_the_cap() {
    let question = incentive::Question {
        since: 2019,
        year: 2026,
        claimed: vec![],
        used_in: None,
    };
    let answer = incentive(set("CD-2025"), &question, day(TODAY)).unwrap();
    let reward = answer.reward.unwrap();
    // Since 2025 two rewarded years, and 2025 itself was without a claim.
    assert_eq!(
        (
            reward.continuous_years,
            reward.rewarded_years,
            reward.quiet_years
        ),
        (8, 2, 1)
    );
    assert_eq!(reward.added, yuan(3_000));
    assert_eq!(answer.raised(), Some(yuan(403_000)));
    let claimed = incentive::Question {
        claimed: vec![2025],
        ..question.clone()
    };
    let answer = incentive(set("CD-2025"), &claimed, day(TODAY)).unwrap();
    assert_eq!(answer.reward.unwrap().added, yuan(2_000));
    let none = incentive(set("BJ-2025"), &question, day(TODAY)).unwrap();
    assert_eq!((none.cap, none.reward, none.steps.len()), (None, None, 1));
}

#[test]
fn years_of_nonsense_are_refused() {
    let good = incentive::Question {
        since: 2019,
        year: 2026,
        claimed: vec![],
        used_in: None,
    };
    let ask =
        |question: &incentive::Question| refused(incentive(set("CD-2025"), question, day(TODAY)));
    let year = |year| incentive::Question {
        year,
        ..good.clone()
    };
    assert_eq!(ask(&year(2018)), [("/year", Why::EndsBeforeItBegins)]);
    assert_eq!(ask(&year(2047)), [("/year", Why::TooLate)]);
    let since = incentive::Question {
        since: 1990,
        ..good.clone()
    };
    assert_eq!(ask(&since), [("/since", Why::TooEarly)]);
    let outside = incentive::Question {
        claimed: vec![2018],
        used_in: Some(2026),
        ..good
    };
    assert_eq!(
        ask(&outside),
        [
            ("/claimed", Why::OutsideTheYears),
            ("/used", Why::OutsideTheYears)
        ]
    );
}

fn man(birth: &str, months: i32, local_months: i32) -> retirement::Question {
    retirement::Question {
        sex: Sex::Male,
        later: false,
        birth: day(birth),
        months,
        local_months,
    }
}

#[test]
fn missing_years_are_counted_against_retirement() {
    let ask = |question| retirement(set("BJ-2025"), &question, day(TODAY)).unwrap();
    let enough = ask(man("1966-01-01", 300, 120));
    assert_eq!((enough.missing, enough.outcome), (0, Outcome::Enough));
    let young = ask(man("1990-05-20", 100, 100));
    assert_eq!(young.missing, 200);
    let complete = Month::new(2043, 1).unwrap();
    assert_eq!(young.outcome, Outcome::InTime(complete));
    // Born in August 1966: 60 in August 2026, five months later by the decision: January 2027.
    let soon = ask(man("1966-08-01", 280, 60));
    assert_eq!(soon.statutory.month, Month::new(2027, 1).unwrap());
    assert_eq!((soon.missing, soon.outcome), (60, Outcome::Short(60 - 8)));
    let past = ask(man("1950-01-01", 280, 280));
    assert_eq!(past.outcome, Outcome::Short(20));
    let woman = retirement::Question {
        sex: Sex::Female,
        ..man("1980-01-01", 200, 200)
    };
    assert_eq!(ask(woman).missing, 40);
}

#[test]
fn lives_of_nonsense_are_refused() {
    let ask = |question| refused(retirement(set("BJ-2025"), &question, day(TODAY)));
    assert_eq!(ask(man("2026-06-16", 0, 0)), [("/birth", Why::InFuture)]);
    assert_eq!(ask(man("1860-01-01", 0, 0)), [("/birth", Why::TooEarly)]);
    assert_eq!(
        ask(man("2006-06-01", 60, 0)),
        [("/months", Why::MoreThanLived)]
    );
    assert_eq!(
        ask(man("1990-01-01", 10, 11)),
        [("/local", Why::MoreThanAll)]
    );
    let below = man("1990-01-01", -1, -1);
    assert_eq!(
        ask(below),
        [("/months", Why::Negative), ("/local", Why::Negative)]
    );
}
