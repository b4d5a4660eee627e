//! Rows of `family_link`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::NaiveDate;
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "family_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub relative_id: Uuid,
    pub relative_name: String,
    pub relation: String,
    pub proof: String,
    pub state: String,
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub person_name: String,
    pub sees_visits: bool,
    pub sees_account: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
