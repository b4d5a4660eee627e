//! `import records`, killed as a power cut kills: at moments that nobody chose it goes on where it
//! was, and ends with what an uninterrupted import writes.

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sea_orm::EntityTrait;
use serde_json::Value;
use server::clock::WallClock;
use services::Clock;
use services::context::day_in_china;
use services::store::Database;
use services::store::entity::{
    account_entry, audit_event, contribution, employer, enrolment, import_run, person, settlement,
    settlement_line, year_accumulator,
};
use tests::binary::Binary;
use tests::records_file::{fitted, good, settlement as stay};

const PEOPLE: i64 = 800;
const SETS: &str = include_str!("../../domain/data/parameters/bj-2025.json");

/// What people bring, with some lines that are refused.
fn records(program: &Binary) -> PathBuf {
    let begin: chrono::NaiveDate = "1960-01-01".parse().expect("a day");
    let mut lines: Vec<String> = Vec::new();
    for (place, day) in begin.iter_days().take(200).enumerate() {
        for turn in 996..1_000 {
            let number = fitted(&format!("510000{}{turn}", day.format("%Y%m%d")));
            lines.extend(good(&number).iter().map(Value::to_string));
            if place % 50 == 7 {
                let odd = stay(&number, "S-2", "2025-04-01");
                lines.push(odd.to_string().replace("手术", "手\\u0000术"));
            }
        }
    }
    lines.push("{broken".to_owned());
    program.file("many.ndjson", lines.join("\n"))
}

fn prepared() -> Binary {
    let program = Binary::new();
    let file = program.file("sets.json", SETS);
    program.succeeds(&["import", "parameters", file.to_str().expect("UTF-8")]);
    program
}

fn start(program: &Binary, file: &Path) -> Child {
    let file = file.to_str().expect("UTF-8");
    let mut command = program.command(&["import", "records", file]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("it starts")
}

/// As a power cut ends it: SIGKILL.
fn kill(mut import: Child) {
    import.kill().expect("killed");
    import.wait().expect("gone");
}

fn finish(program: &Binary, file: &Path) {
    let said = program.succeeds(&["import", "records", file.to_str().expect("UTF-8")]);
    assert!(said.contains(" 17 refused"), "{said}");
}

/// How many people are written.
async fn position(store: &Database) -> i64 {
    let run = import_run::Entity::find().one(&store.reader).await;
    run.expect("an answer").map_or(0, |run| run.position)
}

/// Everything that an import writes, without what differs by nonce or instant.
async fn contents(store: &Database) -> Vec<String> {
    macro_rules! rows {
        ($table:ident) => {
            $table::Entity::find()
                .all(&store.reader)
                .await
                .expect("rows")
        };
    }
    let (mut found, never) = (Vec::new(), DateTime::<Utc>::default());
    for row in rows!(person) {
        let (id_number_cipher, mobile_cipher) = (Vec::new(), None);
        let row = person::Model {
            id_number_cipher,
            mobile_cipher,
            created_at: never,
            ..row
        };
        found.push(format!("{row:?}"));
    }
    for row in rows!(employer) {
        let row = employer::Model {
            credit_code_cipher: Vec::new(),
            created_at: never,
            ..row
        };
        found.push(format!("{row:?}"));
    }
    for row in rows!(settlement) {
        let row = settlement::Model {
            diagnosis_cipher: None,
            created_at: never,
            ..row
        };
        found.push(format!("{row:?}"));
    }
    for row in rows!(import_run) {
        found.push(format!(
            "{:?}",
            import_run::Model {
                updated_at: never,
                ..row
            }
        ));
    }
    for row in rows!(audit_event) {
        found.push(format!("{} {}", row.object_kind, row.object_id));
    }
    found.extend(rows!(enrolment).iter().map(|row| format!("{row:?}")));
    found.extend(rows!(contribution).iter().map(|row| format!("{row:?}")));
    found.extend(rows!(account_entry).iter().map(|row| format!("{row:?}")));
    found.extend(rows!(settlement_line).iter().map(|row| format!("{row:?}")));
    found.extend(rows!(year_accumulator).iter().map(|row| format!("{row:?}")));
    found.sort();
    // An import that was done when it was killed is written to the trail again.
    found.dedup();
    found
}

fn refused(file: &Path) -> String {
    let file = format!("{}.rejected.ndjson", file.display());
    std::fs::read_to_string(file).expect("the refused lines")
}

#[tokio::test]
async fn killed_at_any_moment_it_goes_on_and_ends_the_same() {
    let today = day_in_china(WallClock.now());
    let whole = prepared();
    let file = records(&whole);
    let begun = Instant::now();
    finish(&whole, &file);
    let taken = begun.elapsed();
    let (wanted, wanted_refused) = (contents(&whole.store().await).await, refused(&file));

    let mut luck = ChaCha20Rng::seed_from_u64(20_260_615);
    let mut midway = 0;
    for turn in 0..3 {
        let program = prepared();
        let file = records(&program);
        // Once at any moment of its life, with nobody else at the store.
        let import = start(&program, &file);
        tokio::time::sleep(taken.mul_f64(luck.random_range(0.02..0.98))).await;
        kill(import);
        // Once after some more people were written.
        let mut import = start(&program, &file);
        let store = program.store().await;
        let before = position(&store).await;
        while position(&store).await == before && import.try_wait().expect("a state").is_none() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        tokio::time::sleep(Duration::from_millis(luck.random_range(0..60))).await;
        kill(import);
        midway += i32::from((1..PEOPLE).contains(&position(&store).await));
        drop(store);

        finish(&program, &file);
        if day_in_china(WallClock.now()) != today {
            eprintln!("SKIPPED: it has become another day, and ids begin with the day");
            return;
        }
        let found = contents(&program.store().await).await;
        let odd = found.iter().zip(&wanted).find(|(one, other)| one != other);
        assert_eq!((odd, found.len()), (None, wanted.len()), "turn {turn}");
        assert!(refused(&file) == wanted_refused, "turn {turn}");
        program.succeeds(&["verify-audit"]);
    }
    assert!(midway > 0, "no kill struck while people were written");
}
