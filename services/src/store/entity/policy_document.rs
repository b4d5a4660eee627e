//! Rows of `policy_document`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "policy_document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub document_id: String,
    pub identity: String,
    pub origin: String,
    pub title_zh: String,
    pub title_en: String,
    pub part: String,
    pub number_raw: String,
    pub number_norm: String,
    pub number_prefix: String,
    pub number_year: Option<i32>,
    pub number_serial: Option<i32>,
    pub issuers: String,
    pub issuers_en: String,
    pub level: String,
    pub region_code: String,
    pub topics: String,
    pub audience: String,
    pub status: String,
    pub issued_on: Option<NaiveDate>,
    pub issued_label: String,
    pub published_on: Option<NaiveDate>,
    pub effective_on: Option<NaiveDate>,
    pub repealed_on: Option<NaiveDate>,
    pub certainty: String,
    pub source_url: String,
    pub summary_zh: String,
    pub summary_en: String,
    pub revision: i64,
    pub updated_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
