//! Takes add-on products from JSON into the store.

use domain::access::{Action, Relation};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect};

use super::check::problems;
use super::model::Product;
use crate::audit::{self, Event};
use crate::authorise;
use crate::context::RequestContext;
use crate::error::{FieldError, ServiceError};
use crate::listed;
use crate::store::entity::product;

/// The region code that stands for the whole country.
pub(super) const WHOLE_COUNTRY: &str = "100000";

/// What became of one product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added,
    /// It replaced what the store had under its id.
    Changed,
    /// The store has exactly this one already.
    Unchanged,
}

/// One product of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Its id.
    pub id: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// Takes the product, or the list of products, in `text` into the store; all or none.
///
/// # Errors
/// `Invalid` with every problem (pointer into the file, name of the rule); `Forbidden`; or from
/// the store.
pub async fn import(context: &RequestContext, text: &str) -> Result<Vec<Imported>, ServiceError> {
    authorise::operator(context)?;
    let products = read(text)?;
    let known = known(context).await?;
    let transaction = context.platform.database.begin().await?;
    let mut report = Vec::new();
    for product in products {
        let body = serde_json::to_string(&product).map_err(ServiceError::internal)?;
        let outcome = match known.iter().find(|(id, _)| *id == product.id) {
            Some((_, stored)) if *stored == body => Outcome::Unchanged,
            Some(_) => Outcome::Changed,
            None => Outcome::Added,
        };
        if outcome != Outcome::Unchanged {
            let row = row(context, &product, body).into_active_model();
            let replace = OnConflict::column(product::Column::ProductId)
                .update_columns([
                    product::Column::Kind,
                    product::Column::RegionCode,
                    product::Column::Position,
                    product::Column::ValidFrom,
                    product::Column::ValidUntil,
                    product::Column::Body,
                ])
                .to_owned();
            product::Entity::insert(row)
                .on_conflict(replace)
                .exec_without_returning(&transaction)
                .await?;
            let event = Event {
                subject: None,
                relation: Relation::Nobody,
                action: Action::Operate,
                object_kind: "product",
                object_id: &product.id,
            };
            audit::write(&transaction, context, event).await?;
        }
        report.push(Imported {
            id: product.id,
            outcome,
        });
    }
    transaction.commit().await?;
    Ok(report)
}

/// Takes the samples that come with the platform into a store that has no products.
///
/// # Errors
/// As [`import`].
pub async fn import_shipped(context: &RequestContext) -> Result<Vec<Imported>, ServiceError> {
    if known(context).await?.is_empty() {
        import(context, include_str!("../../data/products/sample.json")).await
    } else {
        Ok(Vec::new())
    }
}

fn read(text: &str) -> Result<Vec<Product>, ServiceError> {
    let (listed, mut errors) = listed::read::<Product>(text)?;
    let mut products: Vec<Product> = Vec::new();
    for (pointer, product) in listed {
        errors.extend(problems(&product, &pointer));
        if products.iter().any(|other| other.id == product.id) {
            errors.push(FieldError {
                pointer: format!("{pointer}/id"),
                code: "duplicate",
                detail: "this id stands in the file twice".to_owned(),
            });
        }
        products.push(product);
    }
    if errors.is_empty() {
        Ok(products)
    } else {
        Err(ServiceError::Invalid(errors))
    }
}

async fn known(context: &RequestContext) -> Result<Vec<(String, String)>, ServiceError> {
    Ok(product::Entity::find()
        .select_only()
        .column(product::Column::ProductId)
        .column(product::Column::Body)
        .into_tuple()
        .all(&context.platform.database.reader)
        .await?)
}

fn row(context: &RequestContext, product: &Product, body: String) -> product::Model {
    product::Model {
        product_id: product.id.clone(),
        kind: product.kind.code().to_owned(),
        region_code: product
            .region
            .map_or_else(|| WHOLE_COUNTRY.to_owned(), |r| r.to_string()),
        position: product.position,
        valid_from: product.valid_from,
        valid_until: product.valid_until,
        body,
        created_at: context.now,
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_samples_are_sound_and_say_that_they_are_samples() {
        let text = include_str!("../../data/products/sample.json");
        let products = read(text).unwrap();
        assert!(products.len() >= 8);
        for product in products {
            assert!(
                product.sample && product.name.zh.contains("示例"),
                "{}",
                product.id
            );
            assert!(product.insurer.en.contains("invented"), "{}", product.id);
        }
    }

    #[test]
    fn every_problem_is_named_with_its_place() {
        let text = include_str!("../../data/products/sample.json");
        let broken = text
            .replacen("\"sample-city-beijing\"", "\"Sample City\"", 1)
            .replacen("\"110000\"", "\"999999\"", 1);
        let Err(crate::ServiceError::Invalid(errors)) = read(&broken) else {
            panic!("a broken file is refused");
        };
        let found: Vec<_> = errors
            .iter()
            .map(|e| (e.pointer.as_str(), e.code))
            .collect();
        assert_eq!(
            found,
            [("/0/id", "wrong_id"), ("/0/region", "unknown_region")]
        );
    }
}
