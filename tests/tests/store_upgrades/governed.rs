//! Rows of the tables behind governed parameter sets, for the fixture of a schema.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DatabaseConnection;
use services::store::bulk::{OnConflict, insert};
use services::store::entity::{
    parameter_draft, parameter_release, parameter_simulation, parameter_step,
};
use uuid::Uuid;

/// A set that `editor` drafted and that was tried, and one that is released.
pub(super) async fn write(
    writer: &DatabaseConnection,
    editor: Uuid,
    day: NaiveDate,
    now: DateTime<Utc>,
) {
    let draft = parameter_draft::Model {
        parameter_set_id: "BJ-2027".to_owned(),
        region_code: "110000".to_owned(),
        valid_from: day,
        valid_until: None,
        state: "simulated".to_owned(),
        typed: "{}".to_owned(),
        body: "{}".to_owned(),
        content_hash: "00ff".to_owned(),
        changed_at: now,
    };
    let step = parameter_step::Model {
        parameter_set_id: draft.parameter_set_id.clone(),
        step: 1,
        state: "drafted".to_owned(),
        content_hash: draft.content_hash.clone(),
        account_id: Some(Uuid::from_u128(11)),
        person_id: Some(editor),
        actor_name: "内容编辑".to_owned(),
        role: "editor".to_owned(),
        note: "按新文件调整".to_owned(),
        happened_at: now,
    };
    let simulation = parameter_simulation::Model {
        run_id: Uuid::from_u128(12),
        parameter_set_id: draft.parameter_set_id.clone(),
        content_hash: draft.content_hash.clone(),
        state: "done".to_owned(),
        wanted: 1_000,
        replayed: 40,
        plan: "{}".to_owned(),
        tally: "{}".to_owned(),
        account_id: step.account_id,
        actor_name: step.actor_name.clone(),
        asked_at: now,
        ended_at: Some(now),
    };
    let release = parameter_release::Model {
        parameter_set_id: "CD-2025".to_owned(),
        predecessor_id: Some("CD-2024".to_owned()),
        predecessor_until: None,
        told_from: 10_000,
        radar_state: "done".to_owned(),
        looked_at: 30,
        told: 2,
        radar_ended_at: Some(now),
    };
    macro_rules! write {
        ($($row:ident: $table:ident),+) => {$(
            insert::<$table::Entity>(writer, &[$row], OnConflict::Fail).await.expect("a row");
        )+};
    }
    write!(
        draft: parameter_draft,
        step: parameter_step,
        simulation: parameter_simulation,
        release: parameter_release
    );
}
