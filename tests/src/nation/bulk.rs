//! The fastest road into each database: many rows a statement in one transaction on SQLite,
//! `COPY` on PostgreSQL.

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, EntityTrait, ModelTrait};
use services::store::Database;
use services::store::bulk::{OnConflict, insert};
use services::store::entity::{
    account_entry, audit_event, consent, contribution, enrolment, family_link, holding, household,
    household_member, message, person, settlement, settlement_line, settlement_total,
    year_accumulator,
};

use super::{Batch, copy};

/// Writes `batch`, in the order that its references need.
pub(super) async fn write(database: &Database, batch: &Batch) {
    let road = Road::begin(database).await;
    macro_rules! put {
        ($($rows:expr => $table:ident),+ $(,)?) => {$(
            road.put::<$table::Entity>($rows).await;
        )+};
    }
    let rows = &batch.rows;
    put!(
        &rows.persons => person,
        &rows.households => household,
        &rows.household_members => household_member,
        &rows.family_links => family_link,
        &rows.enrolments => enrolment,
        &rows.contributions => contribution,
        &rows.account_entries => account_entry,
        &rows.settlements => settlement,
        &rows.settlement_lines => settlement_line,
        &rows.year_accumulators => year_accumulator,
        &batch.totals => settlement_total,
        &rows.holdings => holding,
        &rows.messages => message,
        &rows.consents => consent,
        &batch.events => audit_event,
    );
    road.end().await;
}

enum Road<'a> {
    Inserts(DatabaseTransaction),
    Copies(&'a Database),
}

impl<'a> Road<'a> {
    async fn begin(database: &'a Database) -> Self {
        if database.backend() == DbBackend::Sqlite {
            let begun = database.begin().await;
            Self::Inserts(begun.expect("a transaction"))
        } else {
            Self::Copies(database)
        }
    }

    async fn put<E>(&self, rows: &[E::Model])
    where
        E: EntityTrait,
        E::Model: ModelTrait<Entity = E>,
    {
        match self {
            Self::Inserts(transaction) => {
                let written = insert::<E>(transaction, rows, OnConflict::Fail).await;
                written.expect("the rows are written");
            }
            Self::Copies(database) => copy::rows::<E>(database, rows).await,
        }
    }

    async fn end(self) {
        if let Self::Inserts(transaction) = self {
            transaction.commit().await.expect("committed");
        }
    }
}

/// Lets the database learn how its tables look now, as it does by itself in the long run.
pub(super) async fn settle_down(database: &Database) {
    let statement = if database.backend() == DbBackend::Sqlite {
        // As the product does when it closes the store, here whether or not a plan has missed it.
        "PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002; PRAGMA wal_checkpoint(TRUNCATE)"
    } else {
        "VACUUM (ANALYZE)"
    };
    let done = database.writer.execute_unprepared(statement).await;
    done.expect("the database takes stock");
}
