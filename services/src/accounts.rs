//! Accounts, their roles and their sessions: who somebody is, proven by a sign-in elsewhere.
//!
//! An account is one (provider, subject) pair of an OpenID provider. It may do what its roles
//! in force allow, one at a time (the [hat](Hat) of the session); an account without a role in
//! force is closed. Everything is read from the
//! store on each request, so that a change counts at once.

pub mod admit;
pub mod attempts;
pub mod demo_identities;
pub mod elder_mode;
pub mod ended_sessions;
pub mod hat;
pub mod identify;
pub mod open_account;
mod own_event;
pub mod own_sessions;
pub(crate) mod queries;
pub mod sessions;
pub mod sign_out;

pub use admit::{Admission, Arrival, ProvenIdentity};
pub use hat::Hat;
pub use identify::{RoleInForce, SessionFacts, SignedIn};
pub use sessions::SessionHash;
