//! A reviewed draft becomes a set: released for its first day, or at once when that day has come.

use chrono::{Days, NaiveDate};
use domain::access::Action;
use domain::identifiers::RegionCode;
use domain::language::Bilingual;
use domain::money::Money;
use domain::settlement::parameters::ParameterSet;
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait};
use sea_orm::{FromQueryResult, IntoActiveModel};

use super::around::same_day;
use super::stage::Stage;
use super::steps::{self, Hand, NewStep};
use super::{RADAR, draft, queries};
use crate::authorise;
use crate::context::{RequestContext, day_in_china};
use crate::error::ServiceError;
use crate::jobs;
use crate::store::entity::{parameter_draft, parameter_release, parameter_set, parameter_step};

/// From which difference on a person is told of a new set, unless the approver says otherwise.
pub const TOLD_FROM: Money = Money::from_yuan(100);
/// The largest difference that can be chosen.
pub const MOST_TOLD_FROM: Money = Money::from_yuan(100_000);

/// How the release of a set is stored until the messages about it are sent.
pub(super) mod radar_state {
    /// The set is not in force yet.
    pub(in super::super) const WAITING: &str = "waiting";
    /// People are being looked at.
    pub(in super::super) const RUNNING: &str = "running";
    /// Everybody was looked at.
    pub(in super::super) const DONE: &str = "done";
    /// The set was taken back before everybody was.
    pub(in super::super) const STOPPED: &str = "stopped";
}

/// Releases the reviewed draft `id`, whose content was `seen`. The set of the same region that
/// serves until then ends on the day before; whoever would have paid or saved at least `told_from`
/// in the last twelve months is told when the set is in force, and nobody when its last day is past.
/// Returns whether its first day has come.
///
/// # Errors
/// `NotFound` for everybody but approvers and without such a draft; `Invalid` with `own_draft`,
/// `not_reviewed`, `changed_meanwhile`, `already_used`, `same_day` (a set of the region begins on
/// that day) or `out_of_range` (the amount); else from the store.
pub async fn release(
    context: &RequestContext,
    id: &str,
    seen: &str,
    told_from: Money,
) -> Result<bool, ServiceError> {
    authorise::office(context, Action::ReleaseParameters)?;
    if told_from < Money::from_yuan(1) || told_from > MOST_TOLD_FROM {
        let detail = "between 1 and 100,000 yuan";
        return Err(ServiceError::invalid("told_from", "out_of_range", detail));
    }
    let change = |transaction| write(context, id, seen, told_from, transaction);
    let active = context.platform.database.write(change).await?;
    let platform = &context.platform;
    platform.parameters.read_again(&platform.database).await?;
    Ok(active)
}

