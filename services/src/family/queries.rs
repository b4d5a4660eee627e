//! The statements about family links. Every one names the person who asks.

use chrono::{Datelike, NaiveDate};

use crate::store::Query;

/// `day` as a number that both databases make of a date too: 15 June 2026 is 20,260,615. Eighteen
/// years later is 180,000 more; of a day that a year does not have the next one counts, as in law.
#[must_use]
pub fn number_of(day: NaiveDate) -> i32 {
    let (month, day_of_month) = (day.month() * 100, day.day());
    day.year() * 10_000 + i32::try_from(month + day_of_month).unwrap_or_default()
}

/// The column of days as such numbers.
macro_rules! number {
    ($column:literal) => {
        concat!(
            "CAST(REPLACE(CAST(",
            $column,
            " AS TEXT), '-', '') AS INTEGER)"
        )
    };
}

/// Those whom `$1` sees on day `$2`, which is `$3` as a number, and `$1`: the rule of
/// [`domain::family::last_day`] in SQL, so that nothing is read through a link that has ended, the
/// guardian's of a child who is of age among them.
macro_rules! in_view {
    () => {
        concat!(
            "(SELECT l.relative_id FROM family_link l \
             JOIN person c ON c.person_id = l.relative_id WHERE l.person_id = $1 \
             AND l.state = 'confirmed' AND l.valid_from <= $2 \
             AND (l.valid_until IS NULL OR l.valid_until >= $2) \
             AND NOT (l.relation = 'child' AND l.proof <> 'both_sides' \
             AND ",
            number!("l.valid_from"),
            " < ",
            number!("c.birth_date"),
            " + 180000 AND $3 >= ",
            number!("c.birth_date"),
            " + 180000) UNION ALL SELECT o.person_id FROM person o WHERE o.person_id = $1)"
        )
    };
}

/// What the relative of a row `s` of `account_share` has used of it, in fen: what the account paid
/// for their visits since it was kept.
macro_rules! used {
    () => {
        "(SELECT CAST(COALESCE(-SUM(u.amount), 0) AS BIGINT) FROM account_entry u \
         JOIN settlement v ON v.person_id = s.relative_id AND v.settlement_id = u.settlement_id \
         WHERE u.person_id = s.person_id AND u.entry_id > s.after_entry_id \
         AND u.kind = 'out_family')"
    };
}

/// Whether a row `s` of `account_share` counts on day `$2`: it is the newest of the two people, the
/// relative is alive, and a link between them, whoever sees whom, has lasted since it was kept.
macro_rules! holds {
    () => {
        "s.place = (SELECT MAX(n.place) FROM account_share n \
          WHERE n.person_id = s.person_id AND n.relative_id = s.relative_id) \
         AND EXISTS (SELECT 1 FROM person r \
          WHERE r.person_id = s.relative_id AND r.status = 'alive') \
         AND (EXISTS (SELECT 1 FROM family_link l WHERE l.person_id = s.person_id \
          AND l.relative_id = s.relative_id AND l.state = 'confirmed' \
          AND l.valid_from <= s.set_on AND (l.valid_until IS NULL OR l.valid_until >= $2)) \
          OR EXISTS (SELECT 1 FROM family_link l WHERE l.person_id = s.relative_id \
          AND l.relative_id = s.person_id AND l.state = 'confirmed' \
          AND l.valid_from <= s.set_on AND (l.valid_until IS NULL OR l.valid_until >= $2)))"
    };
}

/// What the person in the column keeps for relatives on day `$2` and nobody has used yet, in fen.
macro_rules! reserved {
    ($whose:literal) => {
        concat!(
            "(SELECT CAST(COALESCE(SUM(CASE WHEN s.amount > ",
            used!(),
            " THEN s.amount - ",
            used!(),
            " ELSE 0 END), 0) AS BIGINT) FROM account_share s WHERE s.person_id = ",
            $whose,
            " AND ",
            holds!(),
            ")"
        )
    };
}

