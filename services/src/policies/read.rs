//! Reads one document as it stood on a day, and the newest ones for the front page.

use chrono::NaiveDate;
use domain::access::{Action, Relation, may};
use sea_orm::sea_query::NullOrdering;
use sea_orm::{ColumnTrait, Condition, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};

use super::describe::UNDATED;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::{policy_article, policy_document, policy_relation, policy_version};

mod view;

pub use view::{ArticleView, DocumentView, RecentDocument, RelationView, VersionView};
use view::{document_view, relation_views};
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
    let reader = &context.platform.database.reader;
    let row = policy_document::Entity::find_by_id(id.to_owned())
        .one(reader)
        .await?
        .ok_or(ServiceError::NotFound)?;
    let versions = policy_version::Entity::find()
        .filter(policy_version::Column::DocumentId.eq(id))
        .order_by_desc(policy_version::Column::VersionOn)
        .order_by_desc(policy_version::Column::Variant)
        .all(reader)
        .await?;
    let day = as_of.unwrap_or_else(|| context.today());
    let chosen = in_force(&versions, day, as_of.is_some()).ok_or(ServiceError::NotFound)?;
    let articles = policy_article::Entity::find()
        .filter(policy_article::Column::DocumentId.eq(id))
        .filter(policy_article::Column::VersionOn.eq(chosen.version_on))
        .filter(policy_article::Column::Variant.eq(chosen.variant))
        .order_by_asc(policy_article::Column::Ordinal)
        .all(reader)
        .await?;
    let related = policy_relation::Entity::find()
        .filter(
            Condition::any()
                .add(policy_relation::Column::DocumentId.eq(id))
                .add(policy_relation::Column::TargetId.eq(id)),
        )
        .all(reader)
        .await?;
    let others: Vec<&str> = related
        .iter()
        .map(|row| {
            if row.document_id == id {
                &row.target_id
            } else {
                &row.document_id
            }
        })
        .map(String::as_str)
        .collect();
    let titles: Vec<(String, String, String)> = policy_document::Entity::find()
        .select_only()
        .column(policy_document::Column::DocumentId)
        .column(policy_document::Column::TitleZh)
        .column(policy_document::Column::TitleEn)
        .filter(policy_document::Column::DocumentId.is_in(others))
        .into_tuple()
        .all(reader)
        .await?;
    let relations = relation_views(id, &related, &titles);
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
    let rows = policy_document::Entity::find()
        .filter(policy_document::Column::Origin.eq("shipped"))
        .order_by_with_nulls(
            policy_document::Column::IssuedOn,
            Order::Desc,
            NullOrdering::Last,
        )
        .order_by_asc(policy_document::Column::DocumentId)
        .limit(most)
        .all(&context.platform.database.reader)
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
