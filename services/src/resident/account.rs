//! The personal account: the balance and every entry of its ledger.

use chrono::NaiveDate;
use domain::access::Action;
use domain::ids::{AccountEntryId, PersonId, SettlementId};
use domain::money::Money;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::queries;
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::family::queries as family;

/// How many entries a page shows.
pub const PAGE_SIZE: u64 = 24;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What is in the account now; `None` for somebody who never had one.
    pub balance: Option<Money>,
    /// What of the balance is kept for relatives and not used yet; never more than the balance.
    pub reserved: Money,
    /// One page of entries, the newest first.
    pub entries: Vec<Entry>,
    /// The last entry of this page, when there are older ones.
    pub next: Option<AccountEntryId>,
}

/// One entry of the ledger. Entries are never changed; a correction is a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The entry's id; ids sort in the order of booking.
    pub id: AccountEntryId,
    /// The day it was booked on.
    pub booked_on: NaiveDate,
    /// Why.
    pub kind: EntryKind,
    /// What came in; negative: what went out. Fen.
    pub amount: Money,
    /// The balance after it, in fen.
    pub balance_after: Money,
    /// The settlement that it belongs to. Of a relative's settlement only the giver's share is
    /// told, so that entry has none.
    pub settlement: Option<SettlementId>,
    /// The month of contribution that it belongs to, as its first day.
    pub month: Option<NaiveDate>,
}

/// Why something was booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// What was there before the records begin.
    Opening,
    /// A month's inflow.
    Monthly,
    /// Interest.
    Interest,
    /// Paid for one's own visit.
    Own,
    /// Paid for a relative's visit.
    Family,
    /// Given back by the refund of one's own visit.
    Refund,
    /// A correction.
    Other,
}

impl Account {
    /// What the holder may spend: the balance without what is kept for relatives. `None` without an
    /// account; never below zero.
    #[must_use]
    pub fn free(&self) -> Option<Money> {
        self.balance
            .map(|balance| (balance - self.reserved).or_zero())
    }
}

impl EntryKind {
    /// The kind with this code in the store.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            "in_opening" => Self::Opening,
            "in_monthly" => Self::Monthly,
            "in_interest" => Self::Interest,
            "out_own" => Self::Own,
            "out_family" => Self::Family,
            "in_refund" => Self::Refund,
            _ => Self::Other,
        }
    }
}

/// The account of `person`, from the newest entry or from the one after `before`.
///
/// # Errors
/// `NotFound` when the actor may not see it.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    before: Option<AccountEntryId>,
) -> Result<Account, ServiceError> {
    part(context, person, before, PAGE_SIZE).await
}

/// The same with at most `most` entries, [`PAGE_SIZE`] at the most.
///
/// # Errors
/// As [`of`].
pub async fn part(
    context: &RequestContext,
    person: PersonId,
    before: Option<AccountEntryId>,
    most: u64,
) -> Result<Account, ServiceError> {
    let most = usize::try_from(most.clamp(1, PAGE_SIZE)).unwrap_or(1);
    let authorised =
        authorise::person(context, person, Action::ReadAccount, Object::Person).await?;
    let reader = &context.platform.database.reader;
    let id = Uuid::from(authorised.person());
    let before = before.map_or(Uuid::max(), Uuid::from);
    let limit = i64::try_from(most).unwrap_or(1) + 1;
    let values = [id.into(), before.into(), limit.into()];
    let rows: Vec<EntryRow> = queries::ACCOUNT_ENTRIES.all(reader, values).await?;
    let values = [id.into(), context.today().into()];
    let newest: Option<BalanceRow> = family::BALANCE.one(reader, values).await?;
    let more = rows.len() > most;
    let entries: Vec<Entry> = rows.into_iter().take(most).map(Entry::from).collect();
    let next = entries.last().filter(|_| more).map(|entry| entry.id);
    let balance = newest
        .as_ref()
        .map(|row| Money::from_fen(row.balance_after));
    let reserved = newest.map_or(Money::ZERO, |row| Money::from_fen(row.reserved));
    Ok(Account {
        balance,
        reserved: reserved.at_most(balance).or_zero(),
        entries,
        next,
    })
}

#[derive(FromQueryResult)]
struct BalanceRow {
    balance_after: i64,
    reserved: i64,
}

#[derive(FromQueryResult)]
struct EntryRow {
    entry_id: Uuid,
    booked_on: NaiveDate,
    kind: String,
    amount: i64,
    balance_after: i64,
    settlement_id: Option<Uuid>,
    period: Option<i32>,
}

impl From<EntryRow> for Entry {
    fn from(row: EntryRow) -> Self {
        let kind = EntryKind::from_code(&row.kind);
        Self {
            id: row.entry_id.into(),
            booked_on: row.booked_on,
            kind,
            amount: Money::from_fen(row.amount),
            balance_after: Money::from_fen(row.balance_after),
            settlement: row
                .settlement_id
                .filter(|_| kind != EntryKind::Family)
                .map(SettlementId::from),
            month: row.period.and_then(month),
        }
    }
}

/// The first day of the month `period` (YYYYMM).
fn month(period: i32) -> Option<NaiveDate> {
    let number = u32::try_from(period % 100).ok()?;
    NaiveDate::from_ymd_opt(period / 100, number, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(kind: &str) -> EntryRow {
        EntryRow {
            entry_id: Uuid::from_u128(7),
            booked_on: NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(),
            kind: kind.to_owned(),
            amount: -100,
            balance_after: 900,
            settlement_id: Some(Uuid::from_u128(9)),
            period: None,
        }
    }

    #[test]
    fn a_relatives_settlement_is_not_told() {
        assert_eq!(Entry::from(row("out_family")).settlement, None);
        assert!(Entry::from(row("out_own")).settlement.is_some());
    }

    #[test]
    fn a_period_is_a_month() {
        assert_eq!(month(202_603), NaiveDate::from_ymd_opt(2026, 3, 1));
        assert_eq!(month(202_613), None);
        assert_eq!(month(-1), None);
    }
}
