//! One set laid over another: group by group, never within a group.

use serde_json::{Map, Value};

use super::head::OWN;
use super::{Entry, Inherited};
use crate::settlement::parameters::{ParameterError, Problem};

/// A set as far as it has been put together.
#[derive(Debug, Default)]
pub(super) struct Grown {
    pub(super) body: Value,
    pub(super) inherited: Vec<Inherited>,
}

impl Grown {
    /// What `body` gives, and from here what it lacks. `giver` wrote what nobody above it gave.
    pub(super) fn below(self, body: &Value, giver: Option<&Entry<'_>>) -> Self {
        let Some(own) = body.as_object() else {
            return Self {
                body: body.clone(),
                inherited: Vec::new(),
            };
        };
        let mut own = own.clone();
        own.remove("inherits");
        own.remove("layer");
        let mut grown = Self {
            body: Value::Null,
            inherited: Vec::new(),
        };
        if let (Some(giver), Value::Object(mut above)) = (giver, self.body) {
            above.retain(|field, _| !OWN.contains(&field.as_str()));
            let giving = Giving {
                giver,
                before: &self.inherited,
            };
            giving.lay(&mut own, above, "", &mut grown.inherited);
        }
        grown.body = Value::Object(own);
        grown
    }
}

struct Giving<'a> {
    giver: &'a Entry<'a>,
    /// What the giver has from others.
    before: &'a [Inherited],
}

impl Giving<'_> {
    fn lay(
        &self,
        own: &mut Map<String, Value>,
        above: Map<String, Value>,
        at: &str,
        inherited: &mut Vec<Inherited>,
    ) {
        for (field, theirs) in above {
            let part = format!("{at}/{}", escaped(&field));
            match (own.get_mut(&field), theirs) {
                (None, theirs) => {
                    inherited.extend(self.given(&part));
                    own.insert(field, theirs);
                }
                (Some(Value::Object(mine)), Value::Object(theirs))
                    if !is_group(mine) && !is_group(&theirs) =>
                {
                    self.lay(mine, theirs, &part, inherited);
                }
                // Its own, `null` for "there is none here" too.
                (Some(_), _) => {}
            }
        }
    }

    /// Who gave `part`, and what inside it somebody else gave.
    fn given(&self, part: &str) -> Vec<Inherited> {
        let before = self
            .before
            .iter()
            .filter(|one| lies_in(part, &one.part))
            .max_by_key(|one| one.part.len());
        let whole = Inherited {
            part: part.to_owned(),
            from: before.map_or_else(
                || self.giver.head.id.unwrap_or_default().to_owned(),
                |one| one.from.clone(),
            ),
            at: before.map_or_else(|| self.giver.place.map(str::to_owned), |one| one.at.clone()),
        };
        let inside = self
            .before
            .iter()
            .filter(|one| one.part != part && lies_in(&one.part, part))
            .cloned();
        std::iter::once(whole).chain(inside).collect()
    }
}

/// Whether an object is a group: values with their source.
fn is_group(object: &Map<String, Value>) -> bool {
    object.contains_key("values") || object.contains_key("source")
}

/// Whether the place `inner` is `outer` or lies in it.
pub(super) fn lies_in(inner: &str, outer: &str) -> bool {
    inner
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn escaped(field: &str) -> String {
    field.replace('~', "~0").replace('/', "~1")
}

/// Names the groups of an entry that are given without their values or their source.
pub(super) fn partial(body: &Value, place: &str, problems: &mut Vec<Problem>) {
    let Value::Object(fields) = body else {
        return;
    };
    for (field, value) in fields {
        let Value::Object(inner) = value else {
            continue;
        };
        let at = format!("{place}/{}", escaped(field));
        if !is_group(inner) {
            partial(value, &at, problems);
        } else if !(inner.contains_key("values") && inner.contains_key("source")) {
            problems.push(Problem::new(at, ParameterError::GroupInPart));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_in_itself_and_in_what_holds_it() {
        assert!(lies_in("/a/b", "/a/b") && lies_in("/a/b/0", "/a/b") && lies_in("/a", ""));
        assert!(!lies_in("/a/bc", "/a/b") && !lies_in("/a", "/a/b"));
        assert_eq!(escaped("a/b~c"), "a~1b~0c");
    }

    #[test]
    fn groups_in_part_are_named_wherever_they_stand() {
        let body = serde_json::json!({
            "remote": { "values": { "values": 1 } },
            "schemes": { "employee": { "cap": { "source": {} }, "whole": { "values": 1, "source": {} } } },
        });
        let mut problems = Vec::new();
        partial(&body, "/3", &mut problems);
        let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "group_in_part at /3/remote",
                "group_in_part at /3/schemes/employee/cap",
            ]
        );
    }
}
