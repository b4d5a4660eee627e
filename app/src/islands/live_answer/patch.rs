//! What leads from one HTML to the next: only what differs is touched. A device with little strength
//! takes its time for every element that is made, and of an answer most stays as it is.
//!
//! Both are HTML as the house writes it: each element is closed, each value quoted, and neither a
//! value nor a text holds `<` or `>` as such. They are read once, side by side. What is the same letter
//! for letter is passed over, and the document is not asked for what stands in it.

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
    let mut both = Both::new(was, is);
    let done = both.level(place);
    if done.is_none() || !both.was.is_empty() || !both.is.is_empty() {
        place.fill(is);
    }
}

/// What is still to be read of the two.
struct Both<'a> {
    was: &'a str,
    is: &'a str,
    /// How many bytes from here on are the same, where that is known.
    same: Option<usize>,
}

impl<'a> Both<'a> {
    const fn new(was: &'a str, is: &'a str) -> Self {
        let same = None;
        Self { was, is, same }
    }

    /// Makes what stands in an element, up to its end, of what stood there. `None` where one of the two
    /// is not written as the house writes.
    fn level(&mut self, place: &impl Place) -> Option<()> {
        if self.pass_same_level().is_some() {
            return Some(());
        }
        let (was, is) = (self.was, self.is);
        if self.differences(place).is_none() {
            *self = Self::new(was, is);
            let (_, is) = self.pass(level(was, was.len())?, level(is, is.len())?)?;
            place.fill(is);
        }
        Some(())
    }

    /// `None` where the two are not alike enough to go on from the one to the other, or where something
    /// else stands in the place than what was written there: a browser that translates puts its own
    /// words.
    fn differences(&mut self, place: &impl Place) -> Option<()> {
        let first = name(self.was);
        let mut is_list = first.is_some();
        let mut at = place.first();
        while !is_over(self.was) && !is_over(self.is) {
            let child = at?;
            is_list = is_list && name(self.was) == first;
            self.part(&child)?;
            at = child.next();
        }
        let mut is_more = |html: &str| {
            is_list = is_list && name(html) == first;
            is_list.then_some(())
        };
        while !is_over(self.was) {
            is_more(self.was)?;
            self.pass(element(self.was)?, 0)?;
            let surplus = at?;
            at = surplus.next();
            surplus.remove();
        }
        let missing = self.is;
        while !is_over(self.is) {
            is_more(self.is)?;
            self.pass(0, element(self.is)?)?;
        }
        if at.is_some() {
            return None;
        }
        let missing = missing.strip_suffix(self.is)?;
        if !missing.is_empty() {
            place.append(missing);
        }
        Some(())
    }

    /// Makes one element, or a text, of another one of its name.
    fn part(&mut self, place: &impl Place) -> Option<()> {
        let (was, is) = self.pass(part(self.was)?.len(), part(self.is)?.len())?;
        if name(was) != name(is) {
            return None;
        }
        if was != is {
            let (Some(old), Some(new)) = (attributes(was), attributes(is)) else {
                return place.say(&plain(is));
            };
            give(place, old, new)?;
        }
        if has_end(is) {
            self.level(place)?;
            self.pass(part(self.was)?.len(), part(self.is)?.len())?;
        }
        Some(())
    }

    /// Passes over everything up to the end of an element; `None` where the two differ before it.
    fn pass_same_level(&mut self) -> Option<()> {
        let same = *self.same.get_or_insert_with(|| alike(self.was, self.is));
        let end = level(self.was, same)?;
        is_over(self.is.get(end..)?).then_some(())?;
        self.pass(end, end).map(|_| ())
    }

    /// Goes on in each by so many bytes, and answers what stands there.
    fn pass(&mut self, was: usize, is: usize) -> Option<(&'a str, &'a str)> {
        let known = self.same.filter(|_| was == is);
        self.same = known.and_then(|same| same.checked_sub(was));
        let (old, was) = self.was.split_at_checked(was)?;
        let (new, is) = self.is.split_at_checked(is)?;
        (self.was, self.is) = (was, is);
        Some((old, new))
    }
}

/// Gives an element the `new` attributes; `None` where they are not those that it has, in their order:
/// given later, one would stand at another place than it is written at.
fn give(place: &impl Place, mut old: Attributes<'_>, mut new: Attributes<'_>) -> Option<()> {
    loop {
        match (old.next(), new.next()) {
            (None, None) => return Some(()),
            (Some(was), Some(is)) if was.0 == is.0 => {
                if was.1 != is.1 {
                    place.give(is.0, &plain(is.1));
                }
            }
            _ => return None,
        }
    }
}

/// How many bytes the two have in common at their beginning.
fn alike(one: &str, other: &str) -> usize {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    // Eight at a time as far as they go: there are thousands.
    let eights = one.as_chunks().0.iter().zip(other.as_chunks().0);
    let same =
        eights.take_while(|(one, other)| u64::from_ne_bytes(**one) == u64::from_ne_bytes(**other));
    let same = same.count() * 8;
    let rest = one.iter().zip(other).skip(same);
    same + rest.take_while(|(one, other)| one == other).count()
}

/// Whether nothing more stands in the element.
fn is_over(html: &str) -> bool {
    html.is_empty() || html.starts_with("</")
}

/// The tag or the text that comes first; `None` where it is not written as the house writes.
fn part(html: &str) -> Option<&str> {
    let end = if !html.starts_with('<') {
        html.find('<').unwrap_or(html.len())
    } else if html.starts_with("<!") {
        return None;
    } else {
        html.find('>')? + 1
    };
    html.get(..end).filter(|part| !part.is_empty())
}

/// Where the element ends whose inner HTML begins here; `None` where it is not within `most` bytes.
fn level(html: &str, most: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while at <= most {
        let rest = html.get(at..)?;
        if is_over(rest) && depth == 0 {
            return Some(at);
        }
        let part = part(rest)?;
        if part.starts_with("</") {
            depth -= 1;
        } else if has_end(part) {
            depth += 1;
        }
        at += part.len();
    }
    None
}

/// Where the element ends that comes first.
fn element(html: &str) -> Option<usize> {
    let tag = part(html)?;
    if !has_end(tag) {
        return Some(tag.len());
    }
    let inner = level(html.get(tag.len()..)?, html.len())?;
    let end = tag.len() + inner;
    Some(end + part(html.get(end..)?)?.len())
}

/// The name of an element by its tag; `None` of a text.
fn name(html: &str) -> Option<&str> {
    html.strip_prefix('<').map(word)
}

fn word(tag: &str) -> &str {
    let end = tag.find([' ', '>', '/']).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default()
}

/// Whether something stands in what the tag opens, and its end comes later; not so of a text.
fn has_end(tag: &str) -> bool {
    !tag.ends_with("/>") && name(tag).is_some_and(|name| !VOID.contains(&name))
}

/// Names and values of attributes, the latter as they are written.
struct Attributes<'a>(&'a str);

/// The attributes of a tag; `None` of a text.
fn attributes(tag: &str) -> Option<Attributes<'_>> {
    let name = name(tag)?;
    let given = tag.get(1 + name.len()..)?.strip_suffix('>')?;
    Some(Attributes(given))
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.0.trim_start_matches([' ', '/', '=']);
        let end = rest.find(['=', ' ', '/']).unwrap_or(rest.len());
        let (name, behind) = rest.split_at_checked(end)?;
        let (value, behind) = match behind.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => ("", behind),
        };
        self.0 = behind;
        (!name.is_empty()).then_some((name, value))
    }
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
