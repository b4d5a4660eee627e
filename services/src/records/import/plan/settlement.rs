//! A settlement: computed by the engine, and held against what the sender computed.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use domain::calendar::age_on;
use domain::identifiers::{InstitutionCode, RegionCode};
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    Category, LineItem, PersonFacts, Scheme, Visit, VisitKind, best_category,
};
use uuid::Uuid;

use super::super::known::Settled;
use super::super::refused::Refused;
use super::super::shape::{LineRecord, SettlementRecord};
use super::kept::Kept;
use super::{LineResult, Outcome, Planner, amounts, repeated};
use crate::error::{FieldError, ServiceError};
use crate::records::private::Field;
use crate::records::{BilledItem, Draft, Written, settle};
use crate::store::entity::enrolment;

impl Planner<'_> {
    pub(super) fn settlement(
        &mut self,
        line: usize,
        record: &SettlementRecord,
    ) -> Result<LineResult, ServiceError> {
        let place = self.numbers.get(&record.number);
        if let Some(kept) = place.and_then(|place| self.settlements.get(*place)) {
            let keys = &self.setting.platform.keys;
            let differing = repeated::differing(keys, &kept.row, record)?;
            return Ok(if differing.is_empty() {
                Ok(Outcome::Unchanged)
            } else {
                Err(differing.refuse(line))
            });
        }
        let year = (record.settled_on.year(), record.scheme);
        if self.broken.contains(&year) {
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
            self.broken.push(year);
        }
        Ok(outcome)
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
        let Written {
            settlement,
            lines,
            settled,
        } = match settle(&set, draft) {
            Ok(written) => written,
            Err(ServiceError::Invalid(errors)) => return refuse(errors),
            Err(other) => return Err(other),
        };
        let given = record.amounts.unwrap_or_default();
        let differences = amounts::differences(&given, &settled.settlement);
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
        let own = settled.settlement.own_account_paid();
        if own > self.account.balance() {
            let detail = format!("the account holds {} fen", self.account.balance().fen());
            return Ok(Err(Refused::one(
                line,
                "/amounts/acct_pay",
                "account_overdrawn",
                detail,
            )));
        }
        let year = self
            .years
            .entry((settlement.benefit_year, record.scheme))
            .or_default();
        let inpatient = record.visit.kind == VisitKind::Inpatient;
        *year = (settled.after, year.1 + u32::from(inpatient));
        let (day, id) = (settlement.settled_on, settlement.settlement_id);
        self.account.book(day, "out_own", -own, Some(id), None);
        self.numbers
            .insert(settlement.number.clone(), self.settlements.len());
        let row = settlement;
        self.settlements.push(Kept::new(Settled { row, lines }));
        Ok(Ok(Outcome::Added))
    }

    /// The bill, and the rules by which it is settled.
    fn draft(
        &mut self,
        line: usize,
        record: &SettlementRecord,
    ) -> Result<(Arc<ParameterSet>, Draft), Stopped> {
        let refuse = |pointer: &str, code, detail: &str| {
            Err(Stopped::Refused(Refused::one(
                line,
                pointer,
                code,
                detail.to_owned(),
            )))
        };
        let day = record.settled_on;
        // Years are kept with the totals of these kinds only.
        if !VisitKind::PUBLIC.contains(&record.visit.kind) {
            let detail = "inpatient or outpatient; the store keeps no yearly totals of other kinds";
            return refuse("/visit/kind", "unknown_code", detail);
        }
        if record.number.trim().is_empty() || record.number.len() > 64 {
            return refuse("/number", "wrong_number", "1 to 64 characters");
        }
        if day > self.setting.today {
            return refuse("/settled_on", "date_in_future", "settled after today");
        }
        let stay = match (record.admitted_on, record.discharged_on) {
            (Some(from), Some(through)) if from <= through && through <= day => {
                Some((from, through))
            }
            (None, None) => None,
            _ => {
                return refuse(
                    "/admitted_on",
                    "impossible_date",
                    "admitted, discharged, settled",
                );
            }
        };
        if record.institution.code.parse::<InstitutionCode>().is_err() {
            let detail = "H or P, a region and five digits";
            return refuse("/institution/code", "wrong_institution", detail);
        }
        let Some(insured) = self.insured(record.scheme, day) else {
            return refuse(
                "/settled_on",
                "not_insured",
                "not insured in this scheme on this day",
            );
        };
        if insured.waiting_until.is_some_and(|until| day <= until) {
            return refuse(
                "/settled_on",
                "waiting",
                "benefits were still waiting on this day",
            );
        }
        let region: RegionCode = match insured.region_code.parse() {
            Ok(region) => region,
            Err(_) => return refuse("/settled_on", "unknown_region", "the insured place"),
        };
        let platform = self.setting.platform;
        let set = match platform.parameters.at(region, day) {
            Ok(set) => set,
            Err(refusal) => {
                return refuse("/settled_on", refusal.code.code(), &refusal.to_string());
            }
        };
        let facts = self.facts(&set, record, insured);
        let (before, admissions) = self
            .years
            .get(&(day.year(), record.scheme))
            .copied()
            .unwrap_or_default();
        let next = if record.visit.kind == VisitKind::Inpatient {
            admissions + 1
        } else {
            1
        };
        let diagnosis = record.diagnosis.as_deref();
        let diagnosis = diagnosis
            .map(|text| Field::Diagnosis.seal_on(platform, text))
            .transpose();
        let person = Uuid::from(self.id);
        let key: [&[u8]; 3] = [b"settlement", person.as_bytes(), record.number.as_bytes()];
        let draft = Draft {
            person: self.id,
            id: self.settlement_ids.next(day, &key).into(),
            facts,
            number: record.number.clone(),
            settled_on: day,
            stay,
            scheme: record.scheme,
            region,
            institution: (
                record.institution.code.clone(),
                record.institution.name.clone(),
            ),
            diagnosis_cipher: diagnosis.map_err(Stopped::Failed)?,
            visit: Visit {
                kind: record.visit.kind,
                disease: None,
                level: record.visit.level,
                admission: record.visit.admission.unwrap_or(next),
                remote: record.visit.remote,
            },
            items: record.lines.iter().map(item).collect(),
            before,
            created_at: self.setting.now,
        };
        Ok((set, draft))
    }

    fn insured(&self, scheme: Scheme, day: NaiveDate) -> Option<&enrolment::Model> {
        self.enrolments.iter().map(|kept| &kept.row).find(|one| {
            one.scheme == scheme.code()
                && one.since <= day
                && one.until.is_none_or(|last| day <= last)
        })
    }

    /// The person on the day. Where the sender says what accounts paid, they may pay just that.
    fn facts(
        &self,
        set: &ParameterSet,
        record: &SettlementRecord,
        insured: &enrolment::Model,
    ) -> PersonFacts {
        let day = record.settled_on;
        let categories: Vec<Category> = self
            .tags
            .iter()
            .map(|kept| &kept.row)
            .filter(|tag| tag.valid_from <= day && tag.valid_until.is_none_or(|last| day <= last))
            .filter_map(|tag| Category::from_code(&tag.category))
            .collect();
        let amounts = record.amounts.unwrap_or_default();
        let family = amounts.acct_mulaid_pay.unwrap_or(record.family_balance);
        let own = match amounts.acct_pay {
            Some(paid) => (paid - amounts.acct_mulaid_pay.unwrap_or_default()).or_zero(),
            None if record.scheme == Scheme::Employee => self.account.balance(),
            None => Money::ZERO,
        };
        let birth = self
            .person
            .as_ref()
            .map_or(day, |person| person.row.birth_date);
        PersonFacts {
            retired: insured.person_type.starts_with("12") || insured.person_type == "1300",
            age: age_on(birth, day).unwrap_or_default(),
            category: best_category(set, record.scheme, &categories),
            account_balance: own,
            family_balance: family,
        }
    }
}

enum Stopped {
    Refused(Refused),
    Failed(ServiceError),
}

fn item(record: &LineRecord) -> BilledItem {
    BilledItem {
        code: record.code.clone(),
        name: record.name.clone(),
        quantity_milli: record.quantity_milli,
        line: LineItem {
            amount: record.amount,
            class: record.class,
            self_pay_first: record.self_pay_first,
            over_ceiling: record.over_ceiling,
        },
    }
}
