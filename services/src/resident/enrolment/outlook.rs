//! What to do next, until when, and what happens otherwise.

use chrono::NaiveDate;
use domain::calendar::age_on;
use domain::continuity::{
    Break, BuyBack, Collection, Cure, NoWait, Plight, Price, Wait, cures, newborn_until,
    resident_waiting_months,
};
use domain::contributions::ContributionKind;
use domain::explain::ParameterNote;
use domain::settlement::Scheme;
use domain::settlement::parameters::ParameterSet;

use super::View;
use super::breaks::bought_back;
use crate::resident::cover::{Cover, CoverState};

/// Where the figures of what to do next come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bases {
    /// The months of waiting.
    pub waiting: ParameterNote,
    /// The fee.
    pub fee: ParameterNote,
    /// The collection of fees.
    pub window: ParameterNote,
}

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Nothing: the person died on this day.
    Died(NaiveDate),
    /// Nothing: insured as retired.
    Retired,
    /// Insured through employee insurance: nothing while it goes on.
    Employed,
    /// A contribution is missing and benefits rest.
    Frozen,
    /// Insured as a resident: pay each year's fee in time.
    Yearly(Box<Yearly>),
    /// Born less than ninety days ago and not enrolled: enrol until this day and be covered from
    /// birth. The fee, where the place's rules are known.
    Newborn(NaiveDate, Option<Box<(Price, ParameterNote)>>),
    /// Not insured: the ways back.
    Uninsured(Box<Ways>),
    /// No parameter set covers the place, so nothing can be computed.
    NoRules(Scheme),
}

/// A resident's next fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yearly {
    /// The collection that runs or comes next.
    pub collection: Collection,
    /// Whether it runs today.
    pub open: bool,
    /// The fee at today's standard.
    pub fee: Price,
    /// Whether a status of hardship is in force: part of the fee is paid for the person.
    pub aided: bool,
    /// Whether the fee of its year is paid already.
    pub paid: bool,
    /// The wait of whoever lets it pass and joins later in that year.
    pub otherwise: Wait,
    /// Where all that comes from.
    pub bases: Bases,
}

/// The ways back into insurance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ways {
    /// The insurance held last; `None` for somebody never insured.
    pub last: Option<Scheme>,
    /// What can be done, the best first.
    pub cures: Vec<Cure>,
    /// How the wait shrinks with missed years bought back; empty when buying back changes
    /// nothing.
    pub buy_backs: Vec<BuyBack>,
    /// If the next collection passes too: the benefit year after it, and the wait then.
    pub later: Option<(i32, Wait)>,
    /// Where all that comes from.
    pub bases: Bases,
}

pub(super) fn of(view: &View<'_>, cover: &Cover, open: Option<&Break>) -> Outlook {
    let today = view.context.today();
    if let Some(died) = view.identity.died_on {
        return Outlook::Died(died);
    }
    let set = view.rules_today();
    if let Some(current) = &cover.current {
        return match (cover.state, current.scheme, set) {
            (CoverState::Frozen, ..) => Outlook::Frozen,
            (_, Scheme::Employee, _) if current.retired() => Outlook::Retired,
            (_, Scheme::Employee, _) => Outlook::Employed,
            (_, Scheme::Resident, Some(set)) => yearly(view, &set),
            (_, Scheme::Resident, None) => Outlook::NoRules(Scheme::Resident),
        };
    }
    let until = newborn_until(view.identity.birth_date);
    if view.periods.is_empty() && today <= until {
        let fee = set.map(|set| {
            let price = Price::of_a_year(&set.other.resident_fee.values, 0);
            Box::new((price, bases(&set).fee))
        });
        return Outlook::Newborn(until, fee);
    }
    let last = open.map(|gap| gap.before);
    let Some(set) = set else {
        return Outlook::NoRules(last.unwrap_or(Scheme::Resident));
    };
    let plight = Plight {
        gap: open,
        today,
        age: age(view),
        hardship: view.identity.hardship,
        bought_back: open.map_or(0, |gap| bought_back(view, gap)),
        monthly: view
            .contributions
            .iter()
            .rfind(|line| line.kind == ContributionKind::Monthly)
            .map(|line| line.shares.alone_or_not()),
        other: &set.other,
    };
    Outlook::Uninsured(Box::new(Ways {
        last,
        cures: cures(&plight),
        buy_backs: plight.buy_backs(),
        later: plight.a_year_later(),
        bases: bases(&set),
    }))
}

fn yearly(view: &View<'_>, set: &ParameterSet) -> Outlook {
    let today = view.context.today();
    let other = &set.other;
    let Some(collection) = Collection::next(&other.collection_window.values, today) else {
        return Outlook::NoRules(Scheme::Resident);
    };
    let paid = view.contributions.iter().any(|line| {
        line.kind == ContributionKind::Yearly
            && line.month.year() == collection.year
            && line.is_paid()
    });
    Outlook::Yearly(Box::new(Yearly {
        collection,
        open: collection.is_open(today),
        fee: Price::of_a_year(&other.resident_fee.values, age(view)),
        paid,
        aided: view.identity.hardship,
        otherwise: if view.identity.hardship {
            Wait::None(NoWait::Hardship)
        } else {
            Wait::Months(resident_waiting_months(&other.waiting.values, 0, 0))
        },
        bases: bases(set),
    }))
}

fn age(view: &View<'_>) -> u16 {
    age_on(view.identity.birth_date, view.context.today()).unwrap_or_default()
}

fn bases(set: &ParameterSet) -> Bases {
    let other = &set.other;
    let note =
        |field: &str, source| ParameterNote::new(set, format!("/other/{field}/values"), source);
    Bases {
        waiting: note("waiting", &other.waiting.source),
        fee: note("resident_fee", &other.resident_fee.source),
        window: note("collection_window", &other.collection_window.source),
    }
}
