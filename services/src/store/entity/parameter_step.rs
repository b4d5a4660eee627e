//! Rows of `parameter_step`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "parameter_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub parameter_set_id: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub step: i32,
    pub state: String,
    pub content_hash: String,
    pub account_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub actor_name: String,
    pub role: String,
    pub note: String,
    pub happened_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
