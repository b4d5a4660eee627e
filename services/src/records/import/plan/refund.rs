//! A refund: a settlement taken back as it was computed.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::ids::SettlementId;
use domain::settlement::{Balances, Scheme};
use uuid::Uuid;

use super::super::dossier::Dossier;
use super::super::known::Settled;
use super::super::refused::Refused;
use super::super::shape::{Record, RefundRecord};
use super::differs::Differing;
use super::{LineResult, Outcome, Planner};
use crate::error::ServiceError;
use crate::records::{Refund, again, refund};
use crate::store::entity::settlement;

/// Where in the file a settlement stands, by its number: the day and the line.
type Lines<'a> = HashMap<&'a str, (NaiveDate, usize)>;

/// The lines of the settlements of `dossier`.
pub(super) fn lines_of_settlements<'a>(dossier: &'a Dossier<'_>) -> Lines<'a> {
    let mut lines = Lines::new();
    for (line, record) in &dossier.records {
        if let Record::Settlement(record) = record {
            let first = lines.entry(&record.number);
            first.or_insert((record.settled_on, *line));
        }
    }
    lines
}

/// The place of a record among those of its day: that of its line; a refund never before the
/// settlement that it takes back.
pub(super) fn place(lines: &Lines<'_>, line: usize, record: &Record) -> (usize, bool) {
    let Record::Refund(refund) = record else {
        return (line, false);
    };
    match lines.get(refund.reverses.as_str()) {
        Some((day, first)) if *day == refund.refunded_on && *first > line => (*first, true),
        _ => (line, false),
    }
}

/// One part on its way back: its row, its scheme, and whether it was an admission.
struct Back {
    row: settlement::Model,
    scheme: Scheme,
    admission: bool,
    change: domain::settlement::Settled,
}

