//! No statement that a page runs reads a whole table, on either database.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use services::store::{Database, Query};
use tests::database::{TestDatabase, on_each};

/// How many parameters a statement has: the highest `$n` in it.
fn parameters(sql: &str) -> usize {
    let after = sql.split('$').skip(1);
    let numbers = after.map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit());
        rest[..end.unwrap_or(rest.len())]
            .parse()
            .expect("a number after $")
    });
    numbers.max().unwrap_or(0)
}

async fn plan(database: &Database, query: &Query) -> Vec<String> {
    if database.backend() == DbBackend::Sqlite {
        let explain = format!("EXPLAIN QUERY PLAN {}", query.sql);
        let statement = Statement::from_string(DbBackend::Sqlite, explain);
        let rows = database.writer.query_all_raw(statement).await;
        let rows = rows.unwrap_or_else(|error| panic!("{}: {error}", query.name));
        return rows
            .iter()
            .map(|row| row.try_get::<String>("", "detail").unwrap())
            .collect();
    }
    // Tables are empty here, so the planner is asked what it does when it may not scan them.
    let name = query.name.replace('.', "_");
    let count = parameters(query.sql);
    let arguments = if count == 0 {
        String::new()
    } else {
        format!("({})", vec!["NULL"; count].join(", "))
    };
    let transaction = database.begin().await.unwrap();
    for sql in [
        "SET LOCAL enable_seqscan = off",
        "SET LOCAL plan_cache_mode = force_generic_plan",
        &format!("PREPARE {name} AS {}", query.sql),
    ] {
        transaction
            .execute_unprepared(sql)
            .await
            .unwrap_or_else(|e| panic!("{sql}: {e}"));
    }
    let explain = format!("EXPLAIN EXECUTE {name}{arguments}");
    let statement = Statement::from_string(DbBackend::Postgres, explain);
    let rows = transaction.query_all_raw(statement).await.unwrap();
    let plan = rows
        .iter()
        .map(|row| row.try_get::<String>("", "QUERY PLAN").unwrap())
        .collect();
    transaction
        .execute_unprepared(&format!("DEALLOCATE {name}"))
        .await
        .unwrap();
    plan
}

/// A subquery called `bounded` gives a limited number of rows; how it reads them is a line of its
/// own.
fn is_full_scan(line: &str) -> bool {
    let whole = line.starts_with("SCAN ") && line != "SCAN bounded" && !line.contains("CONSTANT");
    line.contains("Seq Scan") || whole
}

#[tokio::test]
async fn every_registered_statement_uses_an_index() {
    on_each(|made: TestDatabase| async move {
        let all = services::store::registered_queries();
        assert!(all.len() >= 9, "the list of statements is read");
        for query in all {
            let plan = plan(&made.database, query).await;
            assert!(!plan.is_empty(), "{}: no plan", query.name);
            let whole = plan.iter().any(|line| is_full_scan(line));
            assert!(!whole, "{} on {}: {plan:#?}", query.name, made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn a_full_scan_is_noticed() {
    static BAD: Query = Query::new("bad", "SELECT name FROM person WHERE name = $1");
    on_each(|made: TestDatabase| async move {
        let plan = plan(&made.database, &BAD).await;
        assert!(plan.iter().any(|line| is_full_scan(line)), "{plan:#?}");
    })
    .await;
}
