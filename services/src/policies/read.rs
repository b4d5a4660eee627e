//! Reads one document as it stood on a day, and the newest ones for the front page.

use chrono::NaiveDate;
use domain::access::{Action, Relation, may};

use super::describe::UNDATED;
use super::queries;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::public_id;
use crate::store::entity::{policy_article, policy_document, policy_version};

mod view;

pub use view::{ArticleView, DocumentView, RecentDocument, RelationView, VersionView};
use view::{Related, document_view, relation_views};
pub(crate) use view::{lines, status_on};

/// The document `id` in the version that is in force on `as_of` (today when none is given).
///
/// # Errors
/// `NotFound` when there is no such document or it did not exist on that day; what the store
/// says.
pub async fn document(
    context: &RequestContext,
    id: &str,
    as_of: Option<NaiveDate>,
) -> Result<DocumentView, ServiceError> {
    permit(context)?;
    if !public_id::is_plain(id) {
        return Err(ServiceError::NotFound);
    }
    let reader = &context.platform.database.reader;
    let row: policy_document::Model = queries::DOCUMENT
        .one(reader, [id.into()])
        .await?
        .ok_or(ServiceError::NotFound)?;
    let versions: Vec<policy_version::Model> = queries::VERSIONS.all(reader, [id.into()]).await?;
    let day = as_of.unwrap_or_else(|| context.today());
    let chosen = in_force(&versions, day, as_of.is_some()).ok_or(ServiceError::NotFound)?;
    let version = [id.into(), chosen.version_on.into(), chosen.variant.into()];
    let articles: Vec<policy_article::Model> = queries::ARTICLES.all(reader, version).await?;
    let related: Vec<Related> = queries::RELATIONS.all(reader, [id.into()]).await?;
    let relations = relation_views(related);
    Ok(document_view(
        row, &versions, chosen, articles, relations, day,
    ))
}

/// The `most` newest of our own summaries; what was issued last stands first.
///
/// # Errors
/// What the store says.
pub async fn recent(
    context: &RequestContext,
    most: u64,
) -> Result<Vec<RecentDocument>, ServiceError> {
    permit(context)?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let rows: Vec<policy_document::Model> = queries::RECENT
        .all(
            &context.platform.database.reader,
            [UNDATED.into(), most.into()],
        )
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| RecentDocument {
            issuers: lines(&row.issuers),
            issuers_en: lines(&row.issuers_en),
            topics: lines(&row.topics),
            id: row.document_id,
            title_zh: row.title_zh,
            title_en: row.title_en,
            number: row.number_raw,
            issued_on: row.issued_on,
            issued_label: row.issued_label,
            status: row.status,
            summary_zh: row.summary_zh,
            summary_en: row.summary_en,
        })
        .collect())
}

fn permit(context: &RequestContext) -> Result<(), ServiceError> {
    if may(context.actor.role, Relation::Nobody, Action::ReadPublic) {
        Ok(())
    } else {
        Err(ServiceError::NotFound)
    }
}

/// From when on a version applies; `None` when nobody dated it.
pub(crate) fn applies_from(version: &policy_version::Model) -> Option<NaiveDate> {
    version
        .effective_on
        .or((version.version_on > UNDATED).then_some(version.version_on))
}

/// The version in force on `day` of `versions`, which come newest first. Unless `strictly`, a
/// document that is not yet in force shows its oldest version rather than none.
fn in_force(
    versions: &[policy_version::Model],
    day: NaiveDate,
    strictly: bool,
) -> Option<&policy_version::Model> {
    versions
        .iter()
        .find(|version| applies_from(version).is_none_or(|from| from <= day))
        .or_else(|| if strictly { None } else { versions.last() })
}
