//! A settlement: computed by the engine, and held against what the sender computed.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use domain::ids::SettlementId;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{Accumulators, Settlement, StayYear, VisitKind};
use uuid::Uuid;

use super::super::known::Settled;
use super::super::refused::Refused;
use super::super::shape::SettlementRecord;
use super::draft::{Stopped, next_admission};
use super::kept::Kept;
use super::{LineResult, Outcome, Planner, amounts, repeated};
use crate::error::{FieldError, ServiceError};
use crate::records::{Draft, Written, settle, settle_across_years, settle_for_disease};

impl Planner<'_> {
    pub(super) fn settlement(
        &mut self,
        line: usize,
        record: &SettlementRecord,
    ) -> Result<LineResult, ServiceError> {
        let stored = self.numbered(&record.number);
        if !stored.is_empty() {
            let keys = &self.setting.platform.keys;
            let differing = repeated::differing(keys, &stored, record)?;
            return Ok(if differing.is_empty() {
                Ok(Outcome::Unchanged)
            } else {
                Err(differing.refuse(line))
            });
        }
        if record.years().any(|year| self.broken.contains(&year)) {
            let detail = "an earlier settlement of this year was refused, so the year's totals \
                          are not known";
            return Ok(Err(Refused::one(
                line,
                "",
                "follows_refused",
                detail.to_owned(),
            )));
        }
        let outcome = self.settled(line, record)?;
        if outcome.is_err() {
            self.broken.extend(record.years());
        }
        Ok(outcome)
    }

    /// The settlement of this number, part by part; nothing where there is none.
    pub(super) fn numbered(&self, number: &str) -> Vec<&Settled> {
        let places = self.numbers.get(number).into_iter().flatten();
        let kept = places.filter_map(|place| self.settlements.get(*place));
        kept.map(|kept| &kept.row).collect()
    }

    /// Takes in a row of the file.
    pub(super) fn keep(&mut self, settled: Settled) {
        let places = self.numbers.entry(settled.row.number.clone()).or_default();
        places.push(self.settlements.len());
        self.settlements.push(Kept::new(settled));
    }

    fn settled(
        &mut self,
        line: usize,
        record: &SettlementRecord,
    ) -> Result<LineResult, ServiceError> {
        let (set, draft) = match self.draft(line, record) {
            Ok(drafted) => drafted,
            Err(Stopped::Refused(refused)) => return Ok(Err(refused)),
            Err(Stopped::Failed(error)) => return Err(error),
        };
        let refuse = |errors| {
            Ok(Err(Refused {
                line: line + 1,
                errors,
            }))
        };
        let parts = match self.parts(record, &set, draft) {
            Ok(parts) => parts,
            Err(ServiceError::Invalid(errors)) => return refuse(errors),
            Err(other) => return Err(other),
        };
        let whole = parts.iter().fold(Settlement::default(), |sum, part| {
            sum + part.settled.settlement
        });
        let given = record.amounts.unwrap_or_default();
        let differences = amounts::differences(&given, &whole);
        let errors: Vec<FieldError> = differences
            .map(|(pointer, given, ours)| FieldError {
                pointer,
                code: "differs_from_engine",
                detail: format!("given {}, computed {}", given.fen(), ours.fen()),
            })
            .collect();
        if !errors.is_empty() {
            return refuse(errors);
        }
        if whole.own_account_paid() > self.account.balance() {
            let detail = format!("the account holds {} fen", self.account.balance().fen());
            return Ok(Err(Refused::one(
                line,
                "/amounts/acct_pay",
                "account_overdrawn",
                detail,
            )));
        }
        for part in parts {
            let row = part.settlement;
            let year = self
                .years
                .entry((row.benefit_year, record.scheme))
                .or_default();
            let admissions = year.1.saturating_add(u32::from(part.counts_as_admission));
            *year = (part.settled.after, admissions);
            let own = part.settled.settlement.own_account_paid();
            let (day, id) = (row.settled_on, row.settlement_id);
            self.account.book(day, "out_own", -own, Some(id), None);
            let lines = part.lines;
            self.keep(Settled { row, lines });
        }
        Ok(Ok(Outcome::Added))
    }

    /// The rows of the bill: of all of it, or of its parts where two rules share it.
    fn parts(
        &mut self,
        record: &SettlementRecord,
        set: &ParameterSet,
        draft: Draft,
    ) -> Result<Vec<Written>, ServiceError> {
        let years = match record.across_years() {
            Some(days) => self.years_of_stay(record, days, &draft)?,
            None => Vec::new(),
        };
        let person = Uuid::from(self.id);
        let ids = &mut self.settlement_ids;
        let mut place = 0_u8;
        let next = || -> SettlementId {
            place = place.saturating_add(1);
            let (person, number) = (person.as_bytes(), record.number.as_bytes());
            let parts: [&[u8]; 4] = [b"settlement", person, number, &[place]];
            ids.next(record.settled_on, &parts).into()
        };
        if let Some(days) = record.across_years() {
            let used_on: Vec<_> = record.lines.iter().map(|line| line.day).collect();
            let years: Vec<StayYear<'_>> = years.iter().map(YearOfStay::given).collect();
            return settle_across_years(&draft, days, &used_on, &years, next);
        }
        if record.visit.kind == VisitKind::Chronic {
            let for_disease = record.lines.iter();
            let for_disease: Vec<bool> = for_disease.map(repeated::is_for_disease).collect();
            return settle_for_disease(set, &draft, &for_disease, next);
        }
        Ok(vec![settle(set, draft)?])
    }

    /// Every year of a stay, with its rules and what it has used.
    fn years_of_stay(
        &self,
        record: &SettlementRecord,
        (from, through): (NaiveDate, NaiveDate),
        draft: &Draft,
    ) -> Result<Vec<YearOfStay>, ServiceError> {
        let mut years = Vec::new();
        for year in from.year()..=through.year() {
            let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(through);
            let book = &self.setting.platform.parameters;
            let set = book
                .at(draft.region, last.min(through))
                .map_err(|refusal| {
                    let (pointer, code) = ("/admitted_on".to_owned(), refusal.code.code());
                    let detail = refusal.to_string();
                    ServiceError::Invalid(vec![FieldError {
                        pointer,
                        code,
                        detail,
                    }])
                })?;
            let key = (year, record.scheme);
            let (before, admissions) = self.years.get(&key).copied().unwrap_or_default();
            let next = next_admission(record, admissions);
            let said = record.visit.admission.filter(|_| year == from.year());
            years.push(YearOfStay {
                year,
                set,
                before,
                admission: said.unwrap_or(next),
            });
        }
        Ok(years)
    }
}

/// What one year brings to a stay.
struct YearOfStay {
    year: i32,
    set: Arc<ParameterSet>,
    before: Accumulators,
    admission: u32,
}

impl YearOfStay {
    fn given(&self) -> StayYear<'_> {
        StayYear {
            year: self.year,
            set: &self.set,
            before: self.before,
            admission: self.admission,
        }
    }
}
