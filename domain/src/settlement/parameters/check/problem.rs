//! The names of what makes a parameter set unfit.

codes! {
    /// The named problems of a parameter set, and of the sets of a file together.
    pub enum ParameterError {
        /// A ratio outside 0 to 10,000 basis points, or shares of one whole above it.
        RatioOutOfRange = "ratio_out_of_range",
        /// An amount below zero or beyond what a rule can mean.
        AmountOutOfRange = "amount_out_of_range",
        /// Stretches or steps that do not ascend.
        NotAscending = "not_ascending",
        /// A list of stretches without a last one that has no end.
        NoLastBracket = "no_last_bracket",
        /// A period that ends before it begins.
        EndsBeforeItBegins = "ends_before_it_begins",
        /// A day that no rule is kept for.
        DayOutOfRange = "day_out_of_range",
        /// A region code that does not exist.
        UnknownRegion = "unknown_region",
        /// A name that is empty.
        EmptyName = "empty_name",
        /// A month outside 1 to 12.
        MonthOutOfRange = "month_out_of_range",
        /// An age that nobody reaches.
        AgeOutOfRange = "age_out_of_range",
        /// More years of contribution than a life at work has.
        YearsOutOfRange = "years_out_of_range",
        /// More days of leave than can be meant.
        DaysOutOfRange = "days_out_of_range",
        /// A divisor of zero.
        DivisorIsZero = "divisor_is_zero",
        /// The same thing twice in a list.
        NamedTwice = "named_twice",
        /// A reviewer without a day, or a day without a reviewer.
        HalfReview = "half_review",
        /// `id`, `region`, `effective`, `name`, `inherits` or `layer` that cannot be read.
        WrongHead = "wrong_head",
        /// A second set of the same name in a file.
        Duplicate = "duplicate",
        /// A set inherits from one that nobody knows.
        UnknownParent = "unknown_parent",
        /// Sets that inherit from one another in a circle.
        InheritanceCycle = "inheritance_cycle",
        /// A set inherits from one of another part of the country.
        ParentElsewhere = "parent_elsewhere",
        /// A set inherits from one that does not stand above it.
        LayersOutOfOrder = "layers_out_of_order",
        /// A set inherits from one that is not in force on all of its days.
        ParentNotInForce = "parent_not_in_force",
        /// A group that is given without its values or without its source.
        GroupInPart = "group_in_part",
        /// A layer that no set of its file inherits from.
        UnusedLayer = "unused_layer",
        /// Two sets of one region on the same days.
        Overlaps = "overlaps",
    }
}

/// One problem of a parameter set and where it lies (a JSON pointer).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[error("{code} at {pointer}")]
pub struct Problem {
    /// A JSON pointer into the set.
    pub pointer: String,
    /// The name of the problem.
    pub code: ParameterError,
    /// The sets and days that it is about, as the words of [`Problem::told`] name them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
}

impl Problem {
    /// A problem that its place says enough about.
    #[must_use]
    pub fn new(pointer: impl Into<String>, code: ParameterError) -> Self {
        Self {
            pointer: pointer.into(),
            code,
            about: Vec::new(),
        }
    }

    /// A problem with the sets and days that it is about.
    #[must_use]
    pub fn about(
        pointer: impl Into<String>,
        code: ParameterError,
        about: impl IntoIterator<Item = impl ToString>,
    ) -> Self {
        Self {
            about: about.into_iter().map(|one| one.to_string()).collect(),
            ..Self::new(pointer, code)
        }
    }
}
