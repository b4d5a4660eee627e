//! Of several statuses of hardship the best counts, in whatever order they were recorded.

use domain::ids::PersonId;
use domain::settlement::Category;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use services::resident::benefits;
use services::store::entity::settlement;
use tests::database::on_each;
use tests::importing::{fresh, imported, write};
use tests::platform::{request, resident};
use tests::records_file::{good, numbers};

#[tokio::test]
async fn an_import_settles_under_the_best_status() {
    on_each(async |made| {
        let platform = fresh(made.database.clone()).await;
        let status = |category: &str| json!({"category": category, "valid_from": "2024-01-01"});
        let two = [status("illness_poverty"), status("subsistence")];
        let turned = [status("subsistence"), status("illness_poverty")];
        let mut records: Vec<Value> = Vec::new();
        for (number, categories) in numbers().iter().zip([two, turned]) {
            let mut theirs = good(number);
            theirs[3]["categories"] = json!(categories);
            records.extend(theirs);
        }
        let report = imported(&platform, &write(made.folder.path(), "two", &records)).await;
        assert_eq!(report.refused, []);
        let reader = &made.database.reader;
        let settled = settlement::Entity::find().all(reader).await.expect("rows");
        assert_eq!(settled.len(), 2);
        for row in settled {
            assert_eq!(
                row.category.as_deref(),
                Some("subsistence"),
                "{}",
                made.kind
            );
            assert!(row.assistance_paid > 0);
            // The person's own pages say the same.
            let person = PersonId::from(row.person_id);
            let context = request(&platform, resident(person));
            let page = benefits::of(&context, person).await.expect("a page");
            let year = page.year.expect("a year").expect("rules");
            assert_eq!(year.facts.category, Some(Category::Subsistence));
        }
    })
    .await;
}
