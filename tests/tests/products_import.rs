//! Add-on products from a file of one's own: what is new, the same, changed, refused.

use sea_orm::{EntityTrait, QueryOrder};
use serde_json::{Value, json};
use services::products::{Outcome, import, one};
use services::store::entity::product;
use services::{Actor, RequestContext, ServiceError};
use tests::database::on_each;
use tests::import_file::{mistakes, operator, recorded};
use tests::platform::{platform, request};

fn both(zh: &str, en: &str) -> Value {
    json!({ "zh": zh, "en": en })
}

fn product(id: &str) -> Value {
    json!({
        "id": id, "kind": "city_supplementary", "region": "330100", "position": 5,
        "valid_from": "2026-01-01", "valid_until": null, "sample": false,
        "name": both("杭城保", "Hangzhou plan"), "insurer": both("某公司", "A company"),
        "summary": both("补一点。", "Pays some."), "eligibility": both("杭州参保人", "Insured there"),
        "age_from": 0, "age_through": null, "needs_basic_insurance": true,
        "account_may_pay": true, "settled_at_counter": false, "waiting_days": 0,
        "premiums": [
            { "from_age": 0, "through_age": 59, "amount": 10_000 },
            { "from_age": 60, "through_age": null, "amount": 15_000 },
        ],
        "covers": [{
            "kind": "in_policy", "label": both("目录内", "In policy"), "deductible": 1_000_000,
            "ratio": 8_000, "prior_illness_ratio": null, "cap": 100_000_000,
        }],
        "prior_illness": both("不赔", "Not paid"), "exclusions": [], "waiting": both("无", "None"),
        "claims": [both("交单据", "Send the papers")], "public_cover": both("先报", "Pays first"),
        "note": both("试", "A test"),
    })
}

async fn outcomes(context: &RequestContext, file: &Value) -> Vec<(String, Outcome)> {
    let report = import(context, &file.to_string()).await.unwrap();
    report
        .into_iter()
        .map(|one| (one.id, one.outcome))
        .collect()
}

async fn stored(context: &RequestContext) -> Vec<product::Model> {
    product::Entity::find()
        .order_by_asc(product::Column::ProductId)
        .all(&context.platform.database.reader)
        .await
        .unwrap()
}

#[tokio::test]
async fn new_the_same_and_changed_products_are_told_apart() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        let is = |id: &str, outcome| (id.to_owned(), outcome);
        let file = json!([product("plan-a"), product("plan-b")]);
        let first = outcomes(&context, &file).await;
        assert_eq!(
            first,
            [is("plan-a", Outcome::Added), is("plan-b", Outcome::Added)]
        );
        let rows = stored(&context).await;
        assert_eq!(
            (rows.len(), &*rows[0].region_code, rows[0].position),
            (2, "330100", 5)
        );
        let again = outcomes(&context, &file).await;
        assert_eq!(
            again,
            [
                is("plan-a", Outcome::Unchanged),
                is("plan-b", Outcome::Unchanged)
            ]
        );
        assert_eq!(stored(&context).await, rows, "{}", made.kind);

        let mut changed = product("plan-b");
        (changed["position"], changed["region"]) = (json!(1), Value::Null);
        changed["premiums"][1]["amount"] = json!(16_000);
        let third = outcomes(&context, &json!([product("plan-a"), changed])).await;
        assert_eq!(
            third,
            [
                is("plan-a", Outcome::Unchanged),
                is("plan-b", Outcome::Changed)
            ]
        );
        let now = stored(&context).await;
        assert_eq!((now.len(), now[0] == rows[0]), (2, true), "{}", made.kind);
        assert_eq!((&*now[1].region_code, now[1].position), ("100000", 1));
        let price = one(&context, "plan-b").await.unwrap().premium_at(70);
        assert_eq!(price.map(domain::money::Money::fen), Some(16_000));
        let wanted = ["plan-a", "plan-b", "plan-b"];
        assert_eq!(
            recorded(&context, "product").await,
            wanted,
            "{}: one event a change",
            made.kind
        );
    })
    .await;
}

#[tokio::test]
async fn every_mistake_is_named_with_its_place_and_nothing_is_written() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        let mut unfit = product("Plan B");
        unfit["region"] = json!("999999");
        unfit["valid_until"] = json!("2025-12-31");
        unfit["premiums"] = json!([{ "from_age": 0, "through_age": null, "amount": -1 }]);
        unfit["covers"][0]["ratio"] = json!(10_001);
        unfit["claims"][0]["en"] = json!(" ");
        let mut unreadable = product("plan-c");
        unreadable["covers"][0]["deductible"] = json!("a lot");
        let mut incomplete = product("plan-d");
        incomplete.as_object_mut().unwrap().remove("insurer");
        let file = json!([
            product("plan-a"),
            unfit,
            unreadable,
            incomplete,
            product("plan-a")
        ]);
        let mut wrong = mistakes(import(&context, &file.to_string()).await);
        wrong.sort();
        let wanted = [
            ("/1/claims/0", "empty_text"),
            ("/1/covers/0", "out_of_range"),
            ("/1/id", "wrong_id"),
            ("/1/premiums/0/amount", "negative_amount"),
            ("/1/region", "unknown_region"),
            ("/1/valid_until", "ends_before_it_begins"),
            ("/2/covers/0/deductible", "unreadable"),
            ("/3", "unreadable"),
            ("/4/id", "duplicate"),
        ];
        let wanted = wanted.map(|(place, code)| (place.to_owned(), code));
        assert_eq!(wrong, wanted, "{}", made.kind);
        assert_eq!(
            mistakes(import(&context, "[").await),
            [(String::new(), "unreadable")]
        );
        assert!(
            stored(&context).await.is_empty(),
            "{}: all or none",
            made.kind
        );
        assert!(recorded(&context, "product").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn only_the_operator_imports() {
    on_each(async |made| {
        let context = request(&platform(made.database.clone()), Actor::visitor());
        let refused = import(&context, &product("plan-a").to_string()).await;
        assert!(matches!(refused, Err(ServiceError::Forbidden)));
        assert!(stored(&context).await.is_empty(), "{}", made.kind);
    })
    .await;
}
