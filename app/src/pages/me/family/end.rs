//! `POST /me/family/end`: ends a link, from either side, at once.

use domain::ids::PersonId;
use services::ServiceError;
use services::family::end::{self, Side};

use super::{Done, go_back};
use crate::page::{PageRequest, PageResult};

/// Ends the link with `other` on `side`; one that ended before stays ended.
///
/// # Errors
/// `NotFound` where there never was one, and whatever the store says.
pub async fn post(request: PageRequest) -> PageResult {
    let other = request
        .field("other")
        .and_then(|id| id.parse::<PersonId>().ok());
    let side = request.field("side").and_then(Side::from_code);
    let (other, side) = other.zip(side).ok_or(ServiceError::NotFound)?;
    end::end(&request.context, other, side).await?;
    go_back(Done::Ended)
}
