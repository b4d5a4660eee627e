//! Queries about settlements, and what became of them.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::dossier::{Cell, Section};
use super::{h, instant};
use crate::context::RequestContext;
use crate::enquiries::opened;
use crate::error::ServiceError;
use crate::records::private::Field;
use crate::store::entity::{settlement_query, settlement_query_step};

/// Both sections in the order of the export.
pub(super) async fn sections(
    context: &RequestContext,
    id: Uuid,
) -> Result<[Section; 2], ServiceError> {
    let keys = &context.platform.keys;
    let rows = rows!(context, id, settlement_query, QueryId);
    let mut words = Vec::with_capacity(rows.len());
    for row in &rows {
        words.push(Field::QueryWords.open(keys, &row.words_cipher)?);
    }
    let both: Vec<_> = rows.into_iter().zip(words).collect();
    let queries = section!(QUERIES, both, |both| [
        both.0.number.as_str(),
        both.0.settlement_id.to_string(),
        both.1.as_str(),
        both.0.outcome.as_str(),
        both.0.recorded.as_str(),
        both.0.recomputed.as_str(),
        instant(both.0.sent_at),
    ]);
    let numbers: Vec<(Uuid, String)> = both
        .iter()
        .map(|(row, _)| (row.query_id, row.number.clone()))
        .collect();
    let rows = rows!(context, id, settlement_query_step, QueryId, Step);
    let mut steps = Vec::with_capacity(rows.len());
    for row in rows {
        let number = numbers.iter().find(|(query, _)| *query == row.query_id);
        let number = number.map_or_else(String::new, |(_, number)| number.clone());
        let answer = opened(keys, row.answer_cipher.as_deref())?;
        steps.push((number, row, answer));
    }
    let steps = section!(QUERY_STEPS, steps, |step| [
        step.0.as_str(),
        step.1.state.as_str(),
        step.2.as_str(),
        instant(step.1.happened_at),
    ]);
    Ok([queries, steps])
}
