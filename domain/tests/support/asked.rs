//! What a calculator is asked by, and what it refuses.

use std::fmt::Debug;

use domain::calculators::{Refused, Why};
use domain::settlement::parameters::{ParameterSet, shipped_parameter_sets};

pub fn set(id: &str) -> &'static ParameterSet {
    let mut sets = shipped_parameter_sets().iter();
    sets.find(|set| set.id == id).unwrap()
}

/// What is refused, where and why.
pub fn refused(of: Result<impl Debug, Vec<Refused>>) -> Vec<(&'static str, Why)> {
    let refused = of.unwrap_err();
    refused.iter().map(|one| (one.pointer, one.why)).collect()
}
