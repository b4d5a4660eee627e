//! What is kept of queries, opened.

use chrono::{DateTime, Utc};
use domain::enquiries::QueryState;
use sea_orm::FromQueryResult;

use super::Step;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::keys::Keys;
use crate::records::private::Field;

#[derive(FromQueryResult)]
pub(super) struct StepRow {
    pub step: i32,
    pub state: String,
    pub answer_cipher: Option<Vec<u8>>,
    pub happened_at: DateTime<Utc>,
}

/// What was asked.
pub(super) fn words(context: &RequestContext, cipher: &[u8]) -> Result<String, ServiceError> {
    Field::QueryWords.open(&context.platform.keys, cipher)
}

/// What was answered; empty where nothing was.
pub(crate) fn opened(keys: &Keys, cipher: Option<&[u8]>) -> Result<String, ServiceError> {
    cipher.map_or_else(
        || Ok(String::new()),
        |cipher| Field::QueryAnswer.open(keys, cipher),
    )
}

/// The steps, without those of a state that only another version knows.
pub(super) fn steps(
    context: &RequestContext,
    rows: Vec<StepRow>,
) -> Result<Vec<Step>, ServiceError> {
    let known = rows
        .into_iter()
        .filter_map(|row| Some((QueryState::from_code(&row.state)?, row)));
    known
        .map(|(state, row)| {
            Ok(Step {
                state,
                at: row.happened_at,
                answer: opened(&context.platform.keys, row.answer_cipher.as_deref())?,
            })
        })
        .collect()
}
