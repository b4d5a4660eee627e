//! Settles the visits of one person in order, with the accumulators of each year.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::calendar::age_on;
use domain::ids::PersonId;
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    Accumulators, Category, PersonFacts, Scheme, Visit as Facts, VisitKind, best_category,
};
use uuid::Uuid;

use crate::accumulators;
use crate::demo::dice::{Dice, morning};
use crate::demo::family::{Life, Period, Visit};
use crate::demo::world::World;
use crate::error::ServiceError;
use crate::records::private::Field;
use crate::records::{Draft, Rows, settle};
use crate::store::entity::year_accumulator;

pub(super) struct Settler<'a> {
    world: &'a World<'a>,
    id: PersonId,
    life: &'a Life,
    years: BTreeMap<(i32, Scheme), (Accumulators, u32)>,
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
        }
    }

    /// Settles `visit`; `balance` is what the own account holds that day.
    pub(super) fn settle(
        &mut self,
        dice: &mut Dice,
        visit: &Visit,
        balance: Money,
        rows: &mut Rows,
    ) -> Result<Outcome, ServiceError> {
        let period = self.period(visit.day)?;
        let book = &self.world.platform.parameters;
        let set = book
            .at(period.region, visit.day)
            .map_err(|refusal| ServiceError::internal(refusal.to_string()))?;
        let key = (visit.day.year(), period.scheme);
        let (before, admissions) = self.years.get(&key).copied().unwrap_or_default();
        let inpatient = visit.kind == VisitKind::Inpatient;
        let id = dice.id(visit.day, 0);
        let platform = self.world.platform;
        let (county, serial) = (visit.institution.region, dice.below(100_000_000));
        let written = settle(
            &set,
            Draft {
                person: self.id,
                id: id.into(),
                number: format!("{county}{}{serial:08}", visit.day.format("%Y%m%d")),
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
                    disease: None,
                    level: visit.institution.level,
                    admission: if inpatient { admissions + 1 } else { 1 },
                    remote: visit.remote,
                },
                items: visit.items.clone(),
                before,
                created_at: morning(visit.day),
            },
        )?;
        self.years.insert(
            key,
            (written.settled.after, admissions + u32::from(inpatient)),
        );
        let amounts = written.settled.settlement;
        rows.settlements.push(written.settlement);
        rows.settlement_lines.extend(written.lines);
        Ok(Outcome {
            id,
            own_account: amounts.own_account_paid(),
            family_account: amounts.family_account_paid,
        })
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
