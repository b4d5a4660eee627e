//! A period of insurance.

use domain::interval::Interval;
use uuid::Uuid;

use super::super::refused::Refused;
use super::super::shape::{EnrolmentRecord, EnrolmentState};
use super::{LineResult, Outcome, Planner, region, stable_id};
use crate::store::entity::enrolment;

impl Planner<'_> {
    pub(super) fn enrolment(&mut self, line: usize, record: &EnrolmentRecord) -> LineResult {
        let refuse = |pointer: &str, code, detail: &str| {
            Err(Refused::one(line, pointer, code, detail.to_owned()))
        };
        let Ok(days) = Interval::new(record.since, record.until) else {
            return refuse(
                "/until",
                "ends_before_it_begins",
                "the last day is before the first",
            );
        };
        if self
            .person
            .as_ref()
            .is_some_and(|person| record.since < person.birth_date)
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
        let row = enrolment::Model {
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
        };
        for other in self
            .enrolments
            .iter()
            .filter(|other| other.scheme == scheme)
        {
            if other.since == row.since && other.region_code == row.region_code {
                return if other.until == row.until && other.person_type == row.person_type {
                    Ok(Outcome::Unchanged)
                } else {
                    refuse(
                        "/since",
                        "differs_from_store",
                        "this period is there with other values",
                    )
                };
            }
            let taken = Interval {
                from: other.since,
                through: other.until,
            };
            if taken.overlaps(&days) {
                return refuse(
                    "/since",
                    "overlaps",
                    "insured in this scheme on these days already",
                );
            }
        }
        self.enrolments.push(row.clone());
        self.plan.rows.enrolments.push(row);
        Ok(Outcome::Added)
    }
}
