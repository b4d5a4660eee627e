//! What the lines of one person come to: rows to write, lines that are there already, lines
//! that are refused. Planning changes nothing; the same plan is made to check and to write.

mod account;
mod contribution;
mod enrolment;
mod person;
mod settlement;

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::identifiers::RegionCode;
use domain::ids::PersonId;
use domain::settlement::{Accumulators, Scheme};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use self::account::Account;
use super::groups::Group;
use super::known::Known;
use super::refused::Refused;
use super::shape::Record;
use crate::accumulators;
use crate::error::ServiceError;
use crate::platform::Platform;
use crate::records::Rows;
use crate::records::private::Field;
use crate::store::entity::{enrolment as enrolment_row, identity_tag, person as person_row};

/// What planning needs besides the person's own lines.
pub(super) struct Setting<'a> {
    pub platform: &'a Platform,
    pub now: DateTime<Utc>,
    pub today: NaiveDate,
    /// Employers by credit code: those of the store, and those of the file that have a name.
    pub employers: &'a HashMap<String, Uuid>,
}

/// What the lines of one person come to.
#[derive(Default)]
pub(super) struct Plan {
    pub rows: Rows,
    /// Lines whose content the store has already.
    pub unchanged: u64,
    /// Lines that bring something new.
    pub added: u64,
    pub refused: Vec<Refused>,
}

/// A person while their lines are gone through.
struct Planner<'a> {
    setting: &'a Setting<'a>,
    id: PersonId,
    person: Option<person_row::Model>,
    tags: Vec<identity_tag::Model>,
    enrolments: Vec<enrolment_row::Model>,
    /// Period, scheme and kind of the contributions that are there or planned.
    paid: BTreeMap<(i32, String, String), (i64, i64)>,
    /// Numbers and totals of the settlements that are there or planned.
    numbers: HashMap<String, i64>,
    years: BTreeMap<(i32, Scheme), (Accumulators, u32)>,
    /// Years in which a settlement was refused: what follows cannot be computed.
    broken: Vec<(i32, Scheme)>,
    account: Account,
    plan: Plan,
}

/// What became of one line.
enum Outcome {
    Added,
    Unchanged,
}

type LineResult = Result<Outcome, Refused>;

/// Goes through the records of `group`: the person first, then insurance, then what was paid
/// and settled, in the order of days.
///
/// # Errors
/// `Internal` when something of the store cannot be read.
pub(super) fn plan(
    setting: &Setting<'_>,
    group: &Group,
    records: Vec<(usize, Record)>,
    known: Known,
) -> Result<Plan, ServiceError> {
    let mut planner = Planner::new(setting, group, known);
    let mut records = records;
    records.sort_by_key(|(line, record)| (rank(record), *line));
    for (line, record) in records {
        if let Some(refused) = planner.unusable(line, &record) {
            planner.plan.refused.push(refused);
            continue;
        }
        let outcome = match record {
            Record::Person(record) => planner.person(line, &record, group)?,
            _ if planner.person.is_none() => Err(Refused::one(
                line,
                "/person",
                "unknown_person",
                "neither the file nor the platform has a valid record of this person".to_owned(),
            )),
            Record::Enrolment(record) => planner.enrolment(line, &record),
            Record::Contribution(record) => planner.contribution(line, &record),
            Record::Settlement(record) => planner.settlement(line, *record)?,
        };
        match outcome {
            Ok(Outcome::Added) => planner.plan.added += 1,
            Ok(Outcome::Unchanged) => planner.plan.unchanged += 1,
            Err(refused) => planner.plan.refused.push(refused),
        }
    }
    Ok(planner.done())
}

/// In which order records are gone through.
fn rank(record: &Record) -> (u8, Option<NaiveDate>, u8) {
    match record {
        Record::Person(_) => (0, None, 0),
        Record::Enrolment(record) => (1, Some(record.since), 0),
        // Money comes in before it goes out.
        Record::Contribution(record) => (2, record.paid_on, 0),
        Record::Settlement(record) => (2, Some(record.settled_on), 1),
    }
}

