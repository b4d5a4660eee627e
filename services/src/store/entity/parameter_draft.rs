//! Rows of `parameter_draft`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "parameter_draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub parameter_set_id: String,
    pub region_code: String,
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub state: String,
    pub typed: String,
    pub body: String,
    pub content_hash: String,
    pub changed_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
