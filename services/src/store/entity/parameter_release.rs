//! Rows of `parameter_release`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "parameter_release")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub parameter_set_id: String,
    pub predecessor_id: Option<String>,
    pub predecessor_until: Option<NaiveDate>,
    pub told_from: i64,
    pub radar_state: String,
    pub looked_at: i64,
    pub told: i64,
    pub radar_ended_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
