//! Family links from both sides, and invitations. Whether a number that the person typed belongs
//! to anybody is no part of it. States are those that are stored, so that an export of the same
//! records is the same whenever it is made: what waits after its last day has expired.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::headings as h;
use super::instant;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::export::dossier::{Cell, Section};
use crate::store::entity::{family_invitation, family_link};

const fn yes_or_no(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// The four sections about the family of the person `id`.
pub(super) async fn collect(
    context: &RequestContext,
    id: Uuid,
) -> Result<Vec<Section>, ServiceError> {
    use family_invitation::Column as I;
    use family_link::Column as L;
    let reader = &context.platform.database.reader;
    let links = |side: L, other: L| {
        family_link::Entity::find()
            .filter(side.eq(id))
            .order_by_asc(other)
            .all(reader)
    };
    let seen = links(L::PersonId, L::RelativeId).await?;
    let seeing = links(L::RelativeId, L::PersonId).await?;
    let invitations = |side: I| {
        family_invitation::Entity::find()
            .filter(side.eq(id))
            .order_by_asc(I::InvitationId)
            .all(reader)
    };
    let sent = invitations(I::PersonId).await?;
    let received = invitations(I::InvitedId).await?;
    Ok(vec![
        section!(FAMILY, seen, |row| [
            row.relative_id.to_string(),
            row.relative_name.as_str(),
            row.relation.as_str(),
            row.state.as_str(),
            row.valid_from,
            row.valid_until,
            row.proof.as_str(),
            yes_or_no(row.sees_visits),
            yes_or_no(row.sees_account),
        ]),
        section!(FAMILY_SEEING, seeing, |row| [
            row.person_id.to_string(),
            row.person_name.as_str(),
            row.relation.as_str(),
            row.state.as_str(),
            row.valid_from,
            row.valid_until,
            row.proof.as_str(),
            yes_or_no(row.sees_visits),
            yes_or_no(row.sees_account),
        ]),
        section!(INVITATIONS_SENT, sent, |row| [
            instant(row.created_at),
            row.invited_name.as_str(),
            row.relation.as_str(),
            row.way.as_str(),
            yes_or_no(row.sees_visits),
            yes_or_no(row.sees_account),
            row.state.as_str(),
            instant(row.expires_at),
            row.closed_at.map(instant),
        ]),
        section!(INVITATIONS_RECEIVED, received, |row| [
            instant(row.created_at),
            row.person_name.as_str(),
            row.relation.as_str(),
            row.way.as_str(),
            yes_or_no(row.sees_visits),
            yes_or_no(row.sees_account),
            row.state.as_str(),
            instant(row.expires_at),
            row.closed_at.map(instant),
        ]),
    ])
}
