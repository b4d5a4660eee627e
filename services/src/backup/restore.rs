//! Brings a backup into an empty store: everything or nothing.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use chrono::SecondsFormat;
use domain::access::{Action, Relation};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, DatabaseTransaction, Statement, Value};
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::cells;
use super::manifest::{self, FORMAT, Manifest, TableEntry};
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::looks::answers;
use crate::sealing::{self, Head, Report};
use crate::store::bulk::{OnConflict, insert_values};
use crate::store::tables::{self, Column, Table};

/// Cells of one statement.
const CELLS: usize = 4_000;

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What the backup says of itself.
    pub manifest: Manifest,
    /// How the audit trail looks in its new place, held against the head in the manifest.
    pub audit: Report,
}

/// Reads the backup `file` into the store of `context`, which must hold no rows. A backup of an
/// earlier schema is brought up as a store of that schema is: its rows go in as they were and take
/// the later steps. Counts and digests of every table are checked before anything is kept.
///
/// # Errors
/// `Forbidden`; `Conflict` when the store holds rows, or the master key is another one;
/// `Invalid` when the file is no backup, damaged, or of a schema that this version does not
/// know; else from the store or the disk.
pub async fn restore(
    context: &RequestContext,
    file: &Path,
    progress: &(dyn Fn(&str, u64) + Send + Sync),
) -> Result<Restored, ServiceError> {
    authorise::operator(context)?;
    let platform = &context.platform;
    let mut archive = archive(file)?;
    let manifest = read_manifest(&mut archive)?;
    if manifest.key_check != manifest::key_check(&platform.keys) {
        return Err(ServiceError::Conflict(
            "the backup was made with another master key",
        ));
    }
    Migrator::up(&platform.database.writer, None).await?;
    let transaction = platform.database.begin().await?;
    for table in tables::all() {
        refuse_rows(&transaction, &table).await?;
    }
    let later = Migrator::migrations().len() - manifest.migrations.len();
    let later = u32::try_from(later).map_err(ServiceError::internal)?;
    Migrator::down(&transaction, Some(later)).await?;
    for entry in &manifest.tables {
        let rows = extract(&mut archive, entry)?;
        let table = tables::all()
            .into_iter()
            .find(|table| table.name == entry.name);
        let table = table.ok_or_else(|| damaged("an unknown table"))?;
        fill(&transaction, entry, &table, rows).await?;
        progress(&entry.name, entry.rows);
    }
    Migrator::up(&transaction, None).await?;
    answers::seal_those_of_before(platform, &transaction).await?;
    let made_at = manifest
        .made_at
        .to_rfc3339_opts(SecondsFormat::Micros, true);
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::Operate,
        object_kind: "restore",
        object_id: &made_at,
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    platform.parameters.refresh(&platform.database).await?;
    let known = manifest.audit_head.as_ref().map(|(position, hash)| Head {
        position: *position,
        chain_hash: hex::decode(hash).unwrap_or_default(),
    });
    let audit = sealing::verify(context, known.as_ref()).await?;
    Ok(Restored { manifest, audit })
}

fn damaged(detail: &str) -> ServiceError {
    ServiceError::Invalid(vec![FieldError {
        pointer: "file".to_owned(),
        code: "damaged_backup",
        detail: detail.to_owned(),
    }])
}

fn archive(file: &Path) -> Result<ZipArchive<File>, ServiceError> {
    let file = File::open(file).map_err(|error| damaged(&error.to_string()))?;
    ZipArchive::new(file).map_err(|error| damaged(&error.to_string()))
}

fn read_manifest(archive: &mut ZipArchive<File>) -> Result<Manifest, ServiceError> {
    let mut text = String::new();
    archive
        .by_name(manifest::PLACE)
        .map_err(|_| damaged("no manifest"))?
        .read_to_string(&mut text)
        .map_err(|error| damaged(&error.to_string()))?;
    let manifest: Manifest =
        serde_json::from_str(&text).map_err(|error| damaged(&error.to_string()))?;
    let known: Vec<String> = Migrator::migrations()
        .iter()
        .map(|step| step.name().to_owned())
        .collect();
    if manifest.format != FORMAT || !known.starts_with(&manifest.migrations) {
        return Err(damaged("made by a later version"));
    }
    Ok(manifest)
}

/// The rows of a table in a file of their own, after their digest proved right.
fn extract(
    archive: &mut ZipArchive<File>,
    entry: &TableEntry,
) -> Result<BufReader<File>, ServiceError> {
    let mut packed = archive
        .by_name(&entry.place())
        .map_err(|_| damaged("a table is missing"))?;
    let mut plain = tempfile::tempfile().map_err(ServiceError::internal)?;
    std::io::copy(&mut packed, &mut plain).map_err(|error| damaged(&error.to_string()))?;
    plain
        .seek(SeekFrom::Start(0))
        .map_err(ServiceError::internal)?;
    let mut digest = Sha256::new();
    let mut reader = BufReader::with_capacity(1 << 16, plain);
    loop {
        let bytes = reader.fill_buf().map_err(ServiceError::internal)?;
        let length = bytes.len();
        if length == 0 {
            break;
        }
        digest.update(bytes);
        reader.consume(length);
    }
    if hex::encode(digest.finalize()) != entry.sha256 {
        return Err(damaged("a table was changed"));
    }
    reader
        .seek(SeekFrom::Start(0))
        .map_err(ServiceError::internal)?;
    Ok(reader)
}

async fn refuse_rows(transaction: &DatabaseTransaction, table: &Table) -> Result<(), ServiceError> {
    let sql = format!("SELECT 1 FROM {} LIMIT 1", table.name);
    let statement = Statement::from_string(transaction.get_database_backend(), sql);
    if transaction.query_one_raw(statement).await?.is_some() {
        return Err(ServiceError::Conflict("the database is not empty"));
    }
    Ok(())
}

async fn fill(
    transaction: &DatabaseTransaction,
    entry: &TableEntry,
    table: &Table,
    rows: BufReader<File>,
) -> Result<(), ServiceError> {
    let find = |name: &String| table.columns.iter().find(|column| column.name == *name);
    let columns: Option<Vec<&Column>> = entry.columns.iter().map(find).collect();
    let columns = columns.ok_or_else(|| damaged("an unknown column"))?;
    let mut cells: Vec<Value> = Vec::new();
    let mut count = 0;
    for line in rows.lines() {
        let line = line.map_err(ServiceError::internal)?;
        let row: Vec<serde_json::Value> =
            serde_json::from_str(&line).map_err(|error| damaged(&error.to_string()))?;
        if row.len() != columns.len() {
            return Err(damaged("a row of another length"));
        }
        for (cell, column) in row.iter().zip(&columns) {
            cells.push(cells::from_json(cell, column)?);
        }
        count += 1;
        if cells.len() + columns.len() > CELLS {
            let full = std::mem::take(&mut cells);
            insert_values(
                transaction,
                &table.name,
                &entry.columns,
                full,
                OnConflict::Fail,
            )
            .await?;
        }
    }
    insert_values(
        transaction,
        &table.name,
        &entry.columns,
        cells,
        OnConflict::Fail,
    )
    .await?;
    if count == entry.rows {
        Ok(())
    } else {
        Err(damaged("rows are missing"))
    }
}
