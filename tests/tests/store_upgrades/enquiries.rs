//! Rows of the tables behind queries about settlements, for the fixture of a schema.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder};
use services::store::bulk::{OnConflict, insert};
use services::store::entity::{
    settlement, settlement_query, settlement_query_open, settlement_query_step,
};
use uuid::Uuid;

/// What `person_id` asks about the first settlement of theirs, still open.
pub(super) async fn write(writer: &DatabaseConnection, person_id: Uuid, now: DateTime<Utc>) {
    let first = settlement::Entity::find()
        .filter(settlement::Column::PersonId.eq(person_id))
        .order_by_asc(settlement::Column::Number)
        .one(writer);
    let about = first.await.expect("settlements").expect("a settlement");
    let query = settlement_query::Model {
        person_id,
        query_id: Uuid::from_u128(13),
        number: "QC-2026-7KM3XD".to_owned(),
        settlement_id: about.settlement_id,
        words_cipher: vec![1, 7],
        outcome: "equal".to_owned(),
        parameter_set_id: about.parameter_set_id,
        recorded: "{}".to_owned(),
        recomputed: "{}".to_owned(),
        sent_at: now,
    };
    let step = settlement_query_step::Model {
        person_id,
        query_id: query.query_id,
        step: 1,
        state: "received".to_owned(),
        answer_cipher: None,
        happened_at: now,
    };
    let open = settlement_query_open::Model {
        query_id: query.query_id,
        person_id,
    };
    macro_rules! write {
        ($($row:ident: $table:ident),+) => {$(
            insert::<$table::Entity>(writer, &[$row], OnConflict::Fail).await.expect("a row");
        )+};
    }
    write!(
        query: settlement_query,
        step: settlement_query_step,
        open: settlement_query_open
    );
}
