//! The shapes of requests and answers, for the API's description only: the engine reads and
//! writes them itself.
#![expect(dead_code, reason = "read by the derive macro, never built")]

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

/// One bill, or up to 1,000 of them.
#[derive(ToSchema, Serialize)]
#[serde(untagged)]
pub(super) enum EstimateRequests {
    One(Box<EstimateRequest>),
    Many(Vec<EstimateRequest>),
}

/// One bill to settle. Unknown fields are an error.
#[derive(ToSchema, Serialize)]
pub(super) struct EstimateRequest {
    /// The insured region, a code of GB/T 2260.
    #[schema(example = "110000")]
    region: String,
    /// `employee` or `resident`.
    #[schema(example = "employee")]
    scheme: String,
    /// The day of the visit, `YYYY-MM-DD`; today when it is left out.
    #[schema(example = "2025-06-30")]
    date: Option<String>,
    person: EstimatePerson,
    visit: EstimateVisit,
    /// 1 to 2,000 items.
    lines: Vec<EstimateLine>,
    /// The year's totals before the visit, in fen; each 0 when it is left out: `pool_paid`,
    /// `supp_paid`, `cat_base`, `cat_paid`, `maf_ded`, `maf_paid`, `op_ded`, `op_paid`,
    /// `op_scope`.
    accumulators: Option<BTreeMap<String, i64>>,
}

/// The person.
#[derive(ToSchema, Serialize)]
pub(super) struct EstimatePerson {
    retired: Option<bool>,
    #[schema(example = 40)]
    age: u16,
    /// `destitute`, `orphan`, `subsistence`, `near_subsistence`, `returned_poverty`,
    /// `monitored` or `illness_poverty`.
    category: Option<String>,
    /// In the person's own account, in fen.
    account_balance: Option<i64>,
    /// In the family's accounts, in fen.
    family_balance: Option<i64>,
}

/// The visit.
#[derive(ToSchema, Serialize)]
pub(super) struct EstimateVisit {
    /// `inpatient` or `outpatient`.
    #[schema(example = "inpatient")]
    kind: String,
    /// `community`, `l1`, `l2` or `l3`.
    #[schema(example = "l3")]
    level: String,
    /// Which admission of the year, from 1.
    admission: Option<u32>,
    /// `local`, `long_term_filed`, `referral_filed`, `emergency`, `temporary_filed` or `unfiled`.
    remote: Option<String>,
}

/// One item of the bill.
#[derive(ToSchema, Serialize)]
pub(super) struct EstimateLine {
    /// In fen.
    #[schema(example = 2_000_000)]
    amount: i64,
    /// `A`, `B` or `C`.
    #[schema(example = "A")]
    class: String,
    /// The share paid first, in basis points.
    self_pay_first: Option<i32>,
    /// What lies above the price ceiling, in fen.
    over_ceiling: Option<i64>,
}

/// A settled bill.
#[derive(ToSchema)]
pub(super) struct EstimateResponse {
    parameters: EstimateParameters,
    /// The bill in the national interface's names, in fen.
    settlement: BTreeMap<String, i64>,
    /// The year's totals after the visit, in fen.
    accumulators: BTreeMap<String, i64>,
    trace: Vec<EstimateStep>,
}

/// The parameter set behind an answer.
#[derive(ToSchema)]
pub(super) struct EstimateParameters {
    id: String,
    name: String,
    /// The weakest provenance among the values that the answer used.
    provenance: String,
}

/// One step of the calculation.
#[derive(ToSchema)]
pub(super) struct EstimateStep {
    /// `lines`, `deductible`, `pool`, `large_amount`, `catastrophic`, `assistance`, `accounts`
    /// or `cash`.
    layer: String,
    step: String,
    /// In fen.
    input: i64,
    rule: String,
    /// In fen.
    output: i64,
    /// In the language of `Accept-Language`.
    explanation: String,
    source: String,
}

/// A problem document (RFC 9457).
#[derive(ToSchema)]
pub(super) struct ProblemResponse {
    r#type: String,
    title: String,
    status: u16,
    errors: Option<Vec<ProblemField>>,
}

/// What is wrong with one field.
#[derive(ToSchema)]
pub(super) struct ProblemField {
    /// A JSON pointer into what was sent.
    #[schema(example = "/lines/0/class")]
    pointer: String,
    code: String,
    detail: String,
}
