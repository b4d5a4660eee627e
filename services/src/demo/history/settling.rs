//! Settles the visits of one person in order, with the accumulators of each year.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use domain::calendar::age_on;
use domain::ids::PersonId;
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    Accumulators, Balances, Category, PersonFacts, Scheme, Settled, StayYear, Visit as Facts,
    VisitKind, best_category,
};
use uuid::Uuid;

use crate::accumulators;
use crate::demo::dice::{Dice, morning};
use crate::demo::family::{Life, Period, Visit};
use crate::demo::world::World;
use crate::error::ServiceError;
use crate::records::private::Field;
use crate::records::{
    self, Draft, Refund, Rows, Written, settle, settle_across_years, settle_for_disease,
};
use crate::store::entity::{settlement, year_accumulator};

pub(super) struct Settler<'a> {
    world: &'a World<'a>,
    id: PersonId,
    life: &'a Life,
    years: BTreeMap<(i32, Scheme), (Accumulators, u32)>,
    /// What is going to be taken back, by the day on which it is.
    to_take_back: BTreeMap<NaiveDate, Vec<Back>>,
}

/// A settlement with what it did to its year.
struct Back {
    row: settlement::Model,
    settled: Settled,
    counts_as_admission: bool,
}

/// What a settlement took from accounts.
pub(super) struct Outcome {
    pub id: Uuid,
    pub own_account: Money,
    pub family_account: Money,
}

impl<'a> Settler<'a> {
    pub(super) fn new(world: &'a World<'a>, id: PersonId, life: &'a Life) -> Self {
        Self {
            world,
            id,
            life,
            years: BTreeMap::new(),
            to_take_back: BTreeMap::new(),
        }
    }

    /// Settles `visit`, in parts where two rules share its bill; `balance` is what the own account
    /// holds that day.
    pub(super) fn settle(
        &mut self,
        dice: &mut Dice,
        visit: &Visit,
        balance: Money,
        rows: &mut Rows,
    ) -> Result<Vec<Outcome>, ServiceError> {
        let period = self.period(visit.day)?;
        let set = self.rules(period, visit.day)?;
        let (before, admissions) = self.year(visit.day, period);
        let platform = self.world.platform;
        let id = dice.id(visit.day, 0);
        let draft = Draft {
            person: self.id,
            id: id.into(),
            number: number(dice, visit, visit.day),
            settled_on: visit.day,
            stay: visit.stay,
            scheme: period.scheme,
            region: period.region,
            institution: (
                visit.institution.code.as_str().to_owned(),
                visit.institution.name.zh.clone(),
            ),
            diagnosis_cipher: Some(Field::Diagnosis.seal_on(platform, &visit.diagnosis)?),
            facts: self.facts(&set, period, visit, balance),
            visit: Facts {
                kind: visit.kind,
                disease: visit.special.disease,
                level: visit.institution.level,
                admission: next_admission(visit, admissions),
                remote: visit.remote,
            },
            items: visit.items.clone(),
            before,
            created_at: morning(visit.day),
        };
        let mut outcomes = Vec::new();
        for part in self.parts(dice, visit, period, &set, draft)? {
            let year = self
                .years
                .entry((part.settlement.benefit_year, period.scheme))
                .or_default();
            *year = (
                part.settled.after,
                year.1 + u32::from(part.counts_as_admission),
            );
            let amounts = part.settled.settlement;
            outcomes.push(Outcome {
                id: part.settlement.settlement_id,
                own_account: amounts.own_account_paid(),
                family_account: amounts.family_account_paid,
            });
            if let Some(day) = visit.special.refunded_on {
                self.to_take_back.entry(day).or_default().push(Back {
                    row: part.settlement.clone(),
                    settled: part.settled,
                    counts_as_admission: part.counts_as_admission,
                });
            }
            rows.settlements.push(part.settlement);
            rows.settlement_lines.extend(part.lines);
        }
        Ok(outcomes)
    }

    /// The rows of the bill: one, or those of its parts.
    fn parts(
        &self,
        dice: &mut Dice,
        visit: &Visit,
        period: &Period,
        set: &ParameterSet,
        draft: Draft,
    ) -> Result<Vec<Written>, ServiceError> {
        let mut place = 0;
        let next = || {
            place += 1;
            dice.id(visit.day, place).into()
        };
        if visit.kind == VisitKind::Chronic {
            let own = visit.items.len().saturating_sub(visit.special.beside);
            let places = 0..visit.items.len();
            let for_disease: Vec<bool> = places.map(|place| place < own).collect();
            return settle_for_disease(set, &draft, &for_disease, next);
        }
        let across = visit.stay.filter(|(from, to)| from.year() != to.year());
        let Some((from, through)) = across else {
            return Ok(vec![settle(set, draft)?]);
        };
        let mut sets = Vec::new();
        for year in from.year()..=through.year() {
            let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(through);
            sets.push((year, self.rules(period, last.min(through))?));
        }
        let given = sets.iter().map(|(year, set)| {
            let key = (*year, period.scheme);
            let (before, admissions) = self.years.get(&key).copied().unwrap_or_default();
            StayYear {
                year: *year,
                set,
                before,
                admission: next_admission(visit, admissions),
            }
        });
        let years: Vec<StayYear<'_>> = given.collect();
        let used_on = vec![None; visit.items.len()];
        settle_across_years(&draft, (from, through), &used_on, &years, next)
    }

