//! A change through `Database::write` behaves as if it ran alone.

use chrono::DateTime;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait,
};
use services::ServiceError;
use services::store::Database;
use services::store::entity::import_run;
use tests::database::on_each;

async fn insert(connection: &impl ConnectionTrait, name: &str) {
    let row = import_run::ActiveModel {
        kind: Set(name.to_owned()),
        file_hash: Set(vec![1]),
        phase: Set(String::new()),
        position: Set(0),
        accepted: Set(0),
        refused: Set(0),
        updated_at: Set(DateTime::UNIX_EPOCH),
    };
    import_run::Entity::insert(row)
        .exec_without_returning(connection)
        .await
        .expect("a row");
}

/// Reads both counters and adds their sum and one to the counter `name`.
async fn count(transaction: DatabaseTransaction, name: &str) -> Result<i64, ServiceError> {
    let rows = import_run::Entity::find().all(&transaction).await?;
    let sum: i64 = rows.iter().map(|row| row.position).sum();
    // The other reads meanwhile, where it can.
    tokio::task::yield_now().await;
    let row = rows.into_iter().find(|row| row.kind == name);
    let mut row: import_run::ActiveModel = row.expect("a counter").into();
    row.position = Set(sum + 1);
    row.update(&transaction).await?;
    transaction.commit().await?;
    Ok(sum + 1)
}

async fn counted(database: &Database, name: &str) -> i64 {
    let done = database.write(|transaction| count(transaction, name));
    done.await.expect("a change")
}

#[tokio::test]
async fn changes_that_read_what_the_other_writes_come_one_after_the_other() {
    on_each(async |made| {
        let database = &made.database;
        for name in ["one", "two"] {
            insert(&database.writer, name).await;
        }
        for round in 0..5 {
            let (one, two) = tokio::join!(counted(database, "one"), counted(database, "two"));
            assert_ne!(one, two, "{} in round {round}", made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn what_fails_is_undone_and_told() {
    on_each(async |made| {
        let database = &made.database;
        let mut runs = 0;
        let change = |transaction: DatabaseTransaction| {
            runs += 1;
            async move {
                insert(&transaction, "one").await;
                Err::<(), _>(ServiceError::Conflict("test"))
            }
        };
        let failed = database.write(change).await;
        assert!(matches!(failed, Err(ServiceError::Conflict("test"))));
        assert_eq!(runs, 1, "{}", made.kind);
        let left = import_run::Entity::find().all(&database.reader).await;
        assert_eq!(left.expect("rows"), []);
    })
    .await;
}
