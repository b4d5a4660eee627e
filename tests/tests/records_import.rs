//! `import records`: checked first, written whole, safe to repeat and to interrupt.

use domain::ids::PersonId;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use services::accumulators;
use services::demo::{self, Arguments};
use services::records::import::{self, Progress, Report};
use services::store::entity::{account_entry, import_run, person, settlement};
use tests::database::{on_each, sqlite_only};
use tests::importing::{contents, fresh, imported, operator, write};
use tests::platform::platform;
use tests::records_file::{fitted, good, many, numbers, settlement};

fn rejected(report: &Report) -> Vec<Value> {
    let file = report.rejected.as_ref().expect("a file of refused lines");
    let text = std::fs::read_to_string(file).expect("text");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[tokio::test]
async fn good_records_are_settled_by_the_engine_and_known_again() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let records: Vec<Value> = numbers().iter().flat_map(|number| good(number)).collect();
        let file = write(made.folder.path(), "good.ndjson", &records);
        let report = imported(&platform, &file).await;
        assert_eq!(report.refused, [], "{}", made.kind);
        assert_eq!(
            (report.records, report.added, report.unchanged),
            (15, 15, 0)
        );
        assert!(report.rejected.is_none());
        let reader = &made.database.reader;
        let stays = settlement::Entity::find()
            .all(reader)
            .await
            .expect("settlements");
        assert_eq!(stays.len(), 3);
        for stay in &stays {
            // The account held two months' inflow.
            assert_eq!(
                (stay.pool_fund_paid, stay.account_paid),
                (2_201_500, 40_000)
            );
            let id = PersonId::from(stay.person_id);
            let found = accumulators::differences(reader, &platform.parameters, id).await;
            assert_eq!(found.expect("a rebuild"), []);
        }
        let again = imported(&platform, &file).await;
        assert_eq!(
            (again.added, again.unchanged, again.refused.len()),
            (0, 15, 0)
        );
        assert_eq!(
            settlement::Entity::find()
                .count(reader)
                .await
                .expect("a count"),
            3
        );
        assert_eq!(
            account_entry::Entity::find()
                .count(reader)
                .await
                .expect("a count"),
            9
        );
    })
    .await;
}

#[tokio::test]
async fn every_bad_line_is_told_with_its_reason_and_the_good_ones_are_written() {
    let made = sqlite_only().await;
    let platform = fresh(made.database.clone()).await;
    let [one, two, three] = <[String; 3]>::try_from(numbers()).expect("three");
    let mut records = good(&one);
    let person = |number: &str| {
        json!({"record": "person", "person": {"id_number": number}, "name": "示例",
               "residence_region": "110105"})
    };
    let with = |mut record: Value, field: &str, value: Value| {
        record[field] = value;
        record
    };
    let wrong = fitted(&one[..17]);
    let wrong_check = if wrong.ends_with('1') { "2" } else { "1" };
    records.extend([
        person(&format!("{}{wrong_check}", &one[..17])),
        with(person(&two), "residence_region", json!("999999")),
        with(person(&three), "birth_date", json!("2005-06-08")),
        with(
            settlement(&one, "S-2", "2025-02-30"),
            "number",
            json!("S-2"),
        ),
        settlement(&one, "S-1", "2025-03-09"),
        with(
            settlement(&one, "S-3", "2025-04-01"),
            "amounts",
            json!({"hifp_pay": 1}),
        ),
        settlement(&one, "S-4", "2025-05-01"),
        json!({"record": "enrolment", "person": {"id_number": one}, "scheme": "employee",
               "region": "330100", "person_type": "1101", "since": "2024-01-01"}),
        json!({"record": "nothing"}),
        with(settlement(&two, "S-9", "2025-04-01"), "surprise", json!(1)),
        settlement(&two, "S-10", "2025-04-01"),
    ]);
    let file = write(made.folder.path(), "bad.ndjson", &records);
    std::fs::write(
        &file,
        [std::fs::read(&file).expect("bytes"), b"\n{broken".to_vec()].concat(),
    )
    .expect("a broken end");
    let report = imported(&platform, &file).await;
    let told: Vec<(u64, String)> = rejected(&report)
        .iter()
        .map(|line| {
            let code = line["errors"][0]["code"]
                .as_str()
                .expect("a code")
                .to_owned();
            (line["line"].as_u64().expect("a number"), code)
        })
        .collect();
    let wanted = [
        (6, "wrong_id_number"),
        (7, "unknown_region"),
        (8, "differs_from_number"),
        (9, "unreadable"),
        (11, "differs_from_engine"),
        (12, "follows_refused"),
        (13, "overlaps"),
        (14, "unreadable"),
        (15, "unreadable"),
        (16, "unknown_person"),
        (17, "unreadable"),
    ];
    let wanted: Vec<(u64, String)> = wanted
        .iter()
        .map(|(line, code)| (*line, (*code).to_owned()))
        .collect();
    assert_eq!(told, wanted);
    let difference = &rejected(&report)[4]["errors"][0];
    assert_eq!(difference["pointer"], "/amounts/hifp_pay");
    assert_eq!(difference["detail"], "given 1, computed 2256750");
    // The doubled line 10 is known, not refused.
    assert_eq!((report.added, report.unchanged), (5, 1));
    let reader = &made.database.reader;
    assert_eq!(
        settlement::Entity::find()
            .count(reader)
            .await
            .expect("a count"),
        1
    );
    assert_eq!(
        person::Entity::find().count(reader).await.expect("a count"),
        1
    );
}

