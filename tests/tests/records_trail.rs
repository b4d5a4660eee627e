//! `import records`: whatever is written leaves its trace, however the import ends.

use std::path::Path;
use std::sync::Arc;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use services::records::import::{self, Progress};
use services::store::Database;
use services::store::entity::{audit_event, employer, person, settlement as settlement_row};
use services::{Platform, parameters};
use tests::database::on_each;
use tests::importing::{counts, fresh, imported, operator, write};
use tests::platform::platform;
use tests::records_file::{good, many, settlement};

async fn trail(database: &Database) -> Vec<String> {
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::ObjectKind.eq("records"))
        .all(&database.reader)
        .await
        .expect("events");
    let objects = events.into_iter().map(|event| event.object_id);
    let mut trail: Vec<String> = objects
        .map(|object| {
            let (digest, people) = object.split_once(':').expect("digest and people");
            assert_eq!(digest.len(), 64);
            people.to_owned()
        })
        .collect();
    // All of one instant: their ids stand in no order.
    trail.sort_unstable();
    trail
}

async fn killed_after_a_batch(platform: &Arc<Platform>, file: &Path) {
    let (context, file) = (operator(platform), file.to_owned());
    let import = tokio::spawn(async move {
        let kill = |progress| assert!(!matches!(progress, Progress::Written(..)), "killed");
        import::import(&context, &file, false, &kill)
            .await
            .map(|_| ())
    });
    assert!(import.await.is_err());
}

#[tokio::test]
async fn a_killed_import_tells_whom_it_wrote() {
    let numbers = many();
    let people = numbers.len();
    let records: Vec<Value> = numbers
        .iter()
        .flat_map(|number| good(number).into_iter().skip(2).take(2))
        .collect();
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let file = write(made.folder.path(), "many", &records);
        killed_after_a_batch(&platform, &file).await;
        assert_eq!(trail(&made.database).await, ["1-200"], "{}", made.kind);
        let reader = &made.database.reader;
        let rows = person::Entity::find().all(reader).await.expect("rows");
        assert_eq!(rows.len(), 200);
        let rows = employer::Entity::find().all(reader).await.expect("rows");
        assert_eq!(rows.len(), 1);

        let report = imported(&platform, &file).await;
        assert_eq!(report.refused, []);
        let rest = format!("201-{people}");
        assert_eq!(
            trail(&made.database).await,
            ["1-200", &rest],
            "{}",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_refused_before_the_kill_is_taken_once_it_can_be() {
    let numbers = many();
    let records: Vec<Value> = numbers
        .iter()
        .flat_map(|number| good(number).into_iter().skip(2).take(2))
        .chain([settlement(&numbers[0], "S-1", "2025-03-09")])
        .collect();
    on_each(async |made| {
        // Without rules for the place no bill is settled.
        let platform = platform(made.database.clone());
        let file = write(made.folder.path(), "many", &records);
        killed_after_a_batch(&platform, &file).await;
        let rules = parameters::import_shipped(&operator(&platform)).await;
        rules.expect("parameters");
        let people = u64::try_from(numbers.len()).expect("a number");
        let report = imported(&platform, &file).await;
        let wanted = (2 * (people - 200) + 1, 0, 400, 0);
        assert_eq!(counts(&report), wanted, "{}", made.kind);
        let reader = &made.database.reader;
        let bills = settlement_row::Entity::find()
            .all(reader)
            .await
            .expect("rows");
        assert_eq!(bills.len(), 1, "{}", made.kind);
    })
    .await;
}
