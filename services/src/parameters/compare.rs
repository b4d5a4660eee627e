//! A draft beside the set that it follows: figure by figure, by its place in the text.

use std::collections::BTreeMap;

use domain::settlement::parameters::ParameterSet;
use serde_json::Value;

use crate::error::ServiceError;

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// No limit, or no such rule.
    None,
    /// Yes or no.
    Is(bool),
    /// An amount in fen, a share in basis points, or a plain number.
    Number(i64),
    /// A code or words.
    Text(String),
    /// A list of nothing.
    Empty,
}

impl Figure {
    fn of(value: Value) -> Self {
        match value {
            Value::Null => Self::None,
            Value::Bool(is) => Self::Is(is),
            Value::Number(number) => number
                .as_i64()
                .map_or_else(|| Self::Text(number.to_string()), Self::Number),
            Value::String(text) => Self::Text(text),
            Value::Array(_) | Value::Object(_) => Self::Empty,
        }
    }
}

/// One figure that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its place in the text: the keys and list places (from 0) on the way to it.
    pub path: Vec<String>,
    /// What it is in the set in force; `None` where that has no such figure.
    pub was: Option<Figure>,
    /// What it is in the draft; `None` where that has no such figure.
    pub is: Option<Figure>,
}

/// Every figure in which `draft` differs from `other`, in the order of the text. The id, the name,
/// the days and who checked it are no figures. Without another set every figure is new.
///
/// # Errors
/// `Internal` when a set cannot be written.
pub fn differences(
    other: Option<&ParameterSet>,
    draft: &ParameterSet,
) -> Result<Vec<Difference>, ServiceError> {
    let was = other.map(leaves).transpose()?.unwrap_or_default();
    let is = leaves(draft)?;
    let mut all: Vec<&Vec<String>> = is.keys().chain(was.keys()).collect();
    all.sort_unstable();
    all.dedup();
    let differing = all
        .into_iter()
        .filter(|path| was.get(*path) != is.get(*path));
    Ok(differing
        .map(|path| Difference {
            path: path.clone(),
            was: was.get(path).cloned(),
            is: is.get(path).cloned(),
        })
        .collect())
}

/// Every figure of a set with its place.
///
/// # Errors
/// `Internal` when the set cannot be written.
pub fn figures(set: &ParameterSet) -> Result<Vec<(Vec<String>, Figure)>, ServiceError> {
    Ok(leaves(set)?.into_iter().collect())
}

/// What is no figure.
const HEAD: [&str; 6] = [
    "id",
    "region",
    "name",
    "effective",
    "reviewed_by",
    "reviewed_on",
];

type Leaves = BTreeMap<Vec<String>, Figure>;

fn leaves(set: &ParameterSet) -> Result<Leaves, ServiceError> {
    let value = serde_json::to_value(set).map_err(ServiceError::internal)?;
    let mut found = Leaves::new();
    if let Value::Object(parts) = value {
        for (key, part) in parts {
            if !HEAD.contains(&key.as_str()) {
                walk(part, vec![key], &mut found);
            }
        }
    }
    Ok(found)
}

fn walk(value: Value, path: Vec<String>, found: &mut Leaves) {
    let further = |step: String| [path.as_slice(), &[step]].concat();
    match value {
        Value::Object(parts) if !parts.is_empty() => {
            for (key, part) in parts {
                walk(part, further(key), found);
            }
        }
        Value::Array(parts) if !parts.is_empty() => {
            for (place, part) in parts.into_iter().enumerate() {
                walk(part, further(format!("{place:02}")), found);
            }
        }
        leaf => {
            found.insert(path, Figure::of(leaf));
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::money::BasisPoints;
    use domain::settlement::parameters::shipped_parameter_sets;

    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let set = &shipped_parameter_sets()[0];
        assert_eq!(differences(Some(set), set).unwrap(), []);
        let mut draft = set.clone();
        draft.id = "BJ-2027".to_owned();
        draft.remote.values.unfiled = BasisPoints::new(3000);
        let found = differences(Some(set), &draft).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, ["remote", "values", "unfiled"]);
        assert_eq!(found[0].was, Some(Figure::Number(2000)));
        assert_eq!(found[0].is, Some(Figure::Number(3000)));
        let all = differences(None, &draft).unwrap();
        assert_eq!(all.len(), figures(&draft).unwrap().len());
        assert!(all.iter().all(|one| one.was.is_none()));
    }
}
