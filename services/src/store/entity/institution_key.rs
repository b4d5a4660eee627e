//! Rows of `institution_key`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "institution_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution_code: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub search_key: String,
    pub place: i32,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
