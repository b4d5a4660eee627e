//! Rows of `policy_article`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policy_article")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub document_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_on: NaiveDate,
    #[sea_orm(primary_key, auto_increment = false)]
    pub variant: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub ordinal: i32,
    pub anchor: String,
    pub label: String,
    pub language: String,
    pub heading: String,
    pub body: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
