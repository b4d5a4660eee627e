//! What a simulation counts. Every person counts once a year in each line, so that a count of bills
//! never stands for a single person.

use std::collections::{BTreeMap, BTreeSet};

use domain::money::Money;
use domain::settlement::VisitKind;
use serde::{Deserialize, Serialize};

use super::groups::{BANDS, Band, Group, Source};
use super::replay::Replayed;

/// The counts so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The benefit years that were looked at.
    pub years: BTreeSet<i32>,
    /// People, each once a year.
    pub people: u64,
    /// Bills that were compared.
    pub compared: u64,
    /// Bills that the draft cannot settle.
    pub refused: u64,
    /// Bills that do not come out as stored.
    pub unlike: u64,
    /// What pool, large-amount subsidy, catastrophic cover and assistance pay more, in fen.
    pub funds: [Money; 4],
    /// For how many people's years each fund pays another amount. `None` before anybody was counted, and
    /// of what was counted before this was.
    #[serde(default)]
    pub moved: Option<[u64; 4]>,
    /// What people pay more, in fen.
    pub burden: Money,
    /// People by group and band of the year's change.
    pub groups: BTreeMap<Group, [u64; BANDS]>,
    /// People by what their change comes from (see [`Source`]) and band of the year's change: each
    /// in one line, as in `groups`. What was counted before there were sources has none.
    #[serde(default)]
    pub sources: BTreeMap<String, [u64; BANDS]>,
}

impl Tally {
    /// Counts one person's year.
    pub fn count(&mut self, year: i32, replayed: &Replayed) {
        self.years.insert(year);
        self.refused += replayed.refused;
        self.unlike += replayed.unlike;
        self.compared += u64::try_from(replayed.changes.len()).unwrap_or(u64::MAX);
        // Whoever changed the scheme or came into hardship is counted where the year ended.
        let Some(last) = replayed.changes.last() else {
            return;
        };
        self.people += 1;
        let mut burden = Money::ZERO;
        let mut funds = [Money::ZERO; 4];
        let mut kinds: BTreeMap<VisitKind, Money> = BTreeMap::new();
        for change in &replayed.changes {
            burden += change.burden;
            *kinds.entry(change.kind).or_default() += change.burden;
            for (sum, fund) in funds.iter_mut().zip(change.funds) {
                *sum += fund;
            }
        }
        let moved = self.moved.get_or_insert_default();
        for ((all, moved), fund) in self.funds.iter_mut().zip(moved).zip(funds) {
            *all += fund;
            *moved += u64::from(!fund.is_zero());
        }
        self.burden += burden;
        let group = Group::of(last.scheme, &last.facts);
        place(self.groups.entry(group).or_default(), burden);
        let source = Source::of(&kinds).code().to_owned();
        place(self.sources.entry(source).or_default(), burden);
    }

    /// Adds what was counted of other years of people.
    pub fn add(&mut self, other: &Self) {
        self.years.extend(&other.years);
        self.people += other.people;
        self.compared += other.compared;
        self.refused += other.refused;
        self.unlike += other.unlike;
        self.burden += other.burden;
        for (sum, fund) in self.funds.iter_mut().zip(other.funds) {
            *sum += fund;
        }
        if let Some(more) = &other.moved {
            let moved = self.moved.get_or_insert_default();
            for (count, more) in moved.iter_mut().zip(more) {
                *count += more;
            }
        }
        for (group, bands) in &other.groups {
            sum(self.groups.entry(*group).or_default(), bands);
        }
        for (source, bands) in &other.sources {
            sum(self.sources.entry(source.clone()).or_default(), bands);
        }
    }

    /// The bills that were looked at.
    #[must_use]
    pub const fn replayed(&self) -> u64 {
        self.compared + self.refused + self.unlike
    }
}

/// Counts one more in the band of `change`.
fn place(bands: &mut [u64; BANDS], change: Money) {
    let band = Band::of(change);
    let places = bands.iter_mut().zip(Band::ALL);
    if let Some((count, _)) = places.into_iter().find(|(_, one)| *one == band) {
        *count += 1;
    }
}

fn sum(bands: &mut [u64; BANDS], more: &[u64; BANDS]) {
    for (count, more) in bands.iter_mut().zip(more) {
        *count += more;
    }
}
