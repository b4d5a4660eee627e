//! The worked settlements, each equal to the fen, with and without a trace.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use domain::money::{BasisPoints, Money};
use domain::settlement::parameters::shipped_parameter_sets;
use domain::settlement::{
    Accumulators, Bill, Category, ItemClass, Level, LineItem, NationalSettlement, NoTrace,
    PersonFacts, Remote, Scheme, Trace, Visit, VisitKind, settle,
};
use serde_json::Value;

const CASES: &str = include_str!("data/worked-settlements.jsonl");

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}

fn fen(value: &Value) -> Money {
    Money::from_fen(value.as_i64().unwrap_or(0))
}

fn line(item: &Value) -> LineItem {
    LineItem {
        amount: fen(&item[0]),
        class: ItemClass::from_code(item[1].as_str().unwrap()).unwrap(),
        self_pay_first: BasisPoints::new(item[2].as_i64().unwrap().try_into().unwrap()),
        over_ceiling: fen(&item[3]),
    }
}

#[test]
fn every_worked_settlement_is_equal_to_the_fen() {
    let mut count = 0;
    for row in CASES.lines() {
        let case: Value = serde_json::from_str(row).unwrap();
        let id = text(&case, "id");
        let (person, visit) = (&case["person"], &case["case"]);
        let lines: Vec<LineItem> = visit["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(line)
            .collect();
        let before: Accumulators = serde_json::from_value(case["acc"].clone()).unwrap();
        let bill = Bill {
            scheme: Scheme::from_code(text(&case, "scheme")).unwrap(),
            person: PersonFacts {
                retired: person["retired"].as_bool().unwrap_or(false),
                age: person["age"].as_u64().unwrap().try_into().unwrap(),
                category: person["category"]
                    .as_str()
                    .map(|code| Category::from_code(code).unwrap()),
                account_balance: fen(&person["account_fen"]),
                family_balance: fen(&person["family_fen"]),
            },
            visit: Visit {
                kind: VisitKind::from_code(text(visit, "kind")).unwrap(),
                disease: None,
                level: Level::from_code(text(visit, "level")).unwrap(),
                admission: visit["nth"].as_u64().unwrap_or(1).try_into().unwrap(),
                remote: Remote::from_code(text(visit, "remote")).unwrap(),
            },
            lines: &lines,
            before,
        };
        let set = shipped_parameter_sets()
            .iter()
            .find(|set| set.id == text(&case, "params"))
            .unwrap();
        let settled = settle(set, &bill, &mut NoTrace).unwrap();

        let expected: NationalSettlement = serde_json::from_value(case["expect"].clone()).unwrap();
        assert_eq!(settled.settlement.national(), expected, "{id}");
        let after: Accumulators = serde_json::from_value(case["after"].clone()).unwrap();
        assert_eq!(settled.after, after, "{id} after");

        let mut trace = Trace::new();
        assert_eq!(
            settle(set, &bill, &mut trace),
            Ok(settled),
            "{id} with a trace"
        );
        let json = serde_json::to_string(&trace).unwrap();
        assert!(
            json.len() <= 1_024,
            "{id}: the trace has {} bytes",
            json.len()
        );
        assert_eq!(serde_json::from_str::<Trace>(&json).unwrap(), trace, "{id}");
        count += 1;
    }
    assert_eq!(count, 33);
}
