//! One drug in full: what the list says, the products, the shares of each place.

use domain::identifiers::{DrugCode, RegionCode};

use super::model::{Drug, Product, Share};
use super::queries;
use crate::context::RequestContext;
use crate::error::ServiceError;
use crate::store::entity::{drug, drug_product, drug_share};

/// How many products a card shows at once.
pub const PRODUCTS: usize = 30;

/// What the page of a drug shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The drug.
    pub drug: Drug,
    /// The product that was asked for, when it was one.
    pub product: Option<Product>,
    /// Its products in the order of their codes, from the one asked for on.
    pub products: Vec<Product>,
    /// Behind which code the next products come, if there are more.
    pub next: Option<String>,
    /// What patients pay first today, one a place.
    pub shares: Vec<Share>,
}

/// The card of the drug with the id `code`, or of the product with that national code; products
/// behind `after`.
///
/// # Errors
/// `NotFound` when there is neither; or from the store.
pub async fn card(context: &RequestContext, code: &str, after: &str) -> Result<Card, ServiceError> {
    let reader = &context.platform.database.reader;
    let product = product(context, code).await?;
    let id = product.as_ref().map_or(code, |product| &product.drug);
    if !is_id(id) {
        return Err(ServiceError::NotFound);
    }
    let row: drug::Model = queries::ONE
        .one(reader, [id.to_owned().into()])
        .await?
        .ok_or(ServiceError::NotFound)?;
    let after = after
        .parse()
        .map(|code: DrugCode| code.to_string())
        .unwrap_or_default();
    let more = i64::try_from(PRODUCTS + 1).unwrap_or(i64::MAX);
    let values = [id.to_owned().into(), after.into(), more.into()];
    let mut products: Vec<drug_product::Model> = queries::PRODUCTS.all(reader, values).await?;
    let next = (products.len() > PRODUCTS).then(|| {
        products.truncate(PRODUCTS);
        products.last().map(|last| last.drug_code.clone())
    });
    let values = [id.to_owned().into(), context.today().into()];
    let shares: Vec<drug_share::Model> = queries::SHARES.all(reader, values).await?;
    let mut shares = shares
        .into_iter()
        .map(Share::of)
        .collect::<Result<Vec<_>, _>>()?;
    let mut seen: Option<RegionCode> = None;
    shares.retain(|share| seen.replace(share.region) != Some(share.region));
    Ok(Card {
        drug: Drug::of(row)?,
        product,
        products: products
            .into_iter()
            .map(Product::of)
            .collect::<Result<_, _>>()?,
        next: next.flatten(),
        shares,
    })
}

async fn product(context: &RequestContext, code: &str) -> Result<Option<Product>, ServiceError> {
    let Ok(code) = code.parse::<DrugCode>() else {
        return Ok(None);
    };
    let row: drug_product::Model = queries::PRODUCT
        .one(&context.platform.database.reader, [code.to_string().into()])
        .await?
        .ok_or(ServiceError::NotFound)?;
    Product::of(row).map(Some)
}

/// Whether a drug can have this id: lower-case letters, digits, hyphens.
pub(super) fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
