//! The statements of governed parameters: drafts, their history, releases and simulations.

use crate::store::Query;

/// The open drafts from region `$1` on, by region and day, at most `$2`.
pub static OPEN: Query = Query::new(
    "parameters.open",
    "SELECT parameter_set_id, region_code, valid_from, valid_until, state, body \
     FROM parameter_draft WHERE state IN ('drafted', 'simulated', 'reviewed') \
     AND region_code >= $1 ORDER BY region_code, valid_from, parameter_set_id LIMIT $2",
);

/// The released sets from region `$1` on, at most `$2`; those taken back too.
pub static RELEASED: Query = Query::new(
    "parameters.released",
    "SELECT parameter_set_id, region_code, valid_from, valid_until, state, body \
     FROM parameter_set WHERE region_code >= $1 ORDER BY region_code, valid_from LIMIT $2",
);

/// The history of the set `$1`, the oldest step first.
pub static STEPS: Query = Query::new(
    "parameters.steps",
    "SELECT parameter_set_id, step, state, content_hash, account_id, person_id, actor_name, role, \
     note, happened_at FROM parameter_step WHERE parameter_set_id = $1 ORDER BY step",
);

/// The newest simulation of the set `$1`.
pub static NEWEST_RUN: Query = Query::new(
    "parameters.newest_run",
    "SELECT content_hash, state, wanted, replayed, tally, asked_at, ended_at \
     FROM parameter_simulation WHERE parameter_set_id = $1 ORDER BY run_id DESC LIMIT 1",
);

/// The released sets of the region `$1`, the first day first; those taken back are left out.
pub static OF_REGION: Query = Query::new(
    "parameters.of_region",
    "SELECT parameter_set_id, valid_from, valid_until, body FROM parameter_set \
     WHERE region_code = $1 AND state <> 'taken_back' ORDER BY valid_from, parameter_set_id",
);

/// The sets that wait for a day through `$1`.
pub static DUE: Query = Query::new(
    "parameters.due",
    "SELECT parameter_set_id FROM parameter_set WHERE state = 'scheduled' AND valid_from <= $1 \
     ORDER BY valid_from, parameter_set_id",
);

/// The sets that were in force and whose last day was before `$1`.
pub static OVER: Query = Query::new(
    "parameters.over",
    "SELECT parameter_set_id FROM parameter_set WHERE state = 'active' AND valid_until < $1 \
     ORDER BY valid_from, parameter_set_id",
);

/// The first insured place after `$1` and before `$2` that has settlements.
pub static NEXT_PLACE: Query = Query::new(
    "parameters.next_place",
    "SELECT region_code FROM settlement WHERE region_code > $1 AND region_code < $2 \
     ORDER BY region_code LIMIT 1",
);

/// The newest benefit year of the place `$1` before `$2` that has settlements.
pub static YEAR_BEFORE: Query = Query::new(
    "parameters.year_before",
    "SELECT benefit_year FROM settlement WHERE region_code = $1 AND benefit_year < $2 \
     ORDER BY benefit_year DESC LIMIT 1",
);

/// At most `$4` settlements of the place `$1` and the benefit year `$2`, of the persons after `$3`.
pub static PAGE: Query = Query::new(
    "parameters.page",
    "SELECT person_id, settlement_id, fund_total, personal_burden, parameter_set_id, input, \
     reverses_id, created_at FROM settlement \
     WHERE region_code = $1 AND benefit_year = $2 AND person_id > $3 \
     ORDER BY person_id, settlement_id LIMIT $4",
);

/// All settlements of the place `$1`, the benefit year `$2` and the person `$3`.
pub static OF_PERSON: Query = Query::new(
    "parameters.of_person",
    "SELECT person_id, settlement_id, fund_total, personal_burden, parameter_set_id, input, \
     reverses_id, created_at FROM settlement \
     WHERE region_code = $1 AND benefit_year = $2 AND person_id = $3 ORDER BY settlement_id",
);

/// The settlements of the persons after `$1` through `$2` from the day `$3` on, person by person.
pub static OF_SPAN: Query = Query::new(
    "parameters.of_span",
    "SELECT s.person_id, s.settlement_id, s.fund_total, s.personal_burden, s.parameter_set_id, \
     s.input, s.reverses_id, s.created_at, s.region_code, s.benefit_year, s.settled_on \
     FROM person p JOIN settlement s ON s.person_id = p.person_id AND s.settled_on >= $3 \
     WHERE p.person_id > $1 AND p.person_id <= $2 AND p.status = 'alive' \
     ORDER BY s.person_id, s.benefit_year, s.settlement_id",
);

/// What the persons after `$1` through `$2` were told for the occasion `$3`.
pub static TOLD_OF: Query = Query::new(
    "parameters.told_of",
    "SELECT m.person_id, m.template, m.parameters FROM person p \
     JOIN message m ON m.person_id = p.person_id AND m.occasion = $3 \
     WHERE p.person_id > $1 AND p.person_id <= $2 AND p.status = 'alive' ORDER BY m.person_id",
);

/// Every statement of this area, for the test of plans.
pub static ALL: &[&Query] = &[
    &OPEN,
    &RELEASED,
    &STEPS,
    &NEWEST_RUN,
    &OF_REGION,
    &DUE,
    &OVER,
    &NEXT_PLACE,
    &YEAR_BEFORE,
    &PAGE,
    &OF_PERSON,
    &OF_SPAN,
    &TOLD_OF,
];
