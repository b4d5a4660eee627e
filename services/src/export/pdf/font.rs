//! A font with Chinese letters, from the system.
#![expect(clippy::float_arithmetic, reason = "widths of letters, not money")]

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::language::Language;
use krilla::Data;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::error::ServiceError;
use crate::export::NO_FONT;

/// Where fonts with Chinese letters usually are, and which face of a collection is simplified
/// Chinese.
const PLACES: [(&str, u32); 5] = [
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", 2),
    (
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
        2,
    ),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    (
        "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
        0,
    ),
];

/// A font and the widths of its letters.
pub(crate) struct Letters {
    pub font: Font,
    bytes: Arc<Vec<u8>>,
    face: u32,
    /// Whether a letter was wanted that the font lacks.
    lacked: Cell<bool>,
}

/// What stands for a letter that the font lacks.
const MISSING: char = '\u{3013}';

impl Letters {
    /// The font at `configured`, else the first of the usual places.
    ///
    /// # Errors
    /// `Unavailable` when there is none, or it is none.
    pub(crate) fn load(configured: Option<&Path>) -> Result<Self, ServiceError> {
        let missing = || ServiceError::Unavailable(NO_FONT);
        let (place, face) = match configured {
            Some(place) => {
                let known = PLACES.iter().find(|(known, _)| place == Path::new(known));
                (place.to_owned(), known.map_or(0, |(_, face)| *face))
            }
            None => PLACES
                .iter()
                .map(|(place, face)| (PathBuf::from(place), *face))
                .find(|(place, _)| place.exists())
                .ok_or_else(missing)?,
        };
        let bytes = Arc::new(std::fs::read(place).map_err(|_| missing())?);
        let font = Font::new(Data::from(Arc::clone(&bytes)), face).ok_or_else(missing)?;
        Ok(Self {
            font,
            bytes,
            face,
            lacked: Cell::new(false),
        })
    }

    /// What a reader has to know when a letter was replaced until now.
    pub(crate) fn explanation(&self, language: Language) -> Option<&'static str> {
        self.lacked.get().then(|| {
            language.pick(
                "“〓”代表字库里没有的字，以登记的原字为准。",
                "“〓” stands for a character that the font lacks; the character on record counts.",
            )
        })
    }

    /// The glyphs of `text`, one a letter, with widths as shares of the font size. Letters that
    /// the font lacks become its sign for that.
    pub(crate) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let Ok(face) = FontRef::from_index(self.bytes.as_slice(), self.face) else {
            return Vec::new();
        };
        let (letters, metrics) = (
            face.charmap(),
            face.glyph_metrics(Size::unscaled(), LocationRef::default()),
        );
        let whole = self.font.units_per_em();
        text.char_indices()
            .map(|(place, letter)| {
                let found = letters.map(letter);
                let lacks = found.is_none() && !letter.is_control();
                self.lacked.set(self.lacked.get() || lacks);
                let glyph = found.or_else(|| letters.map(MISSING)).unwrap_or_default();
                let width = metrics.advance_width(glyph).unwrap_or(whole) / whole;
                let range = place..place + letter.len_utf8();
                let id = GlyphId::new(glyph.to_u32());
                KrillaGlyph::new(id, width, 0.0, 0.0, 0.0, range, None)
            })
            .collect()
    }
}