#[tokio::test]
async fn chinese_encodings_are_read() {
    let made = sqlite_only().await;
    let platform = fresh(made.database.clone()).await;
    let lines: Vec<String> = good(&numbers()[0]).iter().map(Value::to_string).collect();
    let text = lines.join("\r\n");
    let (bytes, _, _) = encoding_rs::GB18030.encode(&text);
    let file = made.folder.path().join("gb.ndjson");
    std::fs::write(&file, &bytes).expect("a file");
    let report = imported(&platform, &file).await;
    assert_eq!((report.added, report.refused.len()), (5, 0));
    let one = person::Entity::find()
        .one(&made.database.reader)
        .await
        .expect("a person");
    assert_eq!(one.expect("a person").name, "示例·某");
}

#[tokio::test]
async fn an_interrupted_import_goes_on_and_ends_the_same() {
    let records: Vec<Value> = many().iter().flat_map(|number| good(number)).collect();
    let whole = sqlite_only().await;
    let file = write(whole.folder.path(), "many.ndjson", &records);
    let report = imported(&fresh(whole.database.clone()).await, &file).await;
    assert_eq!(report.refused, []);
    let wanted = contents(&whole.database).await;
    for stop in [1, 2] {
        let made = sqlite_only().await;
        let platform = fresh(made.database.clone()).await;
        let (context, path) = (operator(&platform), file.clone());
        let killed = tokio::spawn(async move {
            let batches = std::sync::atomic::AtomicUsize::new(0);
            let kill = move |progress| {
                let written = matches!(progress, Progress::Written(..));
                let seen =
                    batches.fetch_add(usize::from(written), std::sync::atomic::Ordering::SeqCst);
                assert!(!written || seen + 1 < stop, "killed");
            };
            import::import(&context, &path, false, &kill)
                .await
                .map(|_| ())
        })
        .await;
        assert!(
            killed.is_err(),
            "the import was interrupted after batch {stop}"
        );
        let run = import_run::Entity::find()
            .one(&made.database.reader)
            .await
            .expect("a run");
        assert!(run.is_some_and(|run| run.position > 0));
        let report = imported(&platform, &file).await;
        assert_eq!(report.refused, []);
        assert!(
            contents(&made.database).await == wanted,
            "stopped after batch {stop}"
        );
    }
}

#[tokio::test]
async fn an_import_joins_the_people_of_the_demonstration() {
    let made = sqlite_only().await;
    let platform = platform(made.database.clone());
    let as_of = "2026-06-15".parse().expect("a day");
    let arguments = Arguments {
        people: 0,
        seed: 5,
        as_of,
    };
    demo::load(&operator(&platform), arguments, &|_| ())
        .await
        .expect("the demonstration");
    let reader = &made.database.reader;
    let persons = person::Entity::find().all(reader).await.expect("persons");
    let one = persons.iter().find(|one| one.name == "李明").expect("李明");
    let number = services::records::private::Field::IdNumber
        .open(&platform.keys, &one.id_number_cipher)
        .expect("opens");
    let mut late = settlement(&number, "LATE-1", "2026-06-10");
    late["admitted_on"] = json!("2026-06-01");
    late["discharged_on"] = json!("2026-06-09");
    let file = write(made.folder.path(), "late.ndjson", &[late]);
    let report = imported(&platform, &file).await;
    assert_eq!((report.added, report.refused.clone()), (1, vec![]));
    let id = PersonId::from(one.person_id);
    let found = accumulators::differences(reader, &platform.parameters, id).await;
    assert_eq!(found.expect("a rebuild"), []);
}
