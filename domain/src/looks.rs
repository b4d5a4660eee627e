//! Looks at a person's data by others, and what the person may say of them.

codes! {
    /// The kinds of people who look.
    pub enum Who {
        /// The person, who took something out.
        Oneself = "oneself",
        /// A relative with a confirmed link.
        Family = "family",
        /// Somebody whose work it is.
        Staff = "staff",
        /// Somebody at the terminal of the machine.
        Operator = "operator",
    }
}

codes! {
    /// Why a person did not expect a look.
    pub enum Doubt {
        /// They do not know who that is.
        Unknown = "unknown",
        /// They know who it is, and see nothing that it was for.
        Needless = "needless",
        /// Whoever it is was not to act for them any more.
        Ended = "ended",
        /// It stands there as done by the person, who did not do it.
        NotMe = "not_me",
        /// Something else, which the note says.
        Other = "other",
    }
}

codes! {
    /// How far a report about a look is.
    pub enum ReportState {
        /// It is in.
        Received = "received",
        /// Somebody looks into it.
        LookedInto = "looked_into",
        /// It is answered.
        Answered = "answered",
    }
}
