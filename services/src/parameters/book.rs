//! All parameter sets in memory: looked up at each settlement, loaded when they change.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, NaiveDate, Utc};
use domain::identifiers::RegionCode;
use domain::settlement::parameters::{ParameterSet, choose, nearest};
use domain::settlement::{Refusal, RefusalCode};
use sea_orm::{ColumnTrait, EntityTrait, QueryOrder, QuerySelect};

use super::stage::TAKEN_BACK;
use crate::error::ServiceError;
use crate::store::Database;
use crate::store::entity::parameter_set;

/// How many sets there are and when the last one came: what a changed store differs in.
type Stamp = (i64, Option<DateTime<Utc>>);

#[derive(Default)]
struct Pages {
    stamp: Option<Stamp>,
    sets: Arc<Vec<Arc<ParameterSet>>>,
    /// Those that were taken back: in force on no day, kept for the settlements that name them.
    gone: Vec<Arc<ParameterSet>>,
}

/// The parameter sets of the store, in memory.
#[derive(Default)]
pub struct ParameterBook {
    pages: RwLock<Pages>,
}

impl ParameterBook {
    /// Every released set that was not taken back, ordered by id, with the days on which it is in
    /// force: those of its text, shortened where another set has taken over.
    #[must_use]
    pub fn all(&self) -> Arc<Vec<Arc<ParameterSet>>> {
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&pages.sets)
    }

    /// The set with this id, such as a settlement stores it, taken back or not.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<Arc<ParameterSet>> {
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        let mut all = pages.sets.iter().chain(&pages.gone);
        all.find(|set| set.id == id).cloned()
    }

    /// The set in force on `day` for the insured `region`: its own, else its city's, else its
    /// province's.
    ///
    /// # Errors
    /// A refusal at `/region` or `/date` when there is none.
    pub fn at(&self, region: RegionCode, day: NaiveDate) -> Result<Arc<ParameterSet>, Refusal> {
        let sets = self.all();
        let chosen = choose(sets.as_slice(), region, day)?;
        sets.iter()
            .find(|set| set.id == chosen.id)
            .cloned()
            .ok_or_else(|| Refusal::new("/region", RefusalCode::NoParameterSet))
    }

    /// The set of the insured `region` that is nearest to `day` in time; `None` when the place has
    /// none at all.
    #[must_use]
    pub fn nearest(&self, region: RegionCode, day: NaiveDate) -> Option<Arc<ParameterSet>> {
        let sets = self.all();
        let chosen = nearest(sets.as_slice(), region, day)?;
        sets.iter().find(|set| set.id == chosen.id).cloned()
    }

    /// The regions that have sets of their own, each once.
    #[must_use]
    pub fn places(&self) -> Vec<RegionCode> {
        let mut places: Vec<RegionCode> = self.all().iter().map(|set| set.region).collect();
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The first day on which any set is in force.
    #[must_use]
    pub fn begins(&self) -> Option<NaiveDate> {
        self.all().iter().map(|set| set.effective.from).min()
    }

    /// Reads the sets again if the store has others than those in memory. One short statement
    /// when nothing changed; returns whether something did.
    ///
    /// # Errors
    /// From the store; `Internal` when it holds a set that cannot be read.
    pub async fn refresh(&self, database: &Database) -> Result<bool, ServiceError> {
        let stamp = stamp(database).await?;
        let known = self
            .pages
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .stamp;
        if known == Some(stamp) {
            return Ok(false);
        }
        self.load(database, stamp).await?;
        Ok(true)
    }

    /// Reads the sets again, whatever is in memory.
    pub(super) async fn read_again(&self, database: &Database) -> Result<(), ServiceError> {
        let stamp = stamp(database).await?;
        self.load(database, stamp).await
    }

    async fn load(&self, database: &Database, stamp: Stamp) -> Result<(), ServiceError> {
        let rows = parameter_set::Entity::find()
            .order_by_asc(parameter_set::Column::ParameterSetId)
            .all(&database.reader)
            .await?;
        let (mut sets, mut gone) = (Vec::new(), Vec::new());
        for row in &rows {
            let mut set: ParameterSet =
                serde_json::from_str(&row.body).map_err(ServiceError::internal)?;
            // The text says for how long it was meant, the row since when another one serves.
            set.effective.through = row.valid_until;
            let pile = if row.state == TAKEN_BACK {
                &mut gone
            } else {
                &mut sets
            };
            pile.push(Arc::new(set));
        }
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        *pages = Pages {
            stamp: Some(stamp),
            sets: Arc::new(sets),
            gone,
        };
        Ok(())
    }
}

async fn stamp(database: &Database) -> Result<Stamp, ServiceError> {
    let row: Option<Stamp> = parameter_set::Entity::find()
        .select_only()
        .expr(parameter_set::Column::ParameterSetId.count())
        .expr(parameter_set::Column::CreatedAt.max())
        .into_tuple()
        .one(&database.reader)
        .await?;
    Ok(row.unwrap_or((0, None)))
}
