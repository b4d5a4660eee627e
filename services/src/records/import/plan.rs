//! What the lines of one person come to: rows to write, lines that are there already, lines
//! that are refused. Planning changes nothing; the same plan is made to check and to write.

mod account;
mod amounts;
mod category;
mod contribution;
mod days;
mod differs;
mod draft;
mod enrolment;
mod ids;
mod kept;
mod person;
mod refund;
mod repeated;
mod settlement;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::identifiers::{CreditCode, CreditCodeError, RegionCode};
use domain::ids::PersonId;
use domain::settlement::{Accumulators, Scheme};
use uuid::Uuid;

use self::account::Account;
use self::ids::Sequence;
use self::kept::{Kept, divided};
use super::changes::Changes;
use super::dossier::Dossier;
use super::employers::Seen;
use super::known::{Known, Settled};
use super::refused::Refused;
use super::shape::{EmployerKey, Record};
use super::tally::Tally;
use crate::accumulators;
use crate::error::ServiceError;
use crate::messages;
use crate::platform::Platform;
use crate::records::Rows;
use crate::store::entity::{
    contribution as contribution_row, enrolment as enrolment_row, identity_tag, message,
    person as person_row,
};

pub(super) use ids::stable_id;

/// What planning needs besides the person's own lines.
pub(super) struct Setting<'a> {
    pub platform: &'a Platform,
    pub now: DateTime<Utc>,
    pub today: NaiveDate,
    /// Those of the store, and those of the file that have a name.
    pub employers: &'a Seen<'a>,
}

/// What the lines of one person come to.
#[derive(Default)]
pub(super) struct Plan {
    /// Rows that are not in the store.
    pub rows: Rows,
    /// Rows that take the place of those in the store.
    pub changes: Changes,
    /// What the person is told of it.
    pub messages: Vec<message::Model>,
    pub tally: Tally,
}

/// A person while their lines are gone through.
struct Planner<'a> {
    setting: &'a Setting<'a>,
    dossier: &'a Dossier<'a>,
    id: PersonId,
    person: Option<Kept<person_row::Model>>,
    tags: Vec<Kept<identity_tag::Model>>,
    enrolments: Vec<Kept<enrolment_row::Model>>,
    /// By period, scheme and kind.
    paid: BTreeMap<(i32, String, String), Kept<contribution_row::Model>>,
    settlements: Vec<Kept<Settled>>,
    /// Where in `settlements` a number stands: once, or once for each part of a divided bill.
    numbers: HashMap<String, Vec<usize>>,
    /// What was taken back.
    refunded: HashSet<Uuid>,
    settlement_ids: Sequence,
    years: BTreeMap<(i32, Scheme), (Accumulators, u32)>,
    /// Years in which a settlement was refused: what follows cannot be computed.
    broken: Vec<(i32, Scheme)>,
    account: Account,
    tally: Tally,
}

/// What became of one line.
enum Outcome {
    /// Its record is new.
    Added,
    /// Its record is there, and goes on by it.
    Changed,
    /// Its record is there with the same content.
    Unchanged,
}

type LineResult = Result<Outcome, Refused>;

/// Goes through the records of `dossier`: the person first, then insurance, then what was paid
/// and settled, in the order of days.
///
/// # Errors
/// `Internal` when something of the store cannot be read.
pub(super) fn plan(
    setting: &Setting<'_>,
    dossier: &Dossier<'_>,
    known: Known,
) -> Result<Plan, ServiceError> {
    let mut planner = Planner::new(setting, dossier, known);
    let mut records: Vec<&(usize, Record)> = dossier.records.iter().collect();
    let settled = refund::lines_of_settlements(dossier);
    records.sort_by_key(|(line, record)| (rank(record), refund::place(&settled, *line, record)));
    for (line, record) in records {
        let outcome = match planner.unusable(*line, record) {
            None => planner.record(*line, record)?,
            Some(refused) => Err(refused),
        };
        match outcome {
            Ok(Outcome::Added) => planner.tally.added += 1,
            Ok(Outcome::Changed) => planner.tally.changed += 1,
            Ok(Outcome::Unchanged) => planner.tally.unchanged += 1,
            Err(refused) => planner.tally.refused.push(refused),
        }
    }
    planner.done()
}

/// In which order records are gone through.
fn rank(record: &Record) -> (u8, Option<NaiveDate>, u8) {
    match record {
        Record::Person(_) => (0, None, 0),
        Record::Enrolment(record) => (1, Some(record.since), 0),
        // Money comes in before it goes out.
        Record::Contribution(record) => (2, record.paid_on, 0),
        Record::Settlement(record) => (2, Some(record.settled_on), 1),
        Record::Refund(record) => (2, Some(record.refunded_on), 1),
    }
}

