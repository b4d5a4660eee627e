//! The personal account while an import goes on: bookings follow those that are there.

use chrono::{NaiveDate, NaiveTime};
use domain::ids::PersonId;
use domain::money::Money;
use uuid::Uuid;

use super::stable_id;
use crate::store::entity::account_entry;

pub(super) struct Account {
    person: PersonId,
    balance: Money,
    /// The milliseconds in the id of the booking before; the next one's are greater.
    last: u64,
    booked: Vec<account_entry::Model>,
}

impl Account {
    pub(super) fn new(person: PersonId, last: Option<&account_entry::Model>) -> Self {
        Self {
            person,
            balance: Money::from_fen(last.map_or(0, |entry| entry.balance_after)),
            last: last.map_or(0, |entry| millis_of(entry.entry_id)),
            booked: Vec::new(),
        }
    }

    pub(super) fn balance(&self) -> Money {
        self.balance
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
        let morning = day.and_time(NaiveTime::MIN).and_utc().timestamp_millis();
        self.last = u64::try_from(morning)
            .unwrap_or_default()
            .max(self.last + 1);
        let person = Uuid::from(self.person);
        let cause = settlement_id.map_or_else(
            || period.unwrap_or_default().to_be_bytes().to_vec(),
            |id| id.as_bytes().to_vec(),
        );
        let random = stable_id(day, &[b"entry", person.as_bytes(), kind.as_bytes(), &cause]);
        self.booked.push(account_entry::Model {
            person_id: person,
            entry_id: with_millis(random, self.last),
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

/// The first 48 bits of an id: milliseconds.
fn millis_of(id: Uuid) -> u64 {
    u64::try_from(id.as_u128() >> 80).unwrap_or_default()
}

fn with_millis(id: Uuid, millis: u64) -> Uuid {
    let rest = id.as_u128() & ((1_u128 << 80) - 1);
    Uuid::from_u128((u128::from(millis) << 80) | rest)
}
