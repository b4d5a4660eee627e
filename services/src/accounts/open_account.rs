//! Opens an account with its roles.

use chrono::{DateTime, Utc};
use domain::access::Role;
use domain::ids::{AccountId, PersonId};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait};
use uuid::Uuid;

use crate::context::day_in_china;
use crate::store::entity::{account, account_role};

const NAME_CHARACTERS: usize = 100;

/// An account to be opened.
#[derive(Clone, Debug)]
pub struct NewAccount<'a> {
    /// Its id.
    pub id: AccountId,
    /// The provider's name in the configuration; the demo's is
    /// [`PROVIDER`](super::demo_identities::PROVIDER).
    pub provider: &'a str,
    /// The provider's `sub` of this person, which never changes.
    pub subject: &'a str,
    /// The insured person behind it, when that is proven.
    pub person: Option<PersonId>,
    /// How to call them; cut to 100 characters.
    pub display_name: &'a str,
    /// What they may act as, everywhere.
    pub roles: &'a [Role],
    /// Whether they like elder mode.
    pub elder_mode: bool,
}

/// Writes the account and its roles, valid from `now` on, through `connection` (a transaction).
///
/// # Errors
/// A broken unique rule when the provider's subject has an account already; else whatever the
/// store says.
pub async fn write(
    connection: &impl ConnectionTrait,
    new: &NewAccount<'_>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let account_id = Uuid::from(new.id);
    let row = account::ActiveModel {
        account_id: Set(account_id),
        provider: Set(new.provider.to_owned()),
        subject: Set(new.subject.to_owned()),
        person_id: Set(new.person.map(Uuid::from)),
        display_name: Set(new.display_name.chars().take(NAME_CHARACTERS).collect()),
        elder_mode: Set(new.elder_mode),
        created_at: Set(now),
        last_role: Set(String::new()),
    };
    account::Entity::insert(row)
        .exec_without_returning(connection)
        .await?;
    let roles = new.roles.iter().map(|role| account_role::ActiveModel {
        account_id: Set(account_id),
        role: Set(role.code().to_owned()),
        scope: Set(String::new()),
        valid_from: Set(day_in_china(now)),
        valid_until: Set(None),
    });
    account_role::Entity::insert_many(roles)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}
