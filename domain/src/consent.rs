//! What somebody may be asked to agree to: each for itself, and each can be taken back.

codes! {
    /// One thing to agree to. What the law orders anyway is not among them: that needs a notice
    /// and no consent.
    pub enum Purpose {
        /// Relatives with a confirmed link see what one settlement consists of: its items and
        /// how it was computed, which says something of an illness. For lists and totals the
        /// link is enough.
        FamilyDetails = "family_details",
    }
}

impl Purpose {
    /// The version of the text that is put before people now. Who agreed to an earlier one
    /// agreed to that one.
    #[must_use]
    pub const fn text_version(self) -> i32 {
        match self {
            Self::FamilyDetails => 1,
        }
    }
}

codes! {
    /// What somebody said.
    pub enum Act {
        /// They agree.
        Given = "given",
        /// They agree no longer.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// Where they said it.
    pub enum Channel {
        /// On a page of this site.
        Web = "web",
        /// On paper, at the counter of a service hall.
        Counter = "counter",
    }
}

codes! {
    /// Who said it.
    pub enum GivenBy {
        /// The person.
        Oneself = "oneself",
        /// Whoever answers for a minor.
        Guardian = "guardian",
    }
}

/// From this birthday on, in years, nobody decides for somebody any more.
pub const OF_AGE: u16 = 18;
