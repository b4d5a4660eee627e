//! The schema: it goes up and down, and the entities say what the migrations made.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend};
use services::store::Database;
use services::store::tables::{self, Kind, Table};
use tests::database::{on_each, on_each_empty};
use tests::schema::{table_names, texts};

/// Name, type, whether it may be empty and place in the key of each column, as the database
/// itself says.
async fn columns(database: &Database, table: &Table) -> Vec<[String; 4]> {
    let sql = match database.backend() {
        DbBackend::Sqlite => format!(
            "SELECT name, lower(type), CASE \"notnull\" WHEN 1 THEN 'no' ELSE 'yes' END, \
             CAST(pk AS TEXT) FROM pragma_table_info('{}') ORDER BY name",
            table.name
        ),
        _ => format!(
            "SELECT c.column_name::text, c.data_type::text, lower(c.is_nullable::text), \
             COALESCE((SELECT k.ordinal_position::text FROM information_schema.table_constraints t \
             JOIN information_schema.key_column_usage k ON k.constraint_name = t.constraint_name \
             AND k.table_name = t.table_name WHERE t.constraint_type = 'PRIMARY KEY' \
             AND t.table_name = c.table_name AND k.column_name = c.column_name), '0') \
             FROM information_schema.columns c WHERE c.table_schema = 'public' \
             AND c.table_name = '{}' ORDER BY c.column_name",
            table.name
        ),
    };
    texts(database, &sql).await
}

fn wanted_type(kind: Kind, backend: DbBackend) -> &'static str {
    let (sqlite, postgres) = match kind {
        Kind::Id => ("blob", "uuid"),
        Kind::Bytes => ("blob", "bytea"),
        Kind::Text => ("text", "text"),
        Kind::Day => ("text", "date"),
        Kind::Instant => ("text", "timestamp with time zone"),
        Kind::Int => ("integer", "integer"),
        Kind::Big => ("bigint", "bigint"),
        Kind::Bool => ("boolean", "boolean"),
    };
    if backend == DbBackend::Sqlite {
        sqlite
    } else {
        postgres
    }
}

fn wanted(table: &Table, backend: DbBackend) -> Vec<[String; 4]> {
    let row = |column: &tables::Column| {
        let kind = column
            .kind
            .unwrap_or_else(|| panic!("{}.{}", table.name, column.name));
        let place = table.key.iter().position(|key| *key == column.name);
        [
            column.name.clone(),
            wanted_type(kind, backend).to_owned(),
            if column.nullable { "yes" } else { "no" }.to_owned(),
            place.map_or(0, |at| at + 1).to_string(),
        ]
    };
    let mut rows: Vec<[String; 4]> = table.columns.iter().map(row).collect();
    rows.sort();
    rows
}

#[tokio::test]
async fn entities_equal_migrations() {
    on_each(async |made| {
        let mut listed: Vec<String> = tables::all().into_iter().map(|table| table.name).collect();
        listed.sort();
        let hint = "a table without a line in services::store::tables is in no backup";
        assert_eq!(
            listed,
            table_names(&made.database).await,
            "{}: {hint}",
            made.kind
        );
        for table in tables::all() {
            let found = columns(&made.database, &table).await;
            let wanted = wanted(&table, made.database.backend());
            assert_eq!(wanted, found, "{} on {}", table.name, made.kind);
        }
    })
    .await;
}

#[tokio::test]
async fn the_schema_goes_up_down_and_up_again() {
    on_each_empty(async |made| {
        let writer = &made.database.writer;
        Migrator::up(writer, None).await.expect("up");
        let first = table_names(&made.database).await;
        Migrator::down(writer, None).await.expect("down");
        assert_eq!(
            table_names(&made.database).await,
            Vec::<String>::new(),
            "{}",
            made.kind
        );
        Migrator::up(writer, None).await.expect("up again");
        assert_eq!(table_names(&made.database).await, first, "{}", made.kind);
        assert!(
            Migrator::get_pending_migrations(writer)
                .await
                .expect("a list")
                .is_empty()
        );
    })
    .await;
}

/// Everything that the schema consists of besides tables, as the database itself names it.
async fn triggers(database: &Database) -> Vec<[String; 4]> {
    let sql = match database.backend() {
        DbBackend::Sqlite => "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index')",
        _ => {
            "SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal \
             UNION ALL SELECT proname::text FROM pg_proc \
             WHERE pronamespace = 'public'::regnamespace \
             UNION ALL SELECT indexname::text FROM pg_indexes WHERE schemaname = 'public' \
             AND tablename <> 'seaql_migrations'"
        }
    };
    texts(database, sql).await
}

#[tokio::test]
async fn a_schema_that_went_down_leaves_nothing_behind() {
    on_each_empty(async |made| {
        let writer = &made.database.writer;
        Migrator::up(writer, None).await.expect("up");
        assert!(!triggers(&made.database).await.is_empty());
        Migrator::down(writer, None).await.expect("down");
        let mut left = triggers(&made.database).await;
        left.retain(|[name, ..]| !name.starts_with("sqlite_"));
        assert_eq!(left, Vec::<[String; 4]>::new(), "{}", made.kind);
    })
    .await;
}

#[tokio::test]
async fn a_step_that_fails_in_the_middle_leaves_nothing_behind() {
    on_each_empty(async |made| {
        let writer = &made.database.writer;
        Migrator::up(writer, Some(3)).await.expect("up");
        // The fourth step makes `settlement` first and stumbles over this.
        writer
            .execute_unprepared("CREATE TABLE settlement_line (in_the_way TEXT)")
            .await
            .expect("a table");
        let before = (
            table_names(&made.database).await,
            triggers(&made.database).await,
        );
        for _ in 0..2 {
            Migrator::up(writer, None).await.expect_err("in the way");
            let after = (
                table_names(&made.database).await,
                triggers(&made.database).await,
            );
            assert_eq!(after, before, "{}", made.kind);
        }
        writer
            .execute_unprepared("DROP TABLE settlement_line")
            .await
            .expect("out of the way");
        Migrator::up(writer, None).await.expect("up to the newest");
    })
    .await;
}

#[test]
fn every_step_is_taken_whole_or_not_at_all() {
    for step in Migrator::migrations() {
        assert_eq!(step.use_transaction(), Some(true), "{}", step.name());
    }
}
