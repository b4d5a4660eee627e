//! What an import writes, with its events.

use domain::access::{Action, Relation};
use domain::settlement::parameters::ParameterSet;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};

use super::Outcome;
use crate::audit::{self, Event};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::parameter_set;

/// The rows that an import adds or changes.
#[derive(Default)]
pub(super) struct Changes {
    added: Vec<parameter_set::Model>,
    /// Reviewed or completed.
    changed: Vec<parameter_set::Model>,
}

impl Changes {
    pub(super) fn take(
        &mut self,
        context: &RequestContext,
        set: &ParameterSet,
        outcome: Outcome,
    ) -> Result<(), ServiceError> {
        let rows = match outcome {
            Outcome::Added => &mut self.added,
            Outcome::Reviewed | Outcome::Completed => &mut self.changed,
            Outcome::Unchanged => return Ok(()),
        };
        rows.push(parameter_set::Model {
            parameter_set_id: set.id.clone(),
            region_code: set.region.to_string(),
            valid_from: set.effective.from,
            valid_until: set.effective.through,
            state: super::ACTIVE.to_owned(),
            body: serde_json::to_string(set).map_err(ServiceError::internal)?,
            created_at: context.now,
        });
        Ok(())
    }

    /// Writes the rows, one event each; `false` when there is nothing to write.
    pub(super) async fn write(
        self,
        context: &RequestContext,
        transaction: DatabaseTransaction,
    ) -> Result<bool, ServiceError> {
        if self.added.is_empty() && self.changed.is_empty() {
            transaction.rollback().await?;
            return Ok(false);
        }
        let added = &self.added;
        bulk::insert::<parameter_set::Entity>(&transaction, added, OnConflict::Fail).await?;
        for row in &self.changed {
            // The instant tells other processes that there is something to read again.
            let change = parameter_set::ActiveModel {
                parameter_set_id: Set(row.parameter_set_id.clone()),
                body: Set(row.body.clone()),
                created_at: Set(row.created_at),
                ..Default::default()
            };
            parameter_set::Entity::update(change)
                .exec(&transaction)
                .await?;
        }
        for row in self.added.iter().chain(&self.changed) {
            let event = Event {
                subject: None,
                relation: Relation::Nobody,
                action: Action::Operate,
                object_kind: "parameter_set",
                object_id: &row.parameter_set_id,
            };
            audit::write(&transaction, context, event).await?;
        }
        transaction.commit().await?;
        Ok(true)
    }
}
