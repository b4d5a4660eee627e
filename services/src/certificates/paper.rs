//! A certificate on paper: a tagged PDF with its labels in both languages.

mod write;

use domain::ids::{CertificateId, PersonId};
use domain::language::Language;

use super::one;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// Why there is no paper of a certificate that does not open or is not as it was signed.
pub const UNREADABLE: &str = "the certificate cannot be read";

/// The certificate `id` of `person` as a PDF, its sentences in `language`; `public_url` is the
/// site at which it is checked.
///
/// # Errors
/// As [`one::of`]; `Conflict` for one that is withdrawn or over, and with [`UNREADABLE`] for one that
/// is not as it was signed; `Unavailable` when no Chinese font is found.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    id: CertificateId,
    public_url: &str,
    language: Language,
) -> Result<Vec<u8>, ServiceError> {
    let certificate = one::of(context, person, id).await?.readable();
    let certificate = certificate.ok_or(ServiceError::Conflict(UNREADABLE))?;
    if certificate.state != super::State::InForce {
        return Err(ServiceError::Conflict(
            "the certificate is no longer in force",
        ));
    }
    let public_url = public_url.to_owned();
    // A font is megabytes to read and sift through.
    let written =
        tokio::task::spawn_blocking(move || write::write(&certificate, &public_url, language));
    written.await.map_err(ServiceError::internal)?
}
