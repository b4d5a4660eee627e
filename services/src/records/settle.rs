//! Turns a bill into the rows of a settlement.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::identifiers::RegionCode;
use domain::ids::{PersonId, SettlementId};
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    self as engine, Accumulators, Bill, ItemClass, LineItem, PersonFacts, Refusal, Scheme, Settled,
    Trace, Visit,
};

use super::input::SettlementInput;
use crate::error::{FieldError, ServiceError};
use crate::store::entity::{settlement, settlement_line};

/// One item of a bill with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BilledItem {
    /// The national code of drug, service or consumable.
    pub code: String,
    /// What it is called on the bill, in Chinese.
    pub name: String,
    /// How many, in thousandths.
    pub quantity_milli: i64,
    /// What the engine needs of it.
    pub line: LineItem,
}

/// A visit that is to be settled.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Whose bill.
    pub person: PersonId,
    /// The id of the settlement to be.
    pub id: SettlementId,
    /// The number printed on papers.
    pub number: String,
    /// The day that decides parameters and benefit year.
    pub settled_on: NaiveDate,
    /// First and last day of a stay in hospital.
    pub stay: Option<(NaiveDate, NaiveDate)>,
    /// Which basic insurance.
    pub scheme: Scheme,
    /// The insured place.
    pub region: RegionCode,
    /// Code and name of the institution.
    pub institution: (String, String),
    /// The encrypted diagnosis.
    pub diagnosis_cipher: Option<Vec<u8>>,
    /// The person on that day.
    pub facts: PersonFacts,
    /// The visit.
    pub visit: Visit,
    /// The items.
    pub items: Vec<BilledItem>,
    /// The year's accumulators before it.
    pub before: Accumulators,
    /// When the row is written.
    pub created_at: DateTime<Utc>,
}

/// The rows of a settlement, and what it does to the year.
#[derive(Clone, Debug)]
pub struct Written {
    /// The row of the settlement.
    pub settlement: settlement::Model,
    /// The rows of its items.
    pub lines: Vec<settlement_line::Model>,
    /// What the engine said.
    pub settled: Settled,
    /// Whether it raises the number of admissions of its year.
    pub counts_as_admission: bool,
}

/// Settles `draft` by the rules of `set`.
///
/// # Errors
/// `Invalid` with every reason why the engine refuses the bill.
pub fn settle(set: &ParameterSet, draft: Draft) -> Result<Written, ServiceError> {
    let lines: Vec<LineItem> = draft.items.iter().map(|item| item.line).collect();
    let bill = Bill {
        scheme: draft.scheme,
        person: draft.facts,
        visit: draft.visit,
        lines: &lines,
        before: draft.before,
    };
    let mut trace = Trace::new();
    let settled = engine::settle(set, &bill, &mut trace).map_err(refused)?;
    let input = SettlementInput::of(&bill);
    written(draft, &set.id, settled, &input, &trace)
}

/// What the engine refuses, as errors of fields.
pub(super) fn refused(refusals: Vec<Refusal>) -> ServiceError {
    let error = |refusal: Refusal| FieldError {
        code: refusal.code.code(),
        detail: refusal.to_string(),
        pointer: refusal.pointer,
    };
    ServiceError::Invalid(refusals.into_iter().map(error).collect())
}

/// The rows of what the engine settled by the set of this id.
pub(super) fn written(
    draft: Draft,
    set: &str,
    settled: Settled,
    input: &SettlementInput,
    trace: &Trace,
) -> Result<Written, ServiceError> {
    let lines = line_rows(&draft);
    Ok(Written {
        settlement: settlement_row(draft, set, &settled, input, trace)?,
        lines,
        settled,
        counts_as_admission: input.counts_as_admission(),
    })
}

fn settlement_row(
    draft: Draft,
    set: &str,
    settled: &Settled,
    input: &SettlementInput,
    trace: &Trace,
) -> Result<settlement::Model, ServiceError> {
    let amounts = &settled.settlement;
    Ok(settlement::Model {
        person_id: draft.person.into(),
        settlement_id: draft.id.into(),
        number: draft.number,
        settled_on: draft.settled_on,
        admitted_on: draft.stay.map(|(from, _)| from),
        discharged_on: draft.stay.map(|(_, through)| through),
        benefit_year: draft.settled_on.year(),
        scheme: draft.scheme.code().to_owned(),
        region_code: draft.region.to_string(),
        visit_kind: draft.visit.kind.code().to_owned(),
        level: draft.visit.level.code().to_owned(),
        admission: i32::try_from(draft.visit.admission).unwrap_or(i32::MAX),
        remote: draft.visit.remote.code().to_owned(),
        category: draft
            .facts
            .category
            .map(|category| category.code().to_owned()),
        institution_code: draft.institution.0,
        institution_name: draft.institution.1,
        diagnosis_cipher: draft.diagnosis_cipher,
        total_fee: amounts.total_fee.fen(),
        fully_self_paid: amounts.fully_self_paid.fen(),
        over_ceiling: amounts.over_ceiling.fen(),
        self_pay_first: amounts.self_pay_first.fen(),
        in_scope_amount: amounts.in_scope_amount.fen(),
        deductible: amounts.deductible.fen(),
        pool_fund_paid: amounts.pool_fund_paid.fen(),
        large_amount_paid: amounts.large_amount_paid.fen(),
        catastrophic_paid: amounts.catastrophic_paid.fen(),
        assistance_paid: amounts.assistance_paid.fen(),
        fund_total: amounts.fund_paid().fen(),
        personal_burden: amounts.personal_burden().fen(),
        account_paid: amounts.account_paid.fen(),
        family_account_paid: amounts.family_account_paid.fen(),
        cash_paid: amounts.cash_paid.fen(),
        line_count: i32::try_from(input.lines.len()).unwrap_or(i32::MAX),
        parameter_set_id: set.to_owned(),
        input: serde_json::to_string(input).map_err(ServiceError::internal)?,
        trace: serde_json::to_string(trace).map_err(ServiceError::internal)?,
        reverses_id: None,
        created_at: draft.created_at,
        bill_id: None,
    })
}

fn line_rows(draft: &Draft) -> Vec<settlement_line::Model> {
    draft
        .items
        .iter()
        .zip(1..)
        .map(|(item, line_no)| {
            let (first, own, scope) = divided(&item.line);
            settlement_line::Model {
                person_id: draft.person.into(),
                settlement_id: draft.id.into(),
                line_no,
                item_code: item.code.clone(),
                item_name: item.name.clone(),
                item_class: item.line.class.code().to_owned(),
                quantity_milli: item.quantity_milli,
                amount: item.line.amount.fen(),
                self_pay_first_ratio: item.line.self_pay_first.get(),
                over_ceiling: item.line.over_ceiling.fen(),
                self_pay_first: first.fen(),
                fully_self_paid: own.fen(),
                in_scope_amount: scope.fen(),
            }
        })
        .collect()
}

/// Self-pay-first, fully self-paid and in-scope part of one line, as the engine divides it.
pub(crate) fn divided(line: &LineItem) -> (Money, Money, Money) {
    let rest = line.amount - line.over_ceiling;
    match line.class {
        ItemClass::A => (Money::ZERO, Money::ZERO, rest),
        ItemClass::B => {
            let first = rest.times(line.self_pay_first);
            (first, Money::ZERO, rest - first)
        }
        ItemClass::C => (Money::ZERO, rest, Money::ZERO),
    }
}
