//! What the calculator works with: the rules of every place, and, for who is signed in, their own
//! record to begin from.

use std::sync::Arc;

use domain::access::{Action, Role};
use domain::settlement::parameters::ParameterSet;

use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::family::share;
use crate::resident::benefits;
use crate::resident::year::BenefitYear;

/// Every parameter set that a bill can be worked out by.
///
/// # Errors
/// `NotFound` when the actor may not estimate.
pub fn rules(context: &RequestContext) -> Result<Arc<Vec<Arc<ParameterSet>>>, ServiceError> {
    authorise::office(context, Action::Estimate)?;
    Ok(context.platform.parameters.all())
}

/// What the actor's own record says of this year: rules, person, what is used. `None` for who is
/// not signed in as a resident, is not insured today, or is insured where no rules are kept.
///
/// # Errors
/// From the store.
pub async fn own(context: &RequestContext) -> Result<Option<BenefitYear>, ServiceError> {
    let Some(person) = context.actor.person else {
        return Ok(None);
    };
    if context.actor.role != Role::Resident {
        return Ok(None);
    }
    let benefits = benefits::of(context, person).await?;
    let Some(mut year) = benefits.year.and_then(Result::ok) else {
        return Ok(None);
    };
    // What is kept for relatives is not the person's to spend.
    let reader = &context.platform.database.reader;
    let reserved = share::reserved(reader, person, context.today()).await?;
    let balance = &mut year.facts.account_balance;
    *balance = (*balance - reserved).or_zero();
    Ok(Some(year))
}
