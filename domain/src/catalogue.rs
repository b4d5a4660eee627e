//! The words of the catalogue: what an institution is and offers, in which part of the drug list
//! a drug stands.

mod drug;
mod institution;

pub use drug::Section;
pub use institution::{Capability, Grade, InstitutionType};
