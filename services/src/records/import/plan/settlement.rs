//! A settlement: computed by the engine, and held against what the sender computed.

use chrono::{Datelike, NaiveDate};
use domain::calendar::age_on;
use domain::identifiers::{InstitutionCode, RegionCode};
use domain::money::Money;
use domain::settlement::{Category, LineItem, PersonFacts, Scheme, Visit, VisitKind};
use uuid::Uuid;

use super::super::refused::Refused;
use super::super::shape::{Amounts, LineRecord, SettlementRecord};
use super::{LineResult, Outcome, Planner, stable_id};
use crate::error::{FieldError, ServiceError};
use crate::records::private::Field;
use crate::records::{BilledItem, Draft, Written, settle};
use crate::store::entity::enrolment;

impl Planner<'_> {
    pub(super) fn settlement(
        &mut self,
        line: usize,
        record: SettlementRecord,
    ) -> Result<LineResult, ServiceError> {
        let total: Money = record.lines.iter().map(|item| item.amount).sum();
        match self.numbers.get(&record.number) {
            Some(stored) if *stored == total.fen() => return Ok(Ok(Outcome::Unchanged)),
            Some(_) => {
                let detail = "this number is there with another total".to_owned();
                return Ok(Err(Refused::one(
                    line,
                    "/number",
                    "differs_from_store",
                    detail,
                )));
            }
            None => {}
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
        record: SettlementRecord,
    ) -> Result<LineResult, ServiceError> {
        let amounts = record.amounts.unwrap_or_default();
        let draft = match self.draft(line, record) {
            Ok(draft) => draft,
            Err(Stopped::Refused(refused)) => return Ok(Err(refused)),
            Err(Stopped::Failed(error)) => return Err(error),
        };
        let book = &self.setting.platform.parameters;
        let set = match book.at(draft.region, draft.settled_on) {
            Ok(set) => set,
            Err(refusal) => {
                let detail = refusal.to_string();
                return Ok(Err(Refused::one(
                    line,
                    "/settled_on",
                    refusal.code.code(),
                    detail,
                )));
            }
        };
        let Written {
            settlement,
            lines,
            settled,
        } = match settle(&set, draft) {
            Ok(written) => written,
            Err(ServiceError::Invalid(errors)) => {
                return Ok(Err(Refused {
                    line: line + 1,
                    errors,
                }));
            }
            Err(other) => return Err(other),
        };
        let errors = differences(&amounts, &settled.settlement);
        if !errors.is_empty() {
            return Ok(Err(Refused {
                line: line + 1,
                errors,
            }));
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
        let inpatient = settlement.visit_kind == VisitKind::Inpatient.code();
        if let Some(scheme) = Scheme::from_code(&settlement.scheme) {
            let year = self
                .years
                .entry((settlement.benefit_year, scheme))
                .or_default();
            *year = (settled.after, year.1 + u32::from(inpatient));
        }
        let id = settlement.settlement_id;
        self.account
            .book(settlement.settled_on, "out_own", -own, Some(id), None);
        self.numbers
            .insert(settlement.number.clone(), settlement.total_fee);
        self.plan.rows.settlements.push(settlement);
        self.plan.rows.settlement_lines.extend(lines);
        Ok(Ok(Outcome::Added))
    }

    fn draft(&self, line: usize, record: SettlementRecord) -> Result<Draft, Stopped> {
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
        let platform = self.setting.platform;
        let diagnosis = record.diagnosis.as_deref();
        let diagnosis = diagnosis
            .map(|text| Field::Diagnosis.seal_on(platform, text))
            .transpose();
        let person = Uuid::from(self.id);
        let key: [&[u8]; 3] = [b"settlement", person.as_bytes(), record.number.as_bytes()];
        Ok(Draft {
            person: self.id,
            id: stable_id(day, &key).into(),
            facts: self.facts(&record, insured),
            number: record.number,
            settled_on: day,
            stay,
            scheme: record.scheme,
            region,
            institution: (record.institution.code, record.institution.name),
            diagnosis_cipher: diagnosis.map_err(Stopped::Failed)?,
            visit: Visit {
                kind: record.visit.kind,
                level: record.visit.level,
                admission: record.visit.admission.unwrap_or(next),
                remote: record.visit.remote,
            },
            items: record.lines.into_iter().map(item).collect(),
            before,
            created_at: self.setting.now,
        })
    }

    fn insured(&self, scheme: Scheme, day: NaiveDate) -> Option<&enrolment::Model> {
        self.enrolments.iter().find(|one| {
            one.scheme == scheme.code()
                && one.since <= day
                && one.until.is_none_or(|last| day <= last)
        })
    }

    /// The person on the day. Where the sender says what accounts paid, they may pay just that.
    fn facts(&self, record: &SettlementRecord, insured: &enrolment::Model) -> PersonFacts {
        let day = record.settled_on;
        let in_force = self
            .tags
            .iter()
            .find(|tag| tag.valid_from <= day && tag.valid_until.is_none_or(|last| day <= last));
        let amounts = record.amounts.unwrap_or_default();
        let family = amounts.acct_mulaid_pay.unwrap_or(record.family_balance);
        let own = match amounts.acct_pay {
            Some(paid) => (paid - amounts.acct_mulaid_pay.unwrap_or_default()).or_zero(),
            None if record.scheme == Scheme::Employee => self.account.balance(),
            None => Money::ZERO,
        };
        let birth = self.person.as_ref().map_or(day, |person| person.birth_date);
        PersonFacts {
            retired: insured.person_type.starts_with("12") || insured.person_type == "1300",
            age: age_on(birth, day).unwrap_or_default(),
            category: in_force.and_then(|tag| Category::from_code(&tag.category)),
            account_balance: own,
            family_balance: family,
        }
    }
}

enum Stopped {
    Refused(Refused),
    Failed(ServiceError),
}

fn item(record: LineRecord) -> BilledItem {
    BilledItem {
        code: record.code,
        name: record.name,
        quantity_milli: record.quantity_milli,
        line: LineItem {
            amount: record.amount,
            class: record.class,
            self_pay_first: record.self_pay_first,
            over_ceiling: record.over_ceiling,
        },
    }
}

/// Every amount that the sender computed otherwise.
fn differences(given: &Amounts, computed: &domain::settlement::Settlement) -> Vec<FieldError> {
    let pairs = [
        ("medfee_sumamt", given.medfee_sumamt, computed.total_fee),
        (
            "fulamt_ownpay_amt",
            given.fulamt_ownpay_amt,
            computed.fully_self_paid,
        ),
        (
            "overlmt_selfpay",
            given.overlmt_selfpay,
            computed.over_ceiling,
        ),
        (
            "preselfpay_amt",
            given.preselfpay_amt,
            computed.self_pay_first,
        ),
        (
            "inscp_scp_amt",
            given.inscp_scp_amt,
            computed.in_scope_amount,
        ),
        ("act_pay_dedc", given.act_pay_dedc, computed.deductible),
        ("hifp_pay", given.hifp_pay, computed.pool_fund_paid),
        ("hifob_pay", given.hifob_pay, computed.large_amount_paid),
        ("hifmi_pay", given.hifmi_pay, computed.catastrophic_paid),
        ("maf_pay", given.maf_pay, computed.assistance_paid),
        (
            "fund_pay_sumamt",
            given.fund_pay_sumamt,
            computed.fund_paid(),
        ),
        (
            "psn_part_amt",
            given.psn_part_amt,
            computed.personal_burden(),
        ),
        ("acct_pay", given.acct_pay, computed.account_paid),
        (
            "acct_mulaid_pay",
            given.acct_mulaid_pay,
            computed.family_account_paid,
        ),
        ("psn_cash_pay", given.psn_cash_pay, computed.cash_paid),
    ];
    pairs
        .into_iter()
        .filter_map(|(name, given, computed)| {
            let given = given.filter(|given| *given != computed)?;
            Some(FieldError {
                pointer: format!("/amounts/{name}"),
                code: "differs_from_engine",
                detail: format!("given {}, computed {}", given.fen(), computed.fen()),
            })
        })
        .collect()
}
