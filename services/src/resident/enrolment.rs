//! Periods of insurance: where, through whom, since when; the breaks, what they cost, and what
//! to do next.

mod breaks;
mod outlook;
mod reward;

use std::sync::Arc;

use chrono::NaiveDate;
use domain::access::Action;
use domain::continuity::{Insured, breaks as breaks_of};
use domain::contributions::Contribution;
use domain::identifiers::RegionCode;
use domain::ids::PersonId;
use domain::settlement::parameters::ParameterSet;

pub use breaks::{BreakAccount, BreakCost, Lost};
pub use outlook::{Bases, Outlook, Ways, Yearly};
pub use reward::RewardState;

use super::cover::{self, Cover, Period};
use super::identity::{self, Identity};
use super::{lines, load};
use crate::authorise::{self, Object};
use crate::context::RequestContext;
use crate::error::ServiceError;

/// What the page of enrolment shows.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// The day of death of somebody who died.
    pub died_on: Option<NaiveDate>,
    /// Cover today; for somebody who died, on their last day.
    pub cover: Cover,
    /// All periods, the newest first.
    pub periods: Vec<Period>,
    /// The stretches without insurance, the newest first; one that lasts until today included.
    pub breaks: Vec<BreakAccount>,
    /// What to do next.
    pub outlook: Outlook,
    /// What years without a break add.
    pub reward: RewardState,
}

/// What the parts of the page are computed from.
struct View<'a> {
    context: &'a RequestContext,
    identity: &'a Identity,
    /// Today, or the day of death.
    last_day: NaiveDate,
    periods: &'a [Period],
    insured: &'a [Insured],
    contributions: &'a [Contribution],
}

/// The periods of insurance of `person`.
///
/// # Errors
/// `NotFound` when the actor may not see them.
pub async fn of(context: &RequestContext, person: PersonId) -> Result<Enrolment, ServiceError> {
    let authorised =
        authorise::person(context, person, Action::ReadEnrolment, Object::Person).await?;
    let identity = identity::of(context, authorised).await?;
    let periods = load::periods(context, authorised).await?;
    let contributions = lines::contributions(context, authorised).await?;
    let insured = cover::insured(&periods);
    let last_day = identity.last_day(context.today());
    let view = View {
        context,
        identity: &identity,
        last_day,
        periods: &periods,
        insured: &insured,
        contributions: &contributions,
    };
    let cover = cover::on(&periods, last_day);
    let found = breaks_of(&insured, last_day);
    let open = found.first().filter(|gap| gap.open);
    Ok(Enrolment {
        died_on: identity.died_on,
        outlook: outlook::of(&view, &cover, open),
        reward: reward::of(&view, &cover),
        breaks: found
            .iter()
            .map(|gap| breaks::account(&view, gap))
            .collect(),
        cover,
        periods,
    })
}

impl View<'_> {
    /// The rules of `region` on `day`.
    fn rules(&self, region: RegionCode, day: NaiveDate) -> Option<Arc<ParameterSet>> {
        self.context.platform.parameters.at(region, day).ok()
    }

    /// The rules that would apply if insurance began today: those of the last insured place,
    /// else of the place where the person lives.
    fn rules_today(&self) -> Option<Arc<ParameterSet>> {
        let last = self.insured.iter().max_by_key(|period| period.days.from);
        let place = last
            .and_then(|period| period.region)
            .or(self.identity.residence)?;
        self.rules(place, self.context.today())
    }
}
