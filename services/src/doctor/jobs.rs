//! Whether background work gets done.

use super::{Outcome, State};
use crate::context::RequestContext;
use crate::jobs;

pub(super) async fn look(context: &RequestContext) -> Outcome {
    let parked = jobs::parked(&context.platform).await?;
    Ok(match parked.first() {
        None => (State::Good, "none is parked".to_owned()),
        Some(first) => (
            State::Warning,
            format!(
                "{} failed too often, the first: {} {} ({})",
                parked.len(),
                first.kind,
                first.payload,
                first.failure
            ),
        ),
    })
}
