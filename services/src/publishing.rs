//! How the published stands: which policies, parameters and products are in force, which come and
//! which have ended. What editors and approvers begin with.

pub mod queries;

use chrono::NaiveDate;
use domain::access::Action;
use domain::identifiers::RegionCode;
use domain::language::Bilingual;
use domain::settlement::parameters::{ParameterSet, Review};
use sea_orm::{FromQueryResult, Value};

use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::products::Product;
use crate::search::{self, FacetValue, Request};

/// Most sets and most products that are listed.
pub const MOST: usize = 60;

/// How the published stands today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publishing {
    /// The library; `None` while its index is being built.
    pub policies: Option<Policies>,
    /// Parameter sets by region, the newest of each first.
    pub sets: Listed<Set>,
    /// Products in the order of their ids.
    pub products: Listed<Offer>,
}

/// The policy library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policies {
    /// How many documents there are.
    pub total: u64,
    /// How many in each state, by the state's code.
    pub by_status: Vec<(String, u64)>,
}

/// The first few of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// At most [`MOST`].
    pub shown: Vec<T>,
    /// Whether there are more.
    pub more: bool,
}

impl<T> Listed<T> {
    fn first(mut all: Vec<T>) -> Self {
        let more = all.len() > MOST;
        all.truncate(MOST);
        Self { shown: all, more }
    }
}

/// Whether something counts today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Validity {
    /// From a later day on.
    Coming,
    /// Today.
    InForce,
    /// No longer.
    Ended,
}

impl Validity {
    fn of(from: NaiveDate, through: Option<NaiveDate>, today: NaiveDate) -> Self {
        if from > today {
            Self::Coming
        } else if through.is_some_and(|last| last < today) {
            Self::Ended
        } else {
            Self::InForce
        }
    }
}

/// A parameter set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// Its stable name.
    pub id: String,
    /// What people call it.
    pub name: Bilingual,
    /// The first day on which it counts.
    pub from: NaiveDate,
    /// The last one; `None` without end.
    pub through: Option<NaiveDate>,
    /// Whether it counts today.
    pub validity: Validity,
    /// Who checked its figures; `None` while nobody has.
    pub review: Option<Review>,
}

/// A commercial product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id, also in addresses.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The place that it is for; `None` for the whole country.
    pub region: Option<RegionCode>,
    /// The first day on which it is on offer.
    pub from: NaiveDate,
    /// The last one; `None` while it goes on.
    pub through: Option<NaiveDate>,
    /// Whether it is on offer today.
    pub validity: Validity,
}

/// How the published stands today.
///
/// # Errors
/// `NotFound` for everybody but editors and approvers; else from the store and the index.
pub async fn of(context: &RequestContext) -> Result<Publishing, ServiceError> {
    authorise::office(context, Action::ReadPublishing)?;
    Ok(Publishing {
        policies: policies(context).await?,
        sets: sets(context),
        products: products(context).await?,
    })
}

/// Counted by the index, which every search does anyhow: the table may be as large as it likes.
async fn policies(context: &RequestContext) -> Result<Option<Policies>, ServiceError> {
    let everything = Request {
        per_page: 1,
        ..Request::default()
    };
    match search::query(context, &everything).await {
        Ok(answer) => {
            let count = |value: FacetValue| (value.value, value.count);
            Ok(Some(Policies {
                total: answer.total,
                by_status: answer.facets.status.into_iter().map(count).collect(),
            }))
        }
        Err(ServiceError::Unavailable(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

fn sets(context: &RequestContext) -> Listed<Set> {
    let all = context.platform.parameters.all();
    let mut sets: Vec<&ParameterSet> = all.iter().map(AsRef::as_ref).collect();
    sets.sort_by_key(|set| (set.region, std::cmp::Reverse(set.effective.from)));
    let today = context.today();
    let set = |set: &ParameterSet| Set {
        id: set.id.clone(),
        name: set.name.clone(),
        from: set.effective.from,
        through: set.effective.through,
        validity: Validity::of(set.effective.from, set.effective.through, today),
        review: set.review(),
    };
    Listed::first(sets.into_iter().take(MOST + 1).map(set).collect())
}

#[derive(FromQueryResult)]
struct ProductRow {
    body: String,
}

async fn products(context: &RequestContext) -> Result<Listed<Offer>, ServiceError> {
    let reader = &context.platform.database.reader;
    let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    let values = [Value::from(""), Value::from(most)];
    let rows: Vec<ProductRow> = queries::PRODUCTS.all(reader, values).await?;
    let today = context.today();
    let offers = rows.iter().map(|row| {
        let product: Product = serde_json::from_str(&row.body).map_err(ServiceError::internal)?;
        let (from, through) = (product.valid_from, product.valid_until);
        Ok(Offer {
            id: product.id,
            name: product.name,
            region: product.region,
            from,
            through,
            validity: Validity::of(from, through, today),
        })
    });
    let offers = offers.collect::<Result<Vec<_>, ServiceError>>()?;
    Ok(Listed::first(offers))
}

#[cfg(test)]
mod tests {
    use super::{Listed, MOST, Validity};

    #[test]
    fn the_first_and_the_last_day_count() {
        let day = |text: &str| text.parse().unwrap();
        let of = |today| Validity::of(day("2026-01-01"), Some(day("2026-12-31")), day(today));
        assert_eq!(of("2025-12-31"), Validity::Coming);
        assert_eq!(of("2026-01-01"), Validity::InForce);
        assert_eq!(of("2026-12-31"), Validity::InForce);
        assert_eq!(of("2027-01-01"), Validity::Ended);
        let endless = Validity::of(day("2026-01-01"), None, day("2099-01-01"));
        assert_eq!(endless, Validity::InForce);
    }

    #[test]
    fn a_long_list_says_that_there_is_more() {
        assert!(!Listed::first(vec![0; MOST]).more);
        let long = Listed::first(vec![0; MOST + 1]);
        assert_eq!((long.shown.len(), long.more), (MOST, true));
    }
}
