//! What visitors read of add-on products.

use domain::identifiers::RegionCode;
use sea_orm::{EntityTrait, QueryOrder};

use super::model::Product;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::public_id;
use crate::store::entity::product;

/// The products on offer today, for people insured in `region` or everywhere; in the order of
/// the catalogue.
///
/// # Errors
/// From the store.
pub async fn list(
    context: &RequestContext,
    region: Option<RegionCode>,
) -> Result<Vec<Product>, ServiceError> {
    let today = context.today();
    let rows = product::Entity::find()
        .order_by_asc(product::Column::Position)
        .order_by_asc(product::Column::ProductId)
        .all(&context.platform.database.reader)
        .await?;
    let products = rows
        .iter()
        .map(|row| serde_json::from_str::<Product>(&row.body));
    let products = products
        .collect::<Result<Vec<_>, _>>()
        .map_err(ServiceError::internal)?;
    Ok(products
        .into_iter()
        .filter(|one| one.is_offered(today) && region.is_none_or(|place| one.serves(place)))
        .collect())
}

/// One product, on offer or not.
///
/// # Errors
/// `NotFound` when there is none with this id; or from the store.
pub async fn one(context: &RequestContext, id: &str) -> Result<Product, ServiceError> {
    if !public_id::is_plain(id) {
        return Err(ServiceError::NotFound);
    }
    let row = product::Entity::find_by_id(id.to_owned())
        .one(&context.platform.database.reader)
        .await?
        .ok_or(ServiceError::NotFound)?;
    serde_json::from_str(&row.body).map_err(ServiceError::internal)
}
