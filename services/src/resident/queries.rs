//! The statements of the resident's pages. Every one names the person.

use crate::store::Query;

/// The person with the statuses of hardship in force on day `$2`, this year's accumulators
/// (`$3`) and the balance of the personal account.
pub static PERSON: Query = Query::new(
    "resident.person",
    "SELECT p.name, p.birth_date, p.status, p.died_on, t.category, a.scheme, \
     a.pool_paid, a.large_amount_paid, a.catastrophic_base, a.catastrophic_paid, \
     a.assistance_deductible, a.assistance_paid, a.outpatient_deductible, a.outpatient_paid, \
     a.outpatient_scope, a.admissions, a.chronic_deductible, a.hypertension_paid, \
     a.diabetes_paid, a.prenatal_paid, \
     (SELECT e.balance_after FROM account_entry e WHERE e.person_id = $1 \
      ORDER BY e.entry_id DESC LIMIT 1) AS balance \
     FROM person p \
     LEFT JOIN identity_tag t ON t.person_id = p.person_id AND t.valid_from <= $2 \
     AND (t.valid_until IS NULL OR t.valid_until >= $2) \
     LEFT JOIN year_accumulator a ON a.person_id = p.person_id AND a.benefit_year = $3 \
     WHERE p.person_id = $1",
);

/// The day of death on record, where there is one.
pub static DIED_ON: Query = Query::new(
    "resident.died_on",
    "SELECT died_on FROM person WHERE person_id = $1",
);

/// All periods of insurance with the employer's name, the newest first.
pub static PERIODS: Query = Query::new(
    "resident.periods",
    "SELECT e.enrolment_id, e.scheme, e.region_code, e.person_type, e.state, e.since, e.until, \
     e.waiting_until, e.reason, o.name AS employer \
     FROM enrolment e LEFT JOIN employer o ON o.employer_id = e.employer_id \
     WHERE e.person_id = $1 ORDER BY e.since DESC, e.enrolment_id DESC",
);

/// The person as the rules of continuity see them: with the statuses of hardship in force on day
/// `$2`, and the benefit years in which resident insurance paid something.
pub static INSURED_PERSON: Query = Query::new(
    "resident.insured_person",
    "SELECT p.sex, p.birth_date, p.residence_region, p.died_on, t.category, a.benefit_year, \
     a.catastrophic_paid FROM person p \
     LEFT JOIN identity_tag t ON t.person_id = p.person_id AND t.valid_from <= $2 \
     AND (t.valid_until IS NULL OR t.valid_until >= $2) \
     LEFT JOIN year_accumulator a ON a.person_id = p.person_id AND a.scheme = 'resident' \
     AND (a.pool_paid > 0 OR a.outpatient_paid > 0 OR a.large_amount_paid > 0 \
     OR a.catastrophic_paid > 0 OR a.hypertension_paid > 0 OR a.diabetes_paid > 0 \
     OR a.prenatal_paid > 0) \
     WHERE p.person_id = $1",
);

/// Every contribution, the oldest first.
pub static CONTRIBUTIONS: Query = Query::new(
    "resident.contributions",
    "SELECT period, scheme, kind, employer_id, base, employer_amount, person_amount, \
     subsidy_amount, account_credit, state, paid_on FROM contribution \
     WHERE person_id = $1 ORDER BY period, scheme, kind",
);

/// The settlements of the person `$1` for which `$tie` holds.
macro_rules! tie {
    ($tie:literal) => {
        concat!(
            "SELECT settlement_id, number, settled_on, benefit_year, visit_kind, bill_id, \
     reverses_id, total_fee, fund_total, personal_burden FROM settlement \
     WHERE person_id = $1 AND ",
            $tie
        )
    };
}

/// What a list shows of settlements `s`, with the refund that took each back.
macro_rules! summaries {
    () => {
        "SELECT s.settlement_id, s.settled_on, s.admitted_on, s.discharged_on, s.benefit_year, \
     s.visit_kind, s.level, s.institution_name, i.name_en AS institution_name_en, s.total_fee, \
     s.pool_fund_paid, s.large_amount_paid, s.catastrophic_paid, s.assistance_paid, \
     s.account_paid, s.cash_paid, s.bill_id, s.reverses_id, \
     (SELECT b.settlement_id FROM settlement b WHERE b.person_id = s.person_id \
      AND b.reverses_id = s.settlement_id) AS reversed_by \
     FROM settlement s LEFT JOIN institution i ON i.institution_code = s.institution_code "
    };
}

