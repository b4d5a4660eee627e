//! Lets somebody in whose identity a provider has proven: finds their account or opens one.

use std::error::Error;

use domain::access::{Action, Role};
use domain::ids::{AccountId, PersonId};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, SqlErr};

use super::open_account::{self, NewAccount};
use super::sessions::{self, NewSession};
use super::{SessionHash, demo_identities, hat, own_event};
use crate::context::{Actor, RequestContext};
use crate::error::ServiceError;
use crate::store::entity::account;

/// What a provider has proven.
#[derive(Clone, Debug)]
pub struct ProvenIdentity<'a> {
    /// The provider's name in the configuration, bound there to one issuer.
    pub provider: &'a str,
    /// Its `sub`. Names, mail addresses and telephone numbers never identify anybody here.
    pub subject: &'a str,
    /// How the provider calls them.
    pub name: Option<&'a str>,
}

/// The session that begins with an admission.
pub struct Arrival<'a> {
    /// The session that the browser had until now, which ends.
    pub before: Option<SessionHash>,
    /// Makes the new one, for the account that it turns out to be.
    pub session: &'a (dyn Fn(AccountId) -> Result<NewSession, ServiceError> + Sync),
}

/// What becomes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Admission {
    /// They may come in.
    Granted {
        /// Their account.
        account: AccountId,
        /// How they are called.
        name: String,
        /// Whether the account was opened just now.
        new: bool,
        /// Every role that it holds today; the first is the one that it begins in.
        roles: Vec<Role>,
    },
    /// The account has no role in force.
    Closed,
}

/// Admits `identity` and begins their session, and writes that to the audit trail, all in one
/// transaction: there is no event without a session and no session without an event.
///
/// Somebody who comes for the first time gets an account as a resident with no person behind
/// it: which person they are is proven at a counter, never by a name.
///
/// # Errors
/// From the store.
pub async fn admit(
    context: &RequestContext,
    identity: &ProvenIdentity<'_>,
    arrival: &Arrival<'_>,
) -> Result<Admission, ServiceError> {
    match attempt(context, identity, arrival).await {
        // Two first sign-ins at once: one has opened the account, the other finds it.
        Err(ServiceError::Internal(cause)) if is_taken(cause.as_ref()) => {
            attempt(context, identity, arrival).await
        }
        other => other,
    }
}

fn is_taken(cause: &(dyn Error + Send + Sync + 'static)) -> bool {
    cause
        .downcast_ref::<DbErr>()
        .and_then(DbErr::sql_err)
        .is_some_and(|error| matches!(error, SqlErr::UniqueConstraintViolation(_)))
}

async fn attempt(
    context: &RequestContext,
    identity: &ProvenIdentity<'_>,
    arrival: &Arrival<'_>,
) -> Result<Admission, ServiceError> {
    let transaction = context.platform.database.begin().await?;
    let known = account::Entity::find()
        .filter(account::Column::Provider.eq(identity.provider))
        .filter(account::Column::Subject.eq(identity.subject))
        .one(&transaction)
        .await?;
    let new = known.is_none();
    let (id, actor, admission) = if let Some(account) = known {
        let id = AccountId::from(account.account_id);
        let held = hat::held(&transaction, id, context.today()).await?;
        let Some(role) = hat::at_sign_in(&account.last_role, &held) else {
            return Ok(Admission::Closed);
        };
        let person = account.person_id.map(PersonId::from);
        let name = account.display_name;
        (
            id,
            Actor::signed_in(id, person, role, name.clone()),
            granted(id, name, new, (role, &held)),
        )
    } else {
        let (name, roles) = first_impression(identity);
        let id = AccountId::from(context.new_id());
        let account = NewAccount {
            id,
            provider: identity.provider,
            subject: identity.subject,
            person: None,
            display_name: name,
            roles,
            elder_mode: false,
        };
        open_account::write(&transaction, &account, context.now).await?;
        let role = hat::at_sign_in("", roles).unwrap_or(Role::Visitor);
        (
            id,
            Actor::signed_in(id, None, role, name.to_owned()),
            granted(id, name.to_owned(), new, (role, roles)),
        )
    };
    if let Some(before) = arrival.before {
        sessions::remove(&transaction, before).await?;
    }
    let session = (arrival.session)(id)?;
    sessions::insert(&transaction, session, actor.role, context.now).await?;
    write_event(context, &transaction, actor).await?;
    transaction.commit().await?;
    Ok(admission)
}

fn granted(
    account: AccountId,
    name: String,
    new: bool,
    (acting, held): (Role, &[Role]),
) -> Admission {
    let others = held.iter().copied().filter(|role| *role != acting);
    let roles = [acting].into_iter().chain(others).collect();
    Admission::Granted {
        account,
        name,
        new,
        roles,
    }
}

/// The name and the roles of a new account.
fn first_impression<'a>(identity: &ProvenIdentity<'a>) -> (&'a str, &'static [Role]) {
    let demo = (identity.provider == demo_identities::PROVIDER)
        .then(|| demo_identities::find(identity.subject))
        .flatten();
    demo.map_or_else(
        || {
            (
                identity.name.unwrap_or_default(),
                [Role::Resident].as_slice(),
            )
        },
        |known| (known.name_zh, known.roles),
    )
}

async fn write_event(
    context: &RequestContext,
    connection: &impl ConnectionTrait,
    actor: Actor,
) -> Result<(), DbErr> {
    let context = RequestContext {
        actor,
        ..context.clone()
    };
    own_event::write(connection, &context, Action::SignIn, "sign_in").await
}
