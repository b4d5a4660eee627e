//! What applies to a person by kind of visit and level, and what is used and left this year.

use domain::access::Action;
use domain::ids::PersonId;

use super::cover::Cover;
use super::load;
use super::year::{self, BenefitYear, NoRules};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;

/// What the page of benefits shows.
#[derive(Clone, Debug)]
pub struct Benefits {
    /// Cover today.
    pub cover: Cover,
    /// The rules and this year's use, or why there are none; `None` when not insured.
    pub year: Option<Result<BenefitYear, NoRules>>,
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
    let cover = file.cover(&periods, context.today());
    let year = year::under(context, &file, &cover);
    Ok(Benefits { cover, year })
}
