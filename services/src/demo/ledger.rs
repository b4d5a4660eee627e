//! A personal account: what flows in month by month, what visits take out.

use chrono::{Datelike, NaiveDate};
use domain::account_interest::{self, BENCHMARK, Movement};
use domain::ids::PersonId;
use domain::money::Money;
use uuid::Uuid;

use super::dice::Dice;
use crate::store::entity::account_entry;

/// The running account of one person.
pub(super) struct Ledger {
    person: PersonId,
    balance: Money,
    entries: Vec<account_entry::Model>,
}

impl Ledger {
    pub(super) fn new(person: PersonId) -> Self {
        Self {
            person,
            balance: Money::ZERO,
            entries: Vec::new(),
        }
    }

    pub(super) fn balance(&self) -> Money {
        self.balance
    }

    /// Books `amount` (negative: taken out) unless it is nothing.
    pub(super) fn book(
        &mut self,
        dice: &mut Dice,
        day: NaiveDate,
        kind: &str,
        amount: Money,
        cause: Cause,
    ) {
        if amount.is_zero() {
            return;
        }
        self.balance += amount;
        // Ids sort in the order of booking, also within a day.
        let order = u64::try_from(self.entries.len()).unwrap_or_default();
        let (settlement_id, period) = match cause {
            Cause::Opening | Cause::Interest => (None, None),
            Cause::Month(period) => (None, Some(period)),
            Cause::Settlement(id) => (Some(id), None),
        };
        self.entries.push(account_entry::Model {
            person_id: self.person.into(),
            entry_id: dice.id(day, order),
            booked_on: day,
            kind: kind.to_owned(),
            amount: amount.fen(),
            balance_after: self.balance.fen(),
            settlement_id,
            period,
        });
    }

    /// The interest of `year`, whose entries are all booked.
    pub(super) fn interest(&self, year: i32) -> Money {
        let mut before = self.entries.iter().rev();
        let before = before.find(|entry| entry.booked_on.year() < year);
        let within = self.entries.iter();
        let within = within.filter(|entry| entry.booked_on.year() == year);
        let movements: Vec<Movement> = within
            .map(|entry| Movement {
                day: entry.booked_on,
                amount: Money::from_fen(entry.amount),
                carried: matches!(entry.kind.as_str(), "in_opening" | "in_interest"),
            })
            .collect();
        let balance = before.map_or(Money::ZERO, |entry| Money::from_fen(entry.balance_after));
        account_interest::of_year(year, balance, &movements, BENCHMARK)
    }

    pub(super) fn into_entries(self) -> Vec<account_entry::Model> {
        self.entries
    }
}

/// Why something is booked.
#[derive(Clone, Copy)]
pub(super) enum Cause {
    /// What was there before the history begins.
    Opening,
    /// The interest of the year before.
    Interest,
    /// A month's inflow, as YYYYMM.
    Month(i32),
    /// A settlement.
    Settlement(Uuid),
}
