//! Inheritance: what the nation or a province lays down once, a place below gives only where it
//! differs.
//!
//! A set that names `inherits` takes every group of values that it lacks from there, with its
//! source. Groups are never mixed: who gives a value gives its source. A `layer` is only a ground
//! for others and may lack groups; the sets that come out are whole and name no parent.

mod head;
mod merge;

use std::collections::BTreeSet;

use serde_json::Value;

use head::Head;
use merge::Grown;

use super::{ParameterError, Problem};

/// What a file gives, resolved.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resolution {
    /// The sets that could be made whole, in the order of the file; layers are not among them.
    pub sets: Vec<Resolved>,
    /// Sets whose parents are wrong, with their own figures only: what else is wrong in them is to be
    /// told at once.
    pub alone: Vec<Resolved>,
    /// Everything that is wrong with names and inheritance, by place in the file.
    pub problems: Vec<Problem>,
}

/// One set with everything that it inherits.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved {
    /// Its place in the file (a JSON pointer).
    pub pointer: String,
    /// The whole set.
    pub body: Value,
    inherited: Vec<Inherited>,
}

/// A part of a set that another one gave.
#[derive(Debug, Clone, PartialEq)]
struct Inherited {
    /// Where it stands in either (a JSON pointer).
    part: String,
    /// The id of who gave it.
    from: String,
    /// The place of that one in the file; `None` when it does not stand there.
    at: Option<String>,
}

impl Resolved {
    /// Where in the file the value at `within` the set was written: in the set itself, or in the
    /// one that it inherits the value from.
    #[must_use]
    pub fn place(&self, within: &str) -> String {
        let giver = self.giver(within).and_then(|giver| giver.at.as_deref());
        format!("{}{within}", giver.unwrap_or(&self.pointer))
    }

    /// The id of the set or layer that the value at `within` was inherited from; `None` for the
    /// set's own.
    #[must_use]
    pub fn inherited_from(&self, within: &str) -> Option<&str> {
        self.giver(within).map(|giver| giver.from.as_str())
    }

    /// Whether anything is inherited.
    #[must_use]
    pub fn inherits(&self) -> bool {
        !self.inherited.is_empty()
    }

    fn giver(&self, within: &str) -> Option<&Inherited> {
        self.inherited
            .iter()
            .filter(|one| merge::lies_in(within, &one.part))
            .max_by_key(|one| one.part.len())
    }
}

struct Entry<'a> {
    /// The place in the file; `None` for what is kept elsewhere.
    place: Option<&'a str>,
    body: &'a Value,
    head: Head<'a>,
}

/// Gives each set of a file what it inherits. `entries` are the sets and layers of the file with
/// their places (JSON pointers); `kept` are layers and whole sets that they may inherit from
/// besides. An entry of the file goes before one of the same name that is kept.
///
/// An entry that is no object is handed on as it is: whoever reads it says so.
#[must_use]
pub fn resolve(entries: &[(String, Value)], kept: &[Value]) -> Resolution {
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    let mut known: Vec<Entry<'_>> = Vec::new();
    for (place, body) in entries {
        let head = Head::of(body, place, &mut problems);
        if head.id.is_some_and(|id| !seen.insert(id)) {
            let at = format!("{place}/id");
            problems.push(Problem::about(at, ParameterError::Duplicate, head.id));
            continue;
        }
        known.push(Entry {
            place: Some(place),
            body,
            head,
        });
    }
    let own = known.len();
    known.extend(kept.iter().map(|body| Entry {
        place: None,
        body,
        head: Head::of(body, "", &mut Vec::new()),
    }));

    let mut used = BTreeSet::new();
    let (mut sets, mut alone) = (Vec::new(), Vec::new());
    for entry in known.iter().take(own) {
        let place = entry.place.unwrap_or_default();
        let chain = match chain(entry, &known) {
            Ok(chain) => chain,
            Err(problem) => {
                problems.extend(problem);
                // Its layers are in use all the same, as far as they can be seen.
                used.extend(entry.head.inherits);
                merge::partial(entry.body, place, &mut problems);
                if !entry.head.layer {
                    alone.push(grown(place, &[entry]));
                }
                continue;
            }
        };
        if let Some(parent) = chain.get(1) {
            let at = format!("{place}/inherits");
            problems.extend(head::fits(&entry.head, &parent.head, &at));
        }
        merge::partial(entry.body, place, &mut problems);
        if entry.head.layer {
            continue;
        }
        used.extend(chain.iter().skip(1).filter_map(|one| one.head.id));
        sets.push(grown(place, &chain));
    }
    for entry in known.iter().take(own).filter(|entry| entry.head.layer) {
        let unused = entry.head.id.is_some_and(|id| !used.contains(id));
        if unused {
            let place = entry.place.unwrap_or_default();
            problems.push(Problem::new(
                format!("{place}/layer"),
                ParameterError::UnusedLayer,
            ));
        }
    }
    Resolution {
        sets,
        alone,
        problems,
    }
}

/// The entry, what it inherits from, what that inherits from, to the top. The problem is `None`
/// when it belongs to another entry of the chain, which tells it.
fn chain<'a, 'b>(
    entry: &'b Entry<'a>,
    known: &'b [Entry<'a>],
) -> Result<Vec<&'b Entry<'a>>, Option<Problem>> {
    let mut chain = vec![entry];
    let at = || format!("{}/inherits", entry.place.unwrap_or_default());
    let mut last = entry;
    while let Some(name) = last.head.inherits {
        let Some(parent) = known.iter().find(|one| one.head.id == Some(name)) else {
            let mine = chain.len() == 1 || last.place.is_none();
            return Err(mine.then(|| Problem::about(at(), ParameterError::UnknownParent, [name])));
        };
        if let Some(first) = chain.iter().position(|one| std::ptr::eq(*one, parent)) {
            // Only whoever stands in the circle tells it.
            let names = chain.iter().chain([&parent]);
            let names = names.filter_map(|one| one.head.id);
            return Err(
                (first == 0).then(|| Problem::about(at(), ParameterError::InheritanceCycle, names))
            );
        }
        chain.push(parent);
        last = parent;
    }
    Ok(chain)
}

fn grown(place: &str, chain: &[&Entry<'_>]) -> Resolved {
    let mut whole = Grown::default();
    let mut above: Option<&Entry<'_>> = None;
    for entry in chain.iter().rev() {
        whole = whole.below(entry.body, above);
        above = Some(entry);
    }
    Resolved {
        pointer: place.to_owned(),
        body: whole.body,
        inherited: whole.inherited,
    }
}
