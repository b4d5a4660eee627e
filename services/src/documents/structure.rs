//! Recognises the structure of a text: title, part, headings, articles.

use super::front_matter::FrontMatter;
use super::lines::{Line, lines};
use super::provenance::is_provenance;
use super::{Provenance, Refusal, numerals};

mod article;
mod marks;

pub use article::Article;
use article::Collector;
use marks::{Mark, mark};

/// A text with its parts told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structured {
    /// The fields written at its head.
    pub matter: FrontMatter,
    /// Its title as written.
    pub title: String,
    /// The part of a larger work (`合同编`), or empty.
    pub part: String,
    /// What its own lines say of where it comes from.
    pub provenance: Provenance,
    /// A document number that stands alone under the title (`国办发〔2024〕38号`).
    pub number: Option<String>,
    /// The articles, in order; every text has at least one.
    pub articles: Vec<Article>,
}

/// Longest line that can be a title.
const LONGEST_TITLE: usize = 120;

/// Recognises the structure of `text`.
///
/// # Errors
/// `NoTitle` when neither front matter nor text gives one, `NoText` when nothing else is there.
pub fn structure(text: &str) -> Result<Structured, Refusal> {
    let (matter, body) = FrontMatter::divide(text);
    let mut lines = lines(body);
    let titled = [matter.text("title_zh"), matter.text("title")]
        .into_iter()
        .find(|title| !title.is_empty());
    let mut part = matter.text("part").to_owned();
    let title = match titled {
        Some(title) => title.to_owned(),
        None => take_title(&mut lines, &mut part)?,
    };
    let (history, number) = take_history(&mut lines);
    let mut collector = Collector::default();
    for line in lines {
        match line {
            Line::EndOfProvenance => {}
            Line::Heading(1, name) if language(&name).is_some() => {
                collector.language(language(&name).unwrap_or("zh"));
            }
            Line::Heading(level, name) => collector.heading(level, &name),
            Line::Text(line) => match mark(
                &line,
                collector.last_article(),
                collector.language_is_chinese(),
            ) {
                Some(Mark::Article {
                    number,
                    sub,
                    label,
                    rest,
                }) => {
                    collector.article(number, sub, label, rest);
                }
                Some(Mark::Heading { level, name }) => collector.heading(level, &name),
                Some(Mark::Item { label }) => collector.item(&label, &line),
                None => collector.paragraph(&line),
            },
        }
    }
    let articles = collector.finish();
    if articles.is_empty() {
        return Err(Refusal::NoText);
    }
    Ok(Structured {
        matter,
        title,
        part,
        provenance: Provenance::read(history),
        number,
        articles,
    })
}

fn language(heading: &str) -> Option<&'static str> {
    match heading.trim() {
        "中文" => Some("zh"),
        "English" => Some("en"),
        _ => None,
    }
}

/// Takes the title, and the part that a second main heading names, out of `lines`.
fn take_title(lines: &mut Vec<Line>, part: &mut String) -> Result<String, Refusal> {
    let first_heading = lines
        .iter()
        .take(12)
        .position(|line| matches!(line, Line::Heading(1, _)));
    if let Some(at) = first_heading {
        let Line::Heading(_, title) = lines.remove(at) else {
            return Err(Refusal::NoTitle);
        };
        if let Some(Line::Heading(1, second)) = lines.get(at)
            && language(second).is_none()
            && lines.contains(&Line::EndOfProvenance)
        {
            part.clone_from(second);
            lines.remove(at);
        }
        return Ok(title);
    }
    let at = lines
        .iter()
        .position(|line| match line {
            Line::Text(text) | Line::Heading(_, text) => {
                text.chars().count() <= LONGEST_TITLE
                    && text.chars().any(char::is_alphabetic)
                    && !is_number_line(text)
                    && mark(text, 0, true).is_none()
            }
            Line::EndOfProvenance => false,
        })
        .filter(|at| *at < 6)
        .ok_or(Refusal::NoTitle)?;
    match lines.remove(at) {
        Line::Text(title) | Line::Heading(_, title) => Ok(title),
        Line::EndOfProvenance => Err(Refusal::NoTitle),
    }
}

fn is_number_line(line: &str) -> bool {
    line.chars().count() <= 40
        && line.trim_end().ends_with('号')
        && line.chars().any(numerals::is_numeral)
}

/// Takes the lines about where the text comes from out of `lines`.
fn take_history(lines: &mut Vec<Line>) -> (Vec<String>, Option<String>) {
    let end = lines.iter().position(|line| *line == Line::EndOfProvenance);
    let head = match end {
        Some(end) => end,
        None => lines
            .iter()
            .take(12)
            .take_while(|line| matches!(line, Line::Text(text) if mark(text, 0, true).is_none()))
            .count(),
    };
    let (mut history, mut number, mut kept) = (Vec::new(), None, Vec::new());
    for line in lines.drain(..head) {
        match line {
            Line::Text(text)
                if number.is_none() && is_number_line(&text) && !text.contains('令') =>
            {
                number = Some(text);
            }
            Line::Text(text) if end.is_some() || is_provenance(&text) => history.push(text),
            other => kept.push(other),
        }
    }
    lines.splice(..0, kept);
    (history, number)
}
