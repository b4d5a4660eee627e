//! Work that survives a restart: rows of `job`, which any copy of the server takes with a lease.
//!
//! A job is divided into steps. Each step writes what it does, how far the job is and that its
//! holder is alive in one transaction, so that a step counts whole or not at all and a job goes on
//! where it was. Whoever dies with a job leaves it to be taken over when the lease has run out; a
//! holder that comes back late writes nothing more, because the row names another one.

mod lease;
mod parked;
pub mod queries;
mod run;

pub use lease::{Job, LEASE, MOST_ATTEMPTS, advance, forget, plan, plan_with};
pub use parked::{Parked, parked};
pub use run::{Kind, Outcome, Ran, Step, StepFuture, run_next};

use crate::{messages, parameters};

/// Every kind of job that this version can do.
pub const KINDS: &[Kind] = &[
    messages::JOB,
    parameters::SIMULATION,
    parameters::RADAR,
    parameters::RECALL,
];
