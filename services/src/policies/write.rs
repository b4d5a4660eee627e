//! Writes a batch of documents in one transaction, with the revision that announces them.

use std::collections::HashMap;

use domain::access::{Action, Relation};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter,
};

use super::Outcome;
use super::describe::Draft;
use super::revision::bump;
use crate::audit::{self, Event};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::{policy_article, policy_document, policy_relation, policy_version};

mod rows;

/// Rows of one statement: well below the parameters that either database takes.
const ROWS: usize = 200;

/// Writes `drafts`, with the event that records them, and tells what became of each, in order.
/// Nothing is written, and the revision stands still, when all of them are known already.
pub(super) async fn batch(
    context: &RequestContext,
    drafts: &[Draft],
) -> Result<Vec<Outcome>, ServiceError> {
    let transaction = context.platform.database.begin().await?;
    let revision = bump(&transaction, context.new_id().to_string()).await?;
    let mut known = Known::load(&transaction, drafts).await?;
    let mut plan = Plan::default();
    let mut outcomes = Vec::with_capacity(drafts.len());
    for draft in drafts {
        outcomes.push(plan.take(draft, &mut known));
    }
    if plan.is_empty() {
        transaction.rollback().await?;
        return Ok(outcomes);
    }
    plan.write(&transaction, context, revision).await?;
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::Operate,
        object_kind: "policy_revision",
        object_id: &revision.to_string(),
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(outcomes)
}

/// What the library holds of the documents at hand.
struct Known {
    documents: HashMap<String, policy_document::Model>,
    versions: HashMap<String, Vec<Version>>,
}

/// What tells one version from another.
#[derive(Clone)]
struct Version {
    on: chrono::NaiveDate,
    variant: i32,
    hash: Vec<u8>,
    source: String,
}

impl Known {
    async fn load(connection: &impl ConnectionTrait, drafts: &[Draft]) -> Result<Self, DbErr> {
        let identities = drafts.iter().map(|draft| draft.identity.as_str());
        let documents: HashMap<_, _> = policy_document::Entity::find()
            .filter(policy_document::Column::Identity.is_in(identities))
            .all(connection)
            .await?
            .into_iter()
            .map(|row| (row.identity.clone(), row))
            .collect();
        let ids: Vec<&str> = documents
            .values()
            .map(|row| row.document_id.as_str())
            .collect();
        let mut versions: HashMap<String, Vec<Version>> = HashMap::new();
        if !ids.is_empty() {
            let rows = policy_version::Entity::find()
                .filter(policy_version::Column::DocumentId.is_in(ids))
                .all(connection)
                .await?;
            for row in rows {
                versions.entry(row.document_id).or_default().push(Version {
                    on: row.version_on,
                    variant: row.variant,
                    hash: row.text_hash,
                    source: row.source,
                });
            }
        }
        Ok(Self {
            documents,
            versions,
        })
    }
}

