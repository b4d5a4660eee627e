//! What makes a parameter set unfit, with every problem at once.

mod other;
mod problem;
mod visits;
mod words;

pub use problem::{ParameterError, Problem};

use chrono::{Datelike, NaiveDate};

use super::{ParameterSet, PerLevel, PerStatus, Repeat, SchemeRules};
use crate::money::{BasisPoints, Money};
use crate::settlement::{Category, Level, Remote};

/// The largest amount of a rule: a hundred million yuan, in fen. What stands for "no limit" is
/// `null`.
const MOST: Money = Money::from_yuan(100_000_000);

/// The years that rules are kept for.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The highest age that a rule may begin at, in full years.
const OLDEST: u16 = 150;

#[derive(Default)]
struct Check {
    problems: Vec<Problem>,
}

impl Check {
    fn that(&mut self, holds: bool, pointer: &str, code: ParameterError) {
        if !holds {
            self.problems.push(Problem::new(pointer, code));
        }
    }

    fn ratio(&mut self, ratio: BasisPoints, pointer: &str) {
        self.that(ratio.is_share(), pointer, ParameterError::RatioOutOfRange);
    }

    fn amount(&mut self, amount: Money, pointer: &str) {
        let fits = !amount.is_negative() && amount <= MOST;
        self.that(fits, pointer, ParameterError::AmountOutOfRange);
    }

    fn day(&mut self, day: NaiveDate, pointer: &str) {
        let kept = YEARS.contains(&day.year());
        self.that(kept, pointer, ParameterError::DayOutOfRange);
    }

    fn once<T: PartialEq>(&mut self, named: &[T], pointer: &str) {
        for (index, one) in named.iter().enumerate() {
            let first = named.iter().position(|other| other == one) == Some(index);
            self.that(
                first,
                &format!("{pointer}/{index}"),
                ParameterError::NamedTwice,
            );
        }
    }

    fn stretches(&mut self, stretches: &[(Option<Money>, BasisPoints)], pointer: &str) {
        let mut last = Money::ZERO;
        for (index, (until, ratio)) in stretches.iter().enumerate() {
            self.ratio(*ratio, &format!("{pointer}/{index}/ratio"));
            let Some(until) = until else { continue };
            self.amount(*until, &format!("{pointer}/{index}/until"));
            self.that(
                *until > last,
                &format!("{pointer}/{index}/until"),
                ParameterError::NotAscending,
            );
            last = *until;
        }
        let ends = stretches
            .iter()
            .filter(|(until, _)| until.is_none())
            .count();
        let ended = ends == 1 && stretches.last().is_some_and(|(until, _)| until.is_none());
        self.that(ended, pointer, ParameterError::NoLastBracket);
    }

    fn steps(&mut self, steps: &[super::AgeStep], pointer: &str) {
        for (index, step) in steps.iter().enumerate() {
            self.ratio(step.value, &format!("{pointer}/{index}/value"));
            let age = step.from <= OLDEST;
            let at = format!("{pointer}/{index}/from");
            self.that(age, &at, ParameterError::AgeOutOfRange);
        }
        self.that(
            steps.is_sorted_by(|a, b| a.from < b.from),
            pointer,
            ParameterError::NotAscending,
        );
    }

    fn both<T: Copy>(
        &mut self,
        value: &PerStatus<T>,
        pointer: &str,
        one: impl Fn(&mut Self, T, &str),
    ) {
        one(self, value.active, &format!("{pointer}/active"));
        if let Some(retired) = value.retired {
            one(self, retired, &format!("{pointer}/retired"));
        }
    }

    fn levels<T>(&mut self, table: &PerLevel<T>, pointer: &str, one: impl Fn(&mut Self, &T, &str)) {
        for level in Level::ALL {
            one(self, table.get(*level), &format!("{pointer}/{level}"));
        }
    }

    fn scheme(&mut self, rules: &SchemeRules, at: &str) {
        let inpatient = &rules.inpatient;
        self.levels(
            &inpatient.deductible.values,
            &format!("{at}/inpatient/deductible/values"),
            |check, amount, pointer| {
                check.amount(*amount, pointer);
            },
        );
        if let Repeat::Minus { step, floor } = inpatient.repeat.values {
            self.amount(step, &format!("{at}/inpatient/repeat/values/step"));
            self.amount(floor, &format!("{at}/inpatient/repeat/values/floor"));
        }
        let retired = inpatient
            .retired_ratio
            .as_ref()
            .map(|table| ("retired_ratio", table));
        for (name, table) in [("ratio", &inpatient.ratio)].into_iter().chain(retired) {
            self.levels(
                &table.values,
                &format!("{at}/inpatient/{name}/values"),
                |check, brackets, pointer| {
                    let stretches: Vec<_> = brackets.iter().map(|b| (b.until, b.ratio)).collect();
                    check.stretches(&stretches, pointer);
                },
            );
        }
        if let Some(bonus) = &inpatient.age_bonus {
            self.steps(&bonus.values, &format!("{at}/inpatient/age_bonus/values"));
        }
        if let Some(cap) = inpatient.pool_cap.values {
            self.amount(cap, &format!("{at}/inpatient/pool_cap/values"));
        }
        if let Some(large) = &rules.large_amount {
            self.both(
                &large.values.ratio,
                &format!("{at}/large_amount/values/ratio"),
                Self::ratio,
            );
            if let Some(cap) = large.values.cap {
                self.amount(cap, &format!("{at}/large_amount/values/cap"));
            }
        }
        self.outpatient(&rules.outpatient, &format!("{at}/outpatient"));
        self.catastrophic(&rules.catastrophic, &format!("{at}/catastrophic"));
    }

