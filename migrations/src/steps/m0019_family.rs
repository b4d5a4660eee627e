//! Family links say what they open and who sees whom from both sides; invitations make new ones.
//!
//! What a guardian may see of a child ends on the last day before the child comes of age: links
//! to children who are minors when the link begins get that day.

use sea_orm_migration::prelude::*;

use crate::dialect;

const UP: &str = "
ALTER TABLE family_link ADD COLUMN person_name TEXT NOT NULL DEFAULT '';
ALTER TABLE family_link ADD COLUMN sees_visits {bool} NOT NULL DEFAULT TRUE;
ALTER TABLE family_link ADD COLUMN sees_account {bool} NOT NULL DEFAULT TRUE;
UPDATE family_link SET person_name =
  (SELECT name FROM person WHERE person.person_id = family_link.person_id);
CREATE INDEX family_link_relative ON family_link (relative_id, person_id);
CREATE TABLE family_invitation (
  person_id {id} NOT NULL REFERENCES person (person_id),
  invitation_id {id} NOT NULL,
  person_name TEXT NOT NULL,
  invited_id {id} REFERENCES person (person_id),
  invited_name TEXT NOT NULL,
  number_index {bytes} NOT NULL,
  relation TEXT NOT NULL,
  way TEXT NOT NULL,
  sees_visits {bool} NOT NULL,
  sees_account {bool} NOT NULL,
  state TEXT NOT NULL,
  created_at {instant} NOT NULL,
  expires_at {instant} NOT NULL,
  closed_at {instant},
  PRIMARY KEY (person_id, invitation_id)
){clustered};
CREATE INDEX family_invitation_invited ON family_invitation (invited_id, invitation_id);
";

const ENDS_WITH_MINORITY: &str = "
UPDATE family_link SET valid_until =
  (SELECT {last_day_of_minority} FROM person WHERE person.person_id = family_link.relative_id)
WHERE relation = 'child' AND EXISTS (SELECT 1 FROM person
  WHERE person.person_id = family_link.relative_id
  AND family_link.valid_from <= {last_day_of_minority}
  AND (family_link.valid_until IS NULL OR family_link.valid_until > {last_day_of_minority}));
";

const DOWN: &str = "
DROP TABLE family_invitation;
DROP INDEX family_link_relative;
ALTER TABLE family_link DROP COLUMN sees_account;
ALTER TABLE family_link DROP COLUMN sees_visits;
ALTER TABLE family_link DROP COLUMN person_name;
";

/// What links open, seen from both sides, and invitations.
#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, UP).await?;
        dialect::run(manager, ENDS_WITH_MINORITY).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        dialect::run(manager, DOWN).await
    }
}
