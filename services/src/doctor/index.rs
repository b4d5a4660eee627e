//! Whether the search index shows what the library holds.

use super::{Outcome, State};
use crate::context::RequestContext;
use crate::policies;

pub(super) async fn look(context: &RequestContext) -> Outcome {
    let platform = &context.platform;
    let library = policies::mark(&platform.database).await?;
    let shown = match platform.search.on_disk().await {
        Ok(shown) => shown,
        Err(error) => return Ok((State::Bad, format!("{error}: `reindex` builds it anew"))),
    };
    let revision = library.revision;
    Ok(match shown {
        Some(shown) if shown == library => (
            State::Good,
            format!("at revision {revision} of the library"),
        ),
        Some(shown) => (
            State::Warning,
            format!(
                "at revision {}, the library is at {revision}: a running server follows, \
                 else `reindex`",
                shown.revision
            ),
        ),
        None if revision == 0 => (State::Good, "the library is empty".to_owned()),
        None => (
            State::Bad,
            format!("missing, the library is at revision {revision}: `reindex`"),
        ),
    })
}
