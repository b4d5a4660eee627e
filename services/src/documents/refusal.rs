//! Why a file was not taken into the library.

/// Why a file was refused, in words for the person who imports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// Larger than a document may be.
    #[error("the file is larger than 20 MB")]
    TooLarge,
    /// Of a kind that holds no text, or of one that we do not read.
    #[error("the file is none of Markdown, HTML, plain text, PDF or DOCX")]
    UnknownKind,
    /// The old binary Word format.
    #[error("the old .doc format is not read; save it as .docx")]
    OldWord,
    /// Its bytes are text in no encoding that we know.
    #[error("the text is neither UTF-8, UTF-16 nor GB18030")]
    Encoding,
    /// It is damaged, or not what it claims to be.
    #[error("the file is damaged and could not be read")]
    Damaged,
    /// It is locked with a password.
    #[error("the file is locked with a password")]
    Encrypted,
    /// A PDF of pictures: there is no text in it.
    #[error("the PDF is a scan without text; a text version is needed")]
    Scan,
    /// Reading it took more memory or time than a document may.
    #[error("reading the file took more memory or time than is allowed")]
    OutOfBounds,
    /// An archive that unpacks to more than is allowed.
    #[error("the archive unpacks to far more than is allowed")]
    Bomb,
    /// An archive inside an archive.
    #[error("an archive inside an archive is not opened")]
    Nested,
    /// No title could be found.
    #[error("no title was found")]
    NoTitle,
    /// A title, and nothing under it.
    #[error("there is a title but no text under it")]
    NoText,
    /// The helper process could not be started.
    #[error("the helper that reads PDF and DOCX could not be started")]
    NoExtractor,
}

impl Refusal {
    /// The stable code that crosses from the helper process.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::UnknownKind => "unknown_kind",
            Self::OldWord => "old_word",
            Self::Encoding => "encoding",
            Self::Damaged => "damaged",
            Self::Encrypted => "encrypted",
            Self::Scan => "scan",
            Self::OutOfBounds => "out_of_bounds",
            Self::Bomb => "bomb",
            Self::Nested => "nested",
            Self::NoTitle => "no_title",
            Self::NoText => "no_text",
            Self::NoExtractor => "no_extractor",
        }
    }

    /// The refusal that the helper process names; anything unknown means damage.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        [
            Self::Empty,
            Self::TooLarge,
            Self::Encrypted,
            Self::Scan,
            Self::OutOfBounds,
            Self::Bomb,
        ]
        .into_iter()
        .find(|refusal| refusal.code() == code)
        .unwrap_or(Self::Damaged)
    }
}