impl<'a> Planner<'a> {
    fn new(setting: &'a Setting<'a>, dossier: &'a Dossier<'a>, known: Known) -> Self {
        let id = known.person.as_ref().map_or_else(
            // From the keyed index: an id must not let anybody guess the number.
            || stable_id(setting.today, &[b"person", &dossier.index]),
            |person| person.person_id,
        );
        let years = known.years.iter().filter_map(|row| {
            let scheme = Scheme::from_code(&row.scheme)?;
            Some(((row.benefit_year, scheme), accumulators::read(row)))
        });
        let paid = known.contributions.into_iter().map(|row| {
            let key = (row.period, row.scheme.clone(), row.kind.clone());
            (key, Kept::stored(row))
        });
        let mut numbers: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, settled) in known.settlements.iter().enumerate() {
            let places = numbers.entry(settled.row.number.clone()).or_default();
            places.push(place);
        }
        Self {
            setting,
            dossier,
            id: id.into(),
            tags: known.tags.into_iter().map(Kept::stored).collect(),
            paid: paid.collect(),
            numbers,
            refunded: known.refunded,
            settlements: known.settlements.into_iter().map(Kept::stored).collect(),
            settlement_ids: Sequence::after(known.last_settlement),
            years: years.collect(),
            broken: Vec::new(),
            account: Account::new(id.into(), known.last_entry.as_ref(), known.kept),
            enrolments: known.enrolments.into_iter().map(Kept::stored).collect(),
            person: known.person.map(Kept::stored),
            tally: Tally::default(),
        }
    }

    fn record(&mut self, line: usize, record: &Record) -> Result<LineResult, ServiceError> {
        if self.person.is_none() && !matches!(record, Record::Person(_)) {
            return Ok(Err(Refused::one(
                line,
                "/person",
                "unknown_person",
                "neither the file nor the platform has a valid record of this person".to_owned(),
            )));
        }
        match record {
            Record::Person(record) => self.person(line, record),
            Record::Enrolment(record) => Ok(self.enrolment(line, record)),
            Record::Contribution(record) => Ok(self.contribution(line, record)),
            Record::Settlement(record) => self.settlement(line, record),
            Record::Refund(record) => self.refund(line, record),
        }
    }

    /// Whether the file has a record of this person for which `holds`. Of a record that went on
    /// it may hold both the earlier and the later stage; repeated, the earlier is nothing new.
    fn file_has(&self, holds: impl Fn(&Record) -> bool) -> bool {
        self.dossier.records.iter().any(|(_, record)| holds(record))
    }

    /// Refuses a record with a text or a day that no store can keep.
    fn unusable(&mut self, line: usize, record: &Record) -> Option<Refused> {
        let errors = record.problems();
        if errors.is_empty() {
            return None;
        }
        match record {
            Record::Settlement(record) => self.broken.extend(record.years()),
            Record::Refund(record) => self.break_years_of(&record.reverses),
            _ => {}
        }
        let line = line + 1;
        Some(Refused { line, errors })
    }

    /// The employer that a record names; `None` when it names none.
    fn employer(&self, line: usize, key: Option<&EmployerKey>) -> Result<Option<Uuid>, Refused> {
        let Some(key) = key else { return Ok(None) };
        let wrong = |error: CreditCodeError| {
            let pointer = "/employer/credit_code";
            Refused::one(line, pointer, "wrong_credit_code", error.to_string())
        };
        let code: CreditCode = key.credit_code.parse().map_err(wrong)?;
        let found = self.setting.employers.id(code.as_str());
        found.map(Some).ok_or_else(|| {
            let detail = "the platform does not know it; give its name".to_owned();
            Refused::one(line, "/employer", "unknown_employer", detail)
        })
    }

    /// That insurance ended long ago, where the file is the first to say so.
    fn messages(&self) -> Result<Vec<message::Model>, ServiceError> {
        let person = self.person.as_ref();
        if person.is_none_or(|person| person.row.status != "alive") {
            return Ok(Vec::new());
        }
        // What an import changes of a period is its end.
        let ended = self.enrolments.iter().filter(|kept| kept.is_changed());
        let ended: Vec<Uuid> = ended.map(|kept| kept.row.enrolment_id).collect();
        let all = self.enrolments.iter().map(|kept| kept.row.clone());
        let all: Vec<enrolment_row::Model> = all.collect();
        messages::ends_known_late(self.id, &all, &ended, self.setting.now)
    }

    fn done(self) -> Result<Plan, ServiceError> {
        let mut plan = Plan {
            messages: self.messages()?,
            tally: self.tally,
            ..Plan::default()
        };
        let Plan { rows, changes, .. } = &mut plan;
        (rows.persons, changes.persons) = divided(self.person);
        (rows.identity_tags, changes.identity_tags) = divided(self.tags);
        (rows.enrolments, changes.enrolments) = divided(self.enrolments);
        (rows.contributions, changes.contributions) = divided(self.paid.into_values());
        let (settled, _) = divided(self.settlements);
        // Years without a new settlement are as they were.
        let touched: Vec<i32> = settled.iter().map(|one| one.row.benefit_year).collect();
        let years = self
            .years
            .iter()
            .filter(|((year, _), _)| touched.contains(year));
        changes.year_accumulators = years
            .map(|((year, scheme), (used, admissions))| {
                accumulators::row(self.id, *year, *scheme, used, *admissions)
            })
            .collect();
        for one in settled {
            rows.settlements.push(one.row);
            rows.settlement_lines.extend(one.lines);
        }
        rows.account_entries = self.account.into_entries();
        Ok(plan)
    }
}

/// A region code that exists.
fn region(line: usize, pointer: &str, text: &str) -> Result<RegionCode, Refused> {
    let code: Option<RegionCode> = text.parse().ok();
    code.filter(|code| code.is_known()).ok_or_else(|| {
        let detail = format!("{text} is no region code");
        Refused::one(line, pointer, "unknown_region", detail)
    })
}
