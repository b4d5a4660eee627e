//! Turns a bill that two rules share into the rows of its parts.

use chrono::NaiveDate;
use domain::ids::SettlementId;
use domain::settlement::parameters::ParameterSet;
use domain::settlement::{
    ChronicBill, ChronicLine, DatedLine, Divided, Part, PartOf, Stay, StayYear, settle_chronic,
    settle_stay,
};

use super::input::SettlementInput;
use super::settle::{BilledItem, Draft, Written, refused, written};
use crate::error::ServiceError;

/// Settles `draft`, a visit for a certified disease, by the rules of `set`. `for_disease` says of
/// each item whether it is for the disease, and `next` gives the id of each part after the first.
///
/// # Errors
/// `Invalid` with every reason why the engine refuses the bill.
pub fn settle_for_disease(
    set: &ParameterSet,
    draft: &Draft,
    for_disease: &[bool],
    next: impl FnMut() -> SettlementId,
) -> Result<Vec<Written>, ServiceError> {
    let line = |(item, for_disease): (&BilledItem, &bool)| ChronicLine {
        item: item.line,
        for_disease: *for_disease,
    };
    let lines: Vec<ChronicLine> = draft.items.iter().zip(for_disease).map(line).collect();
    let bill = ChronicBill {
        scheme: draft.scheme,
        person: draft.facts,
        visit: draft.visit,
        lines: &lines,
        before: draft.before,
    };
    let divided = settle_chronic(set, &bill).map_err(refused)?;
    parts(draft, divided, next)
}

/// Settles `draft`, a stay from the first of `days` through the second, across the end of a year.
/// `used_on` says of each item its day where it has one; `years` are all years of the stay.
///
/// # Errors
/// `Invalid` with every reason why the engine refuses the bill.
pub fn settle_across_years(
    draft: &Draft,
    days: (NaiveDate, NaiveDate),
    used_on: &[Option<NaiveDate>],
    years: &[StayYear<'_>],
    next: impl FnMut() -> SettlementId,
) -> Result<Vec<Written>, ServiceError> {
    let line = |(item, day): (&BilledItem, &Option<NaiveDate>)| DatedLine {
        item: item.line,
        day: *day,
    };
    let lines: Vec<DatedLine> = draft.items.iter().zip(used_on).map(line).collect();
    let stay = Stay {
        scheme: draft.scheme,
        person: draft.facts,
        visit: draft.visit,
        admitted_on: days.0,
        discharged_on: days.1,
        lines: &lines,
        years,
    };
    let divided = settle_stay(&stay).map_err(refused)?;
    parts(draft, divided, next)
}

/// The rows of every part; those of several parts name the first one as their bill.
fn parts(
    draft: &Draft,
    divided: Divided,
    mut next: impl FnMut() -> SettlementId,
) -> Result<Vec<Written>, ServiceError> {
    let bill = (divided.parts.len() > 1).then_some(draft.id);
    let mut rows = Vec::with_capacity(divided.parts.len());
    for part in divided.parts {
        let id = if rows.is_empty() { draft.id } else { next() };
        let mut one = of_part(draft, id, &part)?;
        one.settlement.bill_id = bill.map(Into::into);
        rows.push(one);
    }
    Ok(rows)
}

fn of_part(draft: &Draft, id: SettlementId, part: &Part) -> Result<Written, ServiceError> {
    let billed = part.items.iter().zip(&part.lines);
    let items = billed.filter_map(|(place, line)| {
        let item = draft.items.get(*place)?.clone();
        Some(BilledItem {
            line: *line,
            ..item
        })
    });
    let of_part = Draft {
        id,
        facts: part.person,
        visit: part.visit,
        before: part.before,
        items: items.collect(),
        ..draft.clone()
    };
    let input = SettlementInput::of_part(part);
    let mut one = written(of_part, &part.set, part.settled, &input, &part.trace)?;
    if let PartOf::Year(year) | PartOf::DischargeYear(year) = part.portion.part {
        one.settlement.benefit_year = year;
    }
    Ok(one)
}
