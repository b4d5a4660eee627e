//! The demonstration: invented people with believable histories, every settlement computed by
//! the engine. Nobody in it exists; [`numbers`] says why that is certain.

mod accounts;
mod bills;
mod catalogue;
mod dice;
mod employers;
mod family;
mod history;
mod invitations;
mod ledger;
mod load;
mod messages;
mod named;
mod names;
mod numbers;
mod population;
mod synthetic;
mod world;

pub use load::{Arguments, Loaded, Progress, begun, load, loaded};
