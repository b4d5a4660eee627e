//! The text of a PDF, its lines joined to paragraphs again.

use super::{Refusal, numerals};

/// Fewer readable characters than this a page, on average, is a scan.
const FEWEST_A_PAGE: usize = 10;

/// Reads the text of all pages.
///
/// # Errors
/// `Encrypted`, `Scan` when the pages are pictures, `Damaged`.
pub(super) fn text(bytes: &[u8]) -> Result<String, Refusal> {
    let pages =
        pdf_extract::extract_text_from_mem_by_pages(bytes).map_err(|error| match error {
            pdf_extract::OutputError::PdfError(pdf_extract::Error::Decryption(_)) => {
                Refusal::Encrypted
            }
            _ => Refusal::Damaged,
        })?;
    let readable: usize = pages
        .iter()
        .map(|page| page.chars().filter(|c| c.is_alphanumeric()).count())
        .sum();
    if readable < FEWEST_A_PAGE.saturating_mul(pages.len().max(1)) {
        return Err(Refusal::Scan);
    }
    Ok(reflow(pages.iter().flat_map(|page| page.lines())))
}

/// Joins the lines of a page to paragraphs: a line goes on in the next unless it is clearly
/// shorter than the others, ends a sentence, or the next one begins an article or a heading.
fn reflow<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let lines: Vec<&str> = lines
        .map(str::trim)
        .filter(|line| !is_page_number(line))
        .collect();
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let mut out = String::new();
    let mut open = false;
    for line in lines {
        if line.is_empty() {
            continue;
        }
        let begins = begins_block(line);
        if open && !begins {
            if out
                .chars()
                .next_back()
                .is_some_and(|c| c.is_ascii_alphanumeric())
                && line
                    .chars()
                    .next()
                    .is_some_and(|c| c.is_ascii_alphanumeric())
            {
                out.push(' ');
            }
        } else if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(line);
        let ends = line.ends_with(['。', '；', '：', '.', ';', ':', '!', '！', '？', '?']);
        let short = width(line).saturating_mul(10) < widest.saturating_mul(8);
        open = !(ends || short);
    }
    out.push('\n');
    out
}

fn width(line: &str) -> usize {
    line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn is_page_number(line: &str) -> bool {
    let inner = line.trim_matches(['-', '—', ' ', '–']);
    !inner.is_empty() && inner.len() <= 4 && inner.chars().all(|c| c.is_ascii_digit())
}

fn begins_block(line: &str) -> bool {
    let mut characters = line.chars();
    match characters.next() {
        Some('第') => {
            let rest: String = characters
                .by_ref()
                .take_while(|c| !matches!(c, '条' | '章' | '节' | '编'))
                .take(8)
                .collect();
            !rest.is_empty() && rest.chars().all(numerals::is_numeral)
        }
        Some('（' | '(') => characters.next().is_some_and(numerals::is_numeral),
        Some(first) if numerals::is_numeral(first) => {
            matches!(
                characters.find(|c| !numerals::is_numeral(*c)),
                Some('、' | '.')
            )
        }
        _ => false,
    }
}
