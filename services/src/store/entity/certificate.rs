//! Rows of `certificate`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub certificate_id: Uuid,
    pub code_index: Vec<u8>,
    pub code_cipher: Vec<u8>,
    pub facts_cipher: Vec<u8>,
    pub issued_at: DateTime<Utc>,
    pub expires_on: NaiveDate,
    pub key_id: String,
    pub signature: Vec<u8>,
    pub identity_until: Option<NaiveDate>,
    pub scheme_until: Option<NaiveDate>,
    pub region_until: Option<NaiveDate>,
    pub periods_until: Option<NaiveDate>,
    pub later_until: Option<NaiveDate>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    pub checks: i64,
    pub last_checked_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
