//! What no record may hold whatever it is about: texts that a store cannot keep, days of no
//! believable year.

use std::fmt::Display;

use chrono::{Datelike, NaiveDate};

use super::{
    ContributionRecord, EmployerKey, EnrolmentRecord, PersonKey, PersonRecord, Record,
    RefundRecord, SettlementRecord,
};
use crate::error::FieldError;

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2200;

impl Record {
    /// Every field with a control character or a day outside the years 1900 to 2200.
    pub(in crate::records::import) fn problems(&self) -> Vec<FieldError> {
        let mut check = Check::default();
        check.person_key(self.key());
        if let Some(employer) = self.employer() {
            check.employer(employer);
        }
        match self {
            Self::Person(record) => check.person(record),
            Self::Enrolment(record) => check.enrolment(record),
            Self::Contribution(record) => check.contribution(record),
            Self::Settlement(record) => check.settlement(record),
            Self::Refund(record) => check.refund(record),
        }
        check.errors
    }
}

impl EmployerKey {
    /// The name, unless a store could not keep it.
    pub(in crate::records::import) fn usable_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|name| is_plain(name))
    }
}

/// Whether a text is free of control characters. PostgreSQL refuses the first of them, and a
/// terminal obeys some.
fn is_plain(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

#[derive(Default)]
struct Check {
    errors: Vec<FieldError>,
}

impl Check {
    fn person_key(&mut self, key: &PersonKey) {
        self.text("/person/id_type", key.id_type.as_str());
        self.text("/person/id_number", key.id_number.as_str());
    }

    fn employer(&mut self, employer: &EmployerKey) {
        self.text("/employer/credit_code", employer.credit_code.as_str());
        self.text("/employer/name", employer.name.as_deref());
    }

    fn person(&mut self, record: &PersonRecord) {
        self.text("/name", record.name.as_str());
        self.text("/mobile", record.mobile.as_deref());
        self.text("/household_region", record.household_region.as_deref());
        self.text("/residence_region", record.residence_region.as_str());
        self.day("/birth_date", record.birth_date);
        self.day("/died_on", record.died_on);
        for (place, one) in record.categories.iter().enumerate() {
            let (from, until) = (one.valid_from, one.valid_until);
            self.day(format_args!("/categories/{place}/valid_from"), from);
            self.day(format_args!("/categories/{place}/valid_until"), until);
        }
    }

    fn enrolment(&mut self, record: &EnrolmentRecord) {
        self.text("/region", record.region.as_str());
        self.text("/person_type", record.person_type.as_str());
        self.text("/reason", record.reason.as_deref());
        self.day("/since", record.since);
        self.day("/until", record.until);
        self.day("/waiting_until", record.waiting_until);
    }

    fn contribution(&mut self, record: &ContributionRecord) {
        self.text("/period", record.period.as_str());
        self.day("/paid_on", record.paid_on);
    }

    fn settlement(&mut self, record: &SettlementRecord) {
        self.text("/number", record.number.as_str());
        self.text("/institution/code", record.institution.code.as_str());
        self.text("/institution/name", record.institution.name.as_str());
        self.text("/diagnosis", record.diagnosis.as_deref());
        self.day("/settled_on", record.settled_on);
        self.day("/admitted_on", record.admitted_on);
        self.day("/discharged_on", record.discharged_on);
        for (place, item) in record.lines.iter().enumerate() {
            let (code, name) = (item.code.as_str(), item.name.as_str());
            self.text(format_args!("/lines/{place}/code"), code);
            self.text(format_args!("/lines/{place}/name"), name);
            self.day(format_args!("/lines/{place}/day"), item.day);
        }
    }

    fn refund(&mut self, record: &RefundRecord) {
        self.text("/number", record.number.as_str());
        self.text("/reverses", record.reverses.as_str());
        self.day("/refunded_on", record.refunded_on);
    }

    fn text<'a>(&mut self, pointer: impl Display, text: impl Into<Option<&'a str>>) {
        if text.into().is_some_and(|text| !is_plain(text)) {
            self.refuse(pointer, "control_character", "it holds a control character");
        }
    }

    fn day(&mut self, pointer: impl Display, day: impl Into<Option<NaiveDate>>) {
        let believable = FIRST_YEAR..=LAST_YEAR;
        let day: Option<NaiveDate> = day.into();
        if day.is_some_and(|day| !believable.contains(&day.year())) {
            self.refuse(pointer, "impossible_date", "days lie between 1900 and 2200");
        }
    }

    fn refuse(&mut self, pointer: impl Display, code: &'static str, detail: &str) {
        self.errors.push(FieldError {
            pointer: pointer.to_string(),
            code,
            detail: detail.to_owned(),
        });
    }
}

#[cfg(test)]
mod tests;
