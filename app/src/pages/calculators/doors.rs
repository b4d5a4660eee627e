//! The calculators, each with its address and its question.

use crate::language::Language;
use crate::ui::{Door, Sign};

/// One calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calculator {
    Thresholds,
    Waiting,
    Incentive,
    Contributions,
    Retirement,
    Maternity,
}

impl Calculator {
    /// Every one, in the order in which they are shown.
    pub(super) const ALL: [Self; 6] = [
        Self::Thresholds,
        Self::Waiting,
        Self::Incentive,
        Self::Contributions,
        Self::Retirement,
        Self::Maternity,
    ];

    /// Its address.
    pub(super) const fn address(self) -> &'static str {
        match self {
            Self::Thresholds => "/calculator/thresholds",
            Self::Waiting => "/calculator/waiting",
            Self::Incentive => "/calculator/incentive",
            Self::Contributions => "/calculator/contributions",
            Self::Retirement => "/calculator/retirement",
            Self::Maternity => "/calculator/maternity",
        }
    }

    const fn sign(self) -> Sign {
        match self {
            Self::Thresholds => Sign::Gauge,
            Self::Waiting => Sign::Calendar,
            Self::Incentive => Sign::Shield,
            Self::Contributions => Sign::Purse,
            Self::Retirement => Sign::Person,
            Self::Maternity => Sign::Household,
        }
    }

    /// The question it answers.
    pub(super) const fn question(self, language: Language) -> &'static str {
        match self {
            Self::Thresholds => language.pick(
                "今年离每一道报销线还有多远？",
                "How far is it to each threshold of the year?",
            ),
            Self::Waiting => language.pick(
                "断保以后要等几个月？",
                "How many months do I wait after a break?",
            ),
            Self::Incentive => {
                language.pick("连续参保能多报多少？", "What do years without a break add?")
            }
            Self::Contributions => {
                language.pick("医保要交多少钱？", "What does insurance cost me?")
            }
            Self::Retirement => language.pick(
                "退休后要有医保，还差几年？",
                "How many years are missing for cover in retirement?",
            ),
            Self::Maternity => {
                language.pick("生育津贴有多少？", "How much is the maternity allowance?")
            }
        }
    }

    const fn more(self, language: Language) -> &'static str {
        match self {
            Self::Thresholds => language.pick(
                "起付线、封顶线、大病、救助",
                "Deductibles, caps, catastrophic cover, assistance",
            ),
            Self::Waiting => language.pick(
                "等待期，补缴能少等多久",
                "The waiting period, and what buying back changes",
            ),
            Self::Incentive => {
                language.pick("大病保险封顶线的奖励", "The reward on the catastrophic cap")
            }
            Self::Contributions => language.pick(
                "职工、灵活就业、居民",
                "Employees, flexible workers, residents",
            ),
            Self::Retirement => language.pick("最低缴费年限", "Minimum years of contributions"),
            Self::Maternity => language.pick("产假天数和金额", "Days of leave and the amount"),
        }
    }
}

/// A door to each of the calculators.
#[must_use]
pub fn doors(language: Language) -> Vec<Door> {
    let door = |one: Calculator| Door {
        href: one.address().to_owned(),
        sign: one.sign(),
        title: one.question(language).to_owned(),
        text: one.more(language).to_owned(),
    };
    Calculator::ALL.map(door).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes;

    #[test]
    fn every_door_leads_to_a_page() {
        for language in [Language::Chinese, Language::English] {
            for door in doors(language) {
                assert!(routes::has(&door.href), "{}", door.href);
            }
        }
    }
}
