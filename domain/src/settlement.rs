//! The settlement of one bill through every layer of cover, to the fen.
//!
//! [`settle`] takes a parameter set and a [`Bill`] and gives the division of the bill, the
//! year's accumulators after it and, where a [`Trace`] is handed in, every step on the way.
//! The order of the layers never changes: lines, deductible, pool fund, large-amount subsidy,
//! catastrophic cover, assistance, accounts, cash.
//!
//! A bill that two rules share is divided first: [`settle_chronic`] settles the items for a
//! certified disease, then the others; [`settle_stay`] settles a stay across the end of a year.
//! [`Settled::undo`] takes a settlement back.

mod accounts;
mod accumulators;
mod assistance;
mod bill;
mod case;
mod catastrophic;
mod check;
mod codes;
mod compare;
mod deductible;
mod disease;
mod divided;
mod engine;
mod hardship;
mod labels;
mod large_amount;
mod lines;
mod national;
pub mod parameters;
mod plan;
mod pool;
mod refusal;
mod result;
mod reversal;
mod step;
mod trace;

pub(crate) use catastrophic::terms as catastrophic_terms;
pub(crate) use deductible::at_admission as deductible_at_admission;

pub use accumulators::Accumulators;
pub use bill::{Bill, LineItem, MOST_LINES, OLDEST_AGE, PersonFacts, Visit};
pub use check::check;
pub use codes::{Category, ItemClass, Layer, Level, Remote, Scheme, VisitKind};
pub use compare::{Compared, Figure, YearTotal, compare, compare_years, differing_layers};
pub use disease::{DiseaseCode, NotADisease};
pub use divided::{
    ChronicBill, ChronicLine, DatedLine, Divided, Part, Stay, StayYear, settle_chronic, settle_stay,
};
pub use engine::settle;
pub use hardship::best_category;
pub use national::NationalSettlement;
pub use refusal::{Refusal, RefusalCode};
pub use result::{Settled, Settlement};
pub use reversal::{Balances, Reversal};
pub use step::{KindRule, NotAssisted, PartOf, RepeatEffect, Step};
pub use trace::{Facts, NoTrace, Trace, TraceSink};
