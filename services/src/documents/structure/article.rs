//! Gathers paragraphs under articles and headings.

use std::collections::HashMap;

use super::marks::level;
use crate::documents::numerals;

/// One article, or one section of a text without articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its stable anchor within the text (`a12-1`).
    pub anchor: String,
    /// How it is cited (`第十二条之一`), or the heading of a section.
    pub label: String,
    /// `zh` or `en`.
    pub language: &'static str,
    /// The headings above it, joined by ` / `.
    pub heading: String,
    /// Its paragraphs, one a line.
    pub body: String,
}

/// A section without articles is divided once it grows past this many bytes.
const LONGEST_SECTION: usize = 6_000;

/// Takes a text line by line.
#[derive(Default)]
pub(super) struct Collector {
    done: Vec<Article>,
    anchors: HashMap<String, u32>,
    path: Vec<(usize, String)>,
    english: bool,
    open: Option<Article>,
    /// A heading was met whose section has no text yet.
    fresh: bool,
    last: u32,
    has_articles: bool,
    sections: u32,
}

impl Collector {
    pub(super) const fn last_article(&self) -> u32 {
        self.last
    }

    pub(super) const fn language_is_chinese(&self) -> bool {
        !self.english
    }

    pub(super) fn language(&mut self, code: &str) {
        self.close();
        self.path.clear();
        self.english = code == "en";
        self.sections = 0;
    }

    pub(super) fn heading(&mut self, level: usize, name: &str) {
        self.close();
        let level = word_level(name).unwrap_or(level);
        self.path.retain(|(above, _)| *above < level);
        self.path.push((level, tidy(name)));
        self.fresh = true;
    }

    pub(super) fn article(&mut self, number: u32, sub: u32, label: String, rest: String) {
        self.close();
        self.last = number;
        self.has_articles = true;
        let anchor = if sub == 0 {
            format!("a{number}")
        } else {
            format!("a{number}-{sub}")
        };
        self.open(anchor, label, rest);
    }

    pub(super) fn item(&mut self, label: &str, line: &str) {
        // Inside an article `一、` only counts its items.
        if self.has_articles {
            self.paragraph(line);
            return;
        }
        self.close();
        let anchor =
            numerals::value(label).map_or_else(|| "i".to_owned(), |number| format!("i{number}"));
        let label = match self.path.last() {
            Some((_, heading)) if !heading.is_empty() => format!("{heading} · {label}"),
            _ => label.to_owned(),
        };
        self.open(anchor, label, line.to_owned());
    }

    pub(super) fn paragraph(&mut self, line: &str) {
        let full = self.open.as_ref().is_some_and(|open| {
            open.anchor.starts_with(['s', 'e']) && open.body.len() > LONGEST_SECTION
        });
        if full {
            self.close();
        }
        match &mut self.open {
            Some(open) => {
                if !open.body.is_empty() {
                    open.body.push('\n');
                }
                open.body.push_str(line);
            }
            None => {
                self.sections += 1;
                let letter = if self.english { 'e' } else { 's' };
                let label = self
                    .path
                    .last()
                    .map(|(_, name)| name.clone())
                    .unwrap_or_default();
                self.open(format!("{letter}{}", self.sections), label, line.to_owned());
            }
        }
        self.fresh = false;
    }

    pub(super) fn finish(mut self) -> Vec<Article> {
        self.close();
        self.done
    }

    fn open(&mut self, anchor: String, label: String, body: String) {
        let seen = self.anchors.entry(anchor.clone()).or_default();
        *seen += 1;
        let anchor = if *seen == 1 {
            anchor
        } else {
            format!("{anchor}.{seen}")
        };
        let own = self.path.last().is_some_and(|(_, name)| *name == label);
        let above = self.path.len().saturating_sub(usize::from(own));
        let heading = self
            .path
            .iter()
            .take(above)
            .map(|(_, name)| name.as_str())
            .collect::<Vec<_>>()
            .join(" / ");
        let language = if self.english { "en" } else { "zh" };
        self.open = Some(Article {
            anchor,
            label,
            language,
            heading,
            body,
        });
    }

    fn close(&mut self) {
        if let Some(article) = self.open.take()
            && !article.body.trim().is_empty()
        {
            self.done.push(article);
        }
    }
}

fn word_level(name: &str) -> Option<usize> {
    let after = name.strip_prefix('第')?;
    level(after.trim_start_matches(numerals::is_numeral))
}

/// `第一章 总 则` becomes `第一章 总则`: letters are only spaced out to fill the line.
fn tidy(name: &str) -> String {
    let (mark, title) = match name.split_once(char::is_whitespace) {
        Some((mark, title)) if mark.starts_with('第') => (mark, title),
        _ => ("", name),
    };
    let words: Vec<&str> = title.split_whitespace().collect();
    let spaced = words
        .iter()
        .all(|word| word.chars().count() <= 2 && !word.is_ascii());
    let title = if spaced {
        words.concat()
    } else {
        words.join(" ")
    };
    if mark.is_empty() {
        title
    } else {
        format!("{mark} {title}")
    }
}
