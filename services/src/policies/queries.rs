//! The statements of the reading page and of the front page's list.

use crate::store::Query;

/// One document.
pub static DOCUMENT: Query = Query::new(
    "policies.document",
    "SELECT * FROM policy_document WHERE document_id = $1",
);

/// Its versions, the newest first.
pub static VERSIONS: Query = Query::new(
    "policies.versions",
    "SELECT * FROM policy_version WHERE document_id = $1 ORDER BY version_on DESC, variant DESC",
);

/// The articles of one version, in order.
pub static ARTICLES: Query = Query::new(
    "policies.articles",
    "SELECT * FROM policy_article WHERE document_id = $1 AND version_on = $2 AND variant = $3 \
     ORDER BY ordinal",
);

/// What the document does to others and others do to it, with the others' titles.
pub static RELATIONS: Query = Query::new(
    "policies.relations",
    "SELECT r.kind, FALSE AS inverse, d.document_id, d.title_zh, d.title_en \
     FROM policy_relation r JOIN policy_document d ON d.document_id = r.target_id \
     WHERE r.document_id = $1 \
     UNION ALL \
     SELECT r.kind, TRUE AS inverse, d.document_id, d.title_zh, d.title_en \
     FROM policy_relation r JOIN policy_document d ON d.document_id = r.document_id \
     WHERE r.target_id = $1",
);

/// The newest of our own summaries issued after `$1`.
pub static RECENT: Query = Query::new(
    "policies.recent",
    "SELECT * FROM policy_document WHERE issued_on > $1 AND origin = 'shipped' \
     ORDER BY issued_on DESC, document_id DESC LIMIT $2",
);

/// The heads of the articles of up to sixteen documents, those of the newest version first.
pub static CLAUSES: Query = Query::new(
    "policies.clauses",
    "SELECT v.document_id, v.version_on, v.variant, v.effective_on, a.anchor, a.label, a.language \
     FROM policy_version v JOIN policy_article a ON a.document_id = v.document_id \
     AND a.version_on = v.version_on AND a.variant = v.variant WHERE v.document_id IN \
     ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, \
     $17, $18, $19, $20, $21, $22, $23, $24) \
     ORDER BY v.document_id, v.version_on DESC, v.variant DESC, a.ordinal",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[
    &DOCUMENT, &VERSIONS, &ARTICLES, &RELATIONS, &RECENT, &CLAUSES,
];
