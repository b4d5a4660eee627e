//! What was paid in for a month or a year.

use chrono::NaiveDate;

use super::super::refused::Refused;
use super::super::shape::ContributionRecord;
use super::{LineResult, Outcome, Planner};
use crate::store::entity::contribution;

impl Planner<'_> {
    pub(super) fn contribution(&mut self, line: usize, record: &ContributionRecord) -> LineResult {
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
        let employer_id = self.employer(line, record.employer.as_ref())?;
        let (scheme, kind) = (
            record.scheme.code().to_owned(),
            record.kind.code().to_owned(),
        );
        let key = (period, scheme, kind);
        let content = (record.base.fen(), record.person_amount.fen());
        match self.paid.get(&key) {
            Some(stored) if *stored == content => return Ok(Outcome::Unchanged),
            Some(_) => {
                let detail = "this period is there with other amounts";
                return refuse("/period", "differs_from_store", detail);
            }
            None => {}
        }
        let (_, scheme, kind) = key.clone();
        self.paid.insert(key, content);
        self.plan.rows.contributions.push(contribution::Model {
            person_id: self.id.into(),
            period,
            scheme,
            kind,
            employer_id,
            base: record.base.fen(),
            employer_amount: record.employer_amount.fen(),
            person_amount: record.person_amount.fen(),
            subsidy_amount: record.subsidy_amount.fen(),
            account_credit: record.account_credit.fen(),
            state: if record.paid_on.is_some() {
                "paid"
            } else {
                "billed"
            }
            .to_owned(),
            paid_on: record.paid_on,
        });
        if let Some(day) = record.paid_on {
            self.account
                .book(day, "in_monthly", record.account_credit, None, Some(period));
        }
        Ok(Outcome::Added)
    }
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
