//! A settlement whose number is there already: the same in every field, or refused.

use domain::money::Money;
use domain::settlement::{DatedLine, LineItem, PartOf, Settlement, VisitKind, lines_in_year};

use super::super::known::Settled;
use super::super::shape::{LineRecord, SettlementRecord};
use super::amounts;
use super::differs::Differing;
use super::draft::line_item;
use crate::accumulators::stored_amounts;
use crate::error::ServiceError;
use crate::keys::Keys;
use crate::records::SettlementInput;
use crate::records::private::Field;
use crate::store::entity::settlement_line;

/// In what `record` differs from what is `stored`, part by part. An admission that is not numbered
/// and amounts that are not given say nothing.
///
/// # Errors
/// `Internal` when the stored record cannot be read.
pub(super) fn differing(
    keys: &Keys,
    stored: &[&Settled],
    record: &SettlementRecord,
) -> Result<Differing, ServiceError> {
    let read = |part: &&Settled| serde_json::from_str::<SettlementInput>(&part.row.input);
    let inputs: Result<Vec<SettlementInput>, _> = stored.iter().map(read).collect();
    let inputs = inputs.map_err(ServiceError::internal)?;
    let (Some(row), Some(input)) = (stored.first().map(|part| &part.row), inputs.first()) else {
        return Ok(Differing::default());
    };
    let diagnosis = row.diagnosis_cipher.as_deref();
    let diagnosis = diagnosis
        .map(|cipher| Field::Diagnosis.open(keys, cipher))
        .transpose()?;
    let visit = &record.visit;
    let given = record.amounts.unwrap_or_default();
    let family = given.acct_mulaid_pay.unwrap_or(record.family_balance);
    let part = input.part.map(|part| part.part);
    // The other items of a visit for a disease are settled as those of an ordinary one.
    let (kind, other_disease) = match part {
        Some(PartOf::Disease) => (VisitKind::Chronic, input.visit.disease != visit.disease),
        Some(PartOf::Ordinary) => (VisitKind::Chronic, false),
        _ => (input.visit.kind, input.visit.disease != visit.disease),
    };
    let mut differing = Differing::of([
        ("/record", row.reverses_id.is_some()),
        ("/settled_on", row.settled_on != record.settled_on),
        ("/admitted_on", row.admitted_on != record.admitted_on),
        ("/discharged_on", row.discharged_on != record.discharged_on),
        ("/scheme", input.scheme != record.scheme),
        (
            "/institution/code",
            row.institution_code != record.institution.code,
        ),
        (
            "/institution/name",
            row.institution_name != record.institution.name,
        ),
        ("/visit/kind", kind != visit.kind),
        ("/visit/disease", other_disease),
        ("/visit/level", input.visit.level != visit.level),
        (
            "/visit/admission",
            visit
                .admission
                .is_some_and(|number| number != input.visit.admission),
        ),
        ("/visit/remote", input.visit.remote != visit.remote),
        ("/diagnosis", diagnosis != record.diagnosis),
        ("/family_balance", input.person.family_balance != family),
    ]);
    for (settled, input) in stored.iter().zip(&inputs) {
        let part = input.part.map(|part| part.part);
        lines(&mut differing, settled, &expected(record, part), record);
    }
    // What no part has is seen by the whole.
    let billed: Money = record.lines.iter().map(|line| line.amount).sum();
    let of_parts = part.is_some() && differing.is_empty();
    let total = input.part.map_or(billed, |part| part.total);
    if of_parts && (total != billed || groups(record, part) != stored.len()) {
        differing.add("/lines", "the store has other lines");
    }
    let whole = stored.iter().fold(Settlement::default(), |sum, part| {
        sum + stored_amounts(&part.row)
    });
    for (pointer, given, ours) in amounts::differences(&given, &whole) {
        let detail = format!("given {}, stored {}", given.fen(), ours.fen());
        differing.add(pointer, detail);
    }
    Ok(differing)
}

/// Whether an item of a visit for a disease is for it: unless it says otherwise.
pub(super) fn is_for_disease(line: &LineRecord) -> bool {
    line.for_disease.unwrap_or(true)
}

/// How many parts the record has by itself.
fn groups(record: &SettlementRecord, part: Option<PartOf>) -> usize {
    let of = |wanted: bool| {
        let mut lines = record.lines.iter();
        usize::from(lines.any(|line| is_for_disease(line) == wanted))
    };
    let years = |(from, through): (i32, i32)| {
        let years = from..=through;
        years
            .filter(|year| !expected(record, Some(PartOf::Year(*year))).is_empty())
            .count()
    };
    let groups = match part {
        Some(PartOf::Disease | PartOf::Ordinary) => of(true) + of(false),
        Some(PartOf::Year(_)) => record
            .years()
            .next()
            .zip(record.years().last())
            .map_or(1, |((first, _), (last, _))| years((first, last))),
        Some(PartOf::DischargeYear(_)) | None => 1,
    };
    groups.max(1)
}

/// The items of the record that belong to a part, each with its place on the bill.
fn expected(record: &SettlementRecord, part: Option<PartOf>) -> Vec<(usize, LineItem)> {
    let items = record.lines.iter().enumerate();
    match (part, record.across_years()) {
        (Some(PartOf::Year(year)), Some(days)) => {
            let dated = |line: &LineRecord| DatedLine {
                item: line_item(line),
                day: line.day,
            };
            let dated: Vec<DatedLine> = record.lines.iter().map(dated).collect();
            lines_in_year(days, &dated, year)
        }
        (Some(of @ (PartOf::Disease | PartOf::Ordinary)), _) => {
            let disease = of == PartOf::Disease;
            items
                .filter(|(_, line)| is_for_disease(line) == disease)
                .map(|(place, line)| (place, line_item(line)))
                .collect()
        }
        _ => items
            .map(|(place, line)| (place, line_item(line)))
            .collect(),
    }
}

/// Tells the lines of one part that are not as expected.
fn lines(
    differing: &mut Differing,
    stored: &Settled,
    expected: &[(usize, LineItem)],
    record: &SettlementRecord,
) {
    if stored.lines.len() != expected.len() {
        differing.add("/lines", "the store has another value");
    }
    for (ours, (place, item)) in stored.lines.iter().zip(expected) {
        let line = record.lines.get(*place);
        if line.is_none_or(|line| !is_same(ours, line, item)) {
            differing.add(format!("/lines/{place}"), "the store has another line");
        }
    }
}

fn is_same(stored: &settlement_line::Model, line: &LineRecord, item: &LineItem) -> bool {
    stored.item_code == line.code
        && stored.item_name == line.name
        && stored.item_class == line.class.code()
        && stored.quantity_milli == line.quantity_milli
        && stored.amount == item.amount.fen()
        && stored.self_pay_first_ratio == line.self_pay_first.get()
        && stored.over_ceiling == item.over_ceiling.fen()
}
