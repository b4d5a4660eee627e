//! `docs/parameters.schema.json` says the same as the product: what ships fits it, what is wrong
//! does not, and no small change of a set is taken by one of the two alone.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "support/schema.rs"]
mod schema;

use std::sync::LazyLock;

use domain::settlement::parameters::{
    ParameterError, ParameterSet, resolve, shipped_layers, shipped_parameter_files,
    shipped_parameter_sets, shipped_parameter_texts,
};
use serde_json::{Value, json};

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../docs/parameters.schema.json")).unwrap()
});

fn fits(file: &Value) -> bool {
    schema::fits(&SCHEMA, &SCHEMA, file)
}

/// What the product finds wrong in a file of one set: the names of problems, `None` for what it
/// cannot read.
fn found(body: &Value) -> Vec<Option<ParameterError>> {
    let file = [(String::new(), body.clone())];
    let resolution = resolve(&file, shipped_layers());
    let mut wrong: Vec<_> = resolution
        .problems
        .iter()
        .map(|one| Some(one.code))
        .collect();
    for set in resolution.sets {
        match serde_json::from_value::<ParameterSet>(set.body) {
            Ok(set) => wrong.extend(set.problems().iter().map(|one| Some(one.code))),
            Err(_) => wrong.push(None),
        }
    }
    wrong
}

/// A set with every group and every shape of a group that there is.
fn fullest() -> Value {
    let of = |id: &str| {
        let mut sets = shipped_parameter_sets().iter();
        serde_json::to_value(sets.find(|set| set.id == id).unwrap()).unwrap()
    };
    let (mut set, beijing, chengdu) = (of("SH-2025"), of("BJ-2025"), of("CD-2025"));
    let employee = "/schemes/employee";
    let outpatient = format!("{employee}/outpatient");
    let above = beijing.pointer(&format!("{outpatient}/above")).unwrap();
    set.pointer_mut(&outpatient).unwrap()["above"] = above.clone();
    for group in ["ratio", "retired_ratio", "repeat"] {
        let at = format!("{employee}/inpatient/{group}");
        *set.pointer_mut(&at).unwrap() = beijing.pointer(&at).unwrap().clone();
    }
    for group in ["dual_channel", "resident_fee", "two_diseases"] {
        set["other"][group] = chengdu["other"][group].clone();
    }
    set
}

#[test]
fn everything_that_ships_fits() {
    for text in shipped_parameter_files()
        .iter()
        .chain(shipped_parameter_texts())
    {
        let body: Value = serde_json::from_str(text).unwrap();
        assert!(fits(&body), "{}", body["id"]);
    }
    let files: Vec<Value> = shipped_parameter_files()
        .iter()
        .map(|text| serde_json::from_str(text).unwrap())
        .collect();
    assert!(fits(&json!(files)) && fits(&json!([])));
    assert!(fits(&fullest()));
}

