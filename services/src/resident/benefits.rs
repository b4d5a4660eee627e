//! What applies to a person by kind of visit and level, and what is used and left this year.

use domain::access::Action;
use domain::ids::PersonId;

use super::cover::{self, Cover};
use super::load;
use super::year::{self, BenefitYear};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;

/// What the page of benefits shows.
#[derive(Clone, Debug)]
pub struct Benefits {
    /// Cover today.
    pub cover: Cover,
    /// The rules and this year's use; `None` when not insured or no parameters serve the place.
    pub year: Option<BenefitYear>,
}

/// The benefits of `person`.
///
/// # Errors
/// `NotFound` when the actor may not see them.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Benefits, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadBenefits, Object::Person).await?;
    let file = load::person(context, authorised).await?;
    let periods = load::periods(context, authorised).await?;
    let cover = cover::on(&periods, context.today());
    let year = cover
        .current
        .as_ref()
        .and_then(|period| year::of(context, &file, period));
    Ok(Benefits { cover, year })
}
