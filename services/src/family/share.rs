//! Money of the personal account that its holder keeps for a relative. It is a limit: the relative
//! may use so much, and until then the holder cannot spend it; what is left is free again when the
//! link between the two ends (notice on sharing across provinces, 2026-01-09). The link is what
//! both sides agreed to, so that the amount is the holder's alone to say.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::access::{Action, Relation};
use domain::family::Kinship;
use domain::identifiers::Sex;
use domain::ids::PersonId;
use domain::language::Language;
use domain::money::Money;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, FromQueryResult,
    IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::{oneself, queries};
use crate::audit::{self, Event};
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::store::entity::account_share;

/// What an account keeps for relatives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// What is in the account, in fen.
    pub balance: Money,
    /// Everybody for whom something can be kept.
    pub shares: Vec<Share>,
    /// The newest entry of the account.
    newest: Uuid,
}

/// A relative, and what is kept for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Who.
    pub relative: PersonId,
    /// The name under which the link was confirmed; empty when it has none.
    pub name: String,
    /// What they are to the holder.
    pub kinship: Option<Kinship>,
    /// Their sex as recorded.
    pub sex: Option<Sex>,
    /// What is kept and not used yet, in fen.
    pub left: Money,
}

impl Keeping {
    /// What is kept for all of them, never more than the balance.
    #[must_use]
    pub fn reserved(&self) -> Money {
        self.kept_but_for(None)
            .at_most(Some(self.balance))
            .or_zero()
    }

    /// What the holder may spend; never below zero.
    #[must_use]
    pub fn free(&self) -> Money {
        (self.balance - self.reserved()).or_zero()
    }

    /// The most that can be kept for `relative`.
    #[must_use]
    pub fn most(&self, relative: PersonId) -> Money {
        (self.balance - self.kept_but_for(Some(relative))).or_zero()
    }

    fn kept_but_for(&self, relative: Option<PersonId>) -> Money {
        self.shares
            .iter()
            .filter(|share| Some(share.relative) != relative)
            .fold(Money::ZERO, |sum, share| sum + share.left)
    }
}

#[derive(FromQueryResult)]
struct BalanceRow {
    entry_id: Uuid,
    balance_after: i64,
    reserved: i64,
}

#[derive(FromQueryResult)]
struct ShareRow {
    relative_id: Uuid,
    set_on: NaiveDate,
    amount: i64,
    used: i64,
}

impl ShareRow {
    /// What the relative has not used yet.
    fn left(&self) -> Money {
        Money::from_fen(self.amount - self.used).or_zero()
    }
}

#[derive(FromQueryResult)]
struct TiedRow {
    other_id: Uuid,
    name: String,
    relation: String,
    sex: String,
    side: String,
}

impl TiedRow {
    /// What the other one is to the holder.
    fn kinship(&self) -> Option<Kinship> {
        let kinship = Kinship::from_code(&self.relation);
        if self.side == "seen" {
            kinship
        } else {
            kinship.map(Kinship::seen_from_there)
        }
    }
}

/// What the actor's account keeps for relatives; `None` for somebody without an account.
///
/// # Errors
/// `NotFound` for an actor who is no insured person; else from the store.
pub async fn of(context: &RequestContext) -> Result<Option<Keeping>, ServiceError> {
    let own = oneself(context, Action::ReadAccount).await?.person();
    read(&context.platform.database.reader, own, context.today()).await
}