impl<'a> Planner<'a> {
    fn new(setting: &'a Setting<'a>, group: &Group, known: Known) -> Self {
        let id = known.person.as_ref().map_or_else(
            || {
                // From the keyed index: an id must not let anybody guess the number.
                let index = Field::IdNumber.index(&setting.platform.keys, &group.number);
                stable_id(setting.today, &[b"person", &index])
            },
            |person| person.person_id,
        );
        let years = known.years.iter().filter_map(|row| {
            let scheme = Scheme::from_code(&row.scheme)?;
            Some(((row.benefit_year, scheme), accumulators::read(row)))
        });
        let paid = known.contributions.iter().map(|row| {
            let key = (row.period, row.scheme.clone(), row.kind.clone());
            (key, (row.base, row.person_amount))
        });
        Self {
            setting,
            id: id.into(),
            tags: known.tags,
            paid: paid.collect(),
            numbers: known.settlements.into_iter().collect(),
            years: years.collect(),
            broken: Vec::new(),
            account: Account::new(id.into(), known.last_entry.as_ref()),
            enrolments: known.enrolments,
            person: known.person,
            plan: Plan::default(),
        }
    }

    /// Why a record is of no use whatever it is about. What follows such a settlement cannot be
    /// computed.
    fn unusable(&mut self, line: usize, record: &Record) -> Option<Refused> {
        let errors = record.problems();
        if errors.is_empty() {
            return None;
        }
        if let Record::Settlement(record) = record {
            self.broken.push((record.settled_on.year(), record.scheme));
        }
        let line = line + 1;
        Some(Refused { line, errors })
    }

    /// The employer that a record names; `None` when it names none.
    fn employer(
        &self,
        line: usize,
        key: Option<&super::shape::EmployerKey>,
    ) -> Result<Option<Uuid>, Refused> {
        let Some(key) = key else { return Ok(None) };
        let code: domain::identifiers::CreditCode =
            key.credit_code
                .parse()
                .map_err(|error: domain::identifiers::CreditCodeError| {
                    Refused::one(
                        line,
                        "/employer/credit_code",
                        "wrong_credit_code",
                        error.to_string(),
                    )
                })?;
        let found = self.setting.employers.get(code.as_str()).copied();
        found.map(Some).ok_or_else(|| {
            let detail = "the platform does not know it; give its name".to_owned();
            Refused::one(line, "/employer", "unknown_employer", detail)
        })
    }

    fn done(mut self) -> Plan {
        let id = self.id;
        let years = self
            .years
            .iter()
            .map(|((year, scheme), (used, admissions))| {
                accumulators::row(id, *year, *scheme, used, *admissions)
            });
        // Years without a new settlement are as they were.
        let touched: Vec<i32> = self
            .plan
            .rows
            .settlements
            .iter()
            .map(|row| row.benefit_year)
            .collect();
        self.plan.rows.year_accumulators = years
            .filter(|row| touched.contains(&row.benefit_year))
            .collect();
        self.plan.rows.account_entries = self.account.into_entries();
        self.plan
    }
}

/// A region code that exists.
fn region(line: usize, pointer: &str, text: &str) -> Result<RegionCode, Refused> {
    let code: Option<RegionCode> = text.parse().ok();
    code.filter(|code| code.is_known()).ok_or_else(|| {
        Refused::one(
            line,
            pointer,
            "unknown_region",
            format!("{text} is no region code"),
        )
    })
}

/// An id (UUID version 7) that sorts by `day` and is the same for the same `parts`, so that a
/// repeated import finds its own rows.
pub(super) fn stable_id(day: NaiveDate, parts: &[&[u8]]) -> Uuid {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(u64::try_from(part.len()).unwrap_or_default().to_be_bytes());
        digest.update(part);
    }
    let mut random = [0_u8; 10];
    for (to, from) in random.iter_mut().zip(digest.finalize()) {
        *to = from;
    }
    let millis = day
        .and_time(chrono::NaiveTime::MIN)
        .and_utc()
        .timestamp_millis();
    let millis = u64::try_from(millis).unwrap_or_default();
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}
