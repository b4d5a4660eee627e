//! Rows of `settlement`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub settlement_id: Uuid,
    pub number: String,
    pub settled_on: NaiveDate,
    pub admitted_on: Option<NaiveDate>,
    pub discharged_on: Option<NaiveDate>,
    pub benefit_year: i32,
    pub scheme: String,
    pub region_code: String,
    pub visit_kind: String,
    pub level: String,
    pub admission: i32,
    pub remote: String,
    pub category: Option<String>,
    pub institution_code: String,
    pub institution_name: String,
    pub diagnosis_cipher: Option<Vec<u8>>,
    pub total_fee: i64,
    pub fully_self_paid: i64,
    pub over_ceiling: i64,
    pub self_pay_first: i64,
    pub in_scope_amount: i64,
    pub deductible: i64,
    pub pool_fund_paid: i64,
    pub large_amount_paid: i64,
    pub catastrophic_paid: i64,
    pub assistance_paid: i64,
    pub fund_total: i64,
    pub personal_burden: i64,
    pub account_paid: i64,
    pub family_account_paid: i64,
    pub cash_paid: i64,
    pub line_count: i32,
    pub parameter_set_id: String,
    pub input: String,
    pub trace: String,
    pub reverses_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    /// The first part of the divided bill that this is a part of; `None` for a whole bill.
    pub bill_id: Option<Uuid>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
