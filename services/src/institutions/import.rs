//! Takes institutions from a file into the store, all or none.

use std::collections::{HashMap, HashSet};

use domain::access::{Action, Relation};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

use super::model::Institution;
use super::record::Record;
use super::{regions, sample};
use crate::audit::{self, Event};
use crate::authorise;
use crate::catalogue::{Report, error, records, save, split};
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::{institution, institution_key};

/// Codes of one statement.
const CHUNK: usize = 200;

/// Takes the institutions of a file of one JSON record a line: a known code is replaced, one that
/// the file does not name stays as it is.
///
/// # Errors
/// `Invalid` with every problem of every line, and then nothing is written; `Forbidden`; or from
/// the store.
pub async fn import(context: &RequestContext, bytes: &[u8]) -> Result<Report, ServiceError> {
    authorise::operator(context)?;
    let (read, mut errors) = records::<Record>(bytes)?;
    let mut institutions = Vec::with_capacity(read.len());
    let mut seen = HashSet::new();
    for (line, record) in read {
        match record.checked(line) {
            Ok(one) if seen.contains(&one.code) => {
                let detail = "this code stands in the file twice";
                errors.push(error(line, "/code", "duplicate", detail));
            }
            Ok(one) => {
                seen.insert(one.code.clone());
                institutions.push(one);
            }
            Err(problems) => errors.extend(problems),
        }
    }
    if !errors.is_empty() {
        return Err(ServiceError::Invalid(errors));
    }
    let change = |transaction| write(context, transaction, institutions.clone(), false);
    context.platform.database.write(change).await
}

/// Takes the sample into the store. What an operator has put under one of its codes stays.
///
/// # Errors
/// `Forbidden`, or from the store.
pub async fn import_shipped(context: &RequestContext) -> Result<Report, ServiceError> {
    import_sample(context, sample::shipped).await
}

/// The same with those institutions only that the people of the demonstration visit.
///
/// # Errors
/// `Forbidden`, or from the store.
pub async fn import_visited(context: &RequestContext) -> Result<Report, ServiceError> {
    import_sample(context, || sample::of_demonstration().to_vec()).await
}

async fn import_sample(
    context: &RequestContext,
    institutions: impl Fn() -> Vec<Institution>,
) -> Result<Report, ServiceError> {
    authorise::operator(context)?;
    let change = |transaction| write(context, transaction, institutions(), true);
    context.platform.database.write(change).await
}

async fn known(
    connection: &impl ConnectionTrait,
    institutions: &[Institution],
) -> Result<HashMap<String, institution::Model>, DbErr> {
    let mut known = HashMap::new();
    for chunk in institutions.chunks(CHUNK) {
        let codes = chunk.iter().map(|one| one.code.as_str());
        let rows = institution::Entity::find()
            .filter(institution::Column::InstitutionCode.is_in(codes))
            .all(connection)
            .await?;
        known.extend(
            rows.into_iter()
                .map(|row| (row.institution_code.clone(), row)),
        );
    }
    Ok(known)
}

/// Writes what differs from the store; of the sample (`shipped`) only where the store has
/// nothing else.
async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    mut institutions: Vec<Institution>,
    shipped: bool,
) -> Result<Report, ServiceError> {
    let known = known(&transaction, &institutions).await?;
    if shipped {
        let free = |code: &str| known.get(code).is_none_or(|there| there.sample);
        institutions.retain(|one| free(one.code.as_str()));
    }
    let rows = institutions.iter().map(Institution::row).collect();
    let mut report = Report::default();
    let key = |row: &institution::Model| row.institution_code.clone();
    let rows = split(rows, &known, key, &mut report);
    if !report.wrote() {
        return Ok(report);
    }
    let written: HashSet<&str> = rows
        .iter()
        .map(|row| row.institution_code.as_str())
        .collect();
    let keys: Vec<institution_key::Model> = institutions
        .iter()
        .filter(|one| written.contains(one.code.as_str()))
        .flat_map(Institution::keys)
        .collect();
    save::<institution::Entity>(&transaction, &rows).await?;
    forget_keys(&transaction, &rows.changed).await?;
    bulk::insert::<institution_key::Entity>(&transaction, &keys, OnConflict::Fail).await?;
    regions::count(&transaction).await?;
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::Operate,
        object_kind: "institutions",
        object_id: if shipped { "sample" } else { "import" },
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(report)
}

/// Takes the keys of what was replaced away.
async fn forget_keys(
    transaction: &DatabaseTransaction,
    changed: &[institution::Model],
) -> Result<(), DbErr> {
    for chunk in changed.chunks(CHUNK) {
        let codes = chunk.iter().map(|row| row.institution_code.as_str());
        institution_key::Entity::delete_many()
            .filter(institution_key::Column::InstitutionCode.is_in(codes))
            .exec(transaction)
            .await?;
    }
    Ok(())
}
