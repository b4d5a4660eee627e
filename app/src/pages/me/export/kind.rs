//! The forms in which somebody takes their data out.

use services::export::Format;

use crate::page::Download;

/// A form of the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// For reading and printing.
    Pdf,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

impl Kind {
    /// Every form, in the order in which they are offered.
    pub(super) const ALL: [Self; 3] = [Self::Pdf, Self::Csv, Self::Json];

    /// The code in the form.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The form with this code; PDF for anything else.
    pub(super) fn from_code(code: &str) -> Self {
        let known = Self::ALL.into_iter().find(|kind| kind.code() == code);
        known.unwrap_or(Self::Pdf)
    }

    pub(super) fn format(self) -> Format {
        match self {
            Self::Pdf => super::pdf(None),
            Self::Csv => Format::Csv,
            Self::Json => Format::Json,
        }
    }

    /// The file with this content. Its name says nothing of whom it is about.
    pub(super) const fn file(self, bytes: Vec<u8>) -> Download {
        let (name, media_type) = match self {
            Self::Pdf => ("yibaotong-export.pdf", "application/pdf"),
            Self::Csv => ("yibaotong-export.csv", "text/csv; charset=utf-8"),
            Self::Json => ("yibaotong-export.json", "application/json"),
        };
        Download {
            name,
            media_type,
            bytes,
        }
    }
}