async fn write(
    context: &RequestContext,
    id: &str,
    seen: &str,
    told_from: Money,
    transaction: DatabaseTransaction,
) -> Result<bool, ServiceError> {
    let (row, stage) = draft::open(&transaction, id).await?;
    let hand = Hand::of(&transaction, context).await?;
    let known = steps::all(&transaction, id).await?;
    let wrong = |code, detail| Err(ServiceError::invalid("told_from", code, detail));
    if steps::wrote(hand, &known) {
        return wrong(
            "own_draft",
            "somebody who did not write the draft releases it",
        );
    }
    if row.content_hash != seen {
        return wrong("changed_meanwhile", "the draft was written anew meanwhile");
    }
    if stage != Stage::Reviewed {
        return wrong("not_reviewed", "the draft has to be reviewed first");
    }
    if draft::is_released(&transaction, id).await? {
        return wrong("already_used", "a released set has this id");
    }
    let neighbours = of_region(&transaction, &row.region_code).await?;
    if same_day(&neighbours, row.valid_from).is_some() {
        return wrong("same_day", "a set of this place begins on the same day");
    }
    let stage = Stage::of_released("", row.valid_from, row.valid_until, context.today());
    let predecessor = make_room(&transaction, context, &row, &neighbours).await?;
    insert(context, &transaction, &row, &neighbours, &known).await?;
    let release = parameter_release::Model {
        parameter_set_id: id.to_owned(),
        predecessor_id: predecessor.as_ref().map(|one| one.parameter_set_id.clone()),
        predecessor_until: predecessor.and_then(|one| one.valid_until),
        told_from: told_from.fen(),
        // Whose days are past concerns no later visit: nobody is told.
        radar_state: if stage == Stage::Superseded {
            radar_state::DONE.to_owned()
        } else {
            radar_state::WAITING.to_owned()
        },
        looked_at: 0,
        told: 0,
        radar_ended_at: None,
    };
    parameter_release::Entity::insert(release.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    parameter_draft::Entity::delete_by_id(id.to_owned())
        .exec(&transaction)
        .await?;
    let active = stage != Stage::Scheduled;
    let new = NewStep {
        id,
        stage: if active { Stage::Active } else { stage },
        hash: &row.content_hash,
        note: "",
        action: Action::ReleaseParameters,
    };
    steps::write(&transaction, context, hand, &known, new).await?;
    if stage == Stage::Active {
        begin_radar(&transaction, context, id).await?;
    }
    transaction.commit().await?;
    Ok(active)
}

/// A released set of the region, as the time line needs it.
#[derive(Clone, FromQueryResult)]
pub(super) struct Neighbour {
    pub parameter_set_id: String,
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub body: String,
}

/// The released sets of `region`, the first day first; those taken back are left out.
pub(super) async fn of_region(
    connection: &impl ConnectionTrait,
    region: &str,
) -> Result<Vec<Neighbour>, ServiceError> {
    Ok(queries::OF_REGION.all(connection, [region.into()]).await?)
}

/// The set that serves on the day before `from`: of several the one that began last.
pub(super) fn predecessor(neighbours: &[Neighbour], from: NaiveDate) -> Option<&Neighbour> {
    let eve = from.checked_sub_days(Days::new(1))?;
    neighbours
        .iter()
        .rfind(|one| one.valid_from <= eve && one.valid_until.is_none_or(|last| last >= eve))
}

/// Ends the predecessor on the day before; returns it as it was.
async fn make_room(
    transaction: &DatabaseTransaction,
    context: &RequestContext,
    draft: &parameter_draft::Model,
    neighbours: &[Neighbour],
) -> Result<Option<Neighbour>, ServiceError> {
    let Some(before) = predecessor(neighbours, draft.valid_from) else {
        return Ok(None);
    };
    let eve = draft.valid_from.checked_sub_days(Days::new(1));
    end_on(transaction, context, &before.parameter_set_id, eve).await?;
    Ok(Some(before.clone()))
}

/// Writes the last day of a set. The instant tells other processes to read the sets again.
pub(super) async fn end_on(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    id: &str,
    last: Option<NaiveDate>,
) -> Result<(), ServiceError> {
    let change = parameter_set::ActiveModel {
        parameter_set_id: Set(id.to_owned()),
        valid_until: Set(last),
        created_at: Set(context.now),
        ..Default::default()
    };
    parameter_set::Entity::update(change)
        .exec(connection)
        .await?;
    Ok(())
}

/// The row of the set: the draft with who checked it and when. Where a later set of the region is
/// released already, it ends on the day before that one.
async fn insert(
    context: &RequestContext,
    transaction: &DatabaseTransaction,
    draft: &parameter_draft::Model,
    neighbours: &[Neighbour],
    known: &[parameter_step::Model],
) -> Result<(), ServiceError> {
    let mut set: ParameterSet =
        serde_json::from_str(&draft.body).map_err(ServiceError::internal)?;
    let reviewed = known
        .iter()
        .rfind(|step| step.state == Stage::Reviewed.code());
    set.reviewed_by = Some(Bilingual {
        zh: "平台的审批人员".to_owned(),
        en: "an approver of the platform".to_owned(),
    });
    set.reviewed_on = reviewed.map(|step| day_in_china(step.happened_at));
    let later = neighbours
        .iter()
        .find(|one| one.valid_from > draft.valid_from)
        .and_then(|one| one.valid_from.checked_sub_days(Days::new(1)));
    let valid_until = [draft.valid_until, later].into_iter().flatten().min();
    let row = parameter_set::Model {
        parameter_set_id: draft.parameter_set_id.clone(),
        region_code: draft.region_code.clone(),
        valid_from: draft.valid_from,
        valid_until,
        state: if draft.valid_from > context.today() {
            Stage::Scheduled.code().to_owned()
        } else {
            Stage::Active.code().to_owned()
        },
        body: serde_json::to_string(&set).map_err(ServiceError::internal)?,
        created_at: context.now,
    };
    parameter_set::Entity::insert(row.into_active_model())
        .exec_without_returning(transaction)
        .await?;
    Ok(())
}

/// Plans the messages about the set `id`, which is in force from now on.
pub(super) async fn begin_radar(
    connection: &impl ConnectionTrait,
    context: &RequestContext,
    id: &str,
) -> Result<(), ServiceError> {
    let change = parameter_release::ActiveModel {
        parameter_set_id: Set(id.to_owned()),
        radar_state: Set(radar_state::RUNNING.to_owned()),
        ..Default::default()
    };
    parameter_release::Entity::update(change)
        .exec(connection)
        .await?;
    jobs::plan_with(connection, context.now, RADAR.name, id).await
}

/// The region of a row.
///
/// # Errors
/// `Internal` for a code that cannot be read.
pub(super) fn region(code: &str) -> Result<RegionCode, ServiceError> {
    code.parse()
        .map_err(|_| ServiceError::internal("a region code that cannot be read"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_predecessor_serves_on_the_day_before() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let set = |id: &str, from: &str, until: Option<&str>| Neighbour {
            parameter_set_id: id.to_owned(),
            valid_from: day(from),
            valid_until: until.map(day),
            body: String::new(),
        };
        let all = [
            set("A", "2024-01-01", Some("2024-12-31")),
            set("B", "2025-01-01", None),
            set("C", "2027-01-01", None),
        ];
        let before = |from| predecessor(&all, day(from)).map(|one| one.parameter_set_id.as_str());
        assert_eq!(before("2026-07-01"), Some("B"));
        assert_eq!(before("2028-01-01"), Some("C"));
        assert_eq!(before("2025-01-01"), Some("A"));
        assert_eq!(before("2024-01-01"), None);
    }
}
