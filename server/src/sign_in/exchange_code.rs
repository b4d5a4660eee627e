//! Redeems the code for tokens, on the line between the provider and this server.

use openidconnect::core::CoreTokenResponse;
use openidconnect::{AuthorizationCode, PkceCodeVerifier, RequestTokenError};

use super::authorize;
use super::problem::Problem;
use super::provider::Provider;
use super::relying_party::RelyingParty;

/// Redeems `code`.
///
/// # Errors
/// `Refused` when the provider says no, `Away` when it says nothing that can be understood.
pub(super) async fn exchange_code(
    party: &RelyingParty,
    provider: &Provider,
    code: &str,
    verifier: &str,
) -> Result<CoreTokenResponse, Problem> {
    let client = authorize::client(&party.settings, provider)?;
    let http = party.client()?;
    client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|_| Problem::Refused("no token endpoint"))?
        .set_pkce_verifier(PkceCodeVerifier::new(verifier.to_owned()))
        .request_async(&*http)
        .await
        .map_err(|error| match error {
            RequestTokenError::ServerResponse(answer) => {
                tracing::warn!(error = ?answer.error(), "the provider did not redeem a code");
                Problem::Refused("code")
            }
            RequestTokenError::Parse(error, _) => {
                tracing::warn!(path = %error.path(), "the provider's tokens cannot be read");
                Problem::Refused("token answer")
            }
            RequestTokenError::Request(_) | RequestTokenError::Other(_) => {
                Problem::Away("token endpoint")
            }
        })
}
