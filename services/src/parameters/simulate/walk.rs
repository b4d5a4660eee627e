//! A step through the plan: pages are read one after the other while those before them are settled
//! again on the other cores, and never more of them are in memory than are being worked on.

use std::collections::VecDeque;
use std::sync::Arc;
use std::thread::available_parallelism;

use domain::settlement::parameters::ParameterSet;
use tokio::task::{JoinHandle, spawn_blocking};

use super::pages::{self, Place};
use super::plan::Stretch;
use super::replay::{Stored, replay};
use super::tally::Tally;
use crate::error::ServiceError;
use crate::parameters::ParameterBook;
use crate::platform::Platform;

/// The most pages that are settled again at the same time, however many cores there are: requests
/// are served beside them.
const MOST_WORKERS: usize = 4;

/// How a simulation goes through its settlements. What comes out is the same at every pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Settlements of a page, at least 1; a person's year is never divided, so that a page may
    /// have more.
    pub page: usize,
    /// Pages of a step, at least 1. A restart loses one step at most.
    pub pages: usize,
    /// Pages that are settled again at the same time.
    pub workers: usize,
}

impl Pace {
    /// The pace of this machine: a worker for each of its cores, four at most.
    #[must_use]
    pub fn here() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        Self {
            page: 1_000,
            pages: 8,
            workers: cores.min(MOST_WORKERS),
        }
    }
}

/// What is tried on which settlements.
pub(super) struct Task<'a> {
    pub plan: &'a [Stretch],
    pub set: Arc<ParameterSet>,
    /// How many settlements are still wanted.
    pub left: u64,
}

type Work = JoinHandle<Result<Tally, ServiceError>>;

/// Goes one step on from `place`: what was counted, and where it is then.
///
/// # Errors
/// `Internal` for a stored bill that cannot be read; else from the store.
pub(super) async fn step(
    platform: &Arc<Platform>,
    task: Task<'_>,
    mut place: Place,
    pace: Pace,
) -> Result<(Tally, Place), ServiceError> {
    let mut tally = Tally::default();
    let mut working: VecDeque<Work> = VecDeque::new();
    let mut left = task.left;
    for _ in 0..pace.pages.max(1) {
        let stretch = task.plan.get(place.stretch);
        let Some(stretch) = stretch.filter(|_| left > 0) else {
            break;
        };
        let page = pages::read(platform, stretch, place.after, pace.page.max(1)).await?;
        place = place.behind(&page);
        let (people, bills) = page.first(left);
        left = left.saturating_sub(bills);
        if working.len() >= pace.workers.max(1)
            && let Some(oldest) = working.pop_front()
        {
            tally.add(&counted(oldest).await?);
        }
        let (platform, set, year) = (Arc::clone(platform), Arc::clone(&task.set), stretch.year);
        working.push_back(spawn_blocking(move || {
            count(&platform.parameters, &set, year, &people)
        }));
    }
    for work in working {
        tally.add(&counted(work).await?);
    }
    Ok((tally, place))
}

async fn counted(work: Work) -> Result<Tally, ServiceError> {
    work.await.map_err(ServiceError::internal)?
}

/// The people's `year` settled again.
fn count(
    book: &ParameterBook,
    set: &ParameterSet,
    year: i32,
    people: &[Vec<Stored>],
) -> Result<Tally, ServiceError> {
    let mut tally = Tally::default();
    for bills in people {
        tally.count(year, &replay(book, set, bills)?);
    }
    Ok(tally)
}
