//! The shipped parameter sets say the same as the tables they were made from, and what is
//! unfit is named.

use domain::settlement::parameters::{
    ParameterSet, shipped_parameter_sets, shipped_parameter_texts,
};
use serde_json::{Value, json};

const TABLES: &str = include_str!("data/benefit-parameters.json");
const MORE: &str = include_str!("data/benefit-parameters-more.json");

/// The values of a group without their source.
fn values(value: &Value) -> Value {
    value["values"].clone()
}

#[test]
fn what_stands_beside_settlements_is_carried_over_whole() {
    let mut tables: Value = serde_json::from_str(TABLES).unwrap();
    let more: Value = serde_json::from_str(MORE).unwrap();
    let (tables, more) = (tables.as_object_mut().unwrap(), more.as_object().unwrap());
    tables.extend(more.clone());
    assert_eq!(tables.len(), shipped_parameter_texts().len());
    for text in shipped_parameter_texts() {
        let set: Value = serde_json::from_str(text).unwrap();
        let table = &tables[set["id"].as_str().unwrap()];
        let (ours, theirs) = (&set["other"], &table["other"]);
        assert_eq!(set["region"], table["region"]);
        assert_eq!(
            json!([set["effective"]["from"], set["effective"]["through"]]),
            table["effective"]
        );

        let base = values(&ours["contribution_base"]);
        let rates = values(&ours["contribution_rates"]);
        assert_eq!(
            json!({ "floor": base["floor"], "ceiling": base["ceiling"], "year_starts": base["year_starts"],
                "employer_bp": rates["employer"], "person_bp": rates["person"], "person_fixed": rates["person_fixed"] }),
            theirs["contribution"]
        );
        assert_eq!(values(&ours["minimum_years"]), theirs["min_years"]);
        let window = values(&ours["collection_window"]);
        assert_eq!(
            json!([window["from"], window["through"]]),
            theirs["collection_window"]
        );
        let waiting = values(&ours["waiting"]);
        assert_eq!(
            json!({ "fixed_months": waiting["fixed_months"], "free_years": waiting["free_years"],
                "min_after_repair_4y": waiting["least_after_four_years"] }),
            theirs["waiting"]
        );
        let retired: Vec<Value> = values(&ours["account_retired"])
            .as_array()
            .unwrap()
            .iter()
            .map(|step| json!([step["below_age"], step["amount"]]))
            .collect();
        assert_eq!(
            json!({ "active_bp_of_base": ours["account_in_service"]["values"]["share_of_base"], "retired_monthly": retired }),
            theirs["account"]
        );
        let leave = &ours["maternity"]["values"]["leave_days"];
        assert_eq!(
            json!({ "leave_days": { "1": leave["first"], "2": leave["second"], "3": leave["third"] },
                "divisor": ours["maternity"]["values"]["divisor"] }),
            theirs["maternity"]
        );
        let mut fee = values(&ours["resident_fee"]);
        fee.as_object_mut().unwrap().remove("by");
        assert_eq!(fee, theirs["resident_fee"]);
        let two = values(&ours["two_diseases"]);
        let two = if two.is_null() {
            two
        } else {
            json!({ "ratio_bp": two["ratio"], "caps": two["caps"] })
        };
        assert_eq!(two, theirs["two_disease"]);
        let incentive = values(&ours["incentive"]);
        let incentive = if incentive.is_null() {
            incentive
        } else {
            json!({ "continuous_step": incentive["continuous_step"],
                "zero_claim_step": incentive["zero_claim_step"], "max_bp_of_cap": incentive["most_of_cap"] })
        };
        assert_eq!(incentive, theirs["incentive"]);
        let chronic = values(&ours["chronic"]);
        let deductible = chronic["deductible"]
            .get("amount")
            .unwrap_or(&chronic["deductible"]["kind"]);
        assert_eq!(
            json!({ "deductible": deductible, "ratio": chronic["ratio"], "shared_cap": chronic["shared_cap"] }),
            theirs["chronic"]
        );
    }
}

