//! Small figures of the settlement by the book: rounding, stretches and steps of a table.

use serde_json::Value;

/// A fraction rounded half up.
pub fn round(numerator: i128, denominator: i128) -> i128 {
    (2 * numerator + denominator).div_euclid(2 * denominator)
}

pub fn share(amount: i128, ratio: i128) -> i128 {
    round(amount * ratio, 10_000)
}

pub fn number(value: &Value) -> Option<i128> {
    value.as_i64().map(i128::from)
}

/// How much of the stretch from `from` to `to` lies between `low` and `high`.
pub fn overlap(from: i128, to: i128, low: i128, high: Option<i128>) -> i128 {
    (high.map_or(to, |high| to.min(high)) - from.max(low)).max(0)
}

/// `[[upper bound or null, ratio], …]` as stretches with both ends.
pub fn stretches(table: &Value) -> Vec<(i128, Option<i128>, i128)> {
    let mut low = 0;
    let mut result = Vec::new();
    for row in table.as_array().unwrap_or(&Vec::new()) {
        let high = number(&row[0]);
        result.push((low, high, number(&row[1]).unwrap_or(0)));
        low = high.unwrap_or(low);
    }
    result
}

pub fn by_status(value: &Value, retired: bool) -> Option<i128> {
    if value.is_object() {
        number(&value[if retired { "retired" } else { "active" }])
    } else {
        number(value)
    }
}

/// The value of the highest step `[age, value]` reached.
pub fn stretches_by_age(steps: &Value, age: i128) -> Option<i128> {
    let reached = steps
        .as_array()?
        .iter()
        .filter(|step| number(&step[0]).is_some_and(|from| age >= from));
    reached
        .max_by_key(|step| number(&step[0]))
        .and_then(|step| number(&step[1]))
}
