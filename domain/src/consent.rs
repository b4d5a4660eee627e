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

/// Whether a word that `given_by` said still counts: what a guardian said for a minor no longer
/// does for the adult.
#[must_use]
pub fn counts(given_by: GivenBy, minor: bool) -> bool {
    minor || given_by == GivenBy::Oneself
}

/// Whether relatives see details of settlements over one link. `by_link` is whether the link itself
/// was agreed to with details in its words; `newest` is the last word for all relatives, as far as
/// it [`counts`].
#[must_use]
pub fn opens_details(by_link: bool, newest: Option<(Act, GivenBy)>, minor: bool) -> bool {
    newest
        .filter(|(_, given_by)| counts(*given_by, minor))
        .map_or(by_link, |(act, _)| act == Act::Given)
}

/// From this birthday on, in years, nobody decides for somebody any more.
pub const OF_AGE: u16 = 18;

#[cfg(test)]
mod tests {
    use super::{Act, GivenBy, opens_details};

    #[test]
    fn the_last_word_counts_and_without_one_the_link() {
        for by_link in [false, true] {
            assert_eq!(opens_details(by_link, None, false), by_link);
            for given_by in [GivenBy::Oneself, GivenBy::Guardian] {
                assert!(opens_details(by_link, Some((Act::Given, given_by)), true));
                assert!(!opens_details(
                    by_link,
                    Some((Act::Withdrawn, given_by)),
                    true
                ));
            }
            let grown = |act| opens_details(by_link, Some((act, GivenBy::Guardian)), false);
            assert_eq!(
                (grown(Act::Given), grown(Act::Withdrawn)),
                (by_link, by_link)
            );
        }
    }
}
