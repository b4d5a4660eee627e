//! JSON texts that hold one thing or a list of things, and where in them the mistakes lie.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use crate::error::{FieldError, ServiceError};

/// What could be read, each with its place (a JSON pointer), and what could not.
pub(crate) type Listed<T> = (Vec<(String, T)>, Vec<FieldError>);

/// Everything that `text` holds. Of a thing that cannot be read, the first mistake is named.
///
/// # Errors
/// `Invalid` when the text is no JSON at all.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<Listed<T>, ServiceError> {
    let mut things = Vec::new();
    let mut errors = Vec::new();
    for (pointer, value) in values(text)? {
        match typed(&pointer, value) {
            Ok(thing) => things.push((pointer, thing)),
            Err(error) => errors.push(error),
        }
    }
    Ok((things, errors))
}

/// Everything that `text` holds, each with its place, not yet looked into.
///
/// # Errors
/// `Invalid` when the text is no JSON at all.
pub(crate) fn values(text: &str) -> Result<Vec<(String, Value)>, ServiceError> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| ServiceError::Invalid(vec![unreadable(String::new(), &error)]))?;
    Ok(match value {
        Value::Array(list) => list
            .into_iter()
            .enumerate()
            .map(|(place, value)| (format!("/{place}"), value))
            .collect(),
        one => vec![(String::new(), one)],
    })
}

/// The thing at `pointer`; else the first mistake in it, with its place.
pub(crate) fn typed<T: DeserializeOwned>(pointer: &str, value: Value) -> Result<T, FieldError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let at = pointer.to_owned() + &within(error.path());
        unreadable(at, error.inner())
    })
}

fn unreadable(pointer: String, error: &serde_json::Error) -> FieldError {
    FieldError {
        pointer,
        code: "unreadable",
        detail: error.to_string(),
    }
}

fn within(path: &Path) -> String {
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { .. } | Segment::Unknown => String::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::read;
    use crate::error::ServiceError;

    type Amounts = BTreeMap<String, Vec<i64>>;

    fn places(text: &str) -> (Vec<String>, Vec<String>) {
        let (things, errors) = read::<Amounts>(text).unwrap();
        let things = things.into_iter().map(|(place, _)| place).collect();
        (things, errors.into_iter().map(|one| one.pointer).collect())
    }

    #[test]
    fn one_thing_or_a_list_each_with_its_place() {
        assert_eq!(places(r#"{"a": [1]}"#), (vec![String::new()], vec![]));
        let (things, errors) = places(r#"[{"a": [1]}, {"b/c": [1, "x"]}, 7, {}]"#);
        assert_eq!(things, ["/0", "/3"]);
        assert_eq!(errors, ["/1/b~1c/1", "/2"]);
    }

    #[test]
    fn what_is_no_json_is_refused_with_line_and_column() {
        let Err(ServiceError::Invalid(errors)) = read::<Amounts>("{\n \"a\": [1,}") else {
            panic!("a broken text is refused");
        };
        assert_eq!((errors.len(), errors[0].code), (1, "unreadable"));
        assert!(errors[0].detail.contains("line 2"), "{}", errors[0].detail);
    }
}
