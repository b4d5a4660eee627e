//! Rows of `drug`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "drug")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub drug_id: String,
    pub list_position: i64,
    pub edition: String,
    pub section: String,
    pub atc_code: String,
    pub category_path: String,
    pub class_ab: String,
    pub seq_no: String,
    pub generic_name: String,
    pub generic_name_en: String,
    pub dosage_form: String,
    pub dosage_form_en: String,
    pub pay_standard: String,
    pub pay_standard_withheld: bool,
    pub remark: String,
    pub remark_en: String,
    pub valid_until: Option<NaiveDate>,
    pub removed_on: Option<NaiveDate>,
    pub source: String,
    pub sample: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
