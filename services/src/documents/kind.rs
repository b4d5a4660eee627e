//! What a file is, by its content; its name only decides between kinds of plain text.

use super::Refusal;

/// The kinds of document that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text with headings marked by `#`.
    Markdown,
    /// A web page.
    Html,
    /// Plain text.
    Text,
    /// Portable Document Format.
    Pdf,
    /// Word since 2007.
    Docx,
}

impl Kind {
    /// The word that the helper process takes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Text => "text",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }
    }
}

/// How far into a file its marks are sought.
const HEAD: usize = 1024;

/// Finds out what `bytes` are.
///
/// # Errors
/// `Empty`, `OldWord`, `Nested` for archives, `UnknownKind` for pictures and programs.
pub fn recognise(name: &str, bytes: &[u8]) -> Result<Kind, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or(bytes);
    if find(head, b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") {
        return if find(bytes, b"word/document.xml") {
            Ok(Kind::Docx)
        } else {
            Err(Refusal::Nested)
        };
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(Refusal::OldWord);
    }
    if head.starts_with(b"\xFD7zXZ") || head.starts_with(b"\x1F\x8B") || head.starts_with(b"Rar!") {
        return Err(Refusal::Nested);
    }
    let utf16 = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    if head.contains(&0) && !utf16 {
        return Err(Refusal::UnknownKind);
    }
    let lower: Vec<u8> = head
        .iter()
        .filter(|byte| **byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    if find(&lower, b"<!doctype html") || find(&lower, b"<html") || find(&lower, b"<body") {
        return Ok(Kind::Html);
    }
    let extension = name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    Ok(match extension.as_str() {
        "md" | "markdown" => Kind::Markdown,
        "htm" | "html" => Kind::Html,
        _ if head.starts_with(b"---\n") || head.starts_with(b"# ") => Kind::Markdown,
        _ => Kind::Text,
    })
}

fn find(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}
