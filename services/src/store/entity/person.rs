//! Rows of `person`.
#![expect(missing_docs, reason = "columns are named by the field's own terms")]

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait,
    EnumIter, PrimaryKeyTrait,
};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    pub name: String,
    pub id_type: String,
    pub id_number_cipher: Vec<u8>,
    pub id_number_index: Vec<u8>,
    pub sex: String,
    pub birth_date: NaiveDate,
    pub mobile_cipher: Option<Vec<u8>>,
    pub household_region: String,
    pub residence_region: String,
    pub status: String,
    pub died_on: Option<NaiveDate>,
    pub created_at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
