//! One line of what is owed for a month or a year.

use chrono::NaiveDate;

use crate::calendar::Month;
use crate::continuity::Price;
use crate::money::Money;
use crate::settlement::Scheme;

codes! {
    /// For how long a line pays.
    pub enum ContributionKind {
        /// A month of employee insurance.
        Monthly = "monthly",
        /// A benefit year of resident insurance; its month is that year's January.
        Yearly = "yearly",
    }
}

codes! {
    /// How far a line has come.
    pub enum ContributionState {
        /// Computed, nobody was told yet.
        Computed = "computed",
        /// The employer declared it.
        Declared = "declared",
        /// The tax authority asks for it.
        Billed = "billed",
        /// The money has arrived.
        Paid = "paid",
        /// The last day to pay has passed.
        Overdue = "overdue",
        /// Nobody asks for it any more.
        WrittenOff = "written_off",
        /// Paid, and asked back.
        RefundRequested = "refund_requested",
        /// Paid back.
        Refunded = "refunded",
    }
}

/// Who pays how much of a line, in fen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shares {
    /// The employer.
    pub employer: Money,
    /// The person.
    pub person: Money,
    /// The state and, for people in hardship, medical assistance.
    pub subsidy: Money,
    /// Of all that, what went into the personal account.
    pub account_credit: Money,
}

impl Shares {
    /// All three together; the account's part is inside.
    #[must_use]
    pub fn total(&self) -> Money {
        self.employer + self.person + self.subsidy
    }

    /// What the same month costs the person where an employer pays its share, at least, and where
    /// none does, at most.
    #[must_use]
    pub fn alone_or_not(&self) -> Price {
        Price {
            least: self.person,
            most: self.person + self.employer,
        }
    }

    /// Both together, share by share.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self {
            employer: self.employer + other.employer,
            person: self.person + other.person,
            subsidy: self.subsidy + other.subsidy,
            account_credit: self.account_credit + other.account_credit,
        }
    }
}

/// One line of what is owed or paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contribution {
    /// For which month; of a year its January.
    pub month: Month,
    /// For which basic insurance.
    pub scheme: Scheme,
    /// For a month or for a year.
    pub kind: ContributionKind,
    /// Whether an employer pays in; flexible workers pay alone.
    pub employed: bool,
    /// The monthly base, in fen; zero for residents.
    pub base: Money,
    /// Who pays how much.
    pub shares: Shares,
    /// How far it has come.
    pub state: ContributionState,
    /// The day on which the money arrived.
    pub paid_on: Option<NaiveDate>,
}

impl Contribution {
    /// Whether the money is there and stays.
    #[must_use]
    pub const fn is_paid(&self) -> bool {
        matches!(
            self.state,
            ContributionState::Paid | ContributionState::RefundRequested
        )
    }

    /// Whether somebody still has to pay it.
    #[must_use]
    pub const fn is_owed(&self) -> bool {
        matches!(
            self.state,
            ContributionState::Computed
                | ContributionState::Declared
                | ContributionState::Billed
                | ContributionState::Overdue
        )
    }

    /// Whether it is still owed although its month is over, or was called overdue.
    #[must_use]
    pub fn is_overdue(&self, this_month: Month) -> bool {
        self.is_owed() && (self.state == ContributionState::Overdue || self.month < this_month)
    }
}