/// The link by which `$1`, who is alive, sees `$2` on day `$3`, with what decides how long.
pub static STANDING: Query = Query::new(
    "family.standing",
    "SELECT l.relation, l.relative_name, l.proof, l.valid_from, l.valid_until, l.sees_visits, \
     l.sees_account, r.sex, r.birth_date, r.died_on, \
     (SELECT c.act FROM consent c WHERE c.person_id = l.relative_id AND c.purpose = $4 \
     ORDER BY c.place DESC LIMIT 1) AS details, \
     (SELECT c.given_by FROM consent c WHERE c.person_id = l.relative_id AND c.purpose = $4 \
     ORDER BY c.place DESC LIMIT 1) AS details_by \
     FROM family_link l JOIN person v ON v.person_id = l.person_id AND v.status = 'alive' \
     JOIN person r ON r.person_id = l.relative_id \
     WHERE l.person_id = $1 AND l.relative_id = $2 AND l.state = 'confirmed' \
     AND l.valid_from <= $3 AND (l.valid_until IS NULL OR l.valid_until >= $3)",
);

/// The links by which `$1`, who is alive, sees others on day `$2`, with the birthday by which a
/// guardian's ends, and each one's sex and status.
pub static SEEN: Query = Query::new(
    "family.seen",
    "SELECT l.relative_id AS other_id, l.relative_name AS name, l.relation, l.proof, \
     l.valid_from, l.valid_until, l.sees_visits, l.sees_account, r.birth_date, r.sex, r.status \
     FROM family_link l JOIN person v ON v.person_id = l.person_id AND v.status = 'alive' \
     JOIN person r ON r.person_id = l.relative_id \
     WHERE l.person_id = $1 AND l.state = 'confirmed' AND l.valid_from <= $2 \
     AND (l.valid_until IS NULL OR l.valid_until >= $2) ORDER BY l.valid_from, l.relative_id",
);

/// The links by which others see `$1` on day `$2`, with the others' sex and status.
pub static SEEING: Query = Query::new(
    "family.seeing",
    "SELECT l.person_id AS other_id, l.person_name AS name, l.relation, l.proof, l.valid_from, \
     l.valid_until, l.sees_visits, l.sees_account, r.birth_date, v.sex, v.status \
     FROM family_link l JOIN person r ON r.person_id = l.relative_id \
     JOIN person v ON v.person_id = l.person_id \
     WHERE l.relative_id = $1 AND l.state = 'confirmed' AND l.valid_from <= $2 \
     AND (l.valid_until IS NULL OR l.valid_until >= $2) ORDER BY l.valid_from, l.person_id",
);

/// The newest `$2` invitations that `$1` sent.
pub static SENT: Query = Query::new(
    "family.sent",
    "SELECT person_id, invitation_id, invited_id, person_name, invited_name, number_index, \
     relation, way, sees_visits, sees_account, state, created_at, expires_at \
     FROM family_invitation \
     WHERE person_id = $1 ORDER BY invitation_id DESC LIMIT $2",
);

/// The newest `$2` invitations to `$1`.
pub static RECEIVED: Query = Query::new(
    "family.received",
    "SELECT person_id, invitation_id, invited_id, person_name, invited_name, number_index, \
     relation, way, sees_visits, sees_account, state, created_at, expires_at \
     FROM family_invitation \
     WHERE invited_id = $1 ORDER BY invitation_id DESC LIMIT $2",
);

/// The invitation `$2` to `$1`.
pub static RECEIVED_ONE: Query = Query::new(
    "family.received_one",
    "SELECT person_id, invitation_id, invited_id, person_name, invited_name, number_index, \
     relation, way, sees_visits, sees_account, state, created_at, expires_at \
     FROM family_invitation \
     WHERE invited_id = $1 AND invitation_id = $2",
);

/// The invitation `$2` that `$1` sent, with whom it reached.
pub static SENT_ONE: Query = Query::new(
    "family.sent_one",
    "SELECT invited_id, state, expires_at FROM family_invitation \
     WHERE person_id = $1 AND invitation_id = $2",
);

/// The person who invites.
pub static INVITER: Query = Query::new(
    "family.inviter",
    "SELECT person_id, name, birth_date, status, id_number_index FROM person WHERE person_id = $1",
);

/// The person whose paper has the number behind the blind index `$1`.
pub static BY_NUMBER: Query = Query::new(
    "family.by_number",
    "SELECT person_id, name, birth_date, status, id_number_index FROM person \
     WHERE id_number_index = $1",
);

/// Whether the register has `$2` as a child in the household of `$1`, its head or the head's
/// spouse, on day `$3`: others who live there are no guardians.
pub static SHARED_HOUSEHOLD: Query = Query::new(
    "family.shared_household",
    "SELECT a.household_id FROM household_member a \
     JOIN household_member b ON b.household_id = a.household_id AND b.person_id = $2 \
     WHERE a.person_id = $1 AND a.position IN ('head', 'spouse') AND b.position = 'child' \
     AND a.since <= $3 AND (a.until IS NULL OR a.until >= $3) AND b.since <= $3 AND (b.until IS NULL OR b.until >= $3) LIMIT 1",
);

