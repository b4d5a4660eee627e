//! The running totals on both sides of a settlement, as the records around it tell them.
//!
//! Between two settlements of a year may stand refunds. A refund takes exactly back what its
//! settlement added, whatever came between, and keeps no totals of its own moment.

use chrono::{DateTime, Utc};
use domain::settlement::{self as engine, Accumulators, NoTrace};
use sea_orm::{ConnectionTrait, Value};
use uuid::Uuid;

use super::{Year, again, queries};
use crate::accumulators;
use crate::error::ServiceError;
use crate::parameters::ParameterBook;
use crate::records::SettlementInput;
use crate::resident::settlement::{Ties, ties_among};
use crate::store::entity::{settlement, year_accumulator};

/// What stands beside a settlement in its year.
pub(super) struct Beside {
    /// The settlement before it that is no refund.
    previous: Option<settlement::Model>,
    /// The settlement after it that is no refund.
    next: Option<settlement::Model>,
    /// Every refund of the year.
    refunds: Vec<settlement::Model>,
    /// Where the year stands now.
    year: Option<year_accumulator::Model>,
}

/// The place of a settlement in the order in which they were made.
type Moment = (DateTime<Utc>, Uuid);

fn moment(row: &settlement::Model) -> Moment {
    (row.created_at, row.settlement_id)
}

impl Beside {
    /// What stands beside the settlement `row` that `values` name, the person and its id; and what
    /// it is tied to.
    ///
    /// # Errors
    /// From the store.
    pub(super) async fn of(
        reader: &impl ConnectionTrait,
        row: &settlement::Model,
        values: [Value; 2],
    ) -> Result<(Self, Ties), ServiceError> {
        let mut around: Vec<settlement::Model> =
            queries::AROUND.all(reader, values.clone()).await?;
        around.sort_by_key(|one| one.settlement_id);
        around.dedup_by_key(|one| one.settlement_id);
        let ties = ties_among(&around, row)?;
        around.retain(|one| one.benefit_year == row.benefit_year && one.scheme == row.scheme);
        around.sort_by_key(moment);
        let (refunds, bills): (Vec<_>, Vec<_>) = around
            .into_iter()
            .partition(|one| one.reverses_id.is_some());
        // The parts of its bill may be among them; what is nearest is in any case.
        let (earlier, later): (Vec<_>, Vec<_>) = bills
            .into_iter()
            .filter(|one| one.settlement_id != row.settlement_id)
            .partition(|one| moment(one) < moment(row));
        let beside = Self {
            previous: earlier.into_iter().next_back(),
            next: later.into_iter().next(),
            refunds,
            year: queries::YEAR.one(reader, values).await?,
        };
        Ok((beside, ties))
    }

    /// The totals that the bill of `row` was settled with, beside those that follow from what was
    /// made before it.
    pub(super) fn before(
        &self,
        book: &ParameterBook,
        row: &settlement::Model,
        recorded: &Accumulators,
    ) -> Year {
        let computed = self.computed_before(book, row);
        computed.map_or(Year::Unreadable, |computed| {
            Year::Compared(engine::compare_years(recorded, &computed))
        })
    }

    /// The totals that the next bill was settled with, or where the year stands when there is none,
    /// beside those after `row`, which leaves `left`.
    pub(super) fn after(
        &self,
        book: &ParameterBook,
        row: &settlement::Model,
        left: Accumulators,
    ) -> Year {
        let end = self.next.as_ref().map(moment);
        let taken = self.taken_back(book, Some(moment(row)), end);
        let (Some(taken), Some(recorded)) = (taken, self.recorded_after()) else {
            return Year::Unreadable;
        };
        Year::Compared(engine::compare_years(&recorded, &(left - taken)))
    }

    /// The same of a refund, which takes back `added`.
    pub(super) fn after_refund(
        &self,
        book: &ParameterBook,
        row: &settlement::Model,
        added: Accumulators,
    ) -> Year {
        match self.computed_before(book, row) {
            Some(before) => self.after(book, row, before - added),
            None => Year::Unreadable,
        }
    }

    /// The totals before `row`; `None` when what they follow from cannot be computed again.
    fn computed_before(
        &self,
        book: &ParameterBook,
        row: &settlement::Model,
    ) -> Option<Accumulators> {
        let left = match &self.previous {
            None => Accumulators::ZERO,
            Some(previous) => again(book, previous, &mut NoTrace).ok()?.settled.after,
        };
        let begin = self.previous.as_ref().map(moment);
        Some(left - self.taken_back(book, begin, Some(moment(row)))?)
    }

    /// What refunds took back between two moments, both left out.
    fn taken_back(
        &self,
        book: &ParameterBook,
        begin: Option<Moment>,
        end: Option<Moment>,
    ) -> Option<Accumulators> {
        let between = |refund: &&settlement::Model| {
            let at = moment(refund);
            begin.is_none_or(|begin| begin < at) && end.is_none_or(|end| at < end)
        };
        let mut refunds = self.refunds.iter().filter(between);
        refunds.try_fold(Accumulators::ZERO, |sum, refund| {
            let back = again(book, refund, &mut NoTrace).ok()?;
            Some(sum + back.settled.change)
        })
    }

    fn recorded_after(&self) -> Option<Accumulators> {
        match (&self.next, &self.year) {
            (Some(next), _) => {
                let next: SettlementInput = serde_json::from_str(&next.input).ok()?;
                Some(next.before)
            }
            (None, Some(year)) => Some(accumulators::read(year).0),
            (None, None) => Some(Accumulators::ZERO),
        }
    }
}
