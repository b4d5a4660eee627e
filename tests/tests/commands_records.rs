//! `import records` at the terminal: encodings, refused lines and where they are told, the exit
//! status, and what no store could keep.

use std::path::Path;
use std::sync::Arc;

use sea_orm::EntityTrait;
use serde_json::{Value, json};
use services::records::import;
use services::store::entity::{employer, person};
use services::{RequestContext, parameters};
use tests::binary::{Binary, Ran, mode};
use tests::database::on_each;
use tests::platform::platform;
use tests::records_file::{good, numbers, settlement};

const SETS: &str = include_str!("../../domain/data/parameters/bj-2025.json");

fn with_parameters() -> Binary {
    let program = Binary::new();
    let file = program.file("sets.json", SETS);
    program.succeeds(&["import", "parameters", file.to_str().expect("UTF-8")]);
    program
}

fn import(program: &Binary, file: &Path, more: &[&str]) -> Ran {
    let file = file.to_str().expect("UTF-8");
    program.run(&[&["import", "records", file], more].concat())
}

fn lines(records: &[Value]) -> String {
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    lines.join("\n")
}

fn rejected(file: &Path) -> Vec<Value> {
    let file = format!("{}.rejected.ndjson", file.display());
    assert_eq!(mode(Path::new(&file)), 0o600, "about people");
    let text = std::fs::read_to_string(file).expect("the refused lines");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[tokio::test]
async fn records_are_checked_then_written_and_known_again() {
    let program = with_parameters();
    let records: Vec<Value> = numbers().iter().flat_map(|number| good(number)).collect();
    let file = program.file("good.ndjson", lines(&records));
    let ran = import(&program, &file, &["--check"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("15 records; 15 would be added"), "{ran:?}");
    let store = program.store().await;
    let people = person::Entity::find().all(&store.reader).await;
    assert_eq!(people.expect("people"), [], "checking writes nothing");
    let ran = import(&program, &file, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("15 added") && ran.out.contains(" 0 refused"),
        "{ran:?}"
    );
    let ran = import(&program, &file, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out.contains("15 unchanged") && ran.out.contains(" 0 refused"),
        "{ran:?}"
    );
    assert!(!program.path("good.ndjson.rejected.ndjson").exists());

    // A period that ends is neither new nor as it was.
    let mut ended = good(&numbers()[0]).swap_remove(2);
    ended["until"] = json!("2025-12-31");
    let file = program.file("ended.ndjson", ended.to_string());
    let ran = import(&program, &file, &["--check"]);
    assert!(
        ran.out.contains("0 would be added, 1 would change"),
        "{ran:?}"
    );
    let ran = import(&program, &file, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(
        ran.out
            .contains("0 added, 1 changed, 0 unchanged, 0 refused"),
        "{ran:?}"
    );
}

#[tokio::test]
async fn a_broken_line_is_kept_to_the_byte_and_the_others_are_taken() {
    let program = with_parameters();
    let [one, two, _] = <[String; 3]>::try_from(numbers()).expect("three");
    let record = |number: &str| {
        json!({"record": "person", "person": {"id_number": number}, "name": "李明",
               "residence_region": "110105"})
        .to_string()
    };
    let whole = record(&one);
    // Cut in the middle of 明: what is left passes for GB18030.
    let mut broken = record(&two).replace("李明", "李明@").into_bytes();
    let at = broken
        .iter()
        .position(|byte| *byte == b'@')
        .expect("a sign");
    broken.drain(at - 1..=at);
    let text = [whole.as_bytes(), b"\n", &broken, b"\n"].concat();
    let file = program.file("mixed.ndjson", &text);
    let ran = import(&program, &file, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("line 2:  encoding: "), "{ran:?}");
    assert!(
        ran.out.contains("1 added") && ran.out.contains(" 1 refused"),
        "{ran:?}"
    );
    let told = rejected(&file);
    let bytes = told[0]["bytes"].as_str().expect("the bytes");
    let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, bytes);
    assert_eq!(bytes.expect("base64"), [&broken[..], b"\n"].concat());
    let store = program.store().await;
    let people = person::Entity::find().all(&store.reader).await;
    let names: Vec<String> = people
        .expect("people")
        .into_iter()
        .map(|person| person.name)
        .collect();
    assert_eq!(names, ["李明"]);
}

#[test]
fn gb18030_is_read_with_and_without_its_mark() {
    let program = with_parameters();
    let text = lines(&good(&numbers()[0]));
    let (bytes, ..) = encoding_rs::GB18030.encode(&text);
    let plain = program.file("plain.ndjson", &bytes);
    let ran = import(&program, &plain, &[]);
    assert!(
        ran.out.contains("5 added") && ran.out.contains(" 0 refused"),
        "{ran:?}"
    );
    let marked = [&b"\x84\x31\x95\x33"[..], &bytes].concat();
    let ran = import(&program, &program.file("marked.ndjson", marked), &[]);
    assert!(
        ran.out.contains("5 unchanged") && ran.out.contains(" 0 refused"),
        "{ran:?}"
    );
}

#[test]
fn when_everything_is_refused_the_command_fails() {
    let program = with_parameters();
    let file = program.file("bad.ndjson", "{broken\n\n{\"record\": \"nothing\"}\n");
    for more in [&["--check"][..], &[]] {
        let ran = import(&program, &file, more);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("every record was refused"), "{ran:?}");
        assert!(ran.out.contains("bad.ndjson.rejected.ndjson"), "{ran:?}");
        let told = rejected(&file);
        assert_eq!(
            (&told[0]["record"], &told[1]["line"]),
            (&json!("{broken"), &json!(3))
        );
    }
    let ran = import(&program, &program.path("nowhere.ndjson"), &[]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let empty = import(&program, &program.file("empty.ndjson", "\n"), &[]);
    assert_eq!(
        empty.code,
        Some(0),
        "nothing to take, nothing refused: {empty:?}"
    );
    // One good line is enough: the refused ones are told.
    let mixed = format!("{}\n{{broken", good(&numbers()[0])[3]);
    let ran = import(&program, &program.file("mixed.ndjson", mixed), &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[tokio::test]
async fn what_a_store_cannot_keep_is_refused_before_anything_is_written() {
    on_each(async |made| {
        let platform = platform(made.database.clone());
        let context = RequestContext::operator(Arc::clone(&platform), "import");
        parameters::import_shipped(&context).await.expect("sets");
        let [one, two, three] = <[String; 3]>::try_from(numbers()).expect("three");
        let with = |mut record: Value, pointer: &str, value: Value| {
            *record.pointer_mut(pointer).expect("a field") = value;
            record
        };
        let mut records = vec![
            json!({"record": "enrolment", "person": {"id_number": three},
            "scheme": "employee", "region": "110000", "person_type": "1101",
            "since": "1899-12-31", "until": "9999-12-31",
            "employer": {"credit_code": "91350100M000100Y43", "name": "示例\u{7}公司"}}),
        ];
        records.extend(good(&one));
        // After it the totals of the year are not known any more.
        records.push(with(
            settlement(&one, "S-2", "2025-04-01"),
            "/lines/1/name",
            json!("耗\0材"),
        ));
        records.push(settlement(&one, "S-3", "2025-05-01"));
        records.push(settlement(&one, "S-0", "2025-03-20"));
        records.extend(
            good(&two)
                .into_iter()
                .map(|record| match &record["record"] {
                    kind if kind == "person" => with(record, "/name", json!("李\u{0}明")),
                    _ => record,
                }),
        );
        let file = made.folder.path().join("odd.ndjson");
        std::fs::write(&file, lines(&records)).expect("a file");
        let report = import::import(&context, &file, false, &|_| ())
            .await
            .expect("the import goes on");
        let told: Vec<(usize, Vec<(String, &str)>)> = report
            .refused
            .into_iter()
            .map(|refused| {
                let errors = refused.errors.into_iter();
                (refused.line, errors.map(|e| (e.pointer, e.code)).collect())
            })
            .collect();
        let one = |line, pointer: &str, code| (line, vec![(pointer.to_owned(), code)]);
        assert_eq!(
            told,
            [
                (
                    1,
                    vec![
                        ("/employer/name".to_owned(), "control_character"),
                        ("/since".to_owned(), "impossible_date"),
                        ("/until".to_owned(), "impossible_date"),
                    ]
                ),
                one(7, "/lines/1/name", "control_character"),
                one(8, "", "follows_refused"),
                one(10, "/person", "unknown_person"),
                one(11, "/person", "unknown_person"),
                one(12, "/person", "unknown_person"),
                one(13, "/name", "control_character"),
                one(14, "/person", "unknown_person"),
            ],
            "{}",
            made.kind
        );
        assert_eq!(report.added, 6);
        let reader = &made.database.reader;
        let people = person::Entity::find().all(reader).await.expect("people");
        assert_eq!(people.len(), 1);
        let employers = employer::Entity::find()
            .all(reader)
            .await
            .expect("employers");
        assert_eq!(employers.len(), 1);
        assert_eq!(employers[0].name, "示例公司");
    })
    .await;
}
