//! What messages are about, as far as a person may choose.

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Whether insurance pays: it begins, rests, ends.
    Cover,
    /// Days by which something is to be done.
    Deadlines,
    /// How much of the year's limits is used.
    Year,
    /// New settlements.
    Settlements,
    /// Answers to what the person asked the agency.
    Queries,
    /// The account, the family and who looks at the data.
    Security,
}

impl Topic {
    /// Every topic, in the order of pages.
    pub const ALL: [Self; 6] = [
        Self::Cover,
        Self::Deadlines,
        Self::Year,
        Self::Settlements,
        Self::Queries,
        Self::Security,
    ];

    /// The code in the store and in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Deadlines => "deadlines",
            Self::Year => "year",
            Self::Settlements => "settlements",
            Self::Queries => "queries",
            Self::Security => "security",
        }
    }

    /// The topic with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.code() == code)
    }

    /// Whether it cannot be switched off: whoever does not know that insurance stopped, that
    /// somebody asks to see their data, or that their question is answered, loses by it.
    #[must_use]
    pub const fn is_mandatory(self) -> bool {
        matches!(self, Self::Cover | Self::Queries | Self::Security)
    }
}