    /// Takes back what was to be taken back on `day`, the last part first.
    pub(super) fn take_back(
        &mut self,
        dice: &mut Dice,
        visit: &Visit,
        day: NaiveDate,
        rows: &mut Rows,
    ) -> Result<Vec<Outcome>, ServiceError> {
        let backs = self.to_take_back.remove(&day).unwrap_or_default();
        let divided = backs.len() > 1;
        let number = number(dice, visit, day);
        let mut bill = None;
        let mut outcomes = Vec::new();
        for (place, back) in (0..).zip(backs.into_iter().rev()) {
            let scheme = self.period(back.row.settled_on)?.scheme;
            let year = self
                .years
                .entry((back.row.benefit_year, scheme))
                .or_default();
            let (before, _) = back
                .settled
                .undo(year.0, Balances::default())
                .map_err(|refusal| ServiceError::internal(refusal.to_string()))?;
            let admission = u32::from(back.counts_as_admission);
            *year = (before, year.1.saturating_sub(admission));
            let id = dice.id(day, place).into();
            bill = bill.or(Some(id).filter(|_| divided));
            let refund = Refund {
                id,
                number: number.clone(),
                refunded_on: day,
                bill,
                created_at: morning(day),
            };
            let amounts = back.settled.settlement;
            outcomes.push(Outcome {
                id: id.into(),
                own_account: amounts.own_account_paid(),
                family_account: amounts.family_account_paid,
            });
            rows.settlements.push(records::refund(&back.row, refund));
        }
        Ok(outcomes)
    }

    fn rules(&self, period: &Period, day: NaiveDate) -> Result<Arc<ParameterSet>, ServiceError> {
        let book = &self.world.platform.parameters;
        book.at(period.region, day)
            .map_err(|refusal| ServiceError::internal(refusal.to_string()))
    }

    /// What the year of `day` has used.
    fn year(&self, day: NaiveDate, period: &Period) -> (Accumulators, u32) {
        let key = (day.year(), period.scheme);
        self.years.get(&key).copied().unwrap_or_default()
    }

    fn period(&self, day: NaiveDate) -> Result<&'a Period, ServiceError> {
        let life = self.life;
        let found = life.periods.iter().find(|period| period.contains(day));
        found.ok_or_else(|| ServiceError::internal("a visit of the demo without insurance"))
    }

    fn facts(
        &self,
        set: &ParameterSet,
        period: &Period,
        visit: &Visit,
        balance: Money,
    ) -> PersonFacts {
        let life = self.life;
        let categories = on(&life.tags, visit.day);
        PersonFacts {
            retired: period.retired(),
            age: age_on(life.person.birth, visit.day).unwrap_or_default(),
            category: best_category(set, period.scheme, &categories),
            account_balance: (balance - life.reserve).or_zero(),
            family_balance: visit.family.map_or(Money::ZERO, |(_, limit)| limit),
        }
    }

    pub(super) fn into_years(self) -> impl Iterator<Item = year_accumulator::Model> {
        let id = self.id;
        self.years
            .into_iter()
            .map(move |((year, scheme), (used, admissions))| {
                accumulators::row(id, year, scheme, &used, admissions)
            })
    }
}

/// A number as papers of `day` have it.
fn number(dice: &mut Dice, visit: &Visit, day: NaiveDate) -> String {
    let (county, serial) = (visit.institution.region, dice.below(100_000_000));
    format!("{county}{}{serial:08}", day.format("%Y%m%d"))
}

/// The number of the admission that `visit` is after `admissions`.
const fn next_admission(visit: &Visit, admissions: u32) -> u32 {
    if visit.kind.counts_as_admission() {
        admissions.saturating_add(1)
    } else {
        1
    }
}

/// The statuses of hardship in force on `day`.
fn on(tags: &[(Category, NaiveDate, Option<NaiveDate>)], day: NaiveDate) -> Vec<Category> {
    let in_force = |from: NaiveDate, until: Option<NaiveDate>| {
        from <= day && until.is_none_or(|last| day <= last)
    };
    tags.iter()
        .filter(|(_, from, until)| in_force(*from, *until))
        .map(|(category, ..)| *category)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_in_force_is_weighed() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let tags = [
            (
                Category::Destitute,
                day("2020-01-01"),
                Some(day("2024-12-31")),
            ),
            (Category::IllnessPoverty, day("2023-01-01"), None),
            (
                Category::Subsistence,
                day("2024-01-01"),
                Some(day("2025-06-30")),
            ),
        ];
        let found = on(&tags, day("2025-06-30"));
        assert_eq!(found, [Category::IllnessPoverty, Category::Subsistence]);
        let found = on(&tags, day("2025-07-01"));
        assert_eq!(found, [Category::IllnessPoverty]);
    }
}
