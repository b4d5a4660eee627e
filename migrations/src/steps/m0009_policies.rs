//! The policy library: documents, their dated versions, articles and relations.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
CREATE TABLE policy_document (
  document_id TEXT NOT NULL PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  origin TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  part TEXT NOT NULL,
  number_raw TEXT NOT NULL,
  number_norm TEXT NOT NULL,
  number_prefix TEXT NOT NULL,
  number_year {int},
  number_serial {int},
  issuers TEXT NOT NULL,
  issuers_en TEXT NOT NULL,
  level TEXT NOT NULL,
  region_code TEXT NOT NULL,
  topics TEXT NOT NULL,
  audience TEXT NOT NULL,
  status TEXT NOT NULL,
  issued_on {day},
  issued_label TEXT NOT NULL,
  published_on {day},
  effective_on {day},
  repealed_on {day},
  certainty TEXT NOT NULL,
  source_url TEXT NOT NULL,
  summary_zh TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  revision {big} NOT NULL,
  updated_at {instant} NOT NULL
);
CREATE INDEX policy_document_revision ON policy_document (revision);
CREATE INDEX policy_document_issued ON policy_document (issued_on, document_id);
CREATE TABLE policy_version (
  document_id TEXT NOT NULL REFERENCES policy_document (document_id),
  version_on {day} NOT NULL,
  variant {int} NOT NULL,
  dated {bool} NOT NULL,
  text_hash {bytes} NOT NULL,
  effective_on {day},
  number_raw TEXT NOT NULL,
  source TEXT NOT NULL,
  imported_at {instant} NOT NULL,
  PRIMARY KEY (document_id, version_on, variant)
){clustered};
CREATE TABLE policy_article (
  document_id TEXT NOT NULL REFERENCES policy_document (document_id),
  version_on {day} NOT NULL,
  variant {int} NOT NULL,
  ordinal {int} NOT NULL,
  anchor TEXT NOT NULL,
  label TEXT NOT NULL,
  language TEXT NOT NULL,
  heading TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (document_id, version_on, variant, ordinal)
);
CREATE TABLE policy_relation (
  document_id TEXT NOT NULL REFERENCES policy_document (document_id),
  kind TEXT NOT NULL,
  target_id TEXT NOT NULL,
  PRIMARY KEY (document_id, kind, target_id)
){clustered};
CREATE INDEX policy_relation_target ON policy_relation (target_id, kind);
CREATE TABLE policy_revision (
  singleton {int} NOT NULL PRIMARY KEY,
  revision {big} NOT NULL,
  stamp TEXT NOT NULL
);
";

const DOWN: &str = "
DROP TABLE policy_revision;
DROP TABLE policy_relation;
DROP TABLE policy_article;
DROP TABLE policy_version;
DROP TABLE policy_document;
";

/// The policy library: documents, their dated versions, articles and relations.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, DOWN).await
    }
}
