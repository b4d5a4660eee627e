//! `doctor` finds what it says it looks for, changes nothing, and asks every part.

use std::sync::Arc;

use sea_orm::ConnectionTrait;
use services::doctor::{self, Finding, State};
use services::records::import;
use services::store::Database;
use services::{Platform, RequestContext, parameters, sealing};
use tests::binary::{Binary, Ran};
use tests::database::{TestDatabase, on_each, on_each_empty};
use tests::library;
use tests::records_file::{good, numbers};

/// A store with people, a sealed trail, a library and its index.
async fn healthy(made: &TestDatabase) -> Arc<Platform> {
    let platform = library::platform(made);
    let context = operator(&platform);
    parameters::import_shipped(&context).await.expect("sets");
    let file = made.folder.path().join("people.ndjson");
    let records = numbers().into_iter().flat_map(|number| good(&number));
    let lines: Vec<String> = records.map(|record| record.to_string()).collect();
    std::fs::write(&file, lines.join("\n")).expect("a file");
    let report = import::import(&context, &file, false, &|_| ()).await;
    assert_eq!(report.expect("an import").refused, []);
    while sealing::seal(&platform).await.expect("a group") > 0 {}
    library::shipped(&context).await;
    platform
}

fn operator(platform: &Arc<Platform>) -> RequestContext {
    RequestContext::operator(Arc::clone(platform), "doctor")
}

async fn findings(made: &TestDatabase) -> Vec<Finding> {
    let platform = library::platform(made);
    doctor::examine(&operator(&platform))
        .await
        .expect("findings")
}

/// The parts that are not good.
async fn odd(made: &TestDatabase) -> Vec<(&'static str, State)> {
    let found = findings(made).await.into_iter();
    found
        .filter(|finding| finding.state != State::Good)
        .map(|finding| (finding.part, finding.state))
        .collect()
}

