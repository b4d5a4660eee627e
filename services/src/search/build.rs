//! Fills the index from the database.

use chrono::Datelike;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tantivy::{IndexWriter, TantivyDocument, Term};

use super::schema::{Fields, NEVER, ROLE_FIRST, ROLE_HEAD, ROLE_LATER, key};
use crate::error::ServiceError;
use crate::policies::applies_from;
use crate::store::Database;
use crate::store::entity::{policy_article, policy_document, policy_version};

/// Documents read at once.
const PAGE: u64 = 40;

/// Adds every document changed after `since` (all of them for `None`) and gives how many.
///
/// # Errors
/// What the store or the index says.
pub(super) async fn fill(
    database: &Database,
    fields: &Fields,
    writer: &IndexWriter,
    since: Option<i64>,
) -> Result<u64, ServiceError> {
    let (mut after, mut count) = (String::new(), 0);
    loop {
        let mut page = policy_document::Entity::find()
            .filter(policy_document::Column::DocumentId.gt(after.as_str()))
            .order_by_asc(policy_document::Column::DocumentId)
            .limit(PAGE);
        if let Some(since) = since {
            page = page.filter(policy_document::Column::Revision.gt(since));
        }
        let documents = page.all(&database.reader).await?;
        let Some(last) = documents.last() else {
            return Ok(count);
        };
        after.clone_from(&last.document_id);
        count += documents.len() as u64;
        add_page(database, fields, writer, documents, since.is_some()).await?;
    }
}

async fn add_page(
    database: &Database,
    fields: &Fields,
    writer: &IndexWriter,
    documents: Vec<policy_document::Model>,
    replace: bool,
) -> Result<(), ServiceError> {
    let ids: Vec<&str> = documents
        .iter()
        .map(|row| row.document_id.as_str())
        .collect();
    let versions = policy_version::Entity::find()
        .filter(policy_version::Column::DocumentId.is_in(ids.clone()))
        .order_by_asc(policy_version::Column::DocumentId)
        .order_by_asc(policy_version::Column::VersionOn)
        .order_by_asc(policy_version::Column::Variant)
        .all(&database.reader)
        .await?;
    let articles = policy_article::Entity::find()
        .filter(policy_article::Column::DocumentId.is_in(ids))
        .order_by_asc(policy_article::Column::DocumentId)
        .all(&database.reader)
        .await?;
    for document in &documents {
        let id = document.document_id.as_str();
        if replace {
            writer.delete_term(Term::from_field_u64(fields.key, key(id)));
        }
        let own: Vec<_> = versions
            .iter()
            .filter(|row| row.document_id == id)
            .collect();
        let spans = spans(&own);
        let from = spans.first().map_or(0, |span| span.from);
        add(writer, head(fields, document, from))?;
        for article in articles.iter().filter(|row| row.document_id == id) {
            let span = own.iter().zip(&spans).find(|(version, _)| {
                (version.version_on, version.variant) == (article.version_on, article.variant)
            });
            if let Some((_, span)) = span {
                add(writer, entry(fields, document, article, span))?;
            }
        }
    }
    Ok(())
}

fn add(writer: &IndexWriter, document: TantivyDocument) -> Result<(), ServiceError> {
    writer
        .add_document(document)
        .map(drop)
        .map_err(ServiceError::internal)
}

/// When a version applies.
struct Span {
    from: i64,
    until: i64,
    role: u64,
}

/// The spans of a document's versions, oldest first.
fn spans(versions: &[&policy_version::Model]) -> Vec<Span> {
    let starts: Vec<i64> = versions
        .iter()
        .map(|version| applies_from(version).map_or(0, |day| i64::from(day.num_days_from_ce())))
        .collect();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(NEVER));
    starts
        .iter()
        .zip(ends)
        .enumerate()
        .map(|(index, (from, until))| Span {
            from: *from,
            until,
            role: if index == 0 { ROLE_FIRST } else { ROLE_LATER },
        })
        .collect()
}

fn head(fields: &Fields, row: &policy_document::Model, from: i64) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    document.add_u64(fields.key, key(&row.document_id));
    let title = format!("{}\n{}\n{}", row.title_zh, row.part, row.title_en);
    document.add_text(fields.title_pairs, &title);
    document.add_text(fields.title_words, &title);
    let about = format!(
        "{}\n{}\n{}\n{}\n{}",
        row.summary_zh, row.summary_en, row.issuers, row.issuers_en, row.number_raw
    );
    document.add_text(fields.words, &about);
    document.add_text(fields.pairs, &about);
    document.add_u64(fields.ordinal, 0);
    document.add_i64(fields.version, 0);
    document.add_u64(fields.variant, 0);
    document.add_i64(fields.from, from);
    document.add_i64(fields.until, NEVER);
    document.add_u64(fields.role, ROLE_HEAD);
    document
}

fn entry(
    fields: &Fields,
    row: &policy_document::Model,
    article: &policy_article::Model,
    span: &Span,
) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    document.add_u64(fields.key, key(&row.document_id));
    // A section's own heading says what it is about; an article's number says nothing.
    let label = if article.anchor.starts_with('a') {
        ""
    } else {
        article.label.as_str()
    };
    let text = format!("{}\n{label}\n{label}\n{}", article.heading, article.body);
    document.add_text(fields.words, &text);
    document.add_text(fields.pairs, &text);
    document.add_u64(
        fields.ordinal,
        u64::try_from(article.ordinal).unwrap_or_default(),
    );
    document.add_i64(
        fields.version,
        i64::from(article.version_on.num_days_from_ce()),
    );
    document.add_u64(
        fields.variant,
        u64::try_from(article.variant).unwrap_or_default(),
    );
    document.add_i64(fields.from, span.from);
    document.add_i64(fields.until, span.until);
    document.add_u64(fields.role, span.role);
    document
}