#[test]
fn a_set_survives_writing_and_reading() {
    for set in shipped_parameter_sets() {
        let text = serde_json::to_string(set).unwrap();
        assert_eq!(&serde_json::from_str::<ParameterSet>(&text).unwrap(), set);
    }
}

#[test]
fn unknown_and_missing_fields_are_refused() {
    let mut set: Value = serde_json::from_str(shipped_parameter_texts()[0]).unwrap();
    set["remote"]["values"]["moon"] = json!(0);
    assert!(serde_json::from_value::<ParameterSet>(set.clone()).is_err());
    set["remote"]["values"]
        .as_object_mut()
        .unwrap()
        .remove("moon");
    assert!(serde_json::from_value::<ParameterSet>(set.clone()).is_ok());
    set["remote"]["values"]
        .as_object_mut()
        .unwrap()
        .remove("local");
    assert!(serde_json::from_value::<ParameterSet>(set).is_err());
}

#[test]
fn a_review_is_whole_or_absent_and_changes_no_figure() {
    let mut set: Value = serde_json::from_str(shipped_parameter_texts()[0]).unwrap();
    let plain: ParameterSet = serde_json::from_value(set.clone()).unwrap();
    assert_eq!(plain.review(), None, "what ships has not been reviewed");
    assert!(!plain.differs_in_review_only(&plain));
    set["reviewed_on"] = json!("2025-03-01");
    let half: ParameterSet = serde_json::from_value(set.clone()).unwrap();
    let found: Vec<String> = half.problems().iter().map(ToString::to_string).collect();
    assert_eq!(found, ["half_review at /reviewed_by"]);
    set["reviewed_by"] = json!({ "zh": "待遇处", "en": "Benefits office" });
    let whole: ParameterSet = serde_json::from_value(set.clone()).unwrap();
    assert_eq!(whole.problems(), []);
    let review = whole.review().unwrap();
    assert_eq!(
        (&*review.by.zh, review.on.to_string()),
        ("待遇处", "2025-03-01".to_owned())
    );
    assert!(plain.differs_in_review_only(&whole) && whole.differs_in_review_only(&plain));
    set["remote"]["values"]["unfiled"] = json!(1);
    let other: ParameterSet = serde_json::from_value(set).unwrap();
    assert!(!plain.differs_in_review_only(&other));
}

#[test]
fn every_problem_is_named_at_once() {
    let mut set: Value = serde_json::from_str(shipped_parameter_texts()[0]).unwrap();
    set["id"] = json!(" ");
    set["reviewed_by"] = json!({ "zh": "待遇处", "en": "" });
    set["region"] = json!("999999");
    set["effective"] = json!({ "from": "2025-01-01", "through": "2024-12-31" });
    set["remote"]["values"]["unfiled"] = json!(10_001);
    let employee = &mut set["schemes"]["employee"];
    employee["inpatient"]["deductible"]["values"]["l3"] = json!(-1);
    employee["inpatient"]["ratio"]["values"]["l3"] =
        json!([{ "until": 5, "ratio": 1 }, { "until": 5, "ratio": 1 }]);
    employee["catastrophic"]["tiers"]["values"]["tiers"] = json!([{ "until": null, "ratio": -1 }]);
    set["other"]["contribution_base"]["values"]["year_starts"] = json!(13);
    let set: ParameterSet = serde_json::from_value(set).unwrap();
    let found: Vec<String> = set.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "empty_name at /id",
            "unknown_region at /region",
            "ends_before_it_begins at /effective/through",
            "empty_name at /reviewed_by/en",
            "half_review at /reviewed_on",
            "ratio_out_of_range at /remote/values/unfiled",
            "amount_out_of_range at /schemes/employee/inpatient/deductible/values/l3",
            "not_ascending at /schemes/employee/inpatient/ratio/values/l3/1/until",
            "no_last_bracket at /schemes/employee/inpatient/ratio/values/l3",
            "ratio_out_of_range at /schemes/employee/catastrophic/tiers/values/tiers/0/ratio",
            "month_out_of_range at /other/contribution_base/values/year_starts",
        ]
    );
}
