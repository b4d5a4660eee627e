//! The statements of the front page of editors and approvers.

use crate::store::Query;

/// `$2` products after the one with the id `$1`, in the order of their ids.
pub static PRODUCTS: Query = Query::new(
    "publishing.products",
    "SELECT product_id, body FROM product WHERE product_id > $1 ORDER BY product_id LIMIT $2",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&PRODUCTS];
