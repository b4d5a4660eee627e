//! This site as the provider's client.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use services::Platform;
use tokio::sync::Mutex;
use tokio::time::timeout;

use super::fetch::ProviderClient;
use super::problem::Problem;
use super::provider::Provider;
use super::settings::ProviderSettings;

/// Somebody who waits at the door is told within three seconds that the provider is away.
const PATIENCE: Duration = Duration::from_millis(2700);

/// This site as the provider's client: what it knows of the provider, found out at the first
/// sign-in and kept.
pub struct RelyingParty {
    pub(super) platform: Arc<Platform>,
    pub(super) settings: ProviderSettings,
    client: RwLock<Option<Arc<ProviderClient>>>,
    known: RwLock<Option<Arc<Provider>>>,
    /// Held by whoever asks the provider, so that a crowd asks once.
    asking: Mutex<()>,
}

impl RelyingParty {
    /// Knows nothing of the provider yet.
    #[must_use]
    pub fn new(platform: Arc<Platform>, settings: ProviderSettings) -> Self {
        Self {
            platform,
            settings,
            client: RwLock::new(None),
            known: RwLock::new(None),
            asking: Mutex::new(()),
        }
    }

    /// The HTTP client for the provider.
    ///
    /// # Errors
    /// `Away` when the system's certificates cannot be read.
    pub(super) fn client(&self) -> Result<Arc<ProviderClient>, Problem> {
        if let Some(client) = read(&self.client) {
            return Ok(client);
        }
        let plain = self.settings.issuer.starts_with("http://");
        let client = ProviderClient::new(plain).map_err(|error| {
            tracing::error!(%error, "no client for the provider can be made");
            Problem::Away("client")
        })?;
        Ok(keep(&self.client, client))
    }

    /// The provider, asked if it is not known or not lately. One that is known but does not
    /// answer just now is used as it is known.
    ///
    /// # Errors
    /// `Away` or `Refused`, as [`Provider::discover`].
    pub(super) async fn provider(&self) -> Result<Arc<Provider>, Problem> {
        if let Some(fresh) = self.fresh() {
            return Ok(fresh);
        }
        let asked = timeout(PATIENCE, async {
            let _turn = self.asking.lock().await;
            if let Some(fresh) = self.fresh() {
                return Ok(fresh);
            }
            let client = self.client()?;
            let now = self.platform.clock.now();
            let found = Provider::discover(&client, &self.settings.issuer, now).await?;
            Ok(keep(&self.known, found))
        });
        let asked = asked
            .await
            .unwrap_or(Err(Problem::Away("discovery in time")));
        match asked {
            Err(Problem::Away(part)) => read(&self.known).ok_or(Problem::Away(part)),
            other => other,
        }
    }

    /// The provider with its present keys, after a token that `seen` has no key for. Of a crowd
    /// one asks; the others take what it brought.
    ///
    /// # Errors
    /// `Away` when it does not answer.
    pub(super) async fn with_new_keys(
        &self,
        seen: &Arc<Provider>,
    ) -> Result<Arc<Provider>, Problem> {
        let asked = timeout(PATIENCE, async {
            let _turn = self.asking.lock().await;
            let known = read(&self.known).filter(|known| !Arc::ptr_eq(known, seen));
            if let Some(newer) = known {
                return Ok(newer);
            }
            let found = seen.with_new_keys(&*self.client()?).await?;
            Ok(keep(&self.known, found))
        });
        asked.await.unwrap_or(Err(Problem::Away("keys in time")))
    }

    fn fresh(&self) -> Option<Arc<Provider>> {
        let now = self.platform.clock.now();
        read(&self.known).filter(|known| known.is_fresh(now))
    }
}

fn read<T>(place: &RwLock<Option<Arc<T>>>) -> Option<Arc<T>> {
    place.read().unwrap_or_else(PoisonError::into_inner).clone()
}

fn keep<T>(place: &RwLock<Option<Arc<T>>>, value: T) -> Arc<T> {
    let value = Arc::new(value);
    *place.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&value));
    value
}
