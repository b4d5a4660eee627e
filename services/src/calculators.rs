//! What the calculators need of the product: the places that have rules, and the rules of a place.
//!
//! Nothing is read or written but the parameters in memory; what somebody types stays in the
//! request.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
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

/// The rules of `region` that count for `year`: those in force today where it is this year, else those
/// of its first day, or of its last where none are in force before; `None` where none of it are kept.
///
/// # Errors
/// `NotFound` for an actor who may not estimate.
pub fn rules_of_year(
    context: &RequestContext,
    region: RegionCode,
    year: i32,
) -> Result<Option<Arc<ParameterSet>>, ServiceError> {
    let today = context.today();
    if year == today.year() {
        return rules(context, region);
    }
    authorise::office(context, Action::Estimate)?;
    let book = &context.platform.parameters;
    let ends = [(1, 1), (12, 31)].into_iter();
    let mut days = ends.filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day));
    Ok(days.find_map(|day| book.at(region, day).ok()))
}
