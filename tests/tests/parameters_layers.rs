//! Sets that inherit, and sets of a region after one another: what is stored, what is refused.

use domain::settlement::parameters::{Notice, ParameterSet, shipped_parameter_sets};
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use services::parameters::{Imported, Outcome, import, import_shipped};
use services::store::entity::parameter_set;
use services::{RequestContext, ServiceError};
use tests::database::on_each;
use tests::import_file::{mistakes, operator, recorded};
use tests::platform::platform;

/// A whole set of a region for some days.
fn whole(id: &str, region: &str, from: &str, through: Option<&str>) -> Value {
    let mut set = serde_json::to_value(&shipped_parameter_sets()[2]).unwrap();
    set["id"] = json!(id);
    set["region"] = json!(region);
    set["effective"] = json!({ "from": from, "through": through });
    set
}

/// A set that gives nothing but its names and days.
fn heir(id: &str, region: &str, from: &str, parent: &str) -> Value {
    json!({
        "id": id, "region": region, "inherits": parent,
        "name": { "zh": "某地", "en": "Somewhere" },
        "effective": { "from": from, "through": null },
    })
}

async fn taken(context: &RequestContext, file: &Value) -> Vec<Imported> {
    import(context, &file.to_string()).await.unwrap()
}

async fn refused(context: &RequestContext, file: &Value) -> Vec<(String, &'static str)> {
    let mut found = mistakes(import(context, &file.to_string()).await);
    found.sort();
    found
}

fn places<const N: usize>(wanted: [(&str, &'static str); N]) -> Vec<(String, &'static str)> {
    wanted
        .iter()
        .map(|(place, code)| ((*place).to_owned(), *code))
        .collect()
}

fn set(context: &RequestContext, id: &str) -> ParameterSet {
    let set = context.platform.parameters.by_id(id);
    set.as_deref().expect("a set").clone()
}

#[tokio::test]
async fn what_is_inherited_is_stored_whole() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        // The province lays down everything but the window, which is the nation's; a city differs
        // in one group, another city follows later and finds its province in the store.
        let mut province = whole("SC", "510000", "2025-01-01", None);
        province["inherits"] = json!("CN-2025");
        let other = province["other"].as_object_mut().unwrap();
        other.remove("collection_window").unwrap();
        let mut city = heir("ZG", "510300", "2025-01-01", "SC");
        let mut waiting = province["other"]["waiting"].clone();
        waiting["values"]["fixed_months"] = json!(5);
        city["other"] = json!({ "waiting": waiting });
        taken(&context, &json!([city, province])).await;
        let later = heir("MY", "510700", "2026-01-01", "SC");
        let report = taken(&context, &later).await;
        assert_eq!(report[0].outcome, Outcome::Added, "{}", made.kind);

        let chengdu = &shipped_parameter_sets()[2];
        let (zigong, mianyang) = (set(&context, "ZG"), set(&context, "MY"));
        assert_eq!(zigong.other.waiting.values.fixed_months, 5);
        assert_eq!(mianyang.other.waiting, chengdu.other.waiting);
        for set in [&zigong, &mianyang] {
            assert_eq!(set.schemes, chengdu.schemes, "{}", made.kind);
            let window = &set.other.collection_window;
            assert_eq!(window, &chengdu.other.collection_window);
        }
        let rows = parameter_set::Entity::find()
            .all(&context.platform.database.reader)
            .await
            .unwrap();
        assert_eq!(rows.len(), 3);
        for row in rows {
            let body: Value = serde_json::from_str(&row.body).unwrap();
            assert!(body.get("inherits").is_none(), "{}", made.kind);
            assert!(body["other"]["waiting"]["source"].is_object());
        }
        assert_eq!(taken(&context, &later).await[0].outcome, Outcome::Unchanged);
    })
    .await;
}

#[tokio::test]
async fn mistakes_of_inheritance_are_named_and_nothing_is_written() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        let day = "2025-01-01";
        let file = json!([
            heir("A", "510100", day, "B"),
            heir("B", "510300", day, "A"),
            heir("LOST", "510400", day, "NOBODY"),
            whole("SC", "510000", day, Some("2025-12-31")),
            heir("ELSEWHERE", "330100", day, "SC"),
            heir("SAME", "510000", "2026-01-01", "SC"),
            heir("POOR", "510500", day, "CN-2025"),
        ]);
        let wanted = places([
            ("/0/inherits", "inheritance_cycle"),
            ("/1/inherits", "inheritance_cycle"),
            ("/2/inherits", "unknown_parent"),
            ("/4/inherits", "parent_elsewhere"),
            ("/4/inherits", "parent_not_in_force"),
            ("/5/inherits", "layers_out_of_order"),
            ("/5/inherits", "parent_not_in_force"),
            ("/6/other", "unreadable"),
        ]);
        assert_eq!(refused(&context, &file).await, wanted, "{}", made.kind);

        // A figure that is wrong is told where it was written, once, not at each who inherits it.
        let mut province = whole("SC", "510000", day, None);
        province["layer"] = json!(true);
        province["other"]["waiting"]["values"]["fixed_months"] = json!("three");
        province["remote"]["values"]["unfiled"] = json!(10_001);
        let heirs = ["510100", "510300"].map(|region| heir(region, region, day, "SC"));
        let [one, two] = heirs;
        let mut file = json!([province, one, two]);
        let unreadable = places([("/0/other/waiting/values/fixed_months", "unreadable")]);
        assert_eq!(refused(&context, &file).await, unreadable, "{}", made.kind);
        file[0]["other"]["waiting"]["values"]["fixed_months"] = json!(3);
        let ratio = places([("/0/remote/values/unfiled", "ratio_out_of_range")]);
        assert_eq!(refused(&context, &file).await, ratio, "{}", made.kind);
        file[0]["remote"]["values"]["unfiled"] = json!(0);
        let part = &mut file[1];
        part["remote"] = json!({ "values": file_values() });
        let part = places([("/1/remote", "group_in_part")]);
        assert_eq!(refused(&context, &file).await, part, "{}", made.kind);

        let told = import(&context, &heir("X", "510100", day, "NOBODY").to_string()).await;
        let Err(ServiceError::Invalid(errors)) = told else {
            panic!("an unknown parent is refused");
        };
        assert!(errors[0].detail.contains("put that set into the same file"));
        assert!(errors[0].detail.contains("(NOBODY)"));

        let reader = &context.platform.database.reader;
        let rows = parameter_set::Entity::find().count(reader).await.unwrap();
        assert_eq!(rows, 0, "{}", made.kind);
        assert!(recorded(&context, "parameter_set").await.is_empty());
    })
    .await;
}

