//! Parameter sets from a file of one's own: what is new, the same, reviewed, refused.

use domain::settlement::parameters::shipped_parameter_texts;
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use services::parameters::{Outcome, import, import_shipped};
use services::store::entity::parameter_set;
use services::{Actor, RequestContext, ServiceError};
use tests::database::on_each;
use tests::import_file::{mistakes, operator, recorded};
use tests::platform::{platform, platform_with, request};

/// A set like a shipped one, of a region and with a name of its own.
fn set(id: &str) -> Value {
    set_from(id, "2026-07-01")
}

/// The same from another day.
fn set_from(id: &str, from: &str) -> Value {
    let mut set: Value = serde_json::from_str(shipped_parameter_texts()[0]).unwrap();
    set["id"] = json!(id);
    set["region"] = json!("330100");
    set["effective"] = json!({ "from": from, "through": null });
    set
}

async fn outcomes(context: &RequestContext, file: &Value) -> Vec<(String, Outcome)> {
    let report = import(context, &file.to_string()).await.unwrap();
    report
        .into_iter()
        .map(|one| (one.id, one.outcome))
        .collect()
}

async fn stored(context: &RequestContext) -> Vec<parameter_set::Model> {
    parameter_set::Entity::find()
        .order_by_asc(parameter_set::Column::ParameterSetId)
        .all(&context.platform.database.reader)
        .await
        .unwrap()
}

fn named(ids: &[&str], outcome: Outcome) -> Vec<(String, Outcome)> {
    ids.iter().map(|id| ((*id).to_owned(), outcome)).collect()
}

#[tokio::test]
async fn a_good_file_is_taken_once_and_serves_at_once() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        let file = json!([set("HZ-NEW"), set_from("HZ-NEWER", "2027-01-01")]);
        let ids = ["HZ-NEW", "HZ-NEWER"];
        assert_eq!(outcomes(&context, &file).await, named(&ids, Outcome::Added));
        let book = &context.platform.parameters;
        assert!(
            ids.iter().all(|id| book.by_id(id).is_some()),
            "{}",
            made.kind
        );
        let rows = stored(&context).await;
        assert_eq!(rows.len(), 2);
        assert_eq!(
            (&*rows[0].region_code, &*rows[0].state),
            ("330100", "active")
        );
        assert_eq!(rows[0].valid_from.to_string(), "2026-07-01");
        assert_eq!(
            outcomes(&context, &file).await,
            named(&ids, Outcome::Unchanged)
        );
        assert_eq!(stored(&context).await, rows, "{}", made.kind);
        assert_eq!(
            recorded(&context, "parameter_set").await,
            ids,
            "one event a set, none for nothing"
        );
        let one = outcomes(&context, &set("HZ-NEW")).await;
        assert_eq!(
            one,
            named(&["HZ-NEW"], Outcome::Unchanged),
            "a set without a list"
        );
    })
    .await;
}

#[tokio::test]
async fn changed_figures_need_a_new_id() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        outcomes(&context, &set("HZ-NEW")).await;
        let before = stored(&context).await;
        let mut changed = set("HZ-NEW");
        changed["remote"]["values"]["unfiled"] = json!(1);
        let file = json!([set_from("HZ-OTHER", "2027-01-01"), changed]).to_string();
        let wrong = mistakes(import(&context, &file).await);
        assert_eq!(
            wrong,
            [("/1/id".to_owned(), "already_used")],
            "{}",
            made.kind
        );
        assert_eq!(stored(&context).await, before, "all or none");
        assert_eq!(recorded(&context, "parameter_set").await, ["HZ-NEW"]);
    })
    .await;
}

