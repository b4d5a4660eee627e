//! What was paid in for a month or a year.

use chrono::NaiveDate;

use super::super::refused::Refused;
use super::super::shape::{ContributionRecord, Record};
use super::differs::Differing;
use super::kept::Kept;
use super::{LineResult, Outcome, Planner};
use crate::store::entity::contribution;

impl Planner<'_> {
    pub(super) fn contribution(&mut self, line: usize, record: &ContributionRecord) -> LineResult {
        let row = self.contribution_row(line, record)?;
        let (period, paid_on, credit) = (row.period, row.paid_on, record.account_credit);
        let key = (period, row.scheme.clone(), row.kind.clone());
        let paid_later = paid_on.is_none() && self.is_paid_later(record);
        let outcome = match self.paid.get_mut(&key) {
            None => {
                self.paid.insert(key, Kept::new(row));
                Outcome::Added
            }
            Some(kept) => {
                let differing = differing(&kept.row, &row);
                if differing.is_empty() {
                    return Ok(Outcome::Unchanged);
                }
                let same_bill = differing.only(&["/paid_on", "/account_credit"]);
                match (kept.row.paid_on, paid_on) {
                    // What is only billed has brought the account nothing.
                    (None, Some(_)) if same_bill && kept.row.account_credit == 0 => {
                        *kept.change() = row;
                        Outcome::Changed
                    }
                    (Some(_), None) if same_bill && paid_later => {
                        return Ok(Outcome::Unchanged);
                    }
                    _ => return Err(differing.refuse(line)),
                }
            }
        };
        if let Some(day) = paid_on {
            self.account
                .book(day, "in_monthly", credit, None, Some(period));
        }
        Ok(outcome)
    }

    /// Whether another line says that this was paid.
    fn is_paid_later(&self, billed: &ContributionRecord) -> bool {
        self.file_has(|record| {
            matches!(record, Record::Contribution(other) if other.paid_on.is_some()
                && other.period == billed.period
                && other.scheme == billed.scheme
                && other.kind == billed.kind)
        })
    }

    fn contribution_row(
        &self,
        line: usize,
        record: &ContributionRecord,
    ) -> Result<contribution::Model, Refused> {
        let refuse = |pointer: &str, code, detail: &str| {
            Err(Refused::one(line, pointer, code, detail.to_owned()))
        };
        let Some(period) = period(&record.period) else {
            return refuse("/period", "invalid_period", "a month such as 2025-06");
        };
        let amounts = [
            ("/base", record.base),
            ("/employer_amount", record.employer_amount),
            ("/person_amount", record.person_amount),
            ("/subsidy_amount", record.subsidy_amount),
            ("/account_credit", record.account_credit),
        ];
        for (pointer, amount) in amounts {
            if amount.is_negative() || amount > domain::money::Money::LARGEST {
                return refuse(
                    pointer,
                    "amount_out_of_range",
                    "0 to ten trillion yuan, in fen",
                );
            }
        }
        let paid_in = record.employer_amount + record.person_amount + record.subsidy_amount;
        if record.account_credit > paid_in {
            return refuse("/account_credit", "more_than_paid", "more than was paid in");
        }
        if record.paid_on.is_some_and(|day| day > self.setting.today) {
            return refuse("/paid_on", "date_in_future", "paid after today");
        }
        if !record.account_credit.is_zero() && record.paid_on.is_none() {
            return refuse(
                "/paid_on",
                "missing_field",
                "an account is credited when it is paid",
            );
        }
        let state = if record.paid_on.is_some() {
            "paid"
        } else {
            "billed"
        };
        Ok(contribution::Model {
            person_id: self.id.into(),
            period,
            scheme: record.scheme.code().to_owned(),
            kind: record.kind.code().to_owned(),
            employer_id: self.employer(line, record.employer.as_ref())?,
            base: record.base.fen(),
            employer_amount: record.employer_amount.fen(),
            person_amount: record.person_amount.fen(),
            subsidy_amount: record.subsidy_amount.fen(),
            account_credit: record.account_credit.fen(),
            state: state.to_owned(),
            paid_on: record.paid_on,
        })
    }
}

fn differing(stored: &contribution::Model, row: &contribution::Model) -> Differing {
    Differing::of([
        ("/employer", stored.employer_id != row.employer_id),
        ("/base", stored.base != row.base),
        (
            "/employer_amount",
            stored.employer_amount != row.employer_amount,
        ),
        ("/person_amount", stored.person_amount != row.person_amount),
        (
            "/subsidy_amount",
            stored.subsidy_amount != row.subsidy_amount,
        ),
        (
            "/account_credit",
            stored.account_credit != row.account_credit,
        ),
        ("/paid_on", stored.paid_on != row.paid_on),
    ])
}

/// `2025-06` as 202506.
fn period(text: &str) -> Option<i32> {
    let (year, month) = text.split_once('-')?;
    if year.len() != 4 || month.len() != 2 {
        return None;
    }
    let (year, month): (i32, u32) = (year.parse().ok()?, month.parse().ok()?);
    let exists = (1990..=2100).contains(&year) && NaiveDate::from_ymd_opt(year, month, 1).is_some();
    exists.then(|| year * 100 + month.cast_signed())
}