fn file_values() -> Value {
    serde_json::to_value(shipped_parameter_sets()[2].remote.values).unwrap()
}

#[tokio::test]
async fn a_region_has_one_set_on_a_day_and_open_days_are_told() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        let year = |id: &str, year: u32| {
            let (from, through) = (format!("{year}-01-01"), format!("{year}-12-31"));
            whole(id, "510100", &from, Some(&through))
        };
        let report = taken(&context, &json!([year("Y26", 2026), year("Y28", 2028)])).await;
        let days = json!({ "from": "2027-01-01", "through": "2027-12-31" });
        let gap = Notice::Gap(serde_json::from_value(days).unwrap());
        assert_eq!(report[0].notices, [gap], "{}", made.kind);
        assert_eq!(report[1].notices, [], "a gap is told once");

        let touching = whole("LATE", "510100", "2026-12-31", None);
        let within = whole("TWICE", "510100", "2030-01-01", None);
        let again = whole("AGAIN", "510100", "2030-01-01", Some("2030-06-30"));
        let elsewhere = whole("ELSEWHERE", "510300", "2026-06-01", None);
        let file = json!([touching, within, again, elsewhere]);
        let wanted = places([("/0/effective", "overlaps"), ("/2/effective", "overlaps")]);
        assert_eq!(refused(&context, &file).await, wanted, "{}", made.kind);
        assert_eq!(context.platform.parameters.all().len(), 2);

        let filled = taken(&context, &year("Y27", 2027)).await;
        assert_eq!(filled[0].notices, [], "{}", made.kind);
        let open = taken(&context, &whole("OPEN", "510100", "2029-01-01", None)).await;
        assert_eq!(open[0].notices, []);
        // An open end gives way to whoever follows, and is in force again afterwards.
        let short = taken(&context, &year("Y31", 2031)).await;
        let resumes = Notice::Resumes {
            id: "OPEN".to_owned(),
            from: "2032-01-01".parse().unwrap(),
        };
        assert_eq!(short[0].notices, [resumes], "{}", made.kind);
        let at = |day: &str| {
            let region = "510107".parse().unwrap();
            let book = &context.platform.parameters;
            book.at(region, day.parse().unwrap()).unwrap().id.clone()
        };
        assert_eq!(
            ["2030-05-05", "2031-05-05", "2032-05-05"].map(at),
            ["OPEN", "Y31", "OPEN"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_shipped_set_stays_out_where_the_store_has_its_own() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        let own = whole("OWN", "110000", "2024-06-01", Some("2024-12-31"));
        taken(&context, &own).await;
        let report = import_shipped(&context).await.unwrap();
        assert!(report.iter().all(|one| one.outcome == Outcome::Added));
        let all = shipped_parameter_sets().len();
        assert_eq!(report.len(), all - 1, "{}", made.kind);
        let book = &context.platform.parameters;
        assert!(book.by_id("BJ-2024").is_none() && book.by_id("BJ-2025").is_some());
        assert_eq!(book.all().len(), all);
    })
    .await;
}

#[tokio::test]
async fn every_region_that_ships_has_rules_today_and_three_had_in_2024() {
    on_each(async |made| {
        let context = operator(&platform(made.database.clone()));
        import_shipped(&context).await.unwrap();
        let book = &context.platform.parameters;
        let at = |region: &str, day: &str| {
            let found = book.at(region.parse().unwrap(), day.parse().unwrap());
            found.map(|set| set.id.clone()).ok()
        };
        for (region, name) in [
            ("110101", "BJ"),
            ("330106", "HZ"),
            ("510107", "CD"),
            ("310101", "SH"),
        ] {
            let now = at(region, "2026-06-15");
            assert_eq!(now, Some(format!("{name}-2025")), "{}", made.kind);
            let then = at(region, "2024-12-31");
            let wanted = (name != "SH").then(|| format!("{name}-2024"));
            assert_eq!(then, wanted, "{}", made.kind);
            assert_eq!(at(region, "2023-12-31"), None);
        }
    })
    .await;
}
