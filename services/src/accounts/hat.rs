//! The hat: in which of its roles an account acts. One at a time, chosen at the sign-in and changed
//! by a press; nothing of one hat is seen or done in another.

use chrono::NaiveDate;
use domain::access::{Action, Relation, Role};
use domain::ids::AccountId;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::SessionHash;
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::{account, account_role, session};

/// In which role a session acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hat {
    /// The role.
    pub role: Role,
    /// The role that the session was told to act in, when it is no longer in force: `role` stands
    /// in for it until the person says otherwise.
    pub ended: Option<Role>,
}

/// The hat of a session that was last told to act as `worn` (a role's code; empty when it never
/// was told). `None` when no role is `held` any more.
pub(super) fn of_session(worn: &str, held: impl Iterator<Item = Role> + Clone) -> Option<Hat> {
    let worn = Role::from_code(worn);
    let kept = worn.filter(|worn| held.clone().any(|role| role == *worn));
    let role = kept.or_else(|| held.min())?;
    let ended = worn.filter(|worn| *worn != role);
    Some(Hat { role, ended })
}

/// The hat to begin with: the last one while it is held, else that of a resident, else the first.
pub(super) fn at_sign_in(last: &str, held: &[Role]) -> Option<Role> {
    of_session(last, held.iter().copied()).map(|hat| hat.role)
}

/// The roles that `account` holds on `day`, wherever they hold.
///
/// # Errors
/// Whatever the store says.
pub(super) async fn held(
    connection: &impl ConnectionTrait,
    account: AccountId,
    day: NaiveDate,
) -> Result<Vec<Role>, DbErr> {
    let codes: Vec<String> = account_role::Entity::find()
        .filter(account_role::Column::AccountId.eq(Uuid::from(account)))
        .filter(account_role::Column::ValidFrom.lte(day))
        .filter(
            Condition::any()
                .add(account_role::Column::ValidUntil.is_null())
                .add(account_role::Column::ValidUntil.gte(day)),
        )
        .select_only()
        .column(account_role::Column::Role)
        .into_tuple()
        .all(connection)
        .await?;
    let roles = codes.iter().filter_map(|code| Role::from_code(code));
    Ok(roles.collect())
}

/// Lets `session` act as `to` from now on, and the account's next session begin so. Written to the
/// audit trail with it; to take on the hat that one wears already writes nothing.
///
/// # Errors
/// `NotFound` when the actor does not hold that role today or the session has ended; else from
/// the store.
pub async fn switch(
    context: &RequestContext,
    session: SessionHash,
    to: Role,
) -> Result<(), ServiceError> {
    authorise::office(context, Action::SwitchHat)?;
    let account = context.actor.account.ok_or(ServiceError::NotFound)?;
    let change = |transaction| put_on(transaction, context, account, session, to);
    context.platform.database.write(change).await
}

async fn put_on(
    transaction: DatabaseTransaction,
    context: &RequestContext,
    account: AccountId,
    session: SessionHash,
    to: Role,
) -> Result<(), ServiceError> {
    let held = held(&transaction, account, context.today()).await?;
    if !held.contains(&to) {
        return Err(ServiceError::NotFound);
    }
    let worn: Option<String> = session::Entity::find_by_id(session.as_bytes().to_vec())
        .filter(session::Column::AccountId.eq(Uuid::from(account)))
        .filter(session::Column::ExpiresAt.gt(context.now.timestamp()))
        .select_only()
        .column(session::Column::ActingRole)
        .into_tuple()
        .one(&transaction)
        .await?;
    if worn.ok_or(ServiceError::NotFound)? == to.code() {
        return Ok(());
    }
    session::Entity::update_many()
        .col_expr(session::Column::ActingRole, Expr::value(to.code()))
        .filter(session::Column::SessionHash.eq(session.as_bytes().to_vec()))
        .exec(&transaction)
        .await?;
    account::Entity::update_many()
        .col_expr(account::Column::LastRole, Expr::value(to.code()))
        .filter(account::Column::AccountId.eq(Uuid::from(account)))
        .exec(&transaction)
        .await?;
    // The account's affair and nobody's data: an office hat leaves no trace in a person's record.
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::SwitchHat,
        object_kind: "hat",
        object_id: to.code(),
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use domain::access::Role::{Approver, Auditor, Editor, Resident};

    use super::{at_sign_in, of_session};

    #[test]
    fn a_hat_lasts_as_long_as_its_role() {
        let hat = |worn, held: &[_]| {
            of_session(worn, held.iter().copied()).map(|hat| (hat.role, hat.ended))
        };
        assert_eq!(hat("auditor", &[Resident, Auditor]), Some((Auditor, None)));
        assert_eq!(
            hat("auditor", &[Editor, Resident]),
            Some((Resident, Some(Auditor)))
        );
        assert_eq!(hat("", &[Editor, Approver]), Some((Editor, None)));
        assert_eq!(hat("operator", &[Editor]), Some((Editor, None)));
        assert_eq!(hat("auditor", &[]), None);
    }

    #[test]
    fn a_session_begins_with_the_last_hat_or_as_a_resident() {
        assert_eq!(at_sign_in("", &[Auditor]), Some(Auditor));
        assert_eq!(at_sign_in("", &[Auditor, Resident]), Some(Resident));
        assert_eq!(at_sign_in("auditor", &[Resident, Auditor]), Some(Auditor));
        assert_eq!(at_sign_in("editor", &[Resident, Auditor]), Some(Resident));
        assert_eq!(at_sign_in("editor", &[]), None);
    }
}