#[tokio::test]
async fn kinds_of_visits_may_be_completed_later() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        let mut older: Value = serde_json::from_str(shipped_parameter_texts()[0]).unwrap();
        let id = older["id"].as_str().unwrap().to_owned();
        for group in ["dual_channel", "maternity_care", "year_end"] {
            let other = older["other"].as_object_mut().unwrap();
            assert!(other.remove(group).is_some(), "{group}");
        }
        assert_eq!(
            outcomes(&context, &older).await,
            named(&[&id], Outcome::Added)
        );
        let shipped = import_shipped(&context).await.unwrap();
        let first = shipped.iter().find(|one| one.id == id).unwrap();
        assert_eq!(first.outcome, Outcome::Completed, "{}", made.kind);
        let again = import_shipped(&context).await.unwrap();
        assert!(again.iter().all(|one| one.outcome == Outcome::Unchanged));
        let set = context.platform.parameters.by_id(&id).unwrap();
        assert!(set.other.dual_channel.is_some());
        let events = recorded(&context, "parameter_set").await;
        assert_eq!(events.iter().filter(|one| **one == id).count(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_review_may_come_later_and_other_processes_see_it() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        import_shipped(&context).await.unwrap();
        let other = platform_with(made.database.clone(), 2);
        other.parameters.refresh(&other.database).await.unwrap();
        let mut reviewed: Value = serde_json::from_str(shipped_parameter_texts()[0]).unwrap();
        let id = reviewed["id"].as_str().unwrap().to_owned();
        reviewed["reviewed_by"] = json!({ "zh": "待遇处", "en": "Benefits office" });
        reviewed["reviewed_on"] = json!("2026-06-14");
        let mut later = context.clone();
        later.now += chrono::Duration::seconds(1);
        assert_eq!(
            outcomes(&later, &reviewed).await,
            named(&[&id], Outcome::Reviewed)
        );
        assert_eq!(
            outcomes(&later, &reviewed).await,
            named(&[&id], Outcome::Unchanged)
        );
        assert!(other.parameters.refresh(&other.database).await.unwrap());
        for book in [&context.platform.parameters, &other.parameters] {
            let review = book.by_id(&id).and_then(|set| set.review()).unwrap();
            assert_eq!(
                (&*review.by.en, review.on.to_string()),
                ("Benefits office", "2026-06-14".to_owned())
            );
            assert_eq!(
                book.all().len(),
                shipped_parameter_texts().len(),
                "{}",
                made.kind
            );
        }
        import_shipped(&later).await.unwrap();
        assert_eq!(
            outcomes(&later, &reviewed).await,
            named(&[&id], Outcome::Unchanged)
        );
        let events = recorded(&context, "parameter_set").await;
        assert_eq!(
            events.iter().filter(|named| **named == id).count(),
            2,
            "{}",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn every_mistake_is_named_with_its_place_and_nothing_is_written() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        let mut unfit = set("HZ-UNFIT");
        unfit["region"] = json!("999999");
        unfit["remote"]["values"]["unfiled"] = json!(10_001);
        unfit["reviewed_on"] = json!("2026-06-14");
        let mut unreadable = set("HZ-UNREADABLE");
        unreadable["schemes"]["employee"]["inpatient"]["deductible"]["values"]["l3"] =
            json!("1300");
        let mut unknown = set("HZ-UNKNOWN");
        unknown["remote"]["values"]["moon"] = json!(0);
        let file = json!([set("HZ-GOOD"), unfit, unreadable, unknown, set("HZ-GOOD")]);
        let mut wrong = mistakes(import(&context, &file.to_string()).await);
        wrong.sort();
        let wanted = [
            ("/1/region", "unknown_region"),
            ("/1/remote/values/unfiled", "ratio_out_of_range"),
            ("/1/reviewed_by", "half_review"),
            (
                "/2/schemes/employee/inpatient/deductible/values/l3",
                "unreadable",
            ),
            ("/3/remote/values/moon", "unreadable"),
            ("/4/id", "duplicate"),
        ];
        let wanted = wanted.map(|(place, code)| (place.to_owned(), code));
        assert_eq!(wrong, wanted, "{}", made.kind);
        assert_eq!(
            mistakes(import(&context, "{ \"id\": ").await),
            [(String::new(), "unreadable")]
        );
        assert!(stored(&context).await.is_empty(), "{}", made.kind);
        assert!(recorded(&context, "parameter_set").await.is_empty());
        assert!(context.platform.parameters.all().is_empty());
    })
    .await;
}

#[tokio::test]
async fn only_the_operator_imports() {
    on_each(async |made| {
        let context = request(&platform(made.database.clone()), Actor::visitor());
        let refused = import(&context, &set("HZ-NEW").to_string()).await;
        assert!(matches!(refused, Err(ServiceError::Forbidden)));
        assert!(stored(&context).await.is_empty(), "{}", made.kind);
    })
    .await;
}
