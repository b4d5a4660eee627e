//! Rows that an import writes over those of the same key.

use sea_orm::{ConnectionTrait, DbErr};

use crate::store::bulk::replace;
use crate::store::entity::{contribution, enrolment, identity_tag, person, year_accumulator};

/// Rows that take the place of those in the store, or are new where there are none.
#[derive(Default)]
pub(super) struct Changes {
    pub persons: Vec<person::Model>,
    pub identity_tags: Vec<identity_tag::Model>,
    pub enrolments: Vec<enrolment::Model>,
    pub contributions: Vec<contribution::Model>,
    pub year_accumulators: Vec<year_accumulator::Model>,
}

impl Changes {
    /// Takes over the rows of `other`.
    pub(super) fn append(&mut self, other: Self) {
        self.persons.extend(other.persons);
        self.identity_tags.extend(other.identity_tags);
        self.enrolments.extend(other.enrolments);
        self.contributions.extend(other.contributions);
        self.year_accumulators.extend(other.year_accumulators);
    }

    /// Writes everything through `connection`, a transaction in which the people exist.
    pub(super) async fn write(&self, connection: &impl ConnectionTrait) -> Result<(), DbErr> {
        replace::<person::Entity>(connection, &self.persons).await?;
        replace::<identity_tag::Entity>(connection, &self.identity_tags).await?;
        replace::<enrolment::Entity>(connection, &self.enrolments).await?;
        replace::<contribution::Entity>(connection, &self.contributions).await?;
        replace::<year_accumulator::Entity>(connection, &self.year_accumulators).await?;
        Ok(())
    }
}
