//! A record of a settlement as a bill, with the rules by which it is settled.

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

use super::super::refused::Refused;
use super::super::shape::{LineRecord, SettlementRecord};
use super::Planner;
use crate::error::ServiceError;
use crate::records::private::Field;
use crate::records::{BilledItem, Draft};
use crate::store::entity::enrolment;

impl Planner<'_> {
    /// The bill, and the rules by which it is settled.
    pub(super) fn draft(
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
        if let Some((pointer, code, detail)) = misplaced(record) {
            return refuse(&pointer, code, detail);
        }
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
        // A stay across the end of a year is settled by the rules of its last day.
        let counted_on = record.across_years().map_or(day, |(_, through)| through);
        let set = match platform.parameters.at(region, counted_on) {
            Ok(set) => set,
            Err(refusal) => {
                return refuse("/settled_on", refusal.code.code(), &refusal.to_string());
            }
        };
        let facts = self.facts(&set, record, counted_on, insured);
        let (before, admissions) = self
            .years
            .get(&(counted_on.year(), record.scheme))
            .copied()
            .unwrap_or_default();
        let next = next_admission(record, admissions);
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
                disease: record.visit.disease,
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
        day: NaiveDate,
        insured: &enrolment::Model,
    ) -> PersonFacts {
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
            None if record.scheme == Scheme::Employee => self.account.free(day),
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

/// Why there is no bill to settle.
pub(super) enum Stopped {
    /// The line is refused.
    Refused(Refused),
    /// The store or a key failed.
    Failed(ServiceError),
}

/// The number of the admission that the visit would be after `admissions`.
pub(super) fn next_admission(record: &SettlementRecord, admissions: u32) -> u32 {
    if record.visit.kind.counts_as_admission() {
        admissions.saturating_add(1)
    } else {
        1
    }
}

/// What an item says that its kind of visit does not ask: pointer, code, detail.
fn misplaced(record: &SettlementRecord) -> Option<(String, &'static str, &'static str)> {
    let stay = record.admitted_on.zip(record.discharged_on);
    record.lines.iter().enumerate().find_map(|(place, item)| {
        if item.for_disease.is_some() && record.visit.kind != VisitKind::Chronic {
            let detail = "only a visit for a certified disease has items for it";
            let pointer = format!("/lines/{place}/for_disease");
            return Some((pointer, "disease_not_asked", detail));
        }
        let day = item.day?;
        let inside = stay.is_some_and(|(from, through)| from <= day && day <= through);
        let pointer = format!("/lines/{place}/day");
        (!inside).then_some((pointer, "day_outside_stay", "not a day of the stay"))
    })
}

fn item(record: &LineRecord) -> BilledItem {
    BilledItem {
        code: record.code.clone(),
        name: record.name.clone(),
        quantity_milli: record.quantity_milli,
        line: line_item(record),
    }
}

/// What the engine needs of an item.
pub(super) fn line_item(record: &LineRecord) -> LineItem {
    LineItem {
        amount: record.amount,
        class: record.class,
        self_pay_first: record.self_pay_first,
        over_ceiling: record.over_ceiling,
    }
}
