//! What anybody reads of one institution.

use domain::identifiers::InstitutionCode;

use super::model::Institution;
use super::queries;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// The institution with the code `code`, designated or not.
///
/// # Errors
/// `NotFound` when there is none; or from the store.
pub async fn one(context: &RequestContext, code: &str) -> Result<Institution, ServiceError> {
    let code: InstitutionCode = code.parse().map_err(|_| ServiceError::NotFound)?;
    let row = queries::ONE
        .one(
            &context.platform.database.reader,
            [code.as_str().to_owned().into()],
        )
        .await?
        .ok_or(ServiceError::NotFound)?;
    Institution::of(row)
}
