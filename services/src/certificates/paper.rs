//! A certificate on paper: a tagged PDF with its labels in both languages.

mod write;

use domain::ids::{CertificateId, PersonId};
use domain::language::Language;

use super::one;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// Why there is no paper of a certificate that does not open or is not as it was signed.
pub const UNREADABLE: &str = "the certificate cannot be read";

/// Who issues certificates, and where they are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issuer<'a> {
    /// Whoever runs the site, by name; may be empty.
    pub name: &'a str,
    /// The site's address, without a slash at the end.
    pub public_url: &'a str,
}

/// The certificate `id` of `person` as a PDF, its sentences in `language`.
///
/// # Errors
/// As [`one::of`]; `Conflict` for one that is withdrawn or over, and with [`UNREADABLE`] for one that
/// is not as it was signed; `Unavailable` when no Chinese font is found.
pub async fn of(
    context: &RequestContext,
    person: PersonId,
    id: CertificateId,
    issuer: Issuer<'_>,
    language: Language,
) -> Result<Vec<u8>, ServiceError> {
    let certificate = one::of(context, person, id).await?.readable();
    let certificate = certificate.ok_or(ServiceError::Conflict(UNREADABLE))?;
    if certificate.state != super::State::InForce {
        return Err(ServiceError::Conflict(
            "the certificate is no longer in force",
        ));
    }
    let (name, public_url) = (issuer.name.to_owned(), issuer.public_url.to_owned());
    // A font is megabytes to read and sift through.
    let written = tokio::task::spawn_blocking(move || {
        let issuer = Issuer {
            name: &name,
            public_url: &public_url,
        };
        write::write(&certificate, issuer, language)
    });
    written.await.map_err(ServiceError::internal)?
}
