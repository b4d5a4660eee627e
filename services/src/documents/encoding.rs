//! Bytes to text: UTF-8, UTF-16 and GB18030, with and without a byte order mark.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::Refusal;

/// GB18030 writes the byte order mark as these four bytes.
const GB18030_MARK: &[u8] = b"\x84\x31\x95\x33";

/// Decodes `bytes`; a mark decides, else UTF-8 when it is valid, else GB18030 when that is.
///
/// # Errors
/// [`Refusal::Encoding`] when the bytes are valid in none of them.
pub fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some(rest) = bytes.strip_prefix(GB18030_MARK) {
        return strict(GB18030, rest);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return strict(encoding, rest);
    }
    strict(UTF_8, bytes)
        .or_else(|_| utf16_without_mark(bytes))
        .or_else(|_| strict(GB18030, bytes))
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Refusal> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(Refusal::Encoding)
}

/// Some editors write UTF-16 without a mark: then line breaks show as `\n\0` or `\0\n`.
fn utf16_without_mark(bytes: &[u8]) -> Result<String, Refusal> {
    let (mut little, mut big) = (0_usize, 0_usize);
    for pair in bytes.chunks_exact(2) {
        match pair {
            [b'\n' | b' ', 0] => little += 1,
            [0, b'\n' | b' '] => big += 1,
            _ => {}
        }
    }
    match (little, big) {
        (0, 0) => Err(Refusal::Encoding),
        _ if little >= big => strict(UTF_16LE, bytes),
        _ => strict(UTF_16BE, bytes),
    }
}
