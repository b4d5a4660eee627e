//! A QR code as squares, to be drawn on paper and on a page.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

use crate::error::ServiceError;

/// The white around a code, in squares, that readers need to find it (ISO/IEC 18004).
const QUIET: u16 = 4;

/// Dark squares side by side, with the white around the code counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The row, from the top.
    pub row: u16,
    /// The column of the first square, from the left.
    pub column: u16,
    /// How many squares.
    pub length: u16,
}

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    across: u16,
    runs: Vec<Run>,
}

impl Qr {
    /// The code that reads `text`, of the middle level of correction: a seventh of it may be dirty.
    ///
    /// # Errors
    /// `Internal` for a text that no code can hold.
    pub fn of(text: &str) -> Result<Self, ServiceError> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M)
            .map_err(|_| ServiceError::internal("a text too long for a code"))?;
        let width = code.width();
        let mut runs = Vec::new();
        for (row, squares) in (QUIET..).zip(code.into_colors().chunks(width)) {
            let mut column = QUIET;
            for same in squares.chunk_by(|one, other| one == other) {
                let length = u16::try_from(same.len()).map_err(ServiceError::internal)?;
                if same.first() == Some(&Color::Dark) {
                    runs.push(Run {
                        row,
                        column,
                        length,
                    });
                }
                column += length;
            }
        }
        let width = u16::try_from(width).map_err(ServiceError::internal)?;
        Ok(Self {
            across: width + 2 * QUIET,
            runs,
        })
    }

    /// How many squares it is wide and high, with the white around it.
    #[must_use]
    pub const fn across(&self) -> u16 {
        self.across
    }

    /// The dark squares, row by row.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The dark squares as the path of an SVG, one unit a square.
    #[must_use]
    pub fn svg_path(&self) -> String {
        let mut path = String::new();
        for run in &self.runs {
            let Run {
                row,
                column,
                length,
            } = run;
            // Writing to a text does not fail.
            let _ = write!(path, "M{column} {row}h{length}v1h-{length}z");
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_are_where_readers_look_for_them() {
        let qr = Qr::of("https://ybt.example/check/2345-6789").unwrap();
        assert_eq!(qr.across() % 4, (21 + 8) % 4, "a width that codes have");
        let first = Run {
            row: 4,
            column: 4,
            length: 7,
        };
        assert_eq!(qr.runs()[0], first, "the bar of the upper left corner");
        let right = Run {
            row: 4,
            column: qr.across() - 4 - 7,
            length: 7,
        };
        assert!(qr.runs().contains(&right), "and of the upper right one");
        assert!(qr.svg_path().starts_with("M4 4h7v1h-7z"));
        assert!(Qr::of(&"x".repeat(3000)).is_err());
    }
}
