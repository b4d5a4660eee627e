//! What every handler can reach.

use std::sync::Arc;

use app::assets::Assets;
use app::site::SiteSettings;
use services::Platform;

use crate::config::Config;
use crate::http::gauges::Gauges;
use crate::http::rates::Rates;
use crate::http::readiness::Readiness;

/// What every handler can reach. Cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Parts>);

/// The parts behind [`AppState`].
pub struct Parts {
    /// What the use cases run on.
    pub platform: Arc<Platform>,
    /// What the deployment decided.
    pub config: Config,
    /// Where the static files are.
    pub assets: Arc<Assets>,
    /// What the site says of itself.
    pub site: Arc<SiteSettings>,
    /// How often each client has asked lately.
    pub rates: Rates,
    /// Whether the database was in order when it was last asked.
    pub readiness: Readiness,
    /// Requests under way, and the counters of the metrics.
    pub gauges: Gauges,
}

impl AppState {
    /// Puts the parts together.
    #[must_use]
    pub fn new(platform: Arc<Platform>, config: Config, assets: Assets) -> Self {
        Self(Arc::new(Parts {
            platform,
            assets: Arc::new(assets),
            site: Arc::new(config.site.clone()),
            rates: Rates::new(config.rates),
            readiness: Readiness::default(),
            gauges: Gauges::new(config.limits.requests),
            config,
        }))
    }
}

impl std::ops::Deref for AppState {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
