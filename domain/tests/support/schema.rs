//! As much of JSON Schema as `docs/parameters.schema.json` uses. A word that is not known here is
//! an error, so that no rule of the schema is passed over.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::Value;

/// Words that ask nothing of a value.
const SAID: [&str; 4] = ["$schema", "$defs", "title", "description"];

/// Whether `value` is what `schema`, a part of `root`, asks for.
pub fn fits(root: &Value, schema: &Value, value: &Value) -> bool {
    let rules = schema.as_object().unwrap();
    rules.iter().all(|(word, rule)| match word.as_str() {
        said if SAID.contains(&said) => true,
        "$ref" => {
            let place = rule.as_str().unwrap().strip_prefix('#').unwrap();
            fits(root, root.pointer(place).unwrap(), value)
        }
        "oneOf" => count(root, rule, value) == 1,
        "anyOf" => count(root, rule, value) > 0,
        "allOf" => count(root, rule, value) == rule.as_array().unwrap().len(),
        "const" => value == rule,
        "enum" => rule.as_array().unwrap().contains(value),
        "type" => match rule {
            Value::Array(kinds) => kinds.iter().any(|kind| is(kind, value)),
            kind => is(kind, value),
        },
        "required" => value.as_object().is_none_or(|object| {
            let mut names = rule.as_array().unwrap().iter();
            names.all(|name| object.contains_key(name.as_str().unwrap()))
        }),
        "properties" => value.as_object().is_none_or(|object| {
            let rules = rule.as_object().unwrap();
            let mut fields = object.iter();
            fields.all(|(name, value)| rules.get(name).is_none_or(|rule| fits(root, rule, value)))
        }),
        "additionalProperties" => {
            assert_eq!(rule, &Value::Bool(false));
            let known = rules["properties"].as_object().unwrap();
            value
                .as_object()
                .is_none_or(|object| object.keys().all(|name| known.contains_key(name)))
        }
        "items" => value
            .as_array()
            .is_none_or(|list| list.iter().all(|one| fits(root, rule, one))),
        "minItems" => value
            .as_array()
            .is_none_or(|list| list.len() >= usize::try_from(rule.as_u64().unwrap()).unwrap()),
        "uniqueItems" => value.as_array().is_none_or(|list| {
            let told: HashSet<String> = list.iter().map(Value::to_string).collect();
            told.len() == list.len()
        }),
        "minimum" => value
            .as_i64()
            .is_none_or(|number| number >= rule.as_i64().unwrap()),
        "maximum" => value
            .as_i64()
            .is_none_or(|number| number <= rule.as_i64().unwrap()),
        "format" => {
            assert_eq!(rule, "date");
            value
                .as_str()
                .is_none_or(|text| text.len() == 10 && text.parse::<NaiveDate>().is_ok())
        }
        "pattern" => value
            .as_str()
            .is_none_or(|text| matches(rule.as_str().unwrap(), text)),
        other => panic!("the schema says {other}, which is not checked"),
    })
}

fn count(root: &Value, rules: &Value, value: &Value) -> usize {
    let rules = rules.as_array().unwrap().iter();
    rules.filter(|rule| fits(root, rule, value)).count()
}

fn is(kind: &Value, value: &Value) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("a type {other}"),
    }
}

fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str, count: usize| {
        text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match pattern {
        r"\S" => !text.trim().is_empty(),
        "^[0-9]{6}$" => digits(text, 6),
        "^[0-9]{2}-[0-9]{2}$" => text
            .split_once('-')
            .is_some_and(|(month, day)| digits(month, 2) && digits(day, 2)),
        other => panic!("a pattern {other}"),
    }
}