    fn outpatient(&mut self, rules: &super::Outpatient, at: &str) {
        self.levels(
            &rules.deductible.values,
            &format!("{at}/deductible/values"),
            |check, amounts, pointer| {
                check.both(amounts, pointer, Self::amount);
            },
        );
        if let Some(by_age) = &rules.deductible_by_age {
            let at = format!("{at}/deductible_by_age/values");
            for (index, step) in by_age.values.iter().enumerate() {
                self.amount(step.value, &format!("{at}/{index}/value"));
                let age = step.from <= OLDEST;
                let at = format!("{at}/{index}/from");
                self.that(age, &at, ParameterError::AgeOutOfRange);
            }
            let sorted = by_age.values.is_sorted_by(|a, b| a.from < b.from);
            self.that(sorted, &at, ParameterError::NotAscending);
        }
        self.levels(
            &rules.ratio.values,
            &format!("{at}/ratio/values"),
            |check, ratios, pointer| {
                check.both(ratios, pointer, Self::ratio);
            },
        );
        if let Some(by_age) = &rules.retired_by_age {
            self.levels(
                &by_age.values,
                &format!("{at}/retired_by_age/values"),
                |check, steps, pointer| {
                    check.steps(steps, pointer);
                },
            );
        }
        if let Some(above) = &rules.above {
            self.amount(above.values.scope, &format!("{at}/above/values/scope"));
            self.both(
                &above.values.ratio,
                &format!("{at}/above/values/ratio"),
                Self::ratio,
            );
        }
        if let Some(cap) = &rules.cap.values {
            self.both(cap, &format!("{at}/cap/values"), Self::amount);
        }
    }

    fn catastrophic(&mut self, rules: &super::Catastrophic, at: &str) {
        self.amount(
            rules.tiers.values.threshold,
            &format!("{at}/tiers/values/threshold"),
        );
        let tiers: Vec<_> = rules
            .tiers
            .values
            .tiers
            .iter()
            .map(|t| (t.until, t.ratio))
            .collect();
        self.stretches(&tiers, &format!("{at}/tiers/values/tiers"));
        if let Some(cap) = rules.cap.values {
            self.amount(cap, &format!("{at}/cap/values"));
        }
        self.once(
            &rules.tilt.values.categories,
            &format!("{at}/tilt/values/categories"),
        );
        self.ratio(
            rules.tilt.values.threshold_share,
            &format!("{at}/tilt/values/threshold_share"),
        );
        self.ratio(
            rules.tilt.values.points,
            &format!("{at}/tilt/values/points"),
        );
    }
}

impl ParameterSet {
    /// Every problem of the set; empty when it is fit for use.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut check = Check::default();
        let named = |text: &str| !text.trim().is_empty();
        check.that(named(&self.id), "/id", ParameterError::EmptyName);
        check.that(named(&self.name.zh), "/name/zh", ParameterError::EmptyName);
        check.that(named(&self.name.en), "/name/en", ParameterError::EmptyName);
        check.that(
            self.region.is_known(),
            "/region",
            ParameterError::UnknownRegion,
        );
        check.day(self.effective.from, "/effective/from");
        if let Some(last) = self.effective.through {
            check.day(last, "/effective/through");
        }
        let ends = self
            .effective
            .through
            .is_none_or(|last| last >= self.effective.from);
        check.that(
            ends,
            "/effective/through",
            ParameterError::EndsBeforeItBegins,
        );
        if let Some(by) = &self.reviewed_by {
            check.that(named(&by.zh), "/reviewed_by/zh", ParameterError::EmptyName);
            check.that(named(&by.en), "/reviewed_by/en", ParameterError::EmptyName);
        }
        check.that(
            self.reviewed_by.is_some() == self.reviewed_on.is_some(),
            if self.reviewed_by.is_some() {
                "/reviewed_on"
            } else {
                "/reviewed_by"
            },
            ParameterError::HalfReview,
        );
        for remote in Remote::ALL {
            check.ratio(
                *self.remote.values.get(*remote),
                &format!("/remote/values/{remote}"),
            );
        }
        check.scheme(&self.schemes.employee, "/schemes/employee");
        check.scheme(&self.schemes.resident, "/schemes/resident");
        for category in Category::ALL {
            let Some(rule) = self.assistance.rules.values.get(*category) else {
                continue;
            };
            let at = format!("/assistance/rules/values/{category}");
            check.amount(rule.deductible, &format!("{at}/deductible"));
            check.ratio(rule.ratio, &format!("{at}/ratio"));
            if let Some(cap) = rule.cap {
                check.amount(cap, &format!("{at}/cap"));
            }
        }
        check.once(
            &self.assistance.reach.values.excluded_remote,
            "/assistance/reach/values/excluded_remote",
        );
        self.check_other(&mut check);
        self.check_visits(&mut check);
        check.problems
    }
}
