//! Rows of `settlement_total`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement_total")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub benefit_year: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub visit_kind: String,
    pub settlements: i64,
    pub total_fee: i64,
    pub pool_fund_paid: i64,
    pub large_amount_paid: i64,
    pub catastrophic_paid: i64,
    pub assistance_paid: i64,
    pub account_paid: i64,
    pub cash_paid: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
