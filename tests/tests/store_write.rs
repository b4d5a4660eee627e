//! A change through `Database::write` behaves as if it ran alone, and one given up leaves nothing.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::{Duration, Instant};

use chrono::DateTime;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait,
};
use services::ServiceError;
use services::store::entity::import_run;
use services::store::{ConnectOptions, Database, open};
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

/// Waits so long for a transaction to begin, and gives up wherever it is then.
async fn given_up_after(time: Duration, database: &Database) {
    let began = Instant::now();
    let mut begun = pin!(database.begin());
    while began.elapsed() < time {
        let look = poll_fn(|context| Poll::Ready(begun.as_mut().poll(context).is_ready()));
        if look.await {
            return;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_given_up_as_it_begins_holds_nothing() {
    on_each(async |made| {
        let mut one = ConnectOptions::new(&made.url);
        // Whoever comes next has the connection of the one who gave up.
        one.readers = 1;
        let database = open(&one).await.expect("a store");
        for step in 0..400 {
            given_up_after(Duration::from_micros(step * 5), &database).await;
            insert(&database.writer, &format!("after {step}")).await;
            let seen = import_run::Entity::find().count(&made.database.reader);
            let seen = seen.await.expect("a count");
            assert_eq!(seen, step + 1, "{} in step {step}", made.kind);
        }
    })
    .await;
}
