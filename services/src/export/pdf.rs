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
use self::layout::Layout;
use self::tags::{Kind, Node};
use super::dossier::{Cell, Dossier, Section};
use super::sections::headings::SIGNATURE;
use crate::error::ServiceError;

/// Up to so many columns a section is a table; wider ones are told row by row, and the
/// signature, whose one row is long.
const TABLE_COLUMNS: usize = 7;

pub(super) fn write(
    dossier: &Dossier,
    language: Language,
    font: Option<&Path>,
) -> Result<Vec<u8>, ServiceError> {
    let letters = Letters::load(font)?;
    let kind = language.pick("个人医保信息", "Personal insurance record");
    let title = format!("{kind} · {}", dossier.name);
    let mut layout = Layout::new(&letters);
    let mut nodes = vec![Node::heading(1, &title, layout.heading(&title, 1))];
    let note = language.pick(
        "平台保存的关于您的全部信息，金额单位为元。",
        "Everything that the platform keeps about you. Amounts in yuan.",
    );
    nodes.push(Node::leaf(Kind::Paragraph, layout.paragraph(note)));
    for section in dossier
        .sections
        .iter()
        .filter(|section| !section.rows.is_empty())
    {
        let text = section.heading.get(language);
        nodes.push(Node::heading(2, text, layout.heading(text, 2)));
        if section.columns.len() <= TABLE_COLUMNS && section.heading != SIGNATURE.0 {
            nodes.push(table(&mut layout, section, language));
        } else {
            let told = section.rows.iter().map(|row| told(section, row, language));
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

fn table(layout: &mut Layout<'_>, section: &Section, language: Language) -> Node {
    let heads: Vec<String> = section
        .columns
        .iter()
        .map(|column| column.get(language).to_owned())
        .collect();
    let texts = |row: &Vec<Cell>| row.iter().map(Cell::to_text).map(or_dash).collect();
    let rows: Vec<Vec<String>> = section.rows.iter().map(texts).collect();
    let widths = layout.widths(&heads, &rows);
    let mut lines = vec![Node::row(Kind::Head, layout.row(&heads, &widths))];
    lines.extend(
        rows.iter()
            .map(|row| Node::row(Kind::Data, layout.row(row, &widths))),
    );
    Node {
        kind: Kind::Table,
        parts: Vec::new(),
        children: lines,
    }
}

fn or_dash(text: String) -> String {
    if text.is_empty() {
        "—".to_owned()
    } else {
        text
    }
}

/// A wide row as words: what is empty is left out.
fn told(section: &Section, row: &[Cell], language: Language) -> String {
    let pairs = section
        .columns
        .iter()
        .zip(row)
        .filter_map(|(column, cell)| {
            let text = cell.to_text();
            let name = column.get(language);
            let joined = || match language {
                Language::Zh => format!("{name}：{text}"),
                Language::En => format!("{name}: {text}"),
            };
            (!text.is_empty()).then(joined)
        });
    pairs.collect::<Vec<_>>().join(language.pick("；", "; "))
}
