//! The personal account while an import goes on: bookings follow those that are there.

use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::money::Money;
use uuid::Uuid;

use super::ids::Sequence;
use crate::store::entity::account_entry;

pub(super) struct Account {
    person: PersonId,
    balance: Money,
    /// What of it is kept for relatives, since when.
    kept: Vec<(NaiveDate, Money)>,
    ids: Sequence,
    booked: Vec<account_entry::Model>,
}

impl Account {
    pub(super) fn new(
        person: PersonId,
        last: Option<&account_entry::Model>,
        kept: Vec<(NaiveDate, Money)>,
    ) -> Self {
        Self {
            person,
            balance: Money::from_fen(last.map_or(0, |entry| entry.balance_after)),
            kept,
            ids: Sequence::after(last.map(|entry| entry.entry_id)),
            booked: Vec::new(),
        }
    }

    pub(super) fn balance(&self) -> Money {
        self.balance
    }

    /// What the holder may spend on a visit of `day`: the balance without what was kept for relatives by
    /// then.
    pub(super) fn free(&self, day: NaiveDate) -> Money {
        let kept = self.kept.iter().filter(|(since, _)| *since <= day);
        kept.fold(self.balance, |free, (_, left)| free - *left)
            .or_zero()
    }

    /// Books `amount` (negative: taken out) unless it is nothing. The balance is never let
    /// below zero by the callers.
    pub(super) fn book(
        &mut self,
        day: NaiveDate,
        kind: &str,
        amount: Money,
        settlement_id: Option<Uuid>,
        period: Option<i32>,
    ) {
        if amount.is_zero() {
            return;
        }
        self.balance += amount;
        let person = Uuid::from(self.person);
        let cause = settlement_id.map_or_else(
            || period.unwrap_or_default().to_be_bytes().to_vec(),
            |id| id.as_bytes().to_vec(),
        );
        let parts: [&[u8]; 4] = [b"entry", person.as_bytes(), kind.as_bytes(), &cause];
        self.booked.push(account_entry::Model {
            person_id: person,
            entry_id: self.ids.next(day, &parts),
            booked_on: day,
            kind: kind.to_owned(),
            amount: amount.fen(),
            balance_after: self.balance.fen(),
            settlement_id,
            period,
        });
    }

    pub(super) fn into_entries(self) -> Vec<account_entry::Model> {
        self.booked
    }
}
