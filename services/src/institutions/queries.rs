//! The statements of the institutions' pages.

use crate::store::Query;

/// One institution.
pub static ONE: Query = Query::new(
    "institutions.one",
    "SELECT * FROM institution WHERE institution_code = $1",
);

/// A page of `$8` institutions from region `$1` through `$2`, behind the place (`$3`, `$4`, `$5`)
/// of the page before, of the grade with rank `$6` or all (0), with the capability `$7` or all
/// (empty), designated on day `$9`.
pub static LIST: Query = Query::new(
    "institutions.list",
    "SELECT * FROM institution i WHERE i.region_code >= $1 AND i.region_code <= $2 \
     AND (i.region_code > $3 OR (i.region_code = $3 AND (i.list_rank > $4 \
     OR (i.list_rank = $4 AND i.institution_code > $5)))) \
     AND ($6 = 0 OR i.list_rank = $6) \
     AND ($7 <> 'off_site_inpatient' OR i.off_site_inpatient) \
     AND ($7 <> 'off_site_outpatient' OR i.off_site_outpatient) \
     AND ($7 <> 'chronic' OR i.chronic <> '') \
     AND ($7 <> 'dual_channel' OR i.dual_channel) \
     AND (i.ended_on IS NULL OR i.ended_on >= $9) \
     ORDER BY i.region_code, i.list_rank, i.institution_code LIMIT $8",
);

/// The first `$12` keys that begin with a word (from `$1`, below `$2`) of institutions that have
/// keys for two more words too (`$3`, `$4`; `$5`, `$6`); filtered as in [`LIST`] by region (`$7`,
/// `$8`), grade (`$9`), capability (`$10`) and day (`$11`).
pub static FOUND: Query = Query::new(
    "institutions.found",
    "SELECT k.search_key, k.institution_code, k.place, i.list_rank \
     FROM institution_key k JOIN institution i ON i.institution_code = k.institution_code \
     WHERE k.search_key >= $1 AND k.search_key < $2 \
     AND EXISTS (SELECT 1 FROM institution_key a WHERE a.institution_code = k.institution_code \
     AND a.search_key >= $3 AND a.search_key < $4) \
     AND EXISTS (SELECT 1 FROM institution_key b WHERE b.institution_code = k.institution_code \
     AND b.search_key >= $5 AND b.search_key < $6) \
     AND i.region_code >= $7 AND i.region_code <= $8 \
     AND ($9 = 0 OR i.list_rank = $9) \
     AND ($10 <> 'off_site_inpatient' OR i.off_site_inpatient) \
     AND ($10 <> 'off_site_outpatient' OR i.off_site_outpatient) \
     AND ($10 <> 'chronic' OR i.chronic <> '') \
     AND ($10 <> 'dual_channel' OR i.dual_channel) \
     AND (i.ended_on IS NULL OR i.ended_on >= $11) \
     ORDER BY k.search_key, k.institution_code LIMIT $12",
);

/// The institutions with these twenty codes; places that are not needed hold an empty text.
pub static NAMED: Query = Query::new(
    "institutions.named",
    "SELECT * FROM institution WHERE institution_code IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, \
     $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
);

/// How many institutions are in region `$1` and in each of the regions right below it.
pub static REGIONS: Query = Query::new(
    "institutions.regions",
    "SELECT region_code, institutions FROM institution_region WHERE region_code = $1 \
     UNION ALL \
     SELECT region_code, institutions FROM institution_region WHERE parent_code = $1",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[&ONE, &LIST, &FOUND, &NAMED, &REGIONS];
