//! The export as a tagged PDF: headings and tables that a screen reader understands.

pub(crate) mod font;
pub(crate) mod layout;
pub(crate) mod tags;

use std::path::Path;

use domain::language::Language;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::Metadata;
use krilla::{Document, SerializeSettings};

use self::font::Letters;
use self::layout::{Columns, Layout};
use self::tags::{Kind, Node};
use super::dossier::{Dossier, Place, Section, Words};
use super::sections::headings::SIGNATURE;
use crate::error::ServiceError;

/// Up to so many columns with anything in them a section is a table, where they fit the page; others
/// are told row by row, and the signature, whose one row is long.
const TABLE_COLUMNS: usize = 10;
/// A cell of more letters than this belongs in no table.
const LONG: usize = 160;
/// The widths of names and values, in points.
const FACTS: [f32; 2] = [140.0, 363.0];

pub(super) fn write(
    dossier: &Dossier,
    words: Words,
    language: Language,
    font: Option<&Path>,
) -> Result<Vec<u8>, ServiceError> {
    let letters = Letters::load(font)?;
    let kind = language.pick("个人医保信息", "Personal insurance record");
    let title = format!("{kind} · {}", dossier.name);
    let mut layout = Layout::new(&letters);
    let mut nodes = vec![Node::heading(1, &title, layout.heading(&title, 1))];
    let note = language.pick(
        "平台保存的关于您的全部信息。金额单位为元，时间是北京时间。",
        "Everything that the platform keeps about you. Amounts in yuan, times of day as in Beijing.",
    );
    nodes.push(Node::leaf(Kind::Paragraph, layout.paragraph(note)));
    for section in dossier
        .sections
        .iter()
        .filter(|section| !section.rows.is_empty())
    {
        let text = section.heading.get(language);
        nodes.push(Node::heading(2, text, layout.heading(text, 2)));
        let said = Said::of(dossier, section, words, language);
        let columns = (section.heading != SIGNATURE.0 && said.is_tabular())
            .then(|| layout.columns(&said.heads, &said.rows))
            .flatten();
        if let Some(columns) = columns {
            nodes.push(table(&mut layout, &said, &columns));
        } else if section.heading != SIGNATURE.0 && said.rows.len() == 1 {
            nodes.push(facts(&mut layout, &said));
        } else {
            let told = said.rows.iter().map(|row| said.told(row, language));
            nodes.extend(told.map(|text| Node::leaf(Kind::Paragraph, layout.paragraph(&text))));
        }
    }
    if let Some(text) = letters.explanation(language) {
        nodes.push(Node::leaf(Kind::Paragraph, layout.paragraph(text)));
    }
    let mut document = Document::new_with(settings()?);
    document.set_outline(layout.outline());
    let places = layout.draw(&mut document)?;
    let tongue = language.pick("zh-CN", "en");
    document.set_tag_tree(tags::tree(nodes, &places, tongue));
    document.set_metadata(Metadata::new().title(title).language(tongue.to_owned()));
    document
        .finish()
        .map_err(|error| ServiceError::internal(format!("{error:?}")))
}

/// PDF/UA-1: what a screen reader needs is there, or there is no file.
pub(crate) fn settings() -> Result<SerializeSettings, ServiceError> {
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| ServiceError::internal(format!("{error:?}")))?;
    Ok(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    })
}

/// A section in words; columns in which nothing stands are left out.
struct Said {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Said {
    fn of(dossier: &Dossier, section: &Section, words: Words, language: Language) -> Self {
        let rows = section.rows.iter().map(|row| {
            let cells = Place::all(section, row);
            cells
                .map(|place| said(dossier, &place, words, language))
                .collect()
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let filled = |column: usize| {
            let mut cells = rows.iter().filter_map(|row| row.get(column));
            cells.any(|cell| !cell.is_empty())
        };
        let filled: Vec<bool> = (0..section.columns.len()).map(filled).collect();
        let heads = section.columns.iter().zip(&filled);
        let heads = heads.filter(|(_, filled)| **filled);
        Self {
            heads: heads
                .map(|(head, _)| head.get(language).to_owned())
                .collect(),
            rows: rows
                .into_iter()
                .map(|row| {
                    let cells = row.into_iter().zip(&filled);
                    let cells = cells.filter(|(_, filled)| **filled);
                    cells.map(|(cell, _)| cell).collect()
                })
                .collect(),
        }
    }

    /// Whether it is narrow enough for a table.
    fn is_tabular(&self) -> bool {
        let short = |cell: &String| cell.chars().count() <= LONG;
        self.heads.len() <= TABLE_COLUMNS && self.rows.iter().flatten().all(short)
    }

    /// A wide row as one sentence: what is empty is left out.
    fn told(&self, row: &[String], language: Language) -> String {
        let pairs = self.heads.iter().zip(row);
        let pairs = pairs.filter(|(_, text)| !text.is_empty());
        let pairs = pairs.map(|(name, text)| match language {
            Language::Zh => format!("{name}：{text}"),
            Language::En => format!("{name}: {text}"),
        });
        pairs.collect::<Vec<_>>().join(language.pick("；", "; "))
    }
}

/// What stands in one place, for people.
fn said(dossier: &Dossier, place: &Place<'_>, words: Words, language: Language) -> String {
    let text = place.cell.to_text();
    if text.is_empty() {
        return text;
    }
    let product = (place.column == "product_id").then(|| {
        let mut names = dossier.products.iter();
        let known = names.find(|(id, _)| *id == text);
        known.map(|(_, name)| name.get(language).to_owned())
    });
    let said = product.flatten().or_else(|| words(place, language));
    // A line of its own has no place in a cell.
    said.unwrap_or(text).replace(['\r', '\n'], " ")
}

fn table(layout: &mut Layout<'_>, said: &Said, columns: &Columns) -> Node {
    let dashed = |row: &Vec<String>| row.iter().map(|cell| or_dash(cell)).collect();
    let rows: Vec<Vec<String>> = said.rows.iter().map(dashed).collect();
    let mut lines = layout.table(&said.heads, &rows, columns).into_iter();
    let head = lines.next().map(|cells| Node::row(Kind::Head, cells));
    let data = lines.map(|cells| Node::row(Kind::Data, cells));
    Node {
        kind: Kind::Table,
        parts: Vec::new(),
        children: head.into_iter().chain(data).collect(),
    }
}

/// The one row of a wide section as names and values, one below the other.
fn facts(layout: &mut Layout<'_>, said: &Said) -> Node {
    let row = said.rows.iter().flatten();
    let facts = said.heads.iter().zip(row);
    let facts = facts.filter(|(_, text)| !text.is_empty());
    let lines = facts.map(|(name, text)| {
        let cells = layout.row(&[name.clone(), text.clone()], &FACTS);
        let children = [Kind::RowHead, Kind::Data].into_iter().zip(cells);
        Node {
            kind: Kind::Row,
            parts: Vec::new(),
            children: children
                .map(|(kind, parts)| Node::leaf(kind, parts))
                .collect(),
        }
    });
    let children = lines.collect();
    Node {
        kind: Kind::Table,
        parts: Vec::new(),
        children,
    }
}

fn or_dash(text: &str) -> String {
    if text.is_empty() {
        "—".to_owned()
    } else {
        text.to_owned()
    }
}
