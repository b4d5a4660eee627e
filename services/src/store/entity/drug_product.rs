//! Rows of `drug_product`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "drug_product")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub drug_code: String,
    pub drug_id: String,
    pub name_zh: String,
    pub name_en: String,
    pub brand_zh: String,
    pub brand_en: String,
    pub specification: String,
    pub company_zh: String,
    pub company_en: String,
    pub sample: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
