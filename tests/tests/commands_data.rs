//! `demo`, `export`, `backup`, `restore` and `verify-audit`: the life of a store at the terminal.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use services::store::entity::person;
use tests::binary::{Binary, mode};

const DEMO: [&str; 7] = [
    "demo",
    "--people",
    "0",
    "--seed",
    "5",
    "--as-of",
    "2026-06-15",
];

async fn id_of(program: &Binary, name: &str) -> String {
    let found = person::Entity::find()
        .filter(person::Column::Name.eq(name))
        .one(&program.store().await.reader)
        .await;
    found.expect("an answer").expect(name).person_id.to_string()
}

fn export(program: &Binary, id: &str, more: &[&str]) -> String {
    program.succeeds(&[&["export", "person", id], more].concat())
}

/// The last line of those that begin with `label`, without it.
fn told<'a>(said: &'a str, label: &str) -> &'a str {
    let line = said.lines().rev().find_map(|line| line.strip_prefix(label));
    line.unwrap_or_else(|| panic!("no {label} in {said}"))
}

/// The sections without the signature, which another key makes another.
fn unsigned(export: &[u8]) -> serde_json::Value {
    let mut export: serde_json::Value = serde_json::from_slice(export).expect("JSON");
    let sections = export["sections"].as_object_mut().expect("sections");
    assert!(sections.remove("signature").is_some(), "it is signed");
    export
}

#[tokio::test]
async fn a_demonstration_is_made_exported_kept_and_restored() {
    let program = Binary::new();
    let said = program.succeeds(&DEMO);
    assert_eq!(
        said,
        "the demonstration ready: 0 people, seed 5, as of 2026-06-15\n"
    );
    assert!(program.succeeds(&DEMO).contains("was there already"));
    // Without a day the one that is there is meant, whatever today is.
    assert!(program.succeeds(&DEMO[..5]).contains("as of 2026-06-15"));
    for other in [
        &["demo", "--people", "5000", "--seed", "5"][..],
        &["demo", "--people", "0", "--seed", "6"],
        &[
            "demo",
            "--people",
            "0",
            "--seed",
            "5",
            "--as-of",
            "2026-06-16",
        ],
        &["demo"],
    ] {
        let ran = program.fails(other);
        assert!(
            ran.err.contains("nothing was changed") && ran.err.contains("0 people, seed 5"),
            "{ran:?}"
        );
        assert_eq!(ran.out, "");
    }

    let id = id_of(&program, "李明").await;
    forms(&program, &id);
    let exported = export(&program, &id, &[]);
    let head = program.succeeds(&["verify-audit"]);
    assert!(head.contains("as it was sealed"), "{head}");

    let copy = program.path("copy.backup");
    let file = copy.to_str().expect("UTF-8");
    let said = program.succeeds(&["backup", file]);
    assert!(said.contains("tables with"), "{said}");
    let head = told(&said, "head of the audit trail: ");
    assert_eq!(mode(&copy), 0o600, "names stand in it");
    let ran = program.fails(&["backup", file]);
    assert!(ran.err.contains("exists already"), "{ran:?}");
    let ran = program.fails(&["restore", file]);
    assert!(ran.err.contains("not empty"), "{ran:?}");

    let second = Binary::new();
    let other_key = second
        .command(&["restore", file])
        .env(
            "YIBAOTONG_MASTER_KEY",
            "YW5vdGhlciBrZXkgdGhhbiB0aGUgb25lIGJlZm9yZSE=",
        )
        .output()
        .expect("it runs");
    assert_eq!(other_key.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&other_key.stderr).contains("another master key"));
    let said = second.succeeds(&["restore", file]);
    assert!(
        said.contains("restored") && said.contains("as it was sealed"),
        "{said}"
    );
    assert!(export(&second, &id, &[]) == exported, "the same person");
    second.succeeds(&["verify-audit", "--head", head]);
    let (position, hash) = head.split_once(':').expect("POSITION:HASH");
    let later = format!(
        "{}:{hash}",
        position.parse::<i64>().expect("a number") + 1_000
    );
    let ran = second.fails(&["verify-audit", "--head", &later]);
    assert!(ran.out.contains("WRONG: Truncated"), "{ran:?}");
    assert_eq!(second.run(&["verify-audit", "--head", "x"]).code, Some(2));

    // The same three arguments and another key give the same people.
    let elsewhere = second.path("third");
    let in_third = |arguments: &[&str]| {
        let mut command = second.command(arguments);
        command.env("YIBAOTONG_VAR", &elsewhere);
        command.env_remove("YIBAOTONG_MASTER_KEY");
        command.output().expect("it runs")
    };
    assert!(in_third(&DEMO).status.success());
    assert_eq!(mode(&elsewhere.join("keys/master")), 0o600);
    let again = in_third(&["export", "person", &id]).stdout;
    assert!(
        unsigned(&again) == unsigned(exported.as_bytes()),
        "the same figures"
    );

    forged(&program).await;
}

