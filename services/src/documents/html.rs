//! The reading text of a web page, headings marked as in Markdown.

use scraper::{ElementRef, Html, Node};

use super::Refusal;

/// Elements that hold nothing to read.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form",
    "button", "svg", "iframe", "head", "select", "textarea", "object",
];
/// Elements after which a new line begins.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "li",
    "tr",
    "table",
    "section",
    "article",
    "main",
    "ul",
    "ol",
    "blockquote",
    "dd",
    "dt",
    "br",
    "pre",
    "figure",
    "figcaption",
    "body",
    "td",
    "th",
    "center",
];
/// Nesting deeper than this is not read by people.
const DEEPEST: usize = 200;

/// The text of the page.
///
/// # Errors
/// `Empty` when nothing is left to read.
pub(super) fn text(source: &str) -> Result<String, Refusal> {
    let page = Html::parse_document(source);
    let mut out = String::new();
    let root = page.root_element();
    walk(root, &mut out, 0);
    let has_heading = out.lines().any(|line| line.starts_with("# "));
    if !has_heading && let Some(title) = title(&page) {
        out.insert_str(0, &format!("# {title}\n\n"));
    }
    if out.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(out)
}

fn title(page: &Html) -> Option<String> {
    let element = page
        .root_element()
        .descendants()
        .filter_map(ElementRef::wrap)
        .find(|element| element.value().name() == "title")?;
    let text = squeeze(&element.text().collect::<String>());
    // Sites add their own name after a bar or a dash.
    let title = text
        .split(['|', '_', '—'])
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned();
    (!title.is_empty()).then_some(title)
}

fn walk(element: ElementRef<'_>, out: &mut String, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => push_text(out, text),
            Node::Element(value) => {
                let name = value.name();
                let Some(inner) = ElementRef::wrap(child) else {
                    continue;
                };
                if SKIPPED.contains(&name) {
                    continue;
                }
                if let Some(level) = heading_level(name) {
                    let heading = squeeze(&inner.text().collect::<String>());
                    if !heading.is_empty() {
                        out.push_str(&format!("\n{} {heading}\n", "#".repeat(level)));
                    }
                    continue;
                }
                let block = BLOCKS.contains(&name);
                if block {
                    out.push('\n');
                }
                walk(inner, out, depth + 1);
                if block {
                    out.push('\n');
                }
            }
            _ => {}
        }
    }
}

fn heading_level(name: &str) -> Option<usize> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn push_text(out: &mut String, text: &str) {
    let squeezed = squeeze(text);
    if squeezed.is_empty() {
        return;
    }
    let glued = out
        .chars()
        .next_back()
        .is_none_or(|c| c == '\n' || !c.is_ascii());
    if !glued && text.starts_with(char::is_whitespace) {
        out.push(' ');
    }
    // A line that only looks like a heading must not become one.
    if (out.is_empty() || out.ends_with('\n')) && squeezed.starts_with('#') {
        out.push(' ');
        out.push('\u{FF03}');
        out.push_str(squeezed.trim_start_matches('#'));
        return;
    }
    out.push_str(&squeezed);
    if text.ends_with(char::is_whitespace) && squeezed.is_ascii() {
        out.push(' ');
    }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
