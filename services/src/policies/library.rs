//! The library that ships with the product: our own summaries, kept in `data/policies`.

use super::import::draft;
use super::write::batch;
use super::{Outcome, Progress};
use crate::authorise;
use crate::context::RequestContext;
use crate::documents::clean;
use crate::error::ServiceError;

/// The files, by name.
const FILES: &[(&str, &str)] = &[
    ("d01.md", include_str!("../../data/policies/d01.md")),
    ("d02.md", include_str!("../../data/policies/d02.md")),
    ("d03.md", include_str!("../../data/policies/d03.md")),
    ("d04.md", include_str!("../../data/policies/d04.md")),
    ("d05.md", include_str!("../../data/policies/d05.md")),
    ("d06.md", include_str!("../../data/policies/d06.md")),
    ("d07.md", include_str!("../../data/policies/d07.md")),
    ("d08.md", include_str!("../../data/policies/d08.md")),
    ("d09.md", include_str!("../../data/policies/d09.md")),
    ("d10.md", include_str!("../../data/policies/d10.md")),
    ("d11.md", include_str!("../../data/policies/d11.md")),
    ("d12.md", include_str!("../../data/policies/d12.md")),
    ("d13.md", include_str!("../../data/policies/d13.md")),
    ("d14.md", include_str!("../../data/policies/d14.md")),
    ("d15.md", include_str!("../../data/policies/d15.md")),
    ("d16.md", include_str!("../../data/policies/d16.md")),
    ("d17.md", include_str!("../../data/policies/d17.md")),
    ("d18.md", include_str!("../../data/policies/d18.md")),
    ("d19.md", include_str!("../../data/policies/d19.md")),
    ("d20.md", include_str!("../../data/policies/d20.md")),
    ("d21.md", include_str!("../../data/policies/d21.md")),
    ("d22.md", include_str!("../../data/policies/d22.md")),
    ("d23.md", include_str!("../../data/policies/d23.md")),
    ("d24.md", include_str!("../../data/policies/d24.md")),
    ("d25.md", include_str!("../../data/policies/d25.md")),
    ("d26.md", include_str!("../../data/policies/d26.md")),
    ("d27.md", include_str!("../../data/policies/d27.md")),
    ("d28.md", include_str!("../../data/policies/d28.md")),
    ("d29.md", include_str!("../../data/policies/d29.md")),
    ("d30.md", include_str!("../../data/policies/d30.md")),
    ("d31.md", include_str!("../../data/policies/d31.md")),
    ("d32.md", include_str!("../../data/policies/d32.md")),
    ("d33.md", include_str!("../../data/policies/d33.md")),
    ("d34.md", include_str!("../../data/policies/d34.md")),
    ("d35.md", include_str!("../../data/policies/d35.md")),
    ("d36.md", include_str!("../../data/policies/d36.md")),
    ("d37.md", include_str!("../../data/policies/d37.md")),
    ("d38.md", include_str!("../../data/policies/d38.md")),
    ("d39.md", include_str!("../../data/policies/d39.md")),
    ("d40.md", include_str!("../../data/policies/d40.md")),
    ("d41.md", include_str!("../../data/policies/d41.md")),
    ("d42.md", include_str!("../../data/policies/d42.md")),
    ("d43.md", include_str!("../../data/policies/d43.md")),
    ("d44.md", include_str!("../../data/policies/d44.md")),
    ("d45.md", include_str!("../../data/policies/d45.md")),
    ("d46.md", include_str!("../../data/policies/d46.md")),
    ("d47.md", include_str!("../../data/policies/d47.md")),
    ("d48.md", include_str!("../../data/policies/d48.md")),
    ("d49.md", include_str!("../../data/policies/d49.md")),
    ("d50.md", include_str!("../../data/policies/d50.md")),
    ("d51.md", include_str!("../../data/policies/d51.md")),
    ("d52.md", include_str!("../../data/policies/d52.md")),
    ("d53.md", include_str!("../../data/policies/d53.md")),
    ("d54.md", include_str!("../../data/policies/d54.md")),
    ("d55.md", include_str!("../../data/policies/d55.md")),
    ("d56.md", include_str!("../../data/policies/d56.md")),
    ("d57.md", include_str!("../../data/policies/d57.md")),
    ("d58.md", include_str!("../../data/policies/d58.md")),
    ("d59.md", include_str!("../../data/policies/d59.md")),
    ("d60.md", include_str!("../../data/policies/d60.md")),
    ("d61.md", include_str!("../../data/policies/d61.md")),
    ("d62.md", include_str!("../../data/policies/d62.md")),
    ("d63.md", include_str!("../../data/policies/d63.md")),
    ("d64.md", include_str!("../../data/policies/d64.md")),
    ("d65.md", include_str!("../../data/policies/d65.md")),
    ("d66.md", include_str!("../../data/policies/d66.md")),
];

/// Brings the shipped documents into the library; what is there already stays untouched.
///
/// # Errors
/// `Forbidden` for everybody but the operator; `Internal` when a shipped file is broken (a test
/// reads them all); what the store says.
pub async fn ship(context: &RequestContext) -> Result<Progress, ServiceError> {
    authorise::operator(context)?;
    let drafts = FILES
        .iter()
        .map(|(name, text)| draft(name, &clean(text), true))
        .collect::<Result<Vec<_>, _>>()
        .map_err(ServiceError::internal)?;
    let mut progress = Progress::default();
    for outcome in batch(context, &drafts).await? {
        progress.files += 1;
        match outcome {
            Outcome::Added => progress.added += 1,
            Outcome::NewVersion => progress.versions += 1,
            Outcome::Changed => progress.changed += 1,
            Outcome::Unchanged => progress.unchanged += 1,
        }
    }
    Ok(progress)
}
