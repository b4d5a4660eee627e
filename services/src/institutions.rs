//! Designated institutions: a sample list until a region brings its own.

use std::sync::LazyLock;

use domain::access::{Action, Relation};
use domain::identifiers::{InstitutionCode, RegionCode};
use domain::language::Bilingual;
use domain::settlement::Level;
use serde::Deserialize;

use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::institution;

/// One institution of the sample. All are invented.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Institution {
    /// The national code.
    pub code: InstitutionCode,
    /// What it is called; every name says that it is a sample.
    pub name: Bilingual,
    /// The county or district where it lies.
    pub region: RegionCode,
    /// Its level.
    pub level: Level,
    /// `hospital`, `community` or `pharmacy`.
    pub kind: String,
}

static SAMPLE: LazyLock<Vec<Institution>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../data/institutions/sample.json")).unwrap_or_default()
});

/// The invented institutions that come with the product.
#[must_use]
pub fn sample() -> &'static [Institution] {
    &SAMPLE
}

/// Takes the sample into a store that lacks it; what is there stays.
///
/// # Errors
/// `Forbidden`, or from the store.
pub async fn import_shipped(context: &RequestContext) -> Result<u64, ServiceError> {
    authorise::operator(context)?;
    let rows: Vec<institution::Model> = sample()
        .iter()
        .map(|one| institution::Model {
            institution_code: one.code.as_str().to_owned(),
            name_zh: one.name.zh.clone(),
            name_en: one.name.en.clone(),
            region_code: one.region.to_string(),
            level: one.level.code().to_owned(),
            kind: one.kind.clone(),
            sample: true,
        })
        .collect();
    let transaction = context.platform.database.begin().await?;
    let added = bulk::insert::<institution::Entity>(&transaction, &rows, OnConflict::Keep).await?;
    if added > 0 {
        let event = Event {
            subject: None,
            relation: Relation::Nobody,
            action: Action::Operate,
            object_kind: "institutions",
            object_id: "sample",
        };
        audit::write(&transaction, context, event).await?;
    }
    transaction.commit().await?;
    Ok(added)
}

#[cfg(test)]
mod tests {
    use super::sample;

    #[test]
    fn the_sample_is_whole_and_says_that_it_is_one() {
        assert!(sample().len() >= 60);
        for one in sample() {
            assert!(
                one.name.zh.contains("示例") && one.name.en.contains("Sample"),
                "{one:?}"
            );
            assert!(one.region.is_known(), "{one:?}");
            assert_eq!(one.code.region(), Some(one.region));
        }
        let mut codes: Vec<&str> = sample().iter().map(|one| one.code.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), sample().len());
    }
}
