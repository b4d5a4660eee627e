//! The counter that moves with every change of the library; indexes follow it.

use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, ExprTrait, QueryFilter,
};

use crate::store::Database;
use crate::store::entity::policy_revision::{ActiveModel, Column, Entity};

/// Where the library stands. The stamp is another one after every change, so that a library
/// restored from a backup is not taken for the one that had the same count before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// How many changes there were.
    pub revision: i64,
    /// What tells this state from others of the same count.
    pub stamp: String,
}

/// The present revision; 0 for an empty library.
///
/// # Errors
/// Whatever the store says.
pub async fn revision(database: &Database) -> Result<i64, DbErr> {
    Ok(mark(database).await?.revision)
}

/// Where the library stands.
pub(crate) async fn mark(database: &Database) -> Result<Mark, DbErr> {
    read(&database.reader).await
}

/// Moves the counter on within a transaction and gives its new value. Whoever holds the
/// transaction is the only one who writes to the library.
pub(super) async fn bump(transaction: &impl ConnectionTrait, stamp: String) -> Result<i64, DbErr> {
    // The first change of all makes the row.
    let first = ActiveModel {
        singleton: Set(1),
        revision: Set(0),
        stamp: Set(String::new()),
    };
    Entity::insert(first)
        .on_conflict(
            OnConflict::column(Column::Singleton)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(transaction)
        .await?;
    Entity::update_many()
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .col_expr(Column::Stamp, Expr::value(stamp))
        .filter(Column::Singleton.eq(1))
        .exec(transaction)
        .await?;
    Ok(read(transaction).await?.revision)
}

async fn read(connection: &impl ConnectionTrait) -> Result<Mark, DbErr> {
    let row = Entity::find_by_id(1).one(connection).await?;
    Ok(row
        .map(|row| Mark {
            revision: row.revision,
            stamp: row.stamp,
        })
        .unwrap_or_default())
}
