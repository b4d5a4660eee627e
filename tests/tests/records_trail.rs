//! `import records`: whatever is written leaves its trace, however the import ends.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;
use services::records::import::{self, Progress};
use services::store::Database;
use services::store::entity::{audit_event, employer, person};
use tests::database::on_each;
use tests::importing::{fresh, imported, operator, write};
use tests::records_file::{good, many};

async fn trail(database: &Database) -> Vec<String> {
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::ObjectKind.eq("records"))
        .order_by_asc(audit_event::Column::EventId)
        .all(&database.reader)
        .await
        .expect("events");
    let objects = events.into_iter().map(|event| event.object_id);
    objects
        .map(|object| {
            let (digest, people) = object.split_once(':').expect("digest and people");
            assert_eq!(digest.len(), 64);
            people.to_owned()
        })
        .collect()
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
        let (context, path) = (operator(&platform), file.clone());
        let killed = tokio::spawn(async move {
            let kill = |progress| assert!(!matches!(progress, Progress::Written(..)), "killed");
            import::import(&context, &path, false, &kill)
                .await
                .map(|_| ())
        })
        .await;
        assert!(killed.is_err());
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
