//! Rows of `settlement_query`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement_query")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub query_id: Uuid,
    pub number: String,
    pub settlement_id: Uuid,
    pub words_cipher: Vec<u8>,
    pub outcome: String,
    pub parameter_set_id: String,
    pub recorded: String,
    pub recomputed: String,
    pub sent_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
