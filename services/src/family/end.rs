//! Ends a link, from either side, at once.

use domain::access::{Action, Relation};
use domain::ids::PersonId;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{oneself, write_events};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::messages::{Template, compose};
use crate::store::entity::family_link;

/// Which of the two links between the actor and the other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The actor sees the other one.
    Seen,
    /// The other one sees the actor.
    Seeing,
}

impl Side {
    /// The code under which forms send it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Seeing => "seeing",
        }
    }

    /// The side with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Seen, Self::Seeing]
            .into_iter()
            .find(|side| side.code() == code)
    }
}

/// Ends the link between the actor and `other`. The next request through it is answered as to a
/// stranger. Whether it ended just now; one that ended before stays as it is.
///
/// # Errors
/// `NotFound` when there never was such a link.
pub async fn end(
    context: &RequestContext,
    other: PersonId,
    side: Side,
) -> Result<bool, ServiceError> {
    let own = oneself(context, Action::ManageFamily).await?.person();
    let change = |transaction| once(context, transaction, own, other, side);
    context.platform.database.write(change).await
}

async fn once(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    own: PersonId,
    other: PersonId,
    side: Side,
) -> Result<bool, ServiceError> {
    use family_link::Column as C;
    let (viewer, seen) = match side {
        Side::Seen => (Uuid::from(own), Uuid::from(other)),
        Side::Seeing => (Uuid::from(other), Uuid::from(own)),
    };
    let link = family_link::Entity::find_by_id((viewer, seen))
        .one(&transaction)
        .await?
        .ok_or(ServiceError::NotFound)?;
    if link.state != "confirmed" {
        return Ok(false);
    }
    let today = context.today();
    let until = link.valid_until.map_or(today, |last| last.min(today));
    family_link::Entity::update_many()
        .col_expr(C::State, Expr::value("ended"))
        .col_expr(C::ValidUntil, Expr::value(until))
        .filter(C::PersonId.eq(viewer))
        .filter(C::RelativeId.eq(seen))
        .exec(&transaction)
        .await?;
    let name = other.to_string();
    let relative = (Some(other.into()), Relation::Family);
    let object = ("family_link", name.as_str());
    write_events(&transaction, context, own, relative, object).await?;
    // The names on the link are those under which the two know each other.
    let name = match side {
        Side::Seen => link.person_name,
        Side::Seeing => link.relative_name,
    };
    let told = Template::FamilyEnded { name };
    let occasion = format!("family_ended:{}", context.new_id());
    compose(&transaction, context.now, other, &told, &occasion).await?;
    transaction.commit().await?;
    Ok(true)
}