/// What the account of `person` keeps for relatives on `day`, who have not used it yet.
///
/// # Errors
/// From the store.
pub(crate) async fn reserved(
    connection: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Money, ServiceError> {
    let values = [Uuid::from(person).into(), day.into()];
    let newest: Option<BalanceRow> = queries::BALANCE.one(connection, values).await?;
    Ok(newest.map_or(Money::ZERO, |row| Money::from_fen(row.reserved)))
}

/// What the account of `person` keeps on `day` and relatives have not used yet, each since the day on which
/// it was set: visits of earlier days do not know of it.
///
/// # Errors
/// From the store.
pub(crate) async fn kept_since(
    connection: &impl ConnectionTrait,
    person: PersonId,
    day: NaiveDate,
) -> Result<Vec<(NaiveDate, Money)>, ServiceError> {
    let values = [Uuid::from(person).into(), day.into()];
    let kept: Vec<ShareRow> = queries::SHARES.all(connection, values).await?;
    Ok(kept.iter().map(|row| (row.set_on, row.left())).collect())
}

/// Keeps so many yuan, as they were typed, for `relative` from now on; nothing gives back what was
/// kept. What stands so already writes nothing: whether anything changed.
///
/// # Errors
/// `NotFound` for somebody to whom the actor is not tied, or who is dead; `Invalid` at `amount` for
/// what is no amount or more than is free, and without an account; else from the store.
pub async fn set(
    context: &RequestContext,
    relative: PersonId,
    typed: &str,
) -> Result<bool, ServiceError> {
    let own = oneself(context, Action::ManageFamily).await?.person();
    if typed.trim().is_empty() {
        return Err(refused("required", "how much is to be kept"));
    }
    let amount =
        Money::typed(typed).map_err(|wrong| refused(wrong.code(), wrong.detail(Language::En)))?;
    let change = |transaction| write(context, transaction, own, relative, amount);
    context.platform.database.write(change).await
}

async fn read(
    connection: &impl ConnectionTrait,
    own: PersonId,
    today: NaiveDate,
) -> Result<Option<Keeping>, ServiceError> {
    let values = || [Uuid::from(own).into(), today.into()];
    let newest: Option<BalanceRow> = queries::BALANCE.one(connection, values()).await?;
    let Some(newest) = newest else {
        return Ok(None);
    };
    let kept: Vec<ShareRow> = queries::SHARES.all(connection, values()).await?;
    let kept: HashMap<Uuid, Money> = kept
        .into_iter()
        .map(|row| (row.relative_id, row.left()))
        .collect();
    let tied: Vec<TiedRow> = queries::TIED.all(connection, values()).await?;
    let mut shares: Vec<Share> = Vec::new();
    for row in tied {
        let relative = PersonId::from(row.other_id);
        // Two may see each other.
        if shares.iter().any(|share| share.relative == relative) {
            continue;
        }
        let left = kept.get(&row.other_id).copied().unwrap_or_default();
        shares.push(Share {
            relative,
            kinship: row.kinship(),
            sex: Sex::from_code(&row.sex),
            name: row.name,
            left,
        });
    }
    Ok(Some(Keeping {
        balance: Money::from_fen(newest.balance_after),
        shares,
        newest: newest.entry_id,
    }))
}

async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    own: PersonId,
    relative: PersonId,
    amount: Money,
) -> Result<bool, ServiceError> {
    use account_share::Column as C;
    let today = context.today();
    let Some(keeping) = read(&transaction, own, today).await? else {
        return Err(refused("no_account", "there is no personal account"));
    };
    let share = keeping.shares.iter().find(|one| one.relative == relative);
    let left = share.ok_or(ServiceError::NotFound)?.left;
    if left == amount {
        return Ok(false);
    }
    // Less can be kept at any time, whatever the account holds by now.
    if amount > left && amount > keeping.most(relative) {
        return Err(refused("too_much", "more than is free in the account"));
    }
    let (person_id, relative_id) = (Uuid::from(own), Uuid::from(relative));
    let last = account_share::Entity::find()
        .filter(C::PersonId.eq(person_id))
        .filter(C::RelativeId.eq(relative_id))
        .order_by_desc(C::Place)
        .one(&transaction)
        .await?;
    let row = account_share::Model {
        person_id,
        relative_id,
        place: last.map_or(1, |row| row.place + 1),
        amount: amount.fen(),
        set_on: today,
        after_entry_id: keeping.newest,
    };
    account_share::Entity::insert(row.into_active_model())
        .exec_without_returning(&transaction)
        .await?;
    let event = Event {
        subject: Some(own),
        relation: Relation::Oneself,
        action: Action::ManageFamily,
        object_kind: "account_share",
        object_id: &relative.to_string(),
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(true)
}

fn refused(code: &'static str, detail: &str) -> ServiceError {
    ServiceError::Invalid(vec![FieldError {
        pointer: "amount".to_owned(),
        code,
        detail: detail.to_owned(),
    }])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(number: u128, yuan: i64) -> Share {
        Share {
            relative: Uuid::from_u128(number).into(),
            name: String::new(),
            kinship: None,
            sex: None,
            left: Money::from_yuan(yuan),
        }
    }

    #[test]
    fn what_is_kept_never_makes_the_free_part_negative() {
        let mut keeping = Keeping {
            balance: Money::from_yuan(1_000),
            shares: vec![share(1, 300), share(2, 200)],
            newest: Uuid::from_u128(9),
        };
        assert_eq!(keeping.reserved(), Money::from_yuan(500));
        assert_eq!(keeping.free(), Money::from_yuan(500));
        assert_eq!(
            keeping.most(Uuid::from_u128(1).into()),
            Money::from_yuan(800)
        );
        keeping.balance = Money::from_yuan(400);
        assert_eq!(keeping.reserved(), Money::from_yuan(400));
        assert_eq!(keeping.free(), Money::ZERO);
        assert_eq!(
            keeping.most(Uuid::from_u128(1).into()),
            Money::from_yuan(200)
        );
    }

    #[test]
    fn whoever_is_seen_by_a_child_is_the_parent() {
        let row = |side: &str| TiedRow {
            other_id: Uuid::from_u128(1),
            name: String::new(),
            relation: "parent".into(),
            side: side.into(),
            sex: "female".into(),
        };
        assert_eq!(row("seen").kinship(), Some(Kinship::Parent));
        assert_eq!(row("seeing").kinship(), Some(Kinship::Child));
    }
}
