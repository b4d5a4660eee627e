//! The rows of one document.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use crate::policies::describe::{About, Draft};
use crate::store::entity::{policy_article, policy_document, policy_relation, policy_version};

/// Lists are kept as lines of one column.
pub(in crate::policies) fn list(items: &[String]) -> String {
    items.join("\n")
}

/// Whether `row` says the same as `about`.
pub(super) fn says(row: &policy_document::Model, about: &About) -> bool {
    let number = about
        .number
        .as_ref()
        .map(super::super::number::Number::normal)
        .unwrap_or_default();
    row.title_zh == about.title_zh
        && row.title_en == about.title_en
        && row.part == about.part
        && row.number_raw == about.number_raw
        && row.number_norm == number
        && row.issuers == list(&about.issuers)
        && row.issuers_en == list(&about.issuers_en)
        && row.level == about.level
        && row.region_code == about.region_code
        && row.topics == list(&about.topics)
        && row.audience == list(&about.audience)
        && row.status == about.status
        && row.issued_on == about.issued_on
        && row.issued_label == about.issued_label
        && row.published_on == about.published_on
        && row.effective_on == about.effective_on
        && row.repealed_on == about.repealed_on
        && row.certainty == about.certainty
        && row.source_url == about.source_url
        && row.summary_zh == about.summary_zh
        && row.summary_en == about.summary_en
}

pub(super) fn document(
    draft: &Draft,
    revision: i64,
    now: DateTime<Utc>,
) -> policy_document::ActiveModel {
    let about = &draft.about;
    let number = about.number.as_ref();
    policy_document::ActiveModel {
        document_id: Set(about.document_id.clone()),
        identity: Set(draft.identity.clone()),
        origin: Set(about.origin.to_owned()),
        title_zh: Set(about.title_zh.clone()),
        title_en: Set(about.title_en.clone()),
        part: Set(about.part.clone()),
        number_raw: Set(about.number_raw.clone()),
        number_norm: Set(number
            .map(super::super::number::Number::normal)
            .unwrap_or_default()),
        number_prefix: Set(number
            .map(|number| number.prefix.clone())
            .unwrap_or_default()),
        number_year: Set(number.and_then(|number| number.year)),
        number_serial: Set(number.map(|number| number.serial)),
        issuers: Set(list(&about.issuers)),
        issuers_en: Set(list(&about.issuers_en)),
        level: Set(about.level.clone()),
        region_code: Set(about.region_code.clone()),
        topics: Set(list(&about.topics)),
        audience: Set(list(&about.audience)),
        status: Set(about.status.clone()),
        issued_on: Set(about.issued_on),
        issued_label: Set(about.issued_label.clone()),
        published_on: Set(about.published_on),
        effective_on: Set(about.effective_on),
        repealed_on: Set(about.repealed_on),
        certainty: Set(about.certainty.clone()),
        source_url: Set(about.source_url.clone()),
        summary_zh: Set(about.summary_zh.clone()),
        summary_en: Set(about.summary_en.clone()),
        revision: Set(revision),
        updated_at: Set(now),
    }
}

pub(super) fn version(
    draft: &Draft,
    variant: i32,
    now: DateTime<Utc>,
) -> policy_version::ActiveModel {
    policy_version::ActiveModel {
        document_id: Set(draft.about.document_id.clone()),
        version_on: Set(draft.version_on),
        variant: Set(variant),
        dated: Set(draft.dated),
        text_hash: Set(draft.text_hash.clone()),
        effective_on: Set(draft.effective_on),
        number_raw: Set(draft.about.number_raw.clone()),
        source: Set(draft.source.clone()),
        imported_at: Set(now),
    }
}

pub(super) fn articles(
    draft: &Draft,
    variant: i32,
) -> impl Iterator<Item = policy_article::ActiveModel> {
    draft
        .articles
        .iter()
        .zip(0_i32..)
        .map(move |(article, ordinal)| policy_article::ActiveModel {
            document_id: Set(draft.about.document_id.clone()),
            version_on: Set(draft.version_on),
            variant: Set(variant),
            ordinal: Set(ordinal),
            anchor: Set(article.anchor.clone()),
            label: Set(article.label.clone()),
            language: Set(article.language.to_owned()),
            heading: Set(article.heading.clone()),
            body: Set(article.body.clone()),
        })
}

pub(super) fn relations(draft: &Draft) -> Vec<policy_relation::ActiveModel> {
    let unique: BTreeSet<&(&str, String)> = draft.relations.iter().collect();
    unique
        .into_iter()
        .map(|(kind, target)| policy_relation::ActiveModel {
            document_id: Set(draft.about.document_id.clone()),
            kind: Set((*kind).to_owned()),
            target_id: Set(target.clone()),
        })
        .collect()
}

pub(super) async fn remove_version(
    connection: &impl ConnectionTrait,
    draft: &Draft,
    variant: i32,
) -> Result<(), DbErr> {
    let id = draft.about.document_id.as_str();
    policy_article::Entity::delete_many()
        .filter(policy_article::Column::DocumentId.eq(id))
        .filter(policy_article::Column::VersionOn.eq(draft.version_on))
        .filter(policy_article::Column::Variant.eq(variant))
        .exec(connection)
        .await?;
    policy_version::Entity::delete_by_id((id.to_owned(), draft.version_on, variant))
        .exec(connection)
        .await?;
    Ok(())
}
