//! Inheritance of parameter sets: what comes out, and what is named when nothing can.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;

use domain::settlement::parameters::{
    Notice, ParameterError, ParameterSet, Resolution, notices, overlap, resolve, shipped_layers,
    shipped_parameter_files, shipped_parameter_sets,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// The sets of 2025 as they were written before any of them inherited.
const BEFORE: [&str; 3] = [
    include_str!("data/parameters-2025/bj-2025.json"),
    include_str!("data/parameters-2025/hz-2025.json"),
    include_str!("data/parameters-2025/cd-2025.json"),
];

fn placed(bodies: &[Value]) -> Vec<(String, Value)> {
    bodies
        .iter()
        .enumerate()
        .map(|(place, body)| (format!("/{place}"), body.clone()))
        .collect()
}

fn resolved(bodies: &[Value]) -> Resolution {
    resolve(&placed(bodies), &[])
}

fn named(resolution: &Resolution) -> Vec<String> {
    resolution
        .problems
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// What came out, by id.
fn by_id(resolution: &Resolution) -> BTreeMap<String, Value> {
    resolution
        .sets
        .iter()
        .map(|set| {
            (
                set.body["id"].as_str().unwrap().to_owned(),
                set.body.clone(),
            )
        })
        .collect()
}

fn group(value: i64, from: &str) -> Value {
    json!({ "values": value, "source": { "provenance": "real", "certainty": "high", "clause": from } })
}

fn head(id: &str, region: &str, inherits: Option<&str>) -> Value {
    let mut body = json!({
        "id": id, "region": region, "name": { "zh": id, "en": id },
        "effective": { "from": "2025-01-01", "through": null },
    });
    if let Some(parent) = inherits {
        body["inherits"] = json!(parent);
    }
    body
}

fn layer(id: &str, region: &str, inherits: Option<&str>) -> Value {
    let mut body = head(id, region, inherits);
    body["layer"] = json!(true);
    body
}

/// The nation, a province and a city, each with groups of its own.
fn three() -> [Value; 3] {
    let mut nation = layer("N", "000000", None);
    nation["other"] =
        json!({ "a": group(1, "N"), "b": group(1, "N"), "deep": { "c": group(1, "N") } });
    let mut province = layer("P", "510000", Some("N"));
    province["other"] = json!({ "b": group(2, "P"), "deep": { "d": group(2, "P") } });
    let mut city = head("C", "510100", Some("P"));
    city["other"] = json!({ "deep": { "d": group(3, "C") }, "a": null });
    [nation, province, city]
}

#[test]
fn the_sets_of_2025_come_out_as_they_were_figure_by_figure() {
    for before in BEFORE {
        let body: Value = serde_json::from_str(before).unwrap();
        let set: ParameterSet = serde_json::from_str(before).unwrap();
        let now = shipped_parameter_sets().iter().find(|one| one.id == set.id);
        assert_eq!(now.unwrap(), &set);
        let files: Vec<Value> = shipped_parameter_files()
            .iter()
            .map(|text| serde_json::from_str(text).unwrap())
            .collect();
        let written = files.iter().find(|file| file["id"] == body["id"]).unwrap();
        assert_eq!(written["inherits"], "CN-2025", "{}", set.id);
        assert!(written["other"].get("waiting").is_none(), "{}", set.id);
        assert_eq!(by_id(&resolved(&files))[&set.id], body);
    }
}

#[test]
fn what_is_inherited_keeps_its_source_and_says_who_gave_it() {
    let resolution = resolved(&three());
    assert_eq!(named(&resolution), Vec::<String>::new());
    assert_eq!(resolution.sets.len(), 1, "layers are no sets");
    let city = &resolution.sets[0];
    let mut whole = head("C", "510100", None);
    whole["other"] = json!({
        "a": null, "b": group(2, "P"), "deep": { "c": group(1, "N"), "d": group(3, "C") },
    });
    assert_eq!(city.body, whole);
    assert!(city.inherits());
    let from = |within| city.inherited_from(within);
    assert_eq!(from("/other/b/values"), Some("P"));
    assert_eq!(from("/other/deep/c/source/clause"), Some("N"));
    assert_eq!(
        (from("/other/deep/d"), from("/other/a"), from("/id")),
        (None, None, None)
    );
    // A mistake in a group is told where the group was written.
    assert_eq!(city.place("/other/deep/c/values"), "/0/other/deep/c/values");
    assert_eq!(city.place("/other/b"), "/1/other/b");
    assert_eq!(city.place("/other/deep/d"), "/2/other/deep/d");
    let shipped = resolve(
        &placed(&[head("X", "330100", Some("CN-2025"))]),
        shipped_layers(),
    );
    let set = &shipped.sets[0];
    assert_eq!(set.inherited_from("/other/waiting"), Some("CN-2025"));
    assert_eq!(set.place("/other/waiting"), "/0/other/waiting");
}

#[test]
fn names_and_inheritance_that_cannot_be_are_told_apart() {
    let problem = |bodies: &[Value]| named(&resolved(bodies));
    let nation = layer("N", "000000", None);
    let child = |region: &str, parent: &str| head("C", region, Some(parent));
    assert_eq!(
        problem(&[child("510100", "X")]),
        ["unknown_parent at /0/inherits"]
    );
    let province = layer("P", "330000", None);
    let city = layer("K", "510100", None);
    assert_eq!(
        problem(&[province.clone(), child("510100", "P")]),
        ["parent_elsewhere at /1/inherits"]
    );
    for region in ["510100", "510000"] {
        assert_eq!(
            problem(&[city.clone(), child(region, "K")]),
            ["layers_out_of_order at /1/inherits"],
            "{region}"
        );
    }
    let mut short = nation.clone();
    short["effective"]["through"] = json!("2025-12-31");
    assert_eq!(
        problem(&[short, child("510100", "N")]),
        ["parent_not_in_force at /1/inherits"]
    );
    assert_eq!(
        problem(std::slice::from_ref(&nation)),
        ["unused_layer at /0/layer"],
        "nobody would ever see it"
    );
    let mut part = child("510100", "N");
    part["other"] = json!({ "waiting": { "values": 1 } });
    assert_eq!(
        problem(&[nation.clone(), part]),
        ["group_in_part at /1/other/waiting"]
    );
    let twice = [nation.clone(), child("510100", "N"), child("510100", "N")];
    assert_eq!(problem(&twice), ["duplicate at /2/id"]);
    let mut wrong = layer("", "999999", None);
    wrong["layer"] = json!(1);
    wrong["inherits"] = json!(["N"]);
    assert_eq!(
        problem(&[wrong.clone()]),
        ["wrong_head at /0/layer", "wrong_head at /0/inherits"]
    );
    wrong["layer"] = json!(true);
    wrong["effective"] = json!("always");
    wrong["name"] = json!("N");
    assert_eq!(
        problem(&[wrong]),
        [
            "wrong_head at /0/inherits",
            "wrong_head at /0/id",
            "unknown_region at /0/region",
            "wrong_head at /0/effective",
            "wrong_head at /0/name",
            "unused_layer at /0/layer",
        ]
    );
    // What is no object is somebody else's to name.
    assert_eq!(problem(&[json!(7), json!(null)]), Vec::<String>::new());
}

#[test]
fn only_who_stands_in_the_circle_tells_it() {
    let ring = |id: &str, parent: &str| head(id, "510100", Some(parent));
    let resolution = resolved(&[ring("A", "B"), ring("B", "A"), ring("C", "A")]);
    let cycles: Vec<_> = resolution
        .problems
        .iter()
        .filter(|one| one.code == ParameterError::InheritanceCycle)
        .collect();
    assert_eq!(cycles.len(), 2);
    assert_eq!(cycles[0].about, ["A", "B", "A"]);
    assert_eq!(cycles[1].about, ["B", "A", "B"]);
    assert_eq!(resolution.sets, []);
}

proptest! {
    /// A circle of any length is found, and nothing is made of what hangs on it.
    #[test]
    fn circles_of_any_length_are_found(length in 1..40usize, tail in 0..5usize, turn in any::<usize>()) {
        let mut bodies: Vec<Value> = (0..length)
            .map(|one| head(&format!("R{one}"), "510100", Some(&format!("R{}", (one + 1) % length))))
            .collect();
        bodies.extend((0..tail).map(|one| head(&format!("T{one}"), "510100", Some("R0"))));
        let by = turn % bodies.len();
        bodies.rotate_left(by);
        let found = resolved(&bodies);
        let told: Vec<_> = found.problems.iter().filter(|one| one.code == ParameterError::InheritanceCycle).collect();
        prop_assert_eq!(told.len(), length);
        prop_assert!(told.iter().all(|one| one.about.len() == length + 1));
        prop_assert!(found.sets.is_empty());
    }

    /// Whatever is given at which level: the nearest one's group counts, the order of the file does
    /// not, and what came out comes out again.
    #[test]
    fn the_nearest_wins_in_any_order(given in proptest::collection::vec((0..3usize, select(vec!["a", "b", "c", "d"]), any::<bool>(), 0..9i64), 0..14), order in Just([0usize, 1, 2]).prop_shuffle()) {
        let levels = ["N", "P", "C"];
        let mut bodies = [layer("N", "000000", None), layer("P", "510000", Some("N")), head("C", "510100", Some("P"))];
        let mut wanted: BTreeMap<(bool, &str), (usize, Value)> = BTreeMap::new();
        for (level, name, deep, value) in &given {
            let one = group(*value, levels[*level]);
            let at = if *deep { "deep" } else { "flat" };
            bodies[*level]["other"][at][*name] = one.clone();
            let best = wanted.entry((*deep, *name)).or_insert((*level, one.clone()));
            if *level >= best.0 {
                *best = (*level, one);
            }
        }
        let shuffled: Vec<Value> = order.iter().map(|one| bodies[*one].clone()).collect();
        let found = resolved(&shuffled);
        prop_assert_eq!(named(&found), Vec::<String>::new());
        prop_assert_eq!(by_id(&found), by_id(&resolved(&bodies)));
        let whole = by_id(&found)["C"].clone();
        for ((deep, name), (level, value)) in &wanted {
            let within = format!("/other/{}/{name}", if *deep { "deep" } else { "flat" });
            prop_assert_eq!(whole.pointer(&within), Some(value));
            let from = found.sets[0].inherited_from(&within);
            prop_assert_eq!(from, (*level < 2).then_some(levels[*level]));
        }
        let again = resolved(std::slice::from_ref(&whole));
        prop_assert_eq!(&again.sets[0].body, &whole);
        prop_assert!(!again.sets[0].inherits() && again.problems.is_empty());
    }
}

fn dated(id: &str, from: &str, through: Option<&str>) -> ParameterSet {
    let mut set = shipped_parameter_sets()[0].clone();
    set.id = id.to_owned();
    set.effective = serde_json::from_value(json!({ "from": from, "through": through })).unwrap();
    set
}

#[test]
fn sets_of_a_region_follow_one_another() {
    let year = |year: u32| {
        dated(
            &format!("Y{year}"),
            &format!("{year}-01-01"),
            Some(&format!("{year}-12-31")),
        )
    };
    let open = dated("OPEN", "2025-01-01", None);
    assert!(!overlap(&year(2024), &open) && !overlap(&open, &year(2024)));
    assert!(
        !overlap(&open, &year(2026)),
        "an open end gives way to whoever follows"
    );
    assert!(overlap(&open, &year(2025)), "both begin on one day");
    let late = dated("LATE", "2024-12-31", None);
    assert!(overlap(&year(2024), &late) && overlap(&late, &year(2024)));
    let mut elsewhere = late.clone();
    elsewhere.region = "330100".parse().unwrap();
    assert!(!overlap(&year(2024), &elsewhere));

    let sets = [year(2023), open.clone(), year(2027)];
    let gap = |from: &str, through: &str| {
        let days = json!({ "from": from, "through": through });
        Notice::Gap(serde_json::from_value(days).unwrap())
    };
    assert_eq!(notices(&sets[0], &sets), [gap("2024-01-01", "2024-12-31")]);
    assert_eq!(notices(&open, &sets), [gap("2024-01-01", "2024-12-31")]);
    let resumes = Notice::Resumes {
        id: "OPEN".to_owned(),
        from: "2028-01-01".parse().unwrap(),
    };
    assert_eq!(notices(&sets[2], &sets), [resumes]);
    assert_eq!(notices(&year(2026), &[year(2025), year(2027)]), []);
}
