//! Writes a backup.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use domain::access::{Action, Relation};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DbBackend, Statement, Value};
use sha2::{Digest, Sha256};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::cells;
use super::manifest::{self, FORMAT, Manifest, TableEntry};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::dialect::{Snapshot, snapshot};
use crate::store::entity::audit_seal;
use crate::store::tables::{self, Table};

/// Tables whose rows mean nothing elsewhere: everybody signs in anew.
const FLEETING: [&str; 2] = ["session", "used_sign_in"];
/// Rows read at once.
const PAGE: usize = 2_000;

/// Writes everything that the store holds at this moment to `file`, while others go on reading
/// and writing. The file appears whole or not at all, and only its owner may read it.
///
/// # Errors
/// `Forbidden`; `Conflict` when `file` exists; `Internal` from the store or the disk.
pub async fn backup(
    context: &RequestContext,
    file: &Path,
    progress: &(dyn Fn(&str, u64) + Send + Sync),
) -> Result<Manifest, ServiceError> {
    authorise::operator(context)?;
    if file.exists() {
        return Err(ServiceError::Conflict("the file exists already"));
    }
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::Operate,
        object_kind: "backup",
        object_id: "",
    };
    let database = &context.platform.database;
    audit::write(&database.writer, context, event).await?;
    context.platform.whole_trail().await?;
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let work = tempfile::Builder::new()
        .permissions(Permissions::from_mode(0o700))
        .tempdir_in(folder)
        .map_err(ServiceError::internal)?;
    let partial = work.path().join("backup.zip");
    let manifest = match snapshot(database, work.path()).await? {
        Snapshot::Copy(copy) => {
            let manifest = write(context, &copy.reader, &partial, progress).await?;
            copy.reader.close().await?;
            copy.writer.close().await?;
            manifest
        }
        Snapshot::Transaction(transaction) => {
            write(context, &transaction, &partial, progress).await?
        }
    };
    appear(&partial, file, folder).map_err(ServiceError::internal)?;
    Ok(manifest)
}

/// Gives the finished file its name, for good: a name is durable when its folder is.
fn appear(partial: &Path, file: &Path, folder: &Path) -> io::Result<()> {
    fs::rename(partial, file)?;
    File::open(folder)?.sync_all()
}

/// A new file that only its owner may read.
fn private(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600).open(file)
}

async fn write(
    context: &RequestContext,
    snapshot: &impl ConnectionTrait,
    file: &Path,
    progress: &(dyn Fn(&str, u64) + Send + Sync),
) -> Result<Manifest, ServiceError> {
    let mut archive = ZipWriter::new(private(file).map_err(ServiceError::internal)?);
    let mut entries = Vec::new();
    for table in tables::all()
        .into_iter()
        .filter(|table| !FLEETING.contains(&table.name.as_str()))
    {
        let entry = dump(snapshot, &table, &mut archive).await?;
        progress(&entry.name, entry.rows);
        entries.push(entry);
    }
    let manifest = Manifest {
        format: FORMAT,
        made_at: context.now,
        migrations: Migrator::migrations()
            .iter()
            .map(|step| step.name().to_owned())
            .collect(),
        key_check: manifest::key_check(&context.platform.keys),
        audit_head: audit_head(snapshot).await?,
        tables: entries,
    };
    let text = serde_json::to_vec_pretty(&manifest).map_err(ServiceError::internal)?;
    archive
        .start_file(manifest::PLACE, options())
        .map_err(ServiceError::internal)?;
    archive.write_all(&text).map_err(ServiceError::internal)?;
    let done = archive.finish().map_err(ServiceError::internal)?;
    done.sync_all().map_err(ServiceError::internal)?;
    Ok(manifest)
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(3))
        .large_file(true)
}

/// One table, a page of rows at a time, in the order of its key.
async fn dump(
    snapshot: &impl ConnectionTrait,
    table: &Table,
    archive: &mut ZipWriter<File>,
) -> Result<TableEntry, ServiceError> {
    let mut entry = TableEntry {
        name: table.name.clone(),
        columns: table
            .columns
            .iter()
            .map(|column| column.name.clone())
            .collect(),
        rows: 0,
        sha256: String::new(),
    };
    archive
        .start_file(entry.place(), options())
        .map_err(ServiceError::internal)?;
    let mut digest = Sha256::new();
    let mut after: Option<Vec<Value>> = None;
    loop {
        let statement = page(snapshot.get_database_backend(), table, after.take());
        let rows = snapshot.query_all_raw(statement).await?;
        let mut text = Vec::new();
        for row in &rows {
            let cells = table.columns.iter().enumerate();
            let cells = cells.map(|(place, column)| cells::read(row, place, column));
            let cells = cells.collect::<Result<Vec<Value>, _>>()?;
            let json: Vec<serde_json::Value> = cells.iter().map(cells::to_json).collect();
            serde_json::to_writer(&mut text, &json).map_err(ServiceError::internal)?;
            text.push(b'\n');
            after = Some(key_of(table, cells));
        }
        digest.update(&text);
        archive.write_all(&text).map_err(ServiceError::internal)?;
        entry.rows += u64::try_from(rows.len()).unwrap_or_default();
        if rows.len() < PAGE {
            entry.sha256 = hex::encode(digest.finalize());
            return Ok(entry);
        }
    }
}

fn key_of(table: &Table, cells: Vec<Value>) -> Vec<Value> {
    let named: Vec<(&String, Value)> = table
        .columns
        .iter()
        .map(|column| &column.name)
        .zip(cells)
        .collect();
    let of = |key: &String| {
        named
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, cell)| cell.clone())
    };
    table.key.iter().filter_map(of).collect()
}

fn page(backend: DbBackend, table: &Table, after: Option<Vec<Value>>) -> Statement {
    let columns: Vec<&str> = table
        .columns
        .iter()
        .map(|column| column.name.as_str())
        .collect();
    let (columns, key) = (columns.join(", "), table.key.join(", "));
    let mut sql = format!("SELECT {columns} FROM {}", table.name);
    if let Some(after) = &after {
        let places: Vec<String> = (1..=after.len())
            .map(|number| format!("${number}"))
            .collect();
        sql.push_str(&format!(" WHERE ({key}) > ({})", places.join(", ")));
    }
    sql.push_str(&format!(" ORDER BY {key} LIMIT {PAGE}"));
    Statement::from_sql_and_values(backend, sql, after.unwrap_or_default())
}

async fn audit_head(
    snapshot: &impl ConnectionTrait,
) -> Result<Option<(i64, String)>, ServiceError> {
    use sea_orm::{EntityTrait, QueryOrder};
    let last = audit_seal::Entity::find()
        .order_by_desc(audit_seal::Column::Position)
        .one(snapshot)
        .await?;
    Ok(last.map(|seal| (seal.position, hex::encode(seal.chain_hash))))
}
