//! Text as people and spreadsheets deliver it, made plain.

/// `text` as a number or code is read: full-width letters, digits and marks become ordinary ones,
/// spaces of every kind and the apostrophe a spreadsheet puts in front are dropped, and ASCII
/// letters become capital. Whether it is a number of any kind is for the caller to say.
#[must_use]
pub fn plain(text: &str) -> String {
    text.trim_start_matches(['\'', '\u{2019}'])
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}' | '\u{FEFF}'))
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0)
                .unwrap_or(c)
                .to_ascii_uppercase(),
            _ => c.to_ascii_uppercase(),
        })
        .collect()
}

/// The value of a digit; `None` for anything else.
pub(super) fn digit(byte: u8) -> Option<u32> {
    byte.is_ascii_digit().then(|| u32::from(byte - b'0'))
}
