//! A period of insurance.

use domain::interval::Interval;
use uuid::Uuid;

use super::super::refused::Refused;
use super::super::shape::{EnrolmentRecord, EnrolmentState, Record};
use super::differs::Differing;
use super::kept::Kept;
use super::{LineResult, Outcome, Planner, region, stable_id};
use crate::store::entity::enrolment;

/// What may be said anew when a period ends.
const WITH_THE_END: [&str; 3] = ["/until", "/state", "/reason"];

impl Planner<'_> {
    pub(super) fn enrolment(&mut self, line: usize, record: &EnrolmentRecord) -> LineResult {
        let Ok(days) = Interval::new(record.since, record.until) else {
            return Err(Refused::one(
                line,
                "/until",
                "ends_before_it_begins",
                "the last day is before the first".to_owned(),
            ));
        };
        let row = self.enrolment_row(line, record)?;
        let is_it = |kept: &Kept<enrolment::Model>| {
            (kept.row.scheme.as_str(), kept.row.since) == (row.scheme.as_str(), row.since)
        };
        if let Some(place) = self.enrolments.iter().position(is_it) {
            return self.enrolment_again(line, record, row, place);
        }
        let overlaps = self.enrolments.iter().any(|kept| {
            let taken = Interval {
                from: kept.row.since,
                through: kept.row.until,
            };
            kept.row.scheme == row.scheme && taken.overlaps(&days)
        });
        if overlaps {
            let detail = "insured in this scheme on these days already".to_owned();
            return Err(Refused::one(line, "/since", "overlaps", detail));
        }
        self.enrolments.push(Kept::new(row));
        Ok(Outcome::Added)
    }

    /// A period that is there already, at `place`.
    fn enrolment_again(
        &mut self,
        line: usize,
        record: &EnrolmentRecord,
        row: enrolment::Model,
        place: usize,
    ) -> LineResult {
        let ended_later = self.file_has(|other| {
            matches!(other, Record::Enrolment(other) if other.until.is_some()
                && other.scheme == record.scheme
                && other.since == record.since)
        });
        let Some(kept) = self.enrolments.get_mut(place) else {
            return Ok(Outcome::Unchanged);
        };
        let differing = differing(&kept.row, &row, record);
        if differing.is_empty() {
            return Ok(Outcome::Unchanged);
        }
        match (kept.row.until, row.until) {
            (None, Some(_)) if differing.only(&WITH_THE_END) => {
                let changed = kept.change();
                (changed.until, changed.state) = (row.until, row.state);
                if record.reason.is_some() {
                    changed.reason = row.reason;
                }
                Ok(Outcome::Changed)
            }
            (Some(_), None) if differing.only(&WITH_THE_END) && ended_later => {
                Ok(Outcome::Unchanged)
            }
            _ => Err(differing.refuse(line)),
        }
    }

    fn enrolment_row(
        &self,
        line: usize,
        record: &EnrolmentRecord,
    ) -> Result<enrolment::Model, Refused> {
        let refuse = |pointer: &str, code, detail: &str| {
            Err(Refused::one(line, pointer, code, detail.to_owned()))
        };
        if self
            .person
            .as_ref()
            .is_some_and(|person| record.since < person.row.birth_date)
        {
            return refuse("/since", "before_birth", "insured before birth");
        }
        let type_fits = record.person_type.len() == 4
            && record.person_type.bytes().all(|byte| byte.is_ascii_digit());
        if !type_fits {
            return refuse("/person_type", "unknown_code", "four digits such as 1101");
        }
        let region = region(line, "/region", &record.region)?;
        let employer_id = self.employer(line, record.employer.as_ref())?;
        let state = record.state.unwrap_or(if record.until.is_some() {
            EnrolmentState::Terminated
        } else {
            EnrolmentState::Normal
        });
        let scheme = record.scheme.code();
        let since = record.since.to_string();
        let person = Uuid::from(self.id);
        let key: [&[u8]; 4] = [
            b"enrolment",
            person.as_bytes(),
            scheme.as_bytes(),
            since.as_bytes(),
        ];
        Ok(enrolment::Model {
            person_id: person,
            enrolment_id: stable_id(record.since, &key),
            scheme: scheme.to_owned(),
            region_code: region.to_string(),
            employer_id,
            person_type: record.person_type.clone(),
            state: state.code().to_owned(),
            since: record.since,
            until: record.until,
            waiting_until: record.waiting_until,
            reason: record.reason.clone().unwrap_or_else(|| "import".to_owned()),
        })
    }
}

/// State and reason that `record` does not name say nothing.
fn differing(
    stored: &enrolment::Model,
    row: &enrolment::Model,
    record: &EnrolmentRecord,
) -> Differing {
    Differing::of([
        ("/region", stored.region_code != row.region_code),
        ("/employer", stored.employer_id != row.employer_id),
        ("/person_type", stored.person_type != row.person_type),
        (
            "/state",
            record.state.is_some() && stored.state != row.state,
        ),
        ("/until", stored.until != row.until),
        ("/waiting_until", stored.waiting_until != row.waiting_until),
        (
            "/reason",
            record.reason.is_some() && stored.reason != row.reason,
        ),
    ])
}