/// Every form, to standard output and into a file that is its owner's only.
fn forms(program: &Binary, id: &str) {
    let json: Value = serde_json::from_str(&export(program, id, &[])).expect("JSON");
    assert_eq!(json["sections"]["person"][0]["name"], "李明");
    let chinese = export(program, id, &["--format", "csv"]);
    let english = export(program, id, &["--format", "csv", "--language", "en"]);
    assert!(chinese.starts_with('\u{FEFF}') && chinese.contains("李明"));
    assert!(english.contains("李明") && english != chinese);
    let file = program.file("export.pdf", "open to everybody before");
    let place = file.to_str().expect("UTF-8");
    let said = export(program, id, &["--format", "pdf", "--output", place]);
    assert_eq!(said, "");
    assert!(std::fs::read(&file).expect("a PDF").starts_with(b"%PDF-"));
    assert_eq!(mode(&file), 0o600);
    let new = program.path("export.json");
    export(program, id, &["--output", new.to_str().expect("UTF-8")]);
    assert_eq!(mode(&new), 0o600);
    let nobody = "00000000-0000-7000-8000-000000000000";
    let ran = program.fails(&["export", "person", nobody]);
    assert!(ran.err.contains("not found"), "{ran:?}");
    let nowhere = ["export", "person", id, "--output", "no/such/folder/x"];
    assert!(program.fails(&nowhere).err.contains("no/such/folder"));
    for wrong in [
        &["export", "person", "李明"][..],
        &["export", "person", id, "--format", "xml"],
        &["export", "person", id, "--language", "fr"],
    ] {
        assert_eq!(program.run(wrong).code, Some(2), "{wrong:?}");
    }
}

/// What somebody with all rights on the database changed is found.
async fn forged(program: &Binary) {
    let store = program.store().await;
    for statement in [
        "DROP TRIGGER audit_event_no_UPDATE",
        "UPDATE audit_event SET reason = 'other' WHERE event_id = \
         (SELECT event_id FROM audit_seal WHERE position = 2)",
    ] {
        store
            .writer
            .execute_unprepared(statement)
            .await
            .expect("done");
    }
    let ran = program.fails(&["verify-audit"]);
    assert!(ran.out.contains("WRONG: Changed(2"), "{ran:?}");
    assert!(ran.err.contains("1 fault(s)"), "{ran:?}");
}

#[test]
fn what_is_no_backup_is_not_restored() {
    let program = Binary::new();
    let file = program.file("no.backup", "nothing of the kind");
    program.fails(&["restore", file.to_str().expect("UTF-8")]);
    let ran = program.fails(&["restore", "nowhere.backup"]);
    assert!(ran.err.contains("damaged_backup"), "{ran:?}");
    program.fails(&["backup", "no/such/folder/copy"]);
    let said = program.succeeds(&["verify-audit"]);
    assert!(said.contains("events are sealed"), "{said}");
}
