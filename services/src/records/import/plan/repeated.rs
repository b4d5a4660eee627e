//! A settlement whose number is there already: the same in every field, or refused.

use super::super::known::Settled;
use super::super::shape::{LineRecord, SettlementRecord};
use super::amounts;
use super::differs::Differing;
use crate::accumulators::stored_amounts;
use crate::error::ServiceError;
use crate::keys::Keys;
use crate::records::SettlementInput;
use crate::records::private::Field;
use crate::store::entity::settlement_line;

/// In what `record` differs from what is `stored`. An admission that is not numbered and
/// amounts that are not given say nothing.
///
/// # Errors
/// `Internal` when the stored record cannot be read.
pub(super) fn differing(
    keys: &Keys,
    stored: &Settled,
    record: &SettlementRecord,
) -> Result<Differing, ServiceError> {
    let row = &stored.row;
    let input: SettlementInput =
        serde_json::from_str(&row.input).map_err(ServiceError::internal)?;
    let diagnosis = row.diagnosis_cipher.as_deref();
    let diagnosis = diagnosis
        .map(|cipher| Field::Diagnosis.open(keys, cipher))
        .transpose()?;
    let visit = &record.visit;
    let given = record.amounts.unwrap_or_default();
    let family = given.acct_mulaid_pay.unwrap_or(record.family_balance);
    let mut differing = Differing::of([
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
        ("/visit/kind", input.visit.kind != visit.kind),
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
        ("/lines", stored.lines.len() != record.lines.len()),
    ]);
    let pairs = stored.lines.iter().zip(&record.lines).enumerate();
    for (place, (ours, line)) in pairs {
        if !is_same(ours, line) {
            differing.add(format!("/lines/{place}"), "the store has another line");
        }
    }
    for (pointer, given, ours) in amounts::differences(&given, &stored_amounts(row)) {
        let detail = format!("given {}, stored {}", given.fen(), ours.fen());
        differing.add(pointer, detail);
    }
    Ok(differing)
}

fn is_same(stored: &settlement_line::Model, line: &LineRecord) -> bool {
    stored.item_code == line.code
        && stored.item_name == line.name
        && stored.item_class == line.class.code()
        && stored.quantity_milli == line.quantity_milli
        && stored.amount == line.amount.fen()
        && stored.self_pay_first_ratio == line.self_pay_first.get()
        && stored.over_ceiling == line.over_ceiling.fen()
}
