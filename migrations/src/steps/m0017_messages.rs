//! Messages are composed once for an occasion and may be switched off by topic; jobs have a
//! holder, a place and the cause of their last failure.

use sea_orm_migration::prelude::*;

use crate::dialect;

// Messages of before have no occasion of their own: each gets one that nothing else uses.
const UP: &str = "
ALTER TABLE message ADD COLUMN topic TEXT NOT NULL DEFAULT 'security';
ALTER TABLE message ADD COLUMN occasion TEXT NOT NULL DEFAULT '';
UPDATE message SET occasion = 'earlier:' || CAST((SELECT COUNT(*) FROM message other
  WHERE other.person_id = message.person_id AND other.message_id < message.message_id) AS TEXT);
CREATE UNIQUE INDEX message_occasion ON message (person_id, occasion);
CREATE INDEX message_topic ON message (person_id, topic, message_id);
CREATE INDEX message_unread ON message (person_id, message_id) WHERE read_at IS NULL;
CREATE TABLE muted_topic (
  person_id {id} NOT NULL REFERENCES person (person_id),
  topic TEXT NOT NULL,
  since {instant} NOT NULL,
  PRIMARY KEY (person_id, topic)
){clustered};
ALTER TABLE job ADD COLUMN position TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN holder {id};
ALTER TABLE job ADD COLUMN failure TEXT NOT NULL DEFAULT '';
";

const DOWN: &str = "
ALTER TABLE job DROP COLUMN failure;
ALTER TABLE job DROP COLUMN holder;
ALTER TABLE job DROP COLUMN position;
DROP TABLE muted_topic;
DROP INDEX message_unread;
DROP INDEX message_topic;
DROP INDEX message_occasion;
ALTER TABLE message DROP COLUMN occasion;
ALTER TABLE message DROP COLUMN topic;
";

/// Occasions, topics and jobs that can be taken over.
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