/// Everybody in view of `$1` on day `$2`, themselves included, with the statuses of hardship,
/// the accumulators of the year `$4`, the balance of the personal account and what of it is kept
/// for relatives; `$3` is the day as a number ([`number_of`]).
pub static HOUSEHOLD: Query = Query::new(
    "family.household",
    concat!(
        "SELECT p.person_id, p.name, p.birth_date, p.status, p.died_on, t.category, a.scheme, \
     a.pool_paid, a.large_amount_paid, a.catastrophic_base, a.catastrophic_paid, \
     a.assistance_deductible, a.assistance_paid, a.outpatient_deductible, a.outpatient_paid, \
     a.outpatient_scope, a.admissions, a.chronic_deductible, a.hypertension_paid, \
     a.diabetes_paid, a.prenatal_paid, \
     (SELECT e.balance_after FROM account_entry e WHERE e.person_id = p.person_id \
      ORDER BY e.entry_id DESC LIMIT 1) AS balance, ",
        reserved!("p.person_id"),
        " AS reserved FROM person p \
     LEFT JOIN identity_tag t ON t.person_id = p.person_id AND t.valid_from <= $2 \
     AND (t.valid_until IS NULL OR t.valid_until >= $2) \
     LEFT JOIN year_accumulator a ON a.person_id = p.person_id AND a.benefit_year = $4 \
     WHERE p.person_id IN ",
        in_view!()
    ),
);

/// Their periods of insurance, the newest first.
pub static HOUSEHOLD_PERIODS: Query = Query::new(
    "family.household_periods",
    concat!(
        "SELECT e.person_id, e.scheme, e.region_code, e.person_type, e.state, e.since, e.until, \
     e.waiting_until, o.name AS employer \
     FROM enrolment e LEFT JOIN employer o ON o.employer_id = e.employer_id \
     WHERE e.person_id IN ",
        in_view!(),
        " ORDER BY e.person_id, e.since DESC, e.enrolment_id DESC"
    ),
);

/// The newest entry of the personal account of `$1`, with the balance and what of it is kept for
/// relatives on day `$2`.
pub static BALANCE: Query = Query::new(
    "family.balance",
    concat!(
        "SELECT b.entry_id, b.balance_after, ",
        reserved!("b.person_id"),
        " AS reserved FROM account_entry b WHERE b.person_id = $1 \
     ORDER BY b.entry_id DESC LIMIT 1"
    ),
);

/// What `$1` keeps for each relative on day `$2`, and what of it is used.
pub static SHARES: Query = Query::new(
    "family.shares",
    concat!(
        "SELECT s.relative_id, s.set_on, s.amount, ",
        used!(),
        " AS used FROM account_share s WHERE s.person_id = $1 AND ",
        holds!()
    ),
);

/// The living to whom `$1` is tied on day `$2`, whoever sees whom, with what they are to `$1` where
/// the side is `seen`, and `$1` to them where it is `seeing`.
pub static TIED: Query = Query::new(
    "family.tied",
    "SELECT l.relative_id AS other_id, l.relative_name AS name, l.relation, r.sex, 'seen' AS side \
     FROM family_link l JOIN person r ON r.person_id = l.relative_id AND r.status = 'alive' \
     WHERE l.person_id = $1 AND l.state = 'confirmed' AND l.valid_from <= $2 \
     AND (l.valid_until IS NULL OR l.valid_until >= $2) \
     UNION ALL \
     SELECT l.person_id AS other_id, l.person_name AS name, l.relation, r.sex, 'seeing' AS side \
     FROM family_link l JOIN person r ON r.person_id = l.person_id AND r.status = 'alive' \
     WHERE l.relative_id = $1 AND l.state = 'confirmed' AND l.valid_from <= $2 \
     AND (l.valid_until IS NULL OR l.valid_until >= $2)",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[
    &STANDING,
    &SEEN,
    &SEEING,
    &SENT,
    &RECEIVED,
    &RECEIVED_ONE,
    &SENT_ONE,
    &INVITER,
    &BY_NUMBER,
    &SHARED_HOUSEHOLD,
    &HOUSEHOLD,
    &HOUSEHOLD_PERIODS,
    &BALANCE,
    &SHARES,
    &TIED,
];
