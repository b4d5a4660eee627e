//! Which settlements a simulation goes through: places and years, the newest year first.

use domain::identifiers::RegionCode;
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};

use crate::error::ServiceError;
use crate::parameters::{ParameterBook, queries};

/// The settlements of one place and benefit year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stretch {
    pub year: i32,
    pub place: String,
}

#[derive(FromQueryResult)]
struct Place {
    region_code: String,
}

#[derive(FromQueryResult)]
struct Year {
    benefit_year: i32,
}

/// The stretches of everybody whom a set for `region` would serve: those places below it that have
/// no set of their own between. Read with a short look into an index for each place and year.
///
/// # Errors
/// From the store.
pub(super) async fn stretches(
    connection: &impl ConnectionTrait,
    book: &ParameterBook,
    region: RegionCode,
) -> Result<Vec<Stretch>, ServiceError> {
    let mut found = Vec::new();
    let (mut after, end) = bounds(region)?;
    loop {
        let values = [after.as_str().into(), end.as_str().into()];
        let next: Option<Place> = queries::NEXT_PLACE.one(connection, values).await?;
        let Some(Place { region_code }) = next else {
            break;
        };
        if serves(book, region, &region_code) {
            let years = years(connection, &region_code).await?;
            found.extend(years.into_iter().map(|year| Stretch {
                year,
                place: region_code.clone(),
            }));
        }
        after = region_code;
    }
    found.sort_by(|one, other| (other.year, &one.place).cmp(&(one.year, &other.place)));
    Ok(found)
}

/// The codes between which the places in `region` lie, both left out. Of six digits like all codes,
/// so that every database compares them alike.
fn bounds(region: RegionCode) -> Result<(String, String), ServiceError> {
    let unreadable = |_| ServiceError::internal("a region code that cannot be read");
    let code: u32 = region.to_string().parse().map_err(unreadable)?;
    let span = match (code % 10_000, code % 100) {
        (0, _) => 10_000,
        (_, 0) => 100,
        _ => 1,
    };
    let text = |code: u32| format!("{code:06}");
    Ok((text(code.saturating_sub(1)), text(code + span)))
}

/// Whether a set for `region` would serve the people of `place`.
fn serves(book: &ParameterBook, region: RegionCode, place: &str) -> bool {
    let Ok(place) = place.parse::<RegionCode>() else {
        return false;
    };
    let own = book.places();
    for ancestor in place.with_ancestors() {
        if ancestor == region {
            return true;
        }
        if own.contains(&ancestor) {
            return false;
        }
    }
    false
}

async fn years(connection: &impl ConnectionTrait, place: &str) -> Result<Vec<i32>, ServiceError> {
    let mut years = Vec::new();
    let mut before = i32::MAX;
    loop {
        let values = [place.into(), before.into()];
        let next: Option<Year> = queries::YEAR_BEFORE.one(connection, values).await?;
        let Some(Year { benefit_year }) = next else {
            return Ok(years);
        };
        years.push(benefit_year);
        before = benefit_year;
    }
}

#[cfg(test)]
mod tests {
    use super::bounds;

    #[test]
    fn a_region_reaches_to_the_next_one_of_its_kind() {
        let of = |code: &str| bounds(code.parse().unwrap()).unwrap();
        let text = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(of("110000"), text("109999", "120000"));
        assert_eq!(of("330100"), text("330099", "330200"));
        assert_eq!(of("510105"), text("510104", "510106"));
    }
}
