//! Makes tampering with the audit trail visible: sealed events form a chain whose head is
//! signed.
//!
//! Each seal holds the SHA-256 of the seal before it, its own position and the whole event. A
//! group of seals ends in a head, signed with Ed25519. Who changes, removes, swaps or adds a
//! sealed event must make every later seal anew and cannot sign the head; whoever has the
//! public key can check. Only a cut back to an older signed head looks whole from inside:
//! therefore the newest head is logged with each group, and [`verify()`] takes a head that is
//! known from there.

mod canonical;
mod newest;
mod seal;
mod verify;

pub(crate) use newest::{Newest, newest};
pub use seal::{seal, seal_recent};
pub use verify::{Fault, Head, Report, verify};
