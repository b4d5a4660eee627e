//! `/me/certificates/{id}/pdf`: the certificate as a file to keep and print.

use services::ServiceError;
use services::certificates::paper;

use super::super::not_registered;
use crate::page::{Download, PageRequest, PageResult};

/// The file, in the language of the request.
///
/// # Errors
/// `NotFound` when the actor may not see it or there is none, `Conflict` when it can no longer be
/// checked, `Unavailable` without a Chinese font, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let id = request
        .param("id")
        .parse()
        .map_err(|_| ServiceError::NotFound)?;
    let (url, language) = (&request.site.public_url, request.language().into());
    let bytes = paper::of(&request.context, person, id, url, language).await?;
    let file = Download {
        name: "yibaotong-certificate.pdf",
        media_type: "application/pdf",
        bytes,
    };
    Ok(file.into())
}
