//! What the provider says of itself, and its keys.

use std::error::Error;

use chrono::{DateTime, Duration, Utc};
use openidconnect::core::{
    CoreAuthDisplay, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreGrantType,
    CoreJsonWebKey, CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::url::Url;
use openidconnect::{AdditionalProviderMetadata, DiscoveryError, IssuerUrl, ProviderMetadata};
use serde::{Deserialize, Serialize};

use super::fetch::ProviderClient;
use super::problem::Problem;
use super::settings::is_safe;

/// What was discovered is believed for so long; its keys are asked for again when a token names
/// one that is not among them.
const FRESH: Duration = Duration::hours(6);

/// What we read of the provider's description beyond the common part.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct Extra {
    /// Where a browser goes to sign out there.
    #[serde(default)]
    pub(super) end_session_endpoint: Option<Url>,
    /// Whether answers name their issuer (RFC 9207).
    #[serde(default)]
    pub(super) authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Extra {}

pub(super) type Metadata = ProviderMetadata<
    Extra,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// A provider as it described itself.
pub(super) struct Provider {
    /// The description; its issuer was compared with the configured one.
    pub(super) metadata: Metadata,
    /// The keys that its tokens are signed with.
    pub(super) keys: CoreJsonWebKeySet,
    discovered_at: DateTime<Utc>,
}

impl Provider {
    /// Asks the provider at `issuer`.
    ///
    /// # Errors
    /// `Away` when it does not answer; `Refused` when it calls itself something else or would
    /// have us send secrets over an open line.
    pub(super) async fn discover(
        client: &ProviderClient,
        issuer: &str,
        now: DateTime<Utc>,
    ) -> Result<Self, Problem> {
        let issuer = IssuerUrl::new(issuer.to_owned()).map_err(|_| Problem::Refused("issuer"))?;
        let plain = issuer.url().scheme() == "http";
        let metadata = Metadata::discover_async(issuer, client)
            .await
            .map_err(|error| {
                tracing::warn!(%error, cause = ?error.source(), "the provider was not discovered");
                match error {
                    DiscoveryError::Validation(_) => Problem::Refused("issuer of the description"),
                    _ => Problem::Away("discovery"),
                }
            })?;
        let endpoints = [
            Some(metadata.authorization_endpoint().url()),
            metadata.token_endpoint().map(|url| url.url()),
            Some(metadata.jwks_uri().url()),
            metadata.additional_metadata().end_session_endpoint.as_ref(),
        ];
        if !endpoints
            .into_iter()
            .flatten()
            .all(|url| is_safe(url, plain))
        {
            return Err(Problem::Refused("endpoint over an open line"));
        }
        let keys = metadata.jwks().clone();
        Ok(Self {
            metadata,
            keys,
            discovered_at: now,
        })
    }

    /// The same provider with the keys it has now.
    ///
    /// # Errors
    /// `Away` when it does not answer.
    pub(super) async fn with_new_keys(&self, client: &ProviderClient) -> Result<Self, Problem> {
        let keys = CoreJsonWebKeySet::fetch_async(self.metadata.jwks_uri(), client)
            .await
            .map_err(|_| Problem::Away("keys"))?;
        Ok(Self {
            metadata: self.metadata.clone(),
            keys,
            discovered_at: self.discovered_at,
        })
    }

    /// Whether the description is recent enough to need no look.
    pub(super) fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        let age = now - self.discovered_at;
        age < FRESH && age > -FRESH
    }
}
