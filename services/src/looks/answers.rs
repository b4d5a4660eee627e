//! What was answered to reports, encrypted at rest like what was reported.

use sea_orm::sea_query::{Expr, Value};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::error::ServiceError;
use crate::keys::Keys;
use crate::platform::Platform;
use crate::records::private::Field;
use crate::store::entity::access_report_step::{Column, Entity};

/// What was answered, of a row whose answer is sealed, or open from the time before `m0020`.
pub(crate) fn open(
    keys: &Keys,
    cipher: Option<&[u8]>,
    of_before: String,
) -> Result<String, ServiceError> {
    match cipher {
        Some(cipher) => Field::ReportAnswer.open(keys, cipher),
        None => Ok(of_before),
    }
}

/// The cipher text of `answer`; `None` where nothing is answered.
pub(super) fn seal(platform: &Platform, answer: &str) -> Result<Option<Vec<u8>>, ServiceError> {
    (!answer.is_empty())
        .then(|| Field::ReportAnswer.seal_on(platform, answer))
        .transpose()
}

/// Seals the answers that a version before `m0020` left open; the second half of that step, which
/// has no keys. Run again it finds nothing to do, and several at once do no harm: the database takes
/// this change of a row once. Returns how many were sealed.
///
/// # Errors
/// From the store.
pub async fn seal_those_of_before(
    platform: &Platform,
    connection: &impl ConnectionTrait,
) -> Result<u64, ServiceError> {
    let rows = Entity::find().filter(Column::Answer.ne("")).all(connection);
    let mut sealed = 0;
    for row in rows.await? {
        let cipher = seal(platform, &row.answer)?;
        let done = Entity::update_many()
            .col_expr(Column::AnswerCipher, Expr::value(Value::from(cipher)))
            .col_expr(Column::Answer, Expr::value(""))
            .filter(Column::PersonId.eq(row.person_id))
            .filter(Column::EventId.eq(row.event_id))
            .filter(Column::Step.eq(row.step))
            .filter(Column::Answer.ne(""))
            .exec(connection)
            .await?;
        sealed += done.rows_affected;
    }
    Ok(sealed)
}
