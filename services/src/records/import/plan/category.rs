//! A person's statuses of hardship.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::settlement::Category;
use uuid::Uuid;

use super::super::refused::Refused;
use super::super::shape::{CategoryRecord, PersonRecord, Record};
use super::Planner;
use super::differs::Differing;
use super::kept::Kept;
use crate::store::entity::identity_tag;

/// Refuses statuses that cannot be.
pub(super) fn check(line: usize, record: &PersonRecord) -> Result<(), Refused> {
    let refuse = |code, detail: &str| {
        let detail = detail.to_owned();
        Err(Refused::one(line, "/categories", code, detail))
    };
    let ends_first =
        |one: &CategoryRecord| one.valid_until.is_some_and(|until| until < one.valid_from);
    if record.categories.iter().any(ends_first) {
        return refuse("ends_before_it_begins", "the last day is before the first");
    }
    let mut seen = HashSet::new();
    if !record.categories.iter().all(|one| seen.insert(key(one))) {
        return refuse("overlaps", "one status begins twice on the same day");
    }
    Ok(())
}

impl Planner<'_> {
    /// Adds to `differing` what the store holds otherwise; the end of a status may come later.
    pub(super) fn compare_categories(&self, record: &PersonRecord, differing: &mut Differing) {
        for (place, one) in record.categories.iter().enumerate() {
            let Some(stored) = self.tags.iter().map(|kept| &kept.row).find(is(one)) else {
                continue;
            };
            let agrees = stored.valid_until == one.valid_until
                || match (stored.valid_until, one.valid_until) {
                    (None, Some(_)) => true,
                    (Some(_), None) => self.ends_later(one),
                    _ => false,
                };
            if !agrees {
                let pointer = format!("/categories/{place}/valid_until");
                differing.add(pointer, "the store has another value");
            }
        }
    }

    /// Whether another line says when this status ended.
    fn ends_later(&self, open: &CategoryRecord) -> bool {
        self.file_has(|record| {
            matches!(record, Record::Person(person) if person.categories.iter().any(|other| {
                key(other) == key(open) && other.valid_until.is_some()
            }))
        })
    }

    /// Takes over the statuses of a record that was compared. Whether something is new.
    pub(super) fn take_categories(&mut self, record: &PersonRecord) -> bool {
        let mut news = false;
        for one in &record.categories {
            let there = self.tags.iter_mut().find(|kept| is(one)(&&kept.row));
            match there {
                None => {
                    self.tags.push(Kept::new(identity_tag::Model {
                        person_id: Uuid::from(self.id),
                        category: one.category.code().to_owned(),
                        valid_from: one.valid_from,
                        valid_until: one.valid_until,
                        source: "import".to_owned(),
                    }));
                    news = true;
                }
                Some(kept) if kept.row.valid_until.is_none() && one.valid_until.is_some() => {
                    kept.change().valid_until = one.valid_until;
                    news = true;
                }
                Some(_) => {}
            }
        }
        news
    }
}

/// What names a status among those of a person.
fn key(one: &CategoryRecord) -> (Category, NaiveDate) {
    (one.category, one.valid_from)
}

fn is(one: &CategoryRecord) -> impl Fn(&&identity_tag::Model) -> bool {
    let (category, from) = key(one);
    move |tag| tag.category == category.code() && tag.valid_from == from
}
