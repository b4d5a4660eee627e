//! Rows of `drug_share`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "drug_share")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub drug_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub region_code: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub ratio: i32,
    pub provenance: String,
    pub certainty: String,
    pub source: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
