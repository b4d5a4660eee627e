//! Queries about a settlement: how far one is, and what may come next.

codes! {
    /// How far a query is.
    pub enum QueryState {
        /// It is in.
        Sent = "sent",
        /// Somebody looks at it.
        LookedAt = "looked_at",
        /// It is answered.
        Answered = "answered",
        /// The person took it back.
        Withdrawn = "withdrawn",
    }
}

impl QueryState {
    /// Whether an answer is still to come.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Sent | Self::LookedAt)
    }

    /// Whether `next` may follow: an open query is looked at once, and answered or taken back;
    /// nothing follows on either.
    #[must_use]
    pub const fn leads_to(self, next: Self) -> bool {
        match next {
            Self::Sent => false,
            Self::LookedAt => matches!(self, Self::Sent),
            Self::Answered | Self::Withdrawn => self.is_open(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::QueryState;

    #[test]
    fn a_query_goes_forward_and_ends_once() {
        use QueryState::{Answered, LookedAt, Sent, Withdrawn};
        let allowed = [
            (Sent, LookedAt),
            (Sent, Answered),
            (Sent, Withdrawn),
            (LookedAt, Answered),
            (LookedAt, Withdrawn),
        ];
        for from in QueryState::ALL {
            for to in QueryState::ALL {
                let wanted = allowed.contains(&(*from, *to));
                assert_eq!(from.leads_to(*to), wanted, "{from} {to}");
            }
            assert_eq!(from.is_open(), from.leads_to(Answered), "{from}");
        }
    }
}
