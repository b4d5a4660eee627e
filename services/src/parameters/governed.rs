//! What editors and approvers see: every set and draft with where it stands, and one of them whole.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Action;
use domain::identifiers::RegionCode;
use domain::language::Bilingual;
use domain::settlement::parameters::ParameterSet;
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult};
use serde::Deserialize;

use super::around::{self, Warning};
use super::compare::{self, Difference};
use super::queries;
use super::radar::Radar;
use super::release::{of_region, predecessor, region};
use super::simulate::{self, Run};
use super::stage::Stage;
use super::steps::{self, Hand};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::{parameter_draft, parameter_release, parameter_set};

/// The most drafts and the most sets that are listed.
pub const MOST: usize = 500;

/// A set or a draft in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its stable name.
    pub id: String,
    /// What people call it.
    pub name: Bilingual,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last one; `None` without end.
    pub through: Option<NaiveDate>,
    /// Where it stands.
    pub stage: Stage,
}

/// A region with its sets and drafts, those that begin last first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whose people they serve.
    pub region: RegionCode,
    /// Its sets and drafts.
    pub sets: Vec<Listed>,
}

/// Everything, by region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Governed {
    /// The regions in the order of their codes.
    pub places: Vec<Place>,
    /// Whether there are more than can be listed.
    pub more: bool,
}

/// One step of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What happened.
    pub stage: Stage,
    /// How whoever did it is called; the platform itself has no name here.
    pub by: Option<String>,
    /// In which role, by its code.
    pub role: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What was said about it.
    pub note: String,
}

/// What whoever looks may do here now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
pub struct May {
    /// Write the draft anew, throw it away.
    pub edit: bool,
    /// Try it on earlier bills.
    pub simulate: bool,
    /// Review it.
    pub review: bool,
    /// Release it.
    pub release: bool,
    /// Ask that the set be taken back.
    pub ask_back: bool,
    /// Answer that.
    pub answer_back: bool,
    /// Nothing of the above, because it is one's own.
    pub own: bool,
}

/// One set or draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct One {
    /// The set with all figures.
    pub set: ParameterSet,
    /// The text as it was written, for a draft.
    pub typed: Option<String>,
    /// The content that a button is about.
    pub content_hash: String,
    /// Its last day, as it is now.
    pub through: Option<NaiveDate>,
    /// Where it stands.
    pub stage: Stage,
    /// The set that it is compared with: the one that serves before it.
    pub before: Option<String>,
    /// The figures in which it differs from that.
    pub differences: Vec<Difference>,
    /// What is to be known of its days beside the other sets of its place.
    pub warnings: Vec<Warning>,
    /// How it came to be, the oldest step first; empty for an imported set.
    pub steps: Vec<Step>,
    /// When an imported set was imported or last completed.
    pub imported_at: Option<DateTime<Utc>>,
    /// The newest simulation.
    pub run: Option<Run>,
    /// The messages about it, once it was released here.
    pub radar: Option<Radar>,
    /// What whoever looks may do.
    pub may: May,
}

#[derive(FromQueryResult)]
struct ListRow {
    parameter_set_id: String,
    region_code: String,
    valid_from: NaiveDate,
    valid_until: Option<NaiveDate>,
    state: String,
    body: String,
}

#[derive(Deserialize)]
struct Named {
    name: Bilingual,
}

/// Every set and every open draft.
///
/// # Errors
/// `NotFound` for everybody but editors and approvers; else from the store.
pub async fn all(context: &RequestContext) -> Result<Governed, ServiceError> {
    authorise::office(context, Action::ReadPublishing)?;
    let reader = &context.platform.database.reader;
    let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    let drafts: Vec<ListRow> = queries::OPEN.all(reader, ["".into(), most.into()]).await?;
    let sets: Vec<ListRow> = queries::RELEASED
        .all(reader, ["".into(), most.into()])
        .await?;
    let more = drafts.len() > MOST || sets.len() > MOST;
    let mut places: Vec<Place> = Vec::new();
    let drafts = drafts.into_iter().take(MOST).map(|row| (row, true));
    let sets = sets.into_iter().take(MOST).map(|row| (row, false));
    for (row, open) in drafts.chain(sets) {
        let region = region(&row.region_code)?;
        let listed = listed(context, row, open)?;
        match places.iter_mut().find(|place| place.region == region) {
            Some(place) => place.sets.push(listed),
            None => places.push(Place {
                region,
                sets: vec![listed],
            }),
        }
    }
    places.sort_by_key(|place| place.region);
    for place in &mut places {
        place.sets.sort_by(|one, other| {
            (Reverse(one.from), &one.id).cmp(&(Reverse(other.from), &other.id))
        });
    }
    Ok(Governed { places, more })
}

fn listed(context: &RequestContext, row: ListRow, open: bool) -> Result<Listed, ServiceError> {
    let named: Named = serde_json::from_str(&row.body).map_err(ServiceError::internal)?;
    let stage = if open {
        Stage::from_code(&row.state).unwrap_or(Stage::Drafted)
    } else {
        Stage::of_released(&row.state, row.valid_from, row.valid_until, context.today())
    };
    Ok(Listed {
        id: row.parameter_set_id,
        name: named.name,
        from: row.valid_from,
        through: row.valid_until,
        stage,
    })
}