#[test]
fn what_is_wrong_does_not_fit() {
    let good = fullest();
    let with = |at: &str, value: Value| {
        let mut set = good.clone();
        *set.pointer_mut(at).unwrap() = value;
        set
    };
    let ratio = "/schemes/employee/inpatient/ratio/values/l3/0/ratio";
    let cap = "/schemes/employee/inpatient/pool_cap/values";
    let gives = "/schemes/resident/catastrophic/tilt/source/gives";
    let mut wrong = vec![
        json!(7),
        json!({}),
        json!([[good.clone()]]),
        with("/id", json!(" ")),
        with("/region", json!("33010")),
        with("/region", json!(330_100)),
        with("/name", json!({ "zh": "上海" })),
        with("/effective/from", json!("2025-02-30")),
        with("/effective/from", json!(null)),
        with(ratio, json!(10_001)),
        with(ratio, json!("85%")),
        with(ratio, json!(85.5)),
        with(cap, json!(-1)),
        with(cap, json!(999_999_999_999_i64)),
        with("/remote/source/provenance", json!("rumour")),
        with("/remote/source/certainty", json!(null)),
        with(gives, json!("everything")),
        with(gives, json!(null)),
        with("/other/contribution_base/values/year_starts", json!(13)),
        with("/other/collection_window/values/from", json!("9-1")),
        with("/other/resident_fee/values/by", json!("mood")),
        with(
            "/assistance/reach/values/excluded_remote",
            json!(["unfiled", "unfiled"]),
        ),
        with(
            "/schemes/resident/outpatient/deductible_by_age/values/0/from",
            json!(151),
        ),
    ];
    for (at, field) in [
        ("/remote", "source"),
        ("/remote/values", "local"),
        ("", "other"),
        ("/other", "waiting"),
        ("/schemes/resident", "catastrophic"),
        ("/schemes/resident/inpatient", "repeat"),
    ] {
        let mut set = good.clone();
        let object = set.pointer_mut(at).unwrap().as_object_mut().unwrap();
        object.remove(field).unwrap();
        wrong.push(set);
    }
    let mut not_a_layer = shipped_layers()[0].clone();
    not_a_layer["layer"] = json!(false);
    wrong.push(not_a_layer);
    let mut lost = shipped_layers()[0].clone();
    lost.as_object_mut().unwrap().remove("layer");
    wrong.push(lost);
    let mut part = shipped_layers()[0].clone();
    part["other"]["waiting"]
        .as_object_mut()
        .unwrap()
        .remove("source");
    wrong.push(part);
    for set in wrong {
        assert!(!fits(&set), "{set}");
        assert!(!fits(&json!([good.clone(), set])));
    }
}

/// What no schema can say, because it is about several values.
const TOGETHER: [ParameterError; 5] = [
    ParameterError::NotAscending,
    ParameterError::NoLastBracket,
    ParameterError::EndsBeforeItBegins,
    ParameterError::HalfReview,
    ParameterError::UnknownRegion,
];

fn agree(changed: &Value, what: &str) {
    let wrong = found(changed);
    let single = wrong
        .iter()
        .any(|one| one.is_none_or(|code| !TOGETHER.contains(&code)));
    if fits(changed) {
        assert!(!single, "only the product refuses {what}: {wrong:?}");
    } else {
        assert!(!wrong.is_empty(), "only the schema refuses {what}");
    }
}

/// Every place of a set, without what is inside sources but for the first.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    if at.ends_with("/source") && at != "/remote/source" {
        return;
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                places(value, &format!("{at}/{name}"), all);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                places(value, &format!("{at}/{index}"), all);
            }
        }
        _ => {}
    }
}

#[test]
fn no_small_change_is_taken_by_schema_or_product_alone() {
    let set = fullest();
    assert_eq!(found(&set), []);
    let mut all = Vec::new();
    places(&set, "", &mut all);
    assert!(all.len() > 300, "{}", all.len());
    let values = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(10_001),
        json!(10_000_000_001_i64),
        json!("x"),
        json!([]),
        json!({}),
    ];
    for at in all.iter().filter(|at| !at.is_empty()) {
        for value in &values {
            let mut changed = set.clone();
            *changed.pointer_mut(at).unwrap() = value.clone();
            agree(&changed, &format!("{value} at {at}"));
        }
        let (outer, name) = at.rsplit_once('/').unwrap();
        let mut less = set.clone();
        if let Value::Object(fields) = less.pointer_mut(outer).unwrap() {
            fields.remove(name).unwrap();
            agree(&less, &format!("the lack of {at}"));
        }
        // A choice without further fields passes over what stands beside it.
        let mut more = set.clone();
        let object = more.pointer_mut(at).unwrap().as_object_mut();
        let object = object.filter(|object| !(object.len() == 1 && object.contains_key("kind")));
        if let Some(object) = object {
            object.insert("moon".to_owned(), json!(1));
            agree(&more, &format!("a moon at {at}"));
        }
    }
}
