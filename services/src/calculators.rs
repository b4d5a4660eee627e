//! What the calculators need of the product: the places that have rules, and the rules of a place.
//!
//! Nothing is read or written but the parameters in memory; what somebody types stays in the
//! request.

use std::sync::Arc;

use domain::access::Action;
use domain::identifiers::RegionCode;
use domain::settlement::parameters::ParameterSet;

use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;

/// The places with rules in force today, in the order of their codes.
///
/// # Errors
/// `NotFound` for an actor who may not estimate.
pub fn places(context: &RequestContext) -> Result<Vec<RegionCode>, ServiceError> {
    authorise::office(context, Action::Estimate)?;
    let (book, today) = (&context.platform.parameters, context.today());
    let mut places = book.places();
    places.retain(|place| book.at(*place, today).is_ok());
    Ok(places)
}

/// The rules of `region` that are in force today; `None` where there are none.
///
/// # Errors
/// `NotFound` for an actor who may not estimate.
pub fn rules(
    context: &RequestContext,
    region: RegionCode,
) -> Result<Option<Arc<ParameterSet>>, ServiceError> {
    authorise::office(context, Action::Estimate)?;
    let book = &context.platform.parameters;
    Ok(book.at(region, context.today()).ok())
}