/// The set or open draft `id`.
///
/// # Errors
/// `NotFound` for everybody but editors and approvers and without such a set; else from the store.
pub async fn one(context: &RequestContext, id: &str) -> Result<One, ServiceError> {
    authorise::office(context, Action::ReadPublishing)?;
    let reader = &context.platform.database.reader;
    // Large, like most statements of entities; pages hold it with futures of their own.
    let found = Box::pin(find(context, reader, id)).await?;
    let neighbours = of_region(reader, &found.set.region.to_string()).await?;
    let others: Vec<_> = neighbours
        .into_iter()
        .filter(|other| other.parameter_set_id != id)
        .collect();
    let before = predecessor(&others, found.set.effective.from);
    let before: Option<ParameterSet> = before
        .map(|other| serde_json::from_str(&other.body))
        .transpose()
        .map_err(ServiceError::internal)?;
    let differences = match (&before, found.stage.is_open()) {
        (None, false) => Vec::new(),
        (before, _) => compare::differences(before.as_ref(), &found.set)?,
    };
    let warnings = match found.stage {
        stage if stage.is_open() => around::warnings(&found.set, None, &others)?,
        Stage::Scheduled | Stage::Active => {
            around::warnings(&found.set, Some(found.through), &others)?
        }
        _ => Vec::new(),
    };
    let rows = steps::all(reader, id).await?;
    let may = Box::pin(may(context, reader, &found, &rows)).await?;
    let run = simulate::newest(reader, id).await?;
    Ok(One {
        may,
        before: before.map(|set| set.id),
        differences,
        warnings,
        steps: rows.iter().filter_map(told).collect(),
        run,
        radar: found.release.as_ref().map(Radar::of),
        set: found.set,
        typed: found.typed,
        content_hash: found.content_hash,
        through: found.through,
        stage: found.stage,
        imported_at: found.imported_at,
    })
}

/// The text of a set or draft to begin another draft with: as it was written, else as it is kept.
///
/// # Errors
/// `NotFound` for everybody but editors and without such a set; else from the store.
pub async fn text_of(context: &RequestContext, id: &str) -> Result<(String, String), ServiceError> {
    authorise::office(context, Action::DraftParameters)?;
    let reader = &context.platform.database.reader;
    let mut found = find(context, reader, id).await?;
    if let Some(typed) = found.typed {
        return Ok((typed, found.content_hash));
    }
    found.set.reviewed_by = None;
    found.set.reviewed_on = None;
    let text = serde_json::to_string_pretty(&found.set).map_err(ServiceError::internal)?;
    Ok((text, found.content_hash))
}

struct Found {
    set: ParameterSet,
    typed: Option<String>,
    content_hash: String,
    through: Option<NaiveDate>,
    stage: Stage,
    release: Option<parameter_release::Model>,
    imported_at: Option<DateTime<Utc>>,
}

async fn find(
    context: &RequestContext,
    reader: &impl ConnectionTrait,
    id: &str,
) -> Result<Found, ServiceError> {
    let row = parameter_set::Entity::find_by_id(id.to_owned())
        .one(reader)
        .await?;
    if let Some(row) = row {
        let release = parameter_release::Entity::find_by_id(id.to_owned())
            .one(reader)
            .await?;
        let (from, through) = (row.valid_from, row.valid_until);
        return Ok(Found {
            set: serde_json::from_str(&row.body).map_err(ServiceError::internal)?,
            typed: None,
            content_hash: super::draft::hash(&row.body),
            through,
            stage: Stage::of_released(&row.state, from, through, context.today()),
            imported_at: release.is_none().then_some(row.created_at),
            release,
        });
    }
    let row = parameter_draft::Entity::find_by_id(id.to_owned())
        .one(reader)
        .await?;
    let row = row.ok_or(ServiceError::NotFound)?;
    Ok(Found {
        set: serde_json::from_str(&row.body).map_err(ServiceError::internal)?,
        typed: Some(row.typed),
        content_hash: row.content_hash,
        through: row.valid_until,
        stage: Stage::from_code(&row.state).ok_or(ServiceError::NotFound)?,
        release: None,
        imported_at: None,
    })
}

fn told(row: &steps::StepRow) -> Option<Step> {
    Some(Step {
        stage: Stage::from_code(&row.state)?,
        by: row.account_id.is_some().then(|| row.actor_name.clone()),
        role: row.role.clone(),
        at: row.happened_at,
        note: row.note.clone(),
    })
}

async fn may(
    context: &RequestContext,
    reader: &impl ConnectionTrait,
    found: &Found,
    rows: &[steps::StepRow],
) -> Result<May, ServiceError> {
    let drafts = authorise::office(context, Action::DraftParameters).is_ok();
    let releases = authorise::office(context, Action::ReleaseParameters).is_ok();
    let hand = Hand::of(reader, context).await?;
    let open = found.stage.is_open();
    let serves = matches!(found.stage, Stage::Scheduled | Stage::Active);
    let asked = steps::open_request(rows).is_some();
    let wrote = open && steps::wrote(hand, rows);
    let wished = serves && steps::asked(hand, rows);
    Ok(May {
        edit: drafts && open,
        simulate: drafts && open,
        review: releases && !wrote && matches!(found.stage, Stage::Simulated | Stage::Drafted),
        release: releases && !wrote && found.stage == Stage::Reviewed,
        ask_back: drafts && serves && !asked && found.release.is_some(),
        answer_back: releases && serves && asked && !wished,
        own: releases && (wrote || wished),
    })
}
