//! Contributions month by month: what was paid, what is missing, what it adds up to, and what it
//! counts for in retirement.

mod back_payment;
mod base;
mod fee_years;
mod grid;
mod monthly;
mod record;
mod retirement;
mod statutory;
mod totals;

pub use back_payment::{BackPayment, Why, back_payments};
pub use base::{BaseMonth, BasePosition, BaseRule, BaseRun, base_runs};
pub use fee_years::{FeeYear, fee_years};
pub use grid::{GridFacts, MonthCell, MonthState, Run, YearRow, grid};
pub use record::{Contribution, ContributionKind, ContributionState, Shares};
pub use retirement::{Counted, Missing, Requirement, Span, counted};
pub use statutory::{Statutory, Track};
pub use totals::{Totals, YearTotal, totals};
