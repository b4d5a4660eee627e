//! The request that a browser takes to the provider, and the client it is made with.

use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod};
use openidconnect::url::Url;
use openidconnect::{
    AuthType, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    LanguageTag, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
};
use secrecy::ExposeSecret;

use super::CALLBACK;
use super::note::Note;
use super::problem::Problem;
use super::provider::Provider;
use super::settings::ProviderSettings;

/// The client of `openidconnect` for one provider.
pub(super) type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Makes the client.
///
/// # Errors
/// `Refused` when our own address is no URL.
pub(super) fn client(settings: &ProviderSettings, provider: &Provider) -> Result<Client, Problem> {
    let redirect = RedirectUrl::new(format!("{}{CALLBACK}", settings.public_url))
        .map_err(|_| Problem::Refused("our own address"))?;
    let secret = settings
        .client_secret
        .as_ref()
        .map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
    let id = ClientId::new(settings.client_id.clone());
    let client = CoreClient::from_provider_metadata(provider.metadata.clone(), id, secret)
        .set_redirect_uri(redirect);
    // The default of the specification is the header; only who does not know it gets the body.
    let methods = provider.metadata.token_endpoint_auth_methods_supported();
    let knows = |method| methods.is_none_or(|known| known.contains(&method));
    let in_header = knows(CoreClientAuthMethod::ClientSecretBasic);
    Ok(if in_header {
        client
    } else {
        client.set_auth_type(AuthType::RequestBody)
    })
}

/// Where the browser goes to sign in, as `note` has it.
pub(super) fn address(client: &Client, note: &Note, language: &str) -> Url {
    let verifier = PkceCodeVerifier::new(note.verifier.clone());
    let (state, nonce) = (note.state.clone(), note.nonce.clone());
    let (url, _, _) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || CsrfToken::new(state),
            move || Nonce::new(nonce),
        )
        .add_scope(Scope::new("profile".to_owned()))
        .add_ui_locale(LanguageTag::new(language.to_owned()))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
        .url();
    url
}