impl Planner<'_> {
    pub(super) fn refund(
        &mut self,
        line: usize,
        record: &RefundRecord,
    ) -> Result<LineResult, ServiceError> {
        let there = self.numbered(&record.number);
        let original = self.numbered(&record.reverses);
        if !there.is_empty() {
            let differing = differing(&there, &original, record);
            return Ok(if differing.is_empty() {
                Ok(Outcome::Unchanged)
            } else {
                Err(differing.refuse(line))
            });
        }
        let refused = self.refused(record, &original);
        if let Some((pointer, code, detail)) = refused {
            // What was taken back already, or never was there, leaves the totals known.
            if matches!(code, "wrong_number" | "date_in_future") {
                self.break_years_of(&record.reverses);
            }
            return Ok(Err(Refused::one(line, pointer, code, detail.to_owned())));
        }
        let original: Vec<settlement::Model> =
            original.into_iter().map(|part| part.row.clone()).collect();
        let mut backs = Vec::with_capacity(original.len());
        for row in original.into_iter().rev() {
            let set = self
                .setting
                .platform
                .parameters
                .by_id(&row.parameter_set_id);
            let settled = set.map(|set| again(&row, &set)).transpose()?.flatten();
            let Some((input, change)) = settled else {
                self.break_years_of(&record.reverses);
                let detail = "the settlement does not come out as it is stored";
                let refused = Refused::one(line, "/reverses", "differs_from_engine", detail.into());
                return Ok(Err(refused));
            };
            backs.push(Back {
                scheme: input.scheme,
                admission: input.counts_as_admission(),
                row,
                change,
            });
        }
        Ok(self.take_back(line, record, backs))
    }

    /// Takes every part back, the last one first.
    fn take_back(&mut self, line: usize, record: &RefundRecord, backs: Vec<Back>) -> LineResult {
        let mut years = self.years.clone();
        for back in &backs {
            let year = years
                .entry((back.row.benefit_year, back.scheme))
                .or_default();
            // Balances have no bound above: what comes back is booked below.
            let (before, _) = back
                .change
                .undo(year.0, Balances::default())
                .map_err(|refusal| {
                    let (code, detail) = (refusal.code.code(), refusal.to_string());
                    Refused::one(line, "/reverses", code, detail)
                })?;
            *year = (before, year.1.saturating_sub(u32::from(back.admission)));
        }
        self.years = years;
        let person = Uuid::from(self.id);
        let divided = backs.len() > 1;
        let mut bill: Option<SettlementId> = None;
        for (place, back) in (0_u8..).zip(backs) {
            let (whose, number) = (person.as_bytes(), record.number.as_bytes());
            let parts: [&[u8]; 4] = [b"refund", whose, number, &[place]];
            let id: SettlementId = self.settlement_ids.next(record.refunded_on, &parts).into();
            bill = bill.or(Some(id).filter(|_| divided));
            let row = refund(
                &back.row,
                Refund {
                    id,
                    number: record.number.clone(),
                    refunded_on: record.refunded_on,
                    bill,
                    created_at: self.setting.now,
                },
            );
            let own = back.change.settlement.own_account_paid();
            let day = record.refunded_on;
            self.account
                .book(day, "in_refund", own, Some(id.into()), None);
            self.refunded.insert(back.row.settlement_id);
            let lines = Vec::new();
            self.keep(Settled { row, lines });
        }
        Ok(Outcome::Added)
    }

    /// Why the refund cannot be: pointer, code, detail.
    fn refused(
        &self,
        record: &RefundRecord,
        original: &[&Settled],
    ) -> Option<(&'static str, &'static str, &'static str)> {
        let day = record.refunded_on;
        if record.number.trim().is_empty() || record.number.len() > 64 {
            return Some(("/number", "wrong_number", "1 to 64 characters"));
        }
        if day > self.setting.today {
            return Some(("/refunded_on", "date_in_future", "refunded after today"));
        }
        let before = (
            "/refunded_on",
            "refunded_before_settled",
            "the settlement is of a later day",
        );
        let Some(first) = original.first() else {
            let in_file = self.dossier.records.iter();
            let mut in_file = in_file.filter_map(|(_, other)| match other {
                Record::Settlement(other) if other.number == record.reverses => Some(other),
                _ => None,
            });
            return Some(match in_file.next() {
                Some(later) if later.settled_on > day => before,
                Some(_) => (
                    "/reverses",
                    "follows_refused",
                    "the settlement itself was refused",
                ),
                None => (
                    "/reverses",
                    "unknown_settlement",
                    "this person has no settlement of this number",
                ),
            });
        };
        if first.row.reverses_id.is_some() {
            let detail = "a refund cannot be taken back; settle the bill again";
            return Some(("/reverses", "is_a_refund", detail));
        }
        let back = |part: &&Settled| self.refunded.contains(&part.row.settlement_id);
        if original.iter().any(back) {
            let detail = "the settlement was taken back before";
            return Some(("/reverses", "already_refunded", detail));
        }
        if first.row.settled_on > day {
            return Some(before);
        }
        let broken = original.iter().any(|part| {
            let scheme = Scheme::from_code(&part.row.scheme);
            scheme.is_some_and(|scheme| self.broken.contains(&(part.row.benefit_year, scheme)))
        });
        broken.then_some((
            "/reverses",
            "follows_refused",
            "an earlier settlement of this year was refused, so the year's totals are not known",
        ))
    }

    /// After a refund that was refused, the totals of what it was to take back are not known.
    pub(super) fn break_years_of(&mut self, number: &str) {
        let years: Vec<(i32, Scheme)> = self
            .numbered(number)
            .iter()
            .filter_map(|part| {
                let scheme = Scheme::from_code(&part.row.scheme)?;
                Some((part.row.benefit_year, scheme))
            })
            .collect();
        self.broken.extend(years);
    }
}

/// In what `record` differs from what stands under its number.
fn differing(there: &[&Settled], original: &[&Settled], record: &RefundRecord) -> Differing {
    let day = there.first().map(|part| part.row.settled_on);
    let takes_back: Vec<Option<Uuid>> = there
        .iter()
        .rev()
        .map(|part| part.row.reverses_id)
        .collect();
    let wanted: Vec<Option<Uuid>> = original
        .iter()
        .map(|part| Some(part.row.settlement_id))
        .collect();
    let is_refund = takes_back.iter().all(Option::is_some);
    Differing::of([
        ("/record", !is_refund),
        ("/refunded_on", day != Some(record.refunded_on)),
        ("/reverses", is_refund && takes_back != wanted),
    ])
}
