//! The statements of the drugs' pages.

use crate::store::Query;

/// One drug.
pub static ONE: Query = Query::new("drugs.one", "SELECT * FROM drug WHERE drug_id = $1");

/// One product.
pub static PRODUCT: Query = Query::new(
    "drugs.product",
    "SELECT * FROM drug_product WHERE drug_code = $1",
);

/// At most `$3` products of a drug behind the code `$2`.
pub static PRODUCTS: Query = Query::new(
    "drugs.products",
    "SELECT * FROM drug_product WHERE drug_id = $1 AND drug_code > $2 ORDER BY drug_code LIMIT $3",
);

/// What patients pay first of a drug, place by place, on day `$2`; the newest rule of each place
/// comes first.
pub static SHARES: Query = Query::new(
    "drugs.shares",
    "SELECT * FROM drug_share WHERE drug_id = $1 AND valid_from <= $2 \
     AND (valid_until IS NULL OR valid_until >= $2) ORDER BY region_code, valid_from DESC",
);

/// A page of `$6` drugs behind the place (`$1`, `$2`) of the page before, of class `$3` and
/// section `$4` or all (empty), listed on day `$5`.
pub static LIST: Query = Query::new(
    "drugs.list",
    "SELECT * FROM drug d WHERE d.list_position >= $1 \
     AND (d.list_position > $1 OR d.drug_id > $2) \
     AND ($3 = '' OR d.class_ab = $3) AND ($4 = '' OR d.section = $4) \
     AND (d.removed_on IS NULL OR d.removed_on >= $5) \
     ORDER BY d.list_position, d.drug_id LIMIT $6",
);

/// The first `$10` keys that begin with a word (from `$1`, below `$2`) of drugs that have keys for
/// two more words too (`$3`, `$4`; `$5`, `$6`); filtered as in [`LIST`] by class (`$7`), section
/// (`$8`) and day (`$9`).
pub static FOUND: Query = Query::new(
    "drugs.found",
    "SELECT k.search_key, k.drug_id, k.drug_code, k.place, d.list_position \
     FROM drug_key k JOIN drug d ON d.drug_id = k.drug_id \
     WHERE k.search_key >= $1 AND k.search_key < $2 \
     AND EXISTS (SELECT 1 FROM drug_key a WHERE a.drug_id = k.drug_id \
     AND a.search_key >= $3 AND a.search_key < $4) \
     AND EXISTS (SELECT 1 FROM drug_key b WHERE b.drug_id = k.drug_id \
     AND b.search_key >= $5 AND b.search_key < $6) \
     AND ($7 = '' OR d.class_ab = $7) AND ($8 = '' OR d.section = $8) \
     AND (d.removed_on IS NULL OR d.removed_on >= $9) \
     ORDER BY k.search_key, k.drug_id, k.drug_code LIMIT $10",
);

/// The drugs with these twenty ids; places that are not needed hold an empty text.
pub static NAMED: Query = Query::new(
    "drugs.named",
    "SELECT * FROM drug WHERE drug_id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, \
     $13, $14, $15, $16, $17, $18, $19, $20)",
);

/// The products with these twenty codes, likewise.
pub static NAMED_PRODUCTS: Query = Query::new(
    "drugs.named_products",
    "SELECT * FROM drug_product WHERE drug_code IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
     $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[
    &ONE,
    &PRODUCT,
    &PRODUCTS,
    &SHARES,
    &LIST,
    &FOUND,
    &NAMED,
    &NAMED_PRODUCTS,
];
