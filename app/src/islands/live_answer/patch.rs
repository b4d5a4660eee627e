//! What leads from one HTML to the next: only what differs is touched. A device with little strength
//! takes its time for every element that is made, and of an answer most stays as it is.
//!
//! Both are HTML as the house writes it: each element is closed, each value quoted, and neither a
//! value nor a text holds `<` or `>` as such.

/// Elements that have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];

/// A place in a document: an element, or a text.
pub(super) trait Place: Sized {
    /// The first that stands in it.
    fn first(&self) -> Option<Self>;
    /// What stands behind it.
    fn next(&self) -> Option<Self>;
    /// Makes a text say `text`; `None` where it is no text.
    fn say(&self, text: &str) -> Option<()>;
    /// Gives an element's attribute another value.
    fn give(&self, name: &str, value: &str);
    /// Writes everything anew that stands in an element.
    fn fill(&self, html: &str);
    /// Adds to the end of an element.
    fn append(&self, html: &str);
    /// Takes it out of its place.
    fn remove(&self);
}

/// Makes `place`, which holds `was`, hold `is`.
pub(super) fn patch(place: &impl Place, was: &str, is: &str) {
    if was != is && differences(place, was, is).is_none() {
        place.fill(is);
    }
}

/// `None` where the two are not alike enough to go on from the one to the other, or where something
/// else stands in the place than what was written there: a browser that translates puts its own words.
fn differences(place: &impl Place, was: &str, is: &str) -> Option<()> {
    let (old, new) = (children(was)?, children(is)?);
    let mut pairs = old.iter().zip(&new);
    if !pairs.all(|(was, is)| name(was) == name(is)) {
        return None;
    }
    let first = name(old.first()?);
    let is_list = || first.is_some() && old.iter().chain(&new).all(|one| name(one) == first);
    if old.len() != new.len() && !is_list() {
        return None;
    }
    let mut at = place.first();
    for (was, is) in old.iter().zip(&new) {
        let child = at?;
        if was != is {
            element(&child, was, is)?;
        }
        at = child.next();
    }
    for _ in new.len()..old.len() {
        let surplus = at?;
        at = surplus.next();
        surplus.remove();
    }
    if at.is_some() {
        return None;
    }
    for missing in new.get(old.len()..).unwrap_or_default() {
        place.append(missing);
    }
    Some(())
}

/// Makes one element, or a text, of another one of its name.
fn element(place: &impl Place, was: &str, is: &str) -> Option<()> {
    let (Some(old), Some(new)) = (opened(was), opened(is)) else {
        return place.say(&plain(is));
    };
    let (before, after) = (attributes(old.0), attributes(new.0));
    // Given later, an attribute would stand at another place than it is written at.
    let pairs = before.iter().zip(&after);
    if before.len() != after.len() || !pairs.clone().all(|(one, other)| one.0 == other.0) {
        return None;
    }
    for (_, (name, value)) in pairs.filter(|(was, is)| was != is) {
        place.give(name, &plain(value));
    }
    patch(place, old.1, new.1);
    Some(())
}

/// What stands side by side; `None` where it is not written as the house writes.
fn children(html: &str) -> Option<Vec<&str>> {
    let mut found = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let end = if rest.starts_with('<') {
            end_of_element(rest)?
        } else {
            rest.find('<').unwrap_or(rest.len())
        };
        let (one, behind) = rest.split_at_checked(end)?;
        found.push(one);
        rest = behind;
    }
    Some(found)
}

/// Where the element ends that `html` begins with.
fn end_of_element(html: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let open = at + html.get(at..)?.find('<')?;
        let close = open + html.get(open..)?.find('>')?;
        let tag = html.get(open + 1..close)?;
        at = close + 1;
        if tag.starts_with('!') {
            return None;
        }
        if tag.starts_with('/') {
            depth = depth.checked_sub(1)?;
        } else if !tag.ends_with('/') && !VOID.contains(&word(tag)) {
            depth += 1;
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

/// The name of an element; `None` of a text.
fn name(html: &str) -> Option<&str> {
    html.strip_prefix('<').map(word)
}

fn word(tag: &str) -> &str {
    let end = tag.find([' ', '>', '/']).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

/// An element's attributes, as they are written, and what stands in it; `None` of a text.
fn opened(html: &str) -> Option<(&str, &str)> {
    let tag = html.strip_prefix('<')?;
    let (tag, rest) = tag.split_once('>')?;
    let inner = rest.rfind("</").and_then(|end| rest.get(..end));
    Some((tag.get(word(tag).len()..)?, inner.unwrap_or_default()))
}

/// Names and values, the latter as they are written.
fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag.trim_start_matches([' ', '/']);
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        let (value, behind) = match behind.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", behind),
        };
        found.push((name, value));
        rest = behind.trim_start_matches([' ', '/', '=']);
    }
    found
}

/// The text that was written so.
fn plain(written: &str) -> String {
    if !written.contains('&') {
        return written.to_owned();
    }
    let letters = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ];
    letters
        .into_iter()
        .fold(written.to_owned(), |text, (code, letter)| {
            text.replace(code, letter)
        })
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests;
