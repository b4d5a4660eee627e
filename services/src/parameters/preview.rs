//! A text looked at before it is kept as a draft: what of it differs from the set that it follows.
//! Nothing is written.

use domain::access::Action;
use domain::settlement::parameters::ParameterSet;

use super::around::{self, Warning};
use super::compare::{self, Difference};
use super::draft;
use super::release::{of_region, predecessor};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// A set that could be kept as a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The set with all figures, those that it inherits among them.
    pub set: ParameterSet,
    /// The set that serves before its first day.
    pub before: Option<String>,
    /// The figures in which it differs from that; without one, all.
    pub differences: Vec<Difference>,
    /// What is to be known of its days beside the other sets of its place.
    pub warnings: Vec<Warning>,
}

/// What would be kept of `text`, as the open draft `own` or else as a new one.
///
/// # Errors
/// `NotFound` for everybody but editors and without the draft `own`; `Invalid` with every problem that [`draft::write`] would
/// find in the text; else from the store.
pub async fn of(
    context: &RequestContext,
    text: &str,
    own: Option<&str>,
) -> Result<Preview, ServiceError> {
    authorise::office(context, Action::DraftParameters)?;
    let reader = &context.platform.database.reader;
    let set = draft::read_set(reader, text).await?;
    draft::is_free(reader, &set.id, own).await?;
    let neighbours = of_region(reader, &set.region.to_string()).await?;
    let before: Option<ParameterSet> = predecessor(&neighbours, set.effective.from)
        .map(|other| serde_json::from_str(&other.body))
        .transpose()
        .map_err(ServiceError::internal)?;
    let differences = compare::differences(before.as_ref(), &set)?;
    let warnings = around::warnings(&set, None, &neighbours)?;
    Ok(Preview {
        warnings,
        before: before.map(|set| set.id),
        differences,
        set,
    })
}
