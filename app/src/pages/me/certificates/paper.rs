//! `/me/certificates/{id}/pdf`: the certificate as a file to keep and print.

use services::ServiceError;
use services::certificates::paper::{self, Issuer};

use super::super::not_registered;
use crate::page::{Answer, Download, LocalPath, PageRequest, PageResult};

/// The file, in the language of the request. For a certificate that cannot be read its page is shown
/// instead.
///
/// # Errors
/// `NotFound` when the actor may not see it or there is none, `Conflict` when it can no longer be
/// checked, `Unavailable` without a Chinese font, and whatever the store says.
pub async fn page(request: PageRequest) -> PageResult {
    let Some(person) = request.context.actor.person else {
        return Ok(not_registered::page(&request).into());
    };
    let id = request.id("id")?;
    let issuer = Issuer {
        name: &request.site.sponsor,
        public_url: &request.site.public_url,
    };
    let language = request.language().into();
    let bytes = match paper::of(&request.context, person, id, issuer, language).await {
        Ok(bytes) => bytes,
        // Its page says so, and what to do.
        Err(ServiceError::Conflict(paper::UNREADABLE)) => {
            let path = LocalPath::parse(&format!("/me/certificates/{id}"));
            let path = path.ok_or(ServiceError::NotFound)?;
            return Ok(Answer::SeeOther(path, Vec::new()));
        }
        Err(other) => return Err(other.into()),
    };
    let file = Download {
        name: "yibaotong-certificate.pdf",
        media_type: "application/pdf",
        bytes,
    };
    Ok(file.into())
}