/// Which of them are one page.
macro_rules! page {
    () => {
        "AND ($3 = '' OR s.visit_kind = $3) \
     AND (s.settled_on < $4 OR (s.settled_on = $4 AND s.settlement_id < $5)) \
     ORDER BY s.settled_on DESC, s.settlement_id DESC LIMIT $2"
    };
}

/// The newest `$2` settlements.
pub static NEWEST_SETTLEMENTS: Query = Query::new(
    "resident.newest_settlements",
    concat!(
        summaries!(),
        "WHERE s.person_id = $1 ORDER BY s.settled_on DESC, s.settlement_id DESC LIMIT $2"
    ),
);

/// A page of `$2` settlements of kind `$3` or all (empty), before the place (`$4`, `$5`) of the page
/// before.
pub static SETTLEMENTS: Query = Query::new(
    "resident.settlements",
    concat!(summaries!(), "WHERE s.person_id = $1 ", page!()),
);

/// The same of the benefit year `$6`.
pub static SETTLEMENTS_OF_YEAR: Query = Query::new(
    "resident.settlements_of_year",
    concat!(
        summaries!(),
        "WHERE s.person_id = $1 AND s.benefit_year = $6 ",
        page!()
    ),
);

/// Year by year and kind by kind: how many settlements and who paid what.
pub static SETTLEMENT_TOTALS: Query = Query::new(
    "resident.settlement_totals",
    "SELECT benefit_year, visit_kind, settlements, total_fee, pool_fund_paid, \
     large_amount_paid, catastrophic_paid, assistance_paid, account_paid, cash_paid \
     FROM settlement_total WHERE person_id = $1 ORDER BY benefit_year DESC, visit_kind",
);

/// One settlement, whole, with the institution's English name where it is known.
pub static SETTLEMENT: Query = Query::new(
    "resident.settlement",
    "SELECT s.*, i.name_en AS institution_name_en FROM settlement s \
     LEFT JOIN institution i ON i.institution_code = s.institution_code \
     WHERE s.person_id = $1 AND s.settlement_id = $2",
);

/// What a settlement is tied to: the parts of its bill (`$3`), the refund of it (`$2`), what it takes
/// back itself (`$4`); ids that nothing has where there is none.
pub static SETTLEMENT_TIES: Query = Query::new(
    "resident.settlement_ties",
    concat!(
        "SELECT * FROM (",
        tie!("bill_id = $3"),
        " UNION ALL ",
        tie!("reverses_id = $2"),
        " UNION ALL ",
        tie!("settlement_id = $4"),
        ") AS bounded ORDER BY settlement_id"
    ),
);

/// Its items from line `$3` on, at most `$4`, with the code of those that the drug catalogue has.
pub static SETTLEMENT_LINES: Query = Query::new(
    "resident.settlement_lines",
    "SELECT l.*, p.drug_code FROM settlement_line l \
     LEFT JOIN drug_product p ON p.drug_code = l.item_code \
     WHERE l.person_id = $1 AND l.settlement_id = $2 AND l.line_no >= $3 \
     ORDER BY l.line_no LIMIT $4",
);

/// `$3` entries of the personal account older than `$2`, the newest first.
pub static ACCOUNT_ENTRIES: Query = Query::new(
    "resident.account_entries",
    "SELECT entry_id, booked_on, kind, amount, balance_after, settlement_id, period \
     FROM account_entry WHERE person_id = $1 AND entry_id < $2 ORDER BY entry_id DESC LIMIT $3",
);

/// The add-on products the person holds or held, with what the product says of itself.
pub static HOLDINGS: Query = Query::new(
    "resident.holdings",
    "SELECT h.holding_id, h.product_id, h.since, h.until, h.premium, p.body \
     FROM holding h JOIN product p ON p.product_id = h.product_id \
     WHERE h.person_id = $1 ORDER BY h.since DESC, h.holding_id DESC",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[
    &PERSON,
    &DIED_ON,
    &PERIODS,
    &INSURED_PERSON,
    &CONTRIBUTIONS,
    &NEWEST_SETTLEMENTS,
    &SETTLEMENTS,
    &SETTLEMENTS_OF_YEAR,
    &SETTLEMENT_TOTALS,
    &SETTLEMENT,
    &SETTLEMENT_TIES,
    &SETTLEMENT_LINES,
    &ACCOUNT_ENTRIES,
    &HOLDINGS,
];
