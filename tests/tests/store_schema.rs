//! The schema: it goes up and down, and the entities say what the migrations made.

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use services::store::Database;
use services::store::tables::{self, Kind, Table};
use tests::database::{on_each, on_each_empty};

async fn texts(database: &Database, sql: &str) -> Vec<Vec<String>> {
    let statement = Statement::from_string(database.backend(), sql);
    let rows = database
        .writer
        .query_all_raw(statement)
        .await
        .expect("the catalogue answers");
    let cell = |row: &sea_orm::QueryResult, at| row.try_get_by_index(at).unwrap_or_default();
    rows.iter()
        .map(|row| (0..4).map(|at| cell(row, at)).collect())
        .collect()
}

async fn table_names(database: &Database) -> Vec<String> {
    let sql = match database.backend() {
        DbBackend::Sqlite => "SELECT name, '', '', '' FROM sqlite_master WHERE type = 'table'",
        _ => {
            "SELECT table_name::text, '', '', '' FROM information_schema.tables \
             WHERE table_schema = 'public'"
        }
    };
    let rows = texts(database, sql).await;
    let mut names: Vec<String> = rows.into_iter().map(|mut row| row.remove(0)).collect();
    names.retain(|name| name != "seaql_migrations" && !name.starts_with("sqlite_"));
    names.sort();
    names
}

/// Name, type, whether it may be empty and place in the key of each column, as the database
/// itself says.
async fn columns(database: &Database, table: &Table) -> Vec<Vec<String>> {
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

fn wanted(table: &Table, backend: DbBackend) -> Vec<Vec<String>> {
    let row = |column: &tables::Column| {
        let kind = column
            .kind
            .unwrap_or_else(|| panic!("{}.{}", table.name, column.name));
        let place = table.key.iter().position(|key| *key == column.name);
        vec![
            column.name.clone(),
            wanted_type(kind, backend).to_owned(),
            if column.nullable { "yes" } else { "no" }.to_owned(),
            place.map_or(0, |at| at + 1).to_string(),
        ]
    };
    let mut rows: Vec<Vec<String>> = table.columns.iter().map(row).collect();
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
