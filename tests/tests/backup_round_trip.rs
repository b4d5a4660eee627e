//! A backup restores whole, on the other database too, with the same audit head.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::Arc;

use domain::ids::PersonId;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use services::backup::{self, Manifest};
use services::demo::{self, Arguments};
use services::keys::Keys;
use services::store::entity::{audit_event, person};
use services::{Platform, RequestContext, ServiceError, accumulators, sealing};
use sha2::{Digest, Sha256};
use tests::database::{TestDatabase, another, empty_sqlite, on_each, sqlite_only};
use tests::platform::{SeededRandom, StandingClock, noon, platform, platform_with};
use tests::schema;

/// How many steps the schema of the older backup has.
const OLDER_STEPS: u32 = 10;

fn operator(platform: &Arc<Platform>) -> RequestContext {
    RequestContext::operator(Arc::clone(platform), "backup")
}

async fn with_demo(made: &TestDatabase) -> Arc<Platform> {
    let platform = platform(made.database.clone());
    let as_of = "2026-06-15".parse().expect("a day");
    let arguments = Arguments {
        people: 20,
        seed: 5,
        as_of,
    };
    demo::load(&operator(&platform), arguments, &|_| ())
        .await
        .expect("the demonstration");
    while sealing::seal(&platform).await.expect("a group") > 0 {}
    platform
}

async fn backed_up(platform: &Arc<Platform>, made: &TestDatabase) -> (PathBuf, Manifest) {
    let file = made.folder.path().join("copy.backup");
    let manifest = backup::backup(&operator(platform), &file, &|_, _| ())
        .await
        .expect("a backup");
    (file, manifest)
}

/// Restores `file` into `target` and holds it against `wanted`.
async fn restored(
    file: &std::path::Path,
    wanted: &Manifest,
    target: &TestDatabase,
    seed: u64,
) -> Arc<Platform> {
    let platform = platform_with(target.database.clone(), seed);
    let restored = backup::restore(&operator(&platform), file, &|_, _| ())
        .await
        .expect("restored");
    assert_eq!(restored.manifest, *wanted);
    assert_eq!(restored.audit.faults, []);
    let written = audit_event::Entity::find()
        .filter(audit_event::Column::ObjectKind.eq("restore"))
        .all(&target.database.reader)
        .await
        .expect("events");
    let new = |event: &&audit_event::Model| restored.audit.unsealed.contains(&event.event_id);
    assert_eq!(
        written.iter().filter(new).count(),
        1,
        "a restore is written in {}",
        target.kind
    );
    let head = restored.audit.head.expect("a head");
    assert_eq!(
        Some(head.position),
        wanted.audit_head.as_ref().map(|head| head.0)
    );
    let again = target.folder.path().join("again.backup");
    let again = backup::backup(&operator(&platform), &again, &|_, _| ())
        .await
        .expect("a backup");
    for (one, other) in wanted.tables.iter().zip(&again.tables) {
        // Restoring and making the second backup are events of their own.
        if one.name != "audit_event" {
            assert_eq!(one, other, "into {}", target.kind);
        }
    }
    let reader = &target.database.reader;
    for one in person::Entity::find()
        .all(reader)
        .await
        .expect("persons")
        .iter()
        .take(20)
    {
        let id = PersonId::from(one.person_id);
        let found = accumulators::differences(reader, &platform.parameters, id).await;
        assert_eq!(found.expect("a rebuild"), []);
    }
    platform
}