async fn run(database: &Database, sql: &str) {
    database.writer.execute_unprepared(sql).await.expect(sql);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_healthy_store_has_nothing_to_find() {
    on_each(async |made| {
        healthy(&made).await;
        let parts: Vec<&str> = findings(&made).await.iter().map(|one| one.part).collect();
        let all = [
            "database",
            "migrations",
            "parameters",
            "accumulators",
            "audit",
            "index",
            "jobs",
        ];
        assert_eq!(parts, all);
        assert_eq!(odd(&made).await, [], "{}", made.kind);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn damage_is_found_where_it_is() {
    on_each(async |made| {
        healthy(&made).await;
        let damage = "UPDATE year_accumulator SET pool_paid = pool_paid + 1 \
                      WHERE person_id = (SELECT MIN(person_id) FROM year_accumulator)";
        let damage = match made.kind {
            "sqlite" => damage.to_owned(),
            _ => damage.replace("MIN(person_id)", "MIN(person_id::text)::uuid"),
        };
        run(&made.database, &damage).await;
        assert_eq!(odd(&made).await, [("accumulators", State::Bad)]);
        run(&made.database, &damage.replace("+ 1", "- 1")).await;

        let guard = match made.kind {
            "sqlite" => "DROP TRIGGER audit_event_no_UPDATE",
            _ => "DROP TRIGGER audit_event_append_only ON audit_event",
        };
        run(&made.database, guard).await;
        run(&made.database, "UPDATE audit_event SET object_id = 'other'").await;
        assert_eq!(odd(&made).await, [("audit", State::Bad)], "{}", made.kind);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_index_that_is_behind_missing_or_damaged_is_found() {
    on_each(async |made| {
        healthy(&made).await;
        let revision = "UPDATE policy_revision SET revision = revision + 1";
        run(&made.database, revision).await;
        assert_eq!(odd(&made).await, [("index", State::Warning)]);
        run(&made.database, &revision.replace("+ 1", "- 1")).await;

        let index = made.folder.path().join("index");
        let folder = std::fs::read_dir(&index).expect("the index").flatten();
        let folder = folder.map(|entry| entry.path()).find(|path| path.is_dir());
        let folder = folder.expect("an index");
        for file in std::fs::read_dir(&folder).expect("its files").flatten() {
            if file.path().extension().is_some_and(|kind| kind == "idx") {
                let mut bytes = std::fs::read(file.path()).expect("bytes");
                let middle = bytes.len() / 2;
                bytes[middle] ^= 0xFF;
                std::fs::write(file.path(), bytes).expect("damaged");
            }
        }
        assert_eq!(odd(&made).await, [("index", State::Bad)], "damaged");
        std::fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(odd(&made).await, [("index", State::Bad)], "missing");
    })
    .await;
}

#[tokio::test]
async fn without_a_schema_every_part_is_a_finding_and_nothing_is_made() {
    on_each_empty(async |made| {
        let found = findings(&made).await;
        let state = |part| {
            found
                .iter()
                .find(|one| one.part == part)
                .map(|one| one.state)
        };
        assert_eq!(state("database"), Some(State::Good));
        for part in [
            "migrations",
            "parameters",
            "accumulators",
            "audit",
            "index",
            "jobs",
        ] {
            assert_eq!(state(part), Some(State::Bad), "{part}");
        }
        let asked = made
            .database
            .reader
            .execute_unprepared("SELECT 1 FROM seaql_migrations");
        assert!(asked.await.is_err(), "looking made no table");
    })
    .await;
}

fn line<'a>(ran: &'a Ran, part: &str) -> &'a str {
    let line = ran.out.lines().find(|line| line[5..].starts_with(part));
    line.unwrap_or_else(|| panic!("{part}: {ran:?}"))
}

#[test]
fn at_the_terminal_the_exit_status_tells_whether_anything_is_broken() {
    let program = Binary::new();
    let ran = program.fails(&["doctor"]);
    assert!(
        line(&ran, "database").contains("there is no file"),
        "{ran:?}"
    );
    assert!(!program.path("var").exists(), "looking makes nothing");

    let set = include_str!("../../domain/data/parameters/bj-2025.json");
    let set = program.file("set.json", set);
    program.succeeds(&["import", "parameters", set.to_str().expect("UTF-8")]);
    let text = "# 示例办法\n\n第一条 紫色雨伞津贴。\n";
    let text = program.file("one.md", text);
    program.succeeds(&["import", "policies", text.to_str().expect("UTF-8")]);
    let said = program.succeeds(&["doctor"]);
    // The static files are there or not, as the machine was used before.
    let parts = said.lines().filter(|line| !line.contains("static files"));
    let good = parts.filter(|line| line.starts_with("good "));
    assert_eq!(good.count(), 7, "{said}");

    // A schema that is behind is told, not brought up: in a demonstration neither.
    program.succeeds(&["migrate", "down"]);
    for _ in 0..2 {
        let ran = program.fails(&["doctor"]);
        assert!(line(&ran, "migrations").starts_with("BAD  "), "{ran:?}");
        assert!(
            line(&ran, "migrations").contains("1 step(s) have not run"),
            "{ran:?}"
        );
        assert!(line(&ran, "audit").starts_with("good "), "{ran:?}");
    }
    program.succeeds(&["migrate", "up"]);

    std::fs::remove_dir_all(program.path("var/index")).expect("the index goes");
    let ran = program.fails(&["doctor"]);
    assert!(line(&ran, "index").contains("missing"), "{ran:?}");
    assert!(ran.err.contains("1 part(s) are broken"), "{ran:?}");
    assert!(!program.path("var/index").exists(), "looking makes nothing");
    program.succeeds(&["reindex"]);
    program.succeeds(&["doctor"]);

    let nobody = "postgres://postgres@127.0.0.1:9/none";
    let ran = program.fails(&["doctor", "--database-url", nobody]);
    assert!(
        line(&ran, "database").contains("cannot be opened"),
        "{ran:?}"
    );

    let mut command = program.command(&["doctor"]);
    let ran: Ran = command
        .env_remove("YIBAOTONG_MASTER_KEY")
        .output()
        .expect("it runs")
        .into();
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(line(&ran, "keys").starts_with("BAD  "), "{ran:?}");
    assert!(
        !program.path("var/keys").exists(),
        "no key takes the place of a lost one"
    );
    let other = "YW5vdGhlciBrZXkgdGhhbiB0aGUgb25lIGJlZm9yZSE=";
    let mut command = program.command(&["doctor"]);
    let ran: Ran = command
        .env("YIBAOTONG_MASTER_KEY", other)
        .output()
        .expect("it runs")
        .into();
    assert!(line(&ran, "audit").contains("OtherKey"), "{ran:?}");

    program.file("var/yibaotong.sqlite", "no database".repeat(999));
    for name in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(program.path(&format!("var/yibaotong.sqlite{name}")));
    }
    let ran = program.fails(&["doctor"]);
    assert!(line(&ran, "database").starts_with("BAD  "), "{ran:?}");
}
