//! Rows of `year_accumulator`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "year_accumulator")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub benefit_year: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub scheme: String,
    pub pool_paid: i64,
    pub large_amount_paid: i64,
    pub catastrophic_base: i64,
    pub catastrophic_paid: i64,
    pub assistance_deductible: i64,
    pub assistance_paid: i64,
    pub outpatient_deductible: i64,
    pub outpatient_paid: i64,
    pub outpatient_scope: i64,
    pub admissions: i32,
    pub chronic_deductible: i64,
    pub hypertension_paid: i64,
    pub diabetes_paid: i64,
    pub prenatal_paid: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
