//! Takes drugs, products and shares from a file into the store, all or none.

mod batch;

use std::collections::HashSet;

use domain::access::{Action, Relation};
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

use self::batch::Known;

pub(super) use self::batch::Batch;
use super::model::{Drug, Product};
use super::sample;
use crate::audit::{self, Event};
use crate::authorise;
use crate::catalogue::{Report, save, split};
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::store::bulk::{self, OnConflict};
use crate::store::entity::{drug, drug_key, drug_product, drug_share};

/// Ids of one statement.
const CHUNK: usize = 200;

/// Takes the records of a file of one JSON record a line: what the store knows under the same
/// key is replaced, what the file does not name stays as it is.
///
/// # Errors
/// `Invalid` with every problem of every line, and then nothing is written; `Forbidden`; or from
/// the store.
pub async fn import(context: &RequestContext, bytes: &[u8]) -> Result<Report, ServiceError> {
    authorise::operator(context)?;
    let (batch, errors) = Batch::read(bytes)?;
    let change = |transaction| write(context, transaction, batch.clone(), errors.clone(), false);
    context.platform.database.write(change).await
}

/// Takes the sample into the store. What an operator has put under one of its keys stays.
///
/// # Errors
/// `Forbidden`, or from the store.
pub async fn import_shipped(context: &RequestContext) -> Result<Report, ServiceError> {
    authorise::operator(context)?;
    let change = |transaction| write(context, transaction, sample::shipped(), Vec::new(), true);
    context.platform.database.write(change).await
}

/// Writes what differs from the store, unless there are `errors`, or records that do not fit
/// each other; of the sample (`shipped`) only where the store has nothing else.
async fn write(
    context: &RequestContext,
    transaction: DatabaseTransaction,
    mut batch: Batch,
    mut errors: Vec<FieldError>,
    shipped: bool,
) -> Result<Report, ServiceError> {
    let known = Known::of(&transaction, &batch).await?;
    if shipped {
        batch.leave_out_theirs(&known);
    }
    errors.extend(batch.misfits(&known)?);
    if !errors.is_empty() {
        return Err(ServiceError::Invalid(errors));
    }
    let mut report = Report::default();
    let drugs = batch
        .drugs
        .iter()
        .map(|(_, drug)| drug.row())
        .collect::<Result<Vec<_>, _>>()?;
    let key = |row: &drug::Model| row.drug_id.clone();
    let drugs = split(drugs, &known.drugs, key, &mut report);
    let products = batch.products.iter().map(|(_, one)| one.row()).collect();
    let key = |row: &drug_product::Model| row.drug_code.clone();
    let products = split(products, &known.products, key, &mut report);
    let shares = batch.shares.iter().map(|(_, one)| one.row()).collect();
    let shares = split(shares, &known.shares, batch::share_key, &mut report);
    if !report.wrote() {
        return Ok(report);
    }
    let written: HashSet<&str> = drugs.iter().map(|row| row.drug_id.as_str()).collect();
    let of_drugs = batch
        .drugs
        .iter()
        .filter(|(_, drug)| written.contains(drug.id.as_str()))
        .flat_map(|(_, drug)| Drug::keys(drug));
    let written: HashSet<&str> = products.iter().map(|row| row.drug_code.as_str()).collect();
    let of_products = batch
        .products
        .iter()
        .filter(|(_, product)| written.contains(product.code.as_str()))
        .flat_map(|(_, product)| Product::keys(product));
    let keys: Vec<drug_key::Model> = of_drugs.chain(of_products).collect();
    save::<drug::Entity>(&transaction, &drugs).await?;
    save::<drug_product::Entity>(&transaction, &products).await?;
    save::<drug_share::Entity>(&transaction, &shares).await?;
    let of_drugs = drugs.changed.iter().map(|row| (row.drug_id.as_str(), ""));
    forget_keys(&transaction, &of_drugs.collect::<Vec<_>>()).await?;
    // A product may have been another drug's.
    let of_products = products.changed.iter().filter_map(|row| {
        let stored = known.products.get(&row.drug_code)?;
        Some((stored.drug_id.as_str(), row.drug_code.as_str()))
    });
    forget_keys(&transaction, &of_products.collect::<Vec<_>>()).await?;
    bulk::insert::<drug_key::Entity>(&transaction, &keys, OnConflict::Fail).await?;
    let event = Event {
        subject: None,
        relation: Relation::Nobody,
        action: Action::Operate,
        object_kind: "drugs",
        object_id: if shipped { "sample" } else { "import" },
    };
    audit::write(&transaction, context, event).await?;
    transaction.commit().await?;
    Ok(report)
}

/// Takes keys away: those of drugs (no code), or those of products.
async fn forget_keys(transaction: &DatabaseTransaction, old: &[(&str, &str)]) -> Result<(), DbErr> {
    for chunk in old.chunks(CHUNK) {
        let ids = chunk.iter().map(|(id, _)| *id);
        let codes = chunk.iter().map(|(_, code)| *code);
        drug_key::Entity::delete_many()
            .filter(drug_key::Column::DrugId.is_in(ids))
            .filter(drug_key::Column::DrugCode.is_in(codes))
            .exec(transaction)
            .await?;
    }
    Ok(())
}
