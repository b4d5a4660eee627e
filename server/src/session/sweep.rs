//! Deletes what has expired, from time to time.

use std::sync::Arc;
use std::time::Duration;

use services::Platform;
use services::accounts::attempts;
use services::error::InLog;
use tower_sessions::session_store::ExpiredDeletion;

use super::Store;

const EVERY: Duration = Duration::from_secs(600);

/// Deletes sessions that ended long ago and used sign-ins once. Failures are logged; the next round tries
/// again.
pub async fn sweep(platform: &Arc<Platform>) {
    let store = Store::new(Arc::clone(platform));
    if let Err(error) = store.delete_expired().await {
        tracing::warn!(%error, "ended sessions were not deleted");
    }
    let now = platform.clock.now();
    if let Err(error) = attempts::remove_expired(&platform.database, now).await {
        tracing::warn!(error = error.in_log(), "used sign-ins were not deleted");
    }
}

/// Sweeps every ten minutes for as long as the process lives.
pub async fn sweep_for_ever(platform: Arc<Platform>) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        sweep(&platform).await;
    }
}