#[tokio::test]
async fn a_backup_restores_on_the_same_and_on_the_other_database() {
    on_each(async |made| {
        let first = with_demo(&made).await;
        let (file, manifest) = backed_up(&first, &made).await;
        assert!(manifest.audit_head.is_some());
        assert!(manifest.tables.iter().map(|table| table.rows).sum::<u64>() > 10_000);
        let same = another(&made).await;
        restored(&file, &manifest, &same, 2).await;
        if made.kind == "postgres" {
            let sqlite = empty_sqlite().await;
            let second = restored(&file, &manifest, &sqlite, 3).await;
            while sealing::seal(&second).await.expect("a group") > 0 {}
            let (file, manifest) = backed_up(&second, &sqlite).await;
            restored(&file, &manifest, &another(&made).await, 4).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_must_not_be_restored_is_refused() {
    let made = sqlite_only().await;
    let first = with_demo(&made).await;
    let (file, _) = backed_up(&first, &made).await;

    let full = backup::restore(&operator(&first), &file, &|_, _| ()).await;
    assert!(matches!(
        full,
        Err(ServiceError::Conflict("the database is not empty"))
    ));

    let exists = backup::backup(&operator(&first), &file, &|_, _| ()).await;
    assert!(
        matches!(exists, Err(ServiceError::Conflict(_))),
        "a backup is never overwritten"
    );

    let target = empty_sqlite().await;
    let stranger = Arc::new(Platform::new(
        target.database.clone(),
        Keys::from_master(b"another master secret of some length"),
        Box::new(StandingClock(noon())),
        Box::new(SeededRandom::new(2)),
    ));
    let other_key = backup::restore(&operator(&stranger), &file, &|_, _| ()).await;
    assert!(matches!(other_key, Err(ServiceError::Conflict(_))));

    let bytes = std::fs::read(&file).expect("the backup");
    let target = empty_sqlite().await;
    let empty = platform_with(target.database.clone(), 9);
    let damaged = target.folder.path().join("damaged.backup");
    for (what, broken) in [
        ("cut", bytes[..bytes.len() / 2].to_vec()),
        ("no archive", b"nothing of the kind".to_vec()),
        ("bytes changed", {
            let mut bytes = bytes.clone();
            let middle = bytes.len() / 3;
            bytes[middle..middle + 64].fill(0x55);
            bytes
        }),
    ] {
        std::fs::write(&damaged, broken).expect("a damaged file");
        let refused = backup::restore(&operator(&empty), &damaged, &|_, _| ()).await;
        assert!(
            matches!(refused, Err(ServiceError::Invalid(_))),
            "{what}: {refused:?}"
        );
        let left = person::Entity::find().one(&target.database.reader).await;
        assert!(
            !matches!(left, Ok(Some(_))),
            "{what}: nothing is kept of a damaged backup"
        );
    }
    restored_is_possible_afterwards(&empty, &file).await;
}

async fn restored_is_possible_afterwards(platform: &Arc<Platform>, file: &std::path::Path) {
    backup::restore(&operator(platform), file, &|_, _| ())
        .await
        .expect("the whole one restores");
}

#[tokio::test]
async fn only_the_owner_may_read_a_backup_at_any_moment() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &std::path::Path| {
        let found = std::fs::metadata(path).expect("it is there");
        found.permissions().mode() & 0o777
    };
    on_each(async |made| {
        let platform = with_demo(&made).await;
        let folder = made.folder.path().join("backups");
        std::fs::create_dir(&folder).expect("a folder");
        let file = folder.join("copy.backup");
        let meanwhile = |_: &str, _: u64| {
            for entry in std::fs::read_dir(&folder).expect("the folder").flatten() {
                assert_eq!(mode(&entry.path()), 0o700, "{}: {entry:?}", made.kind);
            }
        };
        backup::backup(&operator(&platform), &file, &meanwhile)
            .await
            .expect("a backup");
        assert_eq!(mode(&file), 0o600, "{}", made.kind);
        let left = std::fs::read_dir(&folder).expect("the folder").count();
        assert_eq!(left, 1, "nothing but the backup stays on {}", made.kind);
    })
    .await;
}

/// The columns of each table after the first [`OLDER_STEPS`] steps.
async fn older_schema() -> BTreeMap<String, Vec<String>> {
    let made = empty_sqlite().await;
    Migrator::up(&made.database.writer, Some(OLDER_STEPS))
        .await
        .expect("the older schema");
    let mut tables = BTreeMap::new();
    for table in schema::table_names(&made.database).await {
        let columns = schema::column_names(&made.database, &table).await;
        tables.insert(table, columns);
    }
    tables
}

fn manifest_of(file: &std::path::Path) -> Manifest {
    let mut whole = zip::ZipArchive::new(File::open(file).expect("the backup")).expect("a ZIP");
    let entry = whole.by_name("manifest.json").expect("a manifest");
    serde_json::from_reader(entry).expect("JSON")
}

/// The backup `file` as a version made it that knew only the tables and columns of `known`.
fn as_of_an_earlier_version(
    file: &std::path::Path,
    known: &BTreeMap<String, Vec<String>>,
) -> PathBuf {
    let mut manifest = manifest_of(file);
    let mut whole = zip::ZipArchive::new(File::open(file).expect("the backup")).expect("a ZIP");
    let steps = usize::try_from(OLDER_STEPS).expect("few steps");
    manifest.migrations.truncate(steps);
    manifest
        .tables
        .retain(|table| known.contains_key(&table.name));

    let older = file.with_extension("older");
    let mut archive = zip::ZipWriter::new(File::create(&older).expect("a file"));
    let plain = zip::write::SimpleFileOptions::default();
    for table in &mut manifest.tables {
        let mut text = String::new();
        let mut entry = whole.by_name(&table.place()).expect("a table");
        entry.read_to_string(&mut text).expect("text");
        let held = known.get(&table.name).expect("a table of that time");
        let kept: Vec<bool> = table.columns.iter().map(|one| held.contains(one)).collect();
        let rows: String = text.lines().map(|line| cells(line, &kept)).collect();
        table.columns.retain(|column| held.contains(column));
        table.sha256 = hex::encode(Sha256::digest(&rows));
        archive.start_file(table.place(), plain).expect("an entry");
        archive.write_all(rows.as_bytes()).expect("bytes");
    }
    archive
        .start_file("manifest.json", plain)
        .expect("an entry");
    serde_json::to_writer(&mut archive, &manifest).expect("JSON");
    archive.finish().expect("a ZIP");
    older
}

/// The cells of a row that are kept, as the line of a backup.
fn cells(line: &str, kept: &[bool]) -> String {
    let row: Vec<serde_json::Value> = serde_json::from_str(line).expect("a row");
    let row: Vec<serde_json::Value> = row
        .into_iter()
        .zip(kept)
        .filter_map(|(cell, kept)| kept.then_some(cell))
        .collect();
    serde_json::to_string(&row).expect("JSON") + "\n"
}

#[tokio::test]
async fn a_backup_of_an_earlier_schema_comes_up_with_its_data() {
    let known = older_schema().await;
    on_each(async |made| {
        let first = with_demo(&made).await;
        let (file, manifest) = backed_up(&first, &made).await;
        let older = as_of_an_earlier_version(&file, &known);
        let target = another(&made).await;
        let platform = platform_with(target.database.clone(), 2);
        let restored = backup::restore(&operator(&platform), &older, &|_, _| ()).await;
        assert_eq!(restored.expect("restored").audit.faults, []);
        // What institutions offer is no part of an older backup: it comes with the next start.
        services::institutions::import_visited(&operator(&platform))
            .await
            .expect("the institutions");
        let again_file = target.folder.path().join("again.backup");
        let again = backup::backup(&operator(&platform), &again_file, &|_, _| ()).await;
        let again = again.expect("a backup");
        assert_eq!(again.migrations, manifest.migrations, "{}", made.kind);
        // Some columns are younger than that version: compared is what it knew.
        let younger = ["message", "settlement", "year_accumulator"];
        let both = [
            as_of_an_earlier_version(&file, &known),
            as_of_an_earlier_version(&again_file, &known),
        ];
        let [before, after] = both.map(|file| manifest_of(&file));
        for (one, other) in before.tables.iter().zip(&after.tables) {
            if younger.contains(&one.name.as_str()) {
                assert_eq!(one, other, "as it was known, {}", made.kind);
            }
        }
        for (one, other) in manifest.tables.iter().zip(&again.tables) {
            // Invitations, consents and what an account keeps are younger than that version.
            let left_out = [
                "account_share",
                "audit_event",
                "consent",
                "family_invitation",
            ];
            let name = one.name.as_str();
            if !left_out.contains(&name) && !younger.contains(&name) {
                assert_eq!(one, other, "{}", made.kind);
            }
        }
    })
    .await;
}
