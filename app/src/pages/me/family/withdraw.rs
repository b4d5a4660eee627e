//! `POST /me/family/withdraw`: takes an invitation back.

use domain::ids::FamilyInvitationId;
use services::ServiceError;
use services::family::{State, withdraw};

use super::{Done, go_back};
use crate::page::{PageRequest, PageResult};

/// Withdraws the `invitation`; one that is closed already stays as it is.
///
/// # Errors
/// `NotFound` where the actor sent none of that id, and whatever the store says.
pub async fn post(request: PageRequest) -> PageResult {
    let id = request
        .field("invitation")
        .and_then(|id| id.parse::<FamilyInvitationId>().ok())
        .ok_or(ServiceError::NotFound)?;
    let state = withdraw::withdraw(&request.context, id).await?;
    go_back(match state {
        State::Withdrawn => Done::Withdrawn,
        _ => Done::Closed,
    })
}
