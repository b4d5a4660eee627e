//! Two imports at once end as one after the other.

use domain::ids::PersonId;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use services::accumulators;
use services::records::import::{self, Progress};
use services::store::entity::{account_entry, person, settlement};
use services::store::{ConnectOptions, open};
use std::path::Path;
use std::sync::Arc;
use tests::database::{TestDatabase, on_each, sqlite_only};
use tests::importing::{contents, counts, fresh, imported, operator, reasons, write};
use tests::platform::platform_with;
use tests::records_file::{good, many, settlement as bill};
use tokio::runtime::Handle;

/// Imports both files at once, each from a process of its own. Returns how many records the two
/// added.
async fn at_once(made: &TestDatabase, one: &Path, two: &Path) -> u64 {
    let first = fresh(made.database.clone()).await;
    let apart = open(&ConnectOptions::new(&made.url)).await;
    let second = platform_with(apart.expect("a second connection"), 2);
    let (one, two) = (one.to_owned(), two.to_owned());
    let run = |platform, file: std::path::PathBuf| {
        let context = operator(&platform);
        tokio::spawn(async move { import::import(&context, &file, false, &|_| ()).await })
    };
    let (one, two) = tokio::join!(run(first, one), run(Arc::clone(&second), two));
    let [one, two] = [one, two].map(|done| done.expect("no panic").expect("an import"));
    assert_eq!((&one.refused, &two.refused), (&vec![], &vec![]));
    one.added + two.added
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_file_twice_at_once_is_the_file_once() {
    let records: Vec<Value> = many()
        .iter()
        .take(220)
        .flat_map(|number| good(number))
        .collect();
    let alone = sqlite_only().await;
    let file = write(alone.folder.path(), "records", &records);
    imported(&fresh(alone.database.clone()).await, &file).await;
    let wanted = contents(&alone.database).await;
    on_each(async |made| {
        let added = at_once(&made, &file, &file).await;
        assert!(contents(&made.database).await == wanted, "{}", made.kind);
        // Each record was somebody's.
        assert_eq!(added, 5 * 220, "{}", made.kind);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_another_wrote_since_the_check_decides() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let folder = made.folder.path();
        let records = good(&many()[0]);
        let mut other = records.clone();
        other[1]["base"] = json!(900_000);
        let (ours, theirs) = (
            write(folder, "ours", &records),
            write(folder, "theirs", &other),
        );
        let meanwhile = |progress| {
            if matches!(progress, Progress::Checked(..)) {
                tokio::task::block_in_place(|| {
                    Handle::current().block_on(imported(&platform, &theirs))
                });
            }
        };
        let report = import::import(&operator(&platform), &ours, false, &meanwhile).await;
        let report = report.expect("an import");
        assert_eq!(counts(&report), (0, 0, 4, 1), "{}", made.kind);
        assert_eq!(reasons(&report), [("/base", "differs_from_store")]);
        let told = report.rejected.expect("a file of refused lines");
        assert_eq!(
            std::fs::read_to_string(told).expect("text").lines().count(),
            1
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_files_about_the_same_people_keep_years_and_accounts_whole() {
    let numbers = many();
    let numbers = &numbers[..60];
    on_each(async |made| {
        let folder = made.folder.path();
        let records: Vec<Value> = numbers.iter().flat_map(|number| good(number)).collect();
        imported(
            &fresh(made.database.clone()).await,
            &write(folder, "before", &records),
        )
        .await;
        let visits = |name: &str, amount: i64| {
            let visit = |number: &String| {
                let mut record = bill(number, name, "2025-06-01");
                record["lines"][0]["amount"] = json!(amount);
                record
            };
            let credit = |number: &String| {
                let mut record = good(number)[1].clone();
                let month = if name == "A" { "2025-03" } else { "2025-04" };
                record["period"] = json!(month);
                record
            };
            let records = numbers
                .iter()
                .flat_map(|number| [credit(number), visit(number)]);
            write(folder, name, &records.collect::<Vec<_>>())
        };
        let (one, two) = (visits("A", 3_000_000), visits("B", 5_000_000));
        let added = at_once(&made, &one, &two).await;
        assert_eq!(added, 4 * 60, "{}", made.kind);

        let platform = fresh(made.database.clone()).await;
        let reader = &made.database.reader;
        let settled = settlement::Entity::find().all(reader).await.expect("rows");
        assert_eq!(settled.len(), 3 * numbers.len());
        let people = person::Entity::find().all(reader).await.expect("rows");
        let mut entries = account_entry::Entity::find()
            .all(reader)
            .await
            .expect("rows");
        entries.sort_by_key(|entry| (entry.person_id, entry.entry_id));
        for one in people {
            let id = PersonId::from(one.person_id);
            let found = accumulators::differences(reader, &platform.parameters, id).await;
            assert_eq!(found.expect("a rebuild"), [], "{}", made.kind);
            let mut balance = 0;
            for entry in entries
                .iter()
                .filter(|entry| entry.person_id == one.person_id)
            {
                balance += entry.amount;
                assert_eq!(entry.balance_after, balance, "{}", made.kind);
            }
        }
    })
    .await;
}
