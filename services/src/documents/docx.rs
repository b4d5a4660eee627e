//! The text of a Word file: paragraphs, heading styles, table cells.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::Refusal;
use super::limits::{Counting, Limits};

/// Reads `word/document.xml` of the package.
///
/// # Errors
/// `Bomb` beyond the limits of a package, `Encrypted`, `Damaged`, `Empty`.
pub(super) fn text(bytes: &[u8]) -> Result<String, Refusal> {
    let limits = Limits::DOCX;
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    if package.len() > limits.entries {
        return Err(Refusal::Bomb);
    }
    let part = package
        .by_name("word/document.xml")
        .map_err(|_| Refusal::Damaged)?;
    if part.encrypted() {
        return Err(Refusal::Encrypted);
    }
    let most = limits.file.min(
        part.compressed_size()
            .max(20_000)
            .saturating_mul(limits.ratio),
    );
    let mut xml = String::new();
    Counting::new(part, most)
        .read_to_string(&mut xml)
        .map_err(|error| {
            if error.kind() == std::io::ErrorKind::InvalidData
                && error.to_string().contains("too much")
            {
                Refusal::Bomb
            } else {
                Refusal::Damaged
            }
        })?;
    let text = paragraphs(&xml)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(text)
}

fn paragraphs(xml: &str) -> Result<String, Refusal> {
    let mut reader = Reader::from_str(xml);
    let mut out = String::new();
    let mut paragraph = String::new();
    let (mut level, mut in_text, mut deleted) = (0_usize, false, 0_usize);
    loop {
        match reader.read_event().map_err(|_| Refusal::Damaged)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" => in_text = true,
                "del" => deleted += 1,
                "p" => paragraph.clear(),
                "pStyle" => level = style(&tag),
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "tab" => paragraph.push(' '),
                "br" | "cr" => paragraph.push('\n'),
                "pStyle" => level = style(&tag),
                _ => {}
            },
            Event::Text(text) if in_text && deleted == 0 => {
                paragraph.push_str(&text);
            }
            Event::GeneralRef(reference) if in_text && deleted == 0 => {
                push_reference(&mut paragraph, &reference);
            }
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" => in_text = false,
                "del" => deleted = deleted.saturating_sub(1),
                "p" => {
                    let line = paragraph.trim();
                    if !line.is_empty() {
                        if level > 0 {
                            out.push_str(&"#".repeat(level));
                            out.push(' ');
                        }
                        out.push_str(line);
                        out.push('\n');
                    }
                    paragraph.clear();
                    level = 0;
                }
                _ => {}
            },
            Event::Eof => return Ok(out),
            _ => {}
        }
    }
}

/// The heading level of a paragraph style: `Title` is 1, `Heading1` is 2, as below a title.
fn style(tag: &BytesStart<'_>) -> usize {
    let Ok(Some(value)) = tag.try_get_attribute("w:val") else {
        return 0;
    };
    let name = value.value.to_ascii_lowercase();
    if name == "title" {
        return 1;
    }
    let digits = name.strip_prefix("heading").unwrap_or(&name);
    match digits.parse::<usize>() {
        Ok(level) if (1..=5).contains(&level) => level + 1,
        _ => 0,
    }
}

fn push_reference(out: &mut String, name: &str) {
    match name {
        "amp" => out.push('&'),
        "lt" => out.push('<'),
        "gt" => out.push('>'),
        "quot" => out.push('"'),
        "apos" => out.push('\''),
        _ => {
            let code = name.strip_prefix('#').and_then(|code| {
                code.strip_prefix('x').map_or_else(
                    || code.parse().ok(),
                    |hex| u32::from_str_radix(hex, 16).ok(),
                )
            });
            out.extend(code.and_then(char::from_u32));
        }
    }
}
