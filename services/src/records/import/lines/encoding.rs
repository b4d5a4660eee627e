//! Which encoding a file of lines is in: what its mark says, else what most lines say.

use std::borrow::Cow;

use encoding_rs::GB18030;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
/// GB18030 writes the byte order mark as these four bytes.
const GB18030_MARK: &[u8] = b"\x84\x31\x95\x33";

/// An encoding that records may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Gb18030,
}

impl Encoding {
    /// The encoding that the first bytes of a file declare.
    fn marked(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(UTF8_MARK) {
            Some(Self::Utf8)
        } else if bytes.starts_with(GB18030_MARK) {
            Some(Self::Gb18030)
        } else {
            None
        }
    }

    /// `bytes` without the mark that a file of this encoding may begin with.
    pub(super) fn without_mark(self, bytes: &[u8]) -> &[u8] {
        let mark = match self {
            Self::Utf8 => UTF8_MARK,
            Self::Gb18030 => GB18030_MARK,
        };
        bytes.strip_prefix(mark).unwrap_or(bytes)
    }

    /// The text of a line; `None` when its bytes are none in this encoding. UTF-8 often passes for
    /// GB18030, with other letters: in such a file it is a stranger and not read.
    pub(super) fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        let utf8 = std::str::from_utf8(bytes).ok();
        match self {
            Self::Utf8 => utf8.map(Cow::Borrowed),
            Self::Gb18030 if utf8.is_some_and(|text| text.chars().any(is_long)) => None,
            Self::Gb18030 => GB18030.decode_without_bom_handling_and_without_replacement(bytes),
        }
    }
}

/// Whether UTF-8 takes three bytes or more for a letter, as for every Chinese one. GB18030 that
/// happens to be valid UTF-8 nearly always looks like letters of two.
fn is_long(letter: char) -> bool {
    letter.len_utf8() > 2
}

/// Whether a line is UTF-8, or was before something in it broke. GB18030 read as UTF-8 is broken
/// in many places and holds hardly any long letters.
fn mostly_utf8(line: &[u8]) -> bool {
    let (mut long, mut broken) = (0, 0);
    for chunk in line.utf8_chunks() {
        let letters = chunk.valid().chars();
        long += letters.filter(|letter| is_long(*letter)).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    long >= broken
}

/// What the file itself says about its encoding.
pub(super) struct Evidence {
    marked: Option<Encoding>,
    utf8: u64,
    gb18030: u64,
}

impl Evidence {
    /// Begins with the first bytes of the file, among which a mark may be.
    pub(super) fn of(beginning: &[u8]) -> Self {
        Self {
            marked: Encoding::marked(beginning),
            utf8: 0,
            gb18030: 0,
        }
    }

    /// Hears a line. Plain ASCII and what is text in neither encoding say nothing.
    pub(super) fn add(&mut self, line: &[u8]) {
        if line.is_ascii() {
            return;
        }
        if mostly_utf8(line) {
            self.utf8 += 1;
        } else if Encoding::Gb18030.decode(line).is_some() {
            self.gb18030 += 1;
        }
    }

    /// One encoding for the whole file. Broken UTF-8 often passes for GB18030, hardly ever the
    /// other way about: with equal evidence it is UTF-8.
    pub(super) fn verdict(&self) -> Encoding {
        let by_lines = if self.gb18030 > self.utf8 {
            Encoding::Gb18030
        } else {
            Encoding::Utf8
        };
        self.marked.unwrap_or(by_lines)
    }
}
