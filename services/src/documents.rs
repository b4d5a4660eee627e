//! Reads documents as they come from offices and the web: finds out what they are, takes the
//! text out, and recognises its structure.

mod archive;
mod child;
mod dates;
mod docx;
mod encoding;
mod fold;
mod front_matter;
mod html;
mod kind;
mod limits;
mod lines;
mod numerals;
mod pdf;
mod provenance;
mod refusal;
mod structure;

pub use archive::{Member, read_source};
pub use child::{Extractor, child_main, extract_in_child};
pub use dates::first_day;
pub use encoding::decode;
pub use fold::clean;
pub(crate) use fold::radical;
pub use front_matter::FrontMatter;
pub use kind::{Kind, recognise};
pub use limits::Limits;
pub(crate) use numerals::value as numeral;
pub use provenance::Provenance;
pub use refusal::Refusal;
pub use structure::{Article, Structured, structure};

/// The text of one file, taken out by what the file is and not by what it is called. PDF and
/// DOCX are read by `extractor` in a process of its own.
///
/// # Errors
/// A [`Refusal`] with the reason that the person importing reads.
pub async fn extract(name: &str, bytes: Vec<u8>, extractor: &Extractor) -> Result<String, Refusal> {
    let kind = recognise(name, &bytes)?;
    let text = match kind {
        Kind::Pdf | Kind::Docx => extract_in_child(extractor, kind, bytes).await?,
        Kind::Html => html::text(&decode(&bytes)?)?,
        Kind::Markdown | Kind::Text => decode(&bytes)?,
    };
    let text = clean(&text);
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(text)
}
