//! Rows of `institution`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "institution")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution_code: String,
    pub name_zh: String,
    pub name_en: String,
    pub region_code: String,
    pub level: String,
    pub kind: String,
    pub sample: bool,
    pub list_rank: i32,
    pub off_site_inpatient: bool,
    pub off_site_outpatient: bool,
    pub dual_channel: bool,
    pub chronic: String,
    pub address_zh: String,
    pub address_en: String,
    pub hours_zh: String,
    pub hours_en: String,
    pub ended_on: Option<NaiveDate>,
    pub source: String,
    pub telephone: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
