//! Jobs that failed too often and wait for somebody to look.

use sea_orm::FromQueryResult;

use super::queries;
use crate::error::ServiceError;
use crate::platform::Platform;

/// The most that are told.
const MOST: i64 = 100;

/// A job that failed too often.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Parked {
    /// What kind of job.
    pub kind: String,
    /// What it was told to do.
    pub payload: String,
    /// Why it failed the last time, without any value that is stored.
    pub failure: String,
}

/// The parked jobs, at most a hundred.
///
/// # Errors
/// From the store.
pub async fn parked(platform: &Platform) -> Result<Vec<Parked>, ServiceError> {
    let reader = &platform.database.reader;
    Ok(queries::PARKED.all(reader, [MOST.into()]).await?)
}
