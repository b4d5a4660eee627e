//! How many institutions each place has, from the district up to the whole country.

use std::collections::BTreeMap;

use domain::identifiers::RegionCode;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, FromQueryResult, QueryFilter};
use sea_orm::{DbErr, QuerySelect};

use super::queries;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::{institution, institution_region};

/// A place and how many designated institutions it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceCount {
    /// The place.
    pub region: RegionCode,
    /// How many.
    pub institutions: u64,
}

/// The region with its count, and those right below it.
pub(super) struct Around {
    /// How many the region itself has.
    pub here: u64,
    /// The regions below.
    pub below: Vec<PlaceCount>,
}

#[derive(FromQueryResult)]
struct Row {
    region_code: String,
    institutions: i32,
}

/// The counts of `region` and of what lies right below it.
pub(super) async fn around(
    context: &RequestContext,
    region: RegionCode,
) -> Result<Around, ServiceError> {
    let reader = &context.platform.database.reader;
    let rows: Vec<Row> = queries::REGIONS
        .all(reader, [region.to_string().into()])
        .await?;
    let mut around = Around {
        here: 0,
        below: Vec::new(),
    };
    for row in rows {
        let institutions = u64::try_from(row.institutions).unwrap_or_default();
        match row.region_code.parse::<RegionCode>() {
            Ok(own) if own == region => around.here = institutions,
            Ok(below) => around.below.push(PlaceCount {
                region: below,
                institutions,
            }),
            Err(_) => {}
        }
    }
    around.below.sort_by_key(|place| place.region);
    Ok(around)
}

/// The places that `region` lies in and that people choose by, itself first, the whole country
/// last. A municipality has no city, and stand-ins for one are left out.
pub(super) fn chain(region: RegionCode) -> Vec<RegionCode> {
    region
        .with_ancestors()
        .filter(|code| code.lookup().is_some_and(|place| !place.name.contains('-')))
        .chain([RegionCode::NATION])
        .collect()
}

/// Counts all institutions anew.
pub(super) async fn count(transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    let own: Vec<(String, i64)> = institution::Entity::find()
        .filter(institution::Column::EndedOn.is_null())
        .select_only()
        .column(institution::Column::RegionCode)
        .column_as(institution::Column::InstitutionCode.count(), "institutions")
        .group_by(institution::Column::RegionCode)
        .into_tuple()
        .all(transaction)
        .await?;
    let mut places: BTreeMap<RegionCode, (Option<RegionCode>, i64)> = BTreeMap::new();
    for (code, institutions) in own {
        let Ok(region) = code.parse::<RegionCode>() else {
            continue;
        };
        let chain = chain(region);
        let parents = chain.iter().skip(1).copied().map(Some).chain([None]);
        for (place, parent) in chain.iter().copied().zip(parents) {
            places.entry(place).or_insert((parent, 0)).1 += institutions;
        }
    }
    let rows: Vec<institution_region::Model> = places
        .into_iter()
        .map(
            |(place, (parent, institutions))| institution_region::Model {
                region_code: place.to_string(),
                parent_code: parent.map(|code| code.to_string()).unwrap_or_default(),
                institutions: i32::try_from(institutions).unwrap_or(i32::MAX),
            },
        )
        .collect();
    institution_region::Entity::delete_many()
        .exec(transaction)
        .await?;
    bulk::insert::<institution_region::Entity>(transaction, &rows, OnConflict::Fail).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::chain;

    #[test]
    fn places_are_chosen_from_the_country_down() {
        for (code, wanted) in [
            ("510107", vec!["510107", "510100", "510000", "000000"]),
            ("110101", vec!["110101", "110000", "000000"]),
            ("419001", vec!["419001", "410000", "000000"]),
            ("339900", vec!["330000", "000000"]),
            ("000000", vec!["000000"]),
        ] {
            let region = code.parse().unwrap();
            let found: Vec<String> = chain(region).into_iter().map(|c| c.to_string()).collect();
            assert_eq!(found, wanted, "{code}");
        }
    }
}