/// What has to be written.
#[derive(Default)]
struct Plan<'a> {
    /// Documents to insert, by id.
    insert: Vec<String>,
    /// The latest description of each touched document.
    about: HashMap<String, &'a Draft>,
    /// Documents of which only an older version changed.
    touched: Vec<String>,
    /// Versions to write: the draft and its variant.
    versions: Vec<(&'a Draft, i32)>,
    /// Versions to remove first.
    replaced: Vec<(&'a Draft, i32)>,
}

impl<'a> Plan<'a> {
    fn is_empty(&self) -> bool {
        self.about.is_empty() && self.touched.is_empty() && self.versions.is_empty()
    }

    fn take(&mut self, draft: &'a Draft, known: &mut Known) -> Outcome {
        let id = draft.about.document_id.clone();
        let versions = known.versions.entry(id.clone()).or_default();
        let top = versions
            .iter()
            .map(|version| (version.on, version.variant))
            .max();
        let same_day = || {
            versions
                .iter()
                .filter(|version| version.on == draft.version_on)
        };
        let new = !known.documents.contains_key(&draft.identity) && top.is_none();
        if let Some(same) = same_day().find(|version| version.hash == draft.text_hash) {
            let on_top = top == Some((same.on, same.variant)) && same.source == draft.source;
            let stored = known.documents.get(&draft.identity);
            if on_top && stored.is_some_and(|row| !rows::says(row, &draft.about)) {
                self.about.insert(id, draft);
                return Outcome::Changed;
            }
            return Outcome::Unchanged;
        }
        let replaces = same_day()
            .find(|version| version.source == draft.source)
            .map(|version| version.variant);
        let variant = replaces.unwrap_or_else(|| {
            same_day()
                .map(|version| version.variant + 1)
                .max()
                .unwrap_or(0)
        });
        if top.is_none_or(|top| (draft.version_on, variant) >= top) {
            self.about.insert(id.clone(), draft);
        } else {
            self.touched.push(id.clone());
        }
        if replaces.is_some() {
            versions.retain(|version| (version.on, version.variant) != (draft.version_on, variant));
            let planned = self.versions.iter().position(|(other, v)| {
                other.about.document_id == id
                    && other.version_on == draft.version_on
                    && *v == variant
            });
            match planned {
                Some(at) => drop(self.versions.remove(at)),
                None => self.replaced.push((draft, variant)),
            }
        }
        versions.push(Version {
            on: draft.version_on,
            variant,
            hash: draft.text_hash.clone(),
            source: draft.source.clone(),
        });
        self.versions.push((draft, variant));
        if new {
            self.insert.push(id);
            Outcome::Added
        } else if replaces.is_some() {
            Outcome::Changed
        } else {
            Outcome::NewVersion
        }
    }

    async fn write(
        &self,
        transaction: &DatabaseTransaction,
        context: &RequestContext,
        revision: i64,
    ) -> Result<(), DbErr> {
        self.write_documents(transaction, context, revision).await?;
        for (draft, variant) in &self.replaced {
            rows::remove_version(transaction, draft, *variant).await?;
        }
        for part in self.versions.chunks(ROWS) {
            let models = part
                .iter()
                .map(|(draft, variant)| rows::version(draft, *variant, context.now));
            policy_version::Entity::insert_many(models)
                .exec_without_returning(transaction)
                .await?;
        }
        let articles: Vec<_> = self
            .versions
            .iter()
            .flat_map(|(draft, variant)| rows::articles(draft, *variant))
            .collect();
        for part in articles.chunks(ROWS) {
            policy_article::Entity::insert_many(part.to_vec())
                .exec_without_returning(transaction)
                .await?;
        }
        Ok(())
    }

    async fn write_documents(
        &self,
        transaction: &DatabaseTransaction,
        context: &RequestContext,
        revision: i64,
    ) -> Result<(), DbErr> {
        let new: Vec<_> = self
            .insert
            .iter()
            .filter_map(|id| self.about.get(id))
            .map(|draft| rows::document(draft, revision, context.now))
            .collect();
        for part in new.chunks(ROWS) {
            policy_document::Entity::insert_many(part.to_vec())
                .exec_without_returning(transaction)
                .await?;
        }
        for (id, draft) in &self.about {
            if !self.insert.contains(id) {
                policy_document::Entity::update(rows::document(draft, revision, context.now))
                    .exec(transaction)
                    .await?;
                policy_relation::Entity::delete_many()
                    .filter(policy_relation::Column::DocumentId.eq(id))
                    .exec(transaction)
                    .await?;
            }
            let relations = rows::relations(draft);
            if !relations.is_empty() {
                policy_relation::Entity::insert_many(relations)
                    .exec_without_returning(transaction)
                    .await?;
            }
        }
        for id in &self.touched {
            if !self.about.contains_key(id) {
                let touch = policy_document::ActiveModel {
                    document_id: Set(id.clone()),
                    revision: Set(revision),
                    updated_at: Set(context.now),
                    ..Default::default()
                };
                policy_document::Entity::update(touch)
                    .exec(transaction)
                    .await?;
            }
        }
        Ok(())
    }
}
