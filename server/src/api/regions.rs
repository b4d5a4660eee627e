//! `GET /api/v1/regions`: the regions that benefit parameters are in force for.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use chrono::NaiveDate;
use domain::settlement::parameters::ParameterSet;
use serde::Serialize;
use services::context::day_in_china;
use utoipa::ToSchema;

use super::{language, problem, query};
use crate::http::exchange::Exchange;
use crate::state::AppState;

/// What is in force where.
#[derive(Serialize, ToSchema)]
pub(super) struct RegionList {
    /// The day it is true for.
    #[schema(value_type = String, format = Date)]
    as_of: NaiveDate,
    /// The regions, by code.
    regions: Vec<RegionEntry>,
}

/// A region with its parameters.
#[derive(Serialize, ToSchema)]
pub(super) struct RegionEntry {
    /// The code of GB/T 2260.
    code: String,
    /// Its name from the province down, in Chinese.
    name: String,
    /// The sets in force.
    parameter_sets: Vec<SetEntry>,
}

/// A set of benefit parameters.
#[derive(Serialize, ToSchema)]
pub(super) struct SetEntry {
    /// Its stable name.
    id: String,
    /// What people call it.
    name: String,
    /// The first day.
    #[schema(value_type = String, format = Date)]
    effective_from: NaiveDate,
    /// The last day; `null` while it goes on.
    #[schema(value_type = Option<String>, format = Date)]
    effective_through: Option<NaiveDate>,
}

/// Lists regions with their parameter sets in force.
#[utoipa::path(
    get, path = "/api/v1/regions", tag = "regions",
    params(("as_of" = Option<String>, Query, description = "The day, YYYY-MM-DD; today when it is left out")),
    responses(
        (status = 200, body = RegionList),
        (status = 422, body = super::schema::ProblemResponse, content_type = "application/problem+json")
    )
)]
pub(super) async fn list(
    State(state): State<AppState>,
    Extension(exchange): Extension<Exchange>,
    headers: HeaderMap,
) -> Response {
    let as_of = match query::day(&exchange.query) {
        Ok(day) => day.unwrap_or_else(|| day_in_china(exchange.now)),
        Err(error) => return problem::invalid(&[error]),
    };
    let language = language::asked_for(&headers);
    let sets = state.platform.parameters.all();
    let mut in_force: Vec<&ParameterSet> = sets
        .iter()
        .map(AsRef::as_ref)
        .filter(|set| set.is_in_force(as_of))
        .collect();
    in_force.sort_by(|one, other| (one.region, &one.id).cmp(&(other.region, &other.id)));
    let regions = in_force
        .chunk_by(|one, other| one.region == other.region)
        .filter_map(|sets| {
            let region = sets.first()?.region;
            let entry = |set: &&ParameterSet| SetEntry {
                id: set.id.clone(),
                name: set.name.get(language).to_owned(),
                effective_from: set.effective.from,
                effective_through: set.effective.through,
            };
            Some(RegionEntry {
                code: region.to_string(),
                name: region.full_name(),
                parameter_sets: sets.iter().map(entry).collect(),
            })
        })
        .collect();
    Json(RegionList { as_of, regions }).into_response()
}
