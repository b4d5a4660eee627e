//! Which provider people sign in with, and how this site is known there.

use openidconnect::IssuerUrl;
use secrecy::SecretString;
use services::accounts::demo_identities;

use crate::config::Config;
use crate::demo_provider;

/// Which provider people sign in with, and how this site is known there.
#[derive(Clone, Debug)]
pub struct ProviderSettings {
    /// The name under which its accounts are stored. It belongs to this one issuer for ever.
    pub name: String,
    /// Its issuer; everything else is discovered from there.
    pub issuer: String,
    /// How this site is registered there.
    pub client_id: String,
    /// The secret of the registration; public clients have none.
    pub client_secret: Option<SecretString>,
    /// The address under which browsers reach this site.
    pub public_url: String,
}

/// Why settings cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The issuer is no URL.
    #[error("the issuer is no URL")]
    NoUrl,
    /// The issuer is neither `https://` nor, in a demonstration, on this machine.
    #[error("the issuer must begin with https:// (http:// only on loopback, in a demonstration)")]
    NotSecure,
    /// An outside provider under the name of the demonstration's would own its accounts.
    #[error("the name `demo` belongs to the provider of the demonstration")]
    NameTaken,
}

impl ProviderSettings {
    /// The provider of `config`, else the demonstration's own in this process.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let public_url = config.site.public_url.clone();
        match &config.provider {
            Some(provider) => Self {
                name: provider.name.clone(),
                issuer: provider.issuer.clone(),
                client_id: provider.client_id.clone(),
                client_secret: provider.client_secret.clone(),
                public_url,
            },
            None => Self {
                name: demo_identities::PROVIDER.to_owned(),
                issuer: format!("{public_url}{}", demo_provider::PATH),
                client_id: demo_provider::CLIENT_ID.to_owned(),
                client_secret: None,
                public_url,
            },
        }
    }

    /// Checks an outside provider. `demo` says whether this is a demonstration.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn check(name: &str, issuer: &str, demo: bool) -> Result<(), SettingsError> {
        if name == demo_identities::PROVIDER {
            return Err(SettingsError::NameTaken);
        }
        let url = IssuerUrl::new(issuer.to_owned()).map_err(|_| SettingsError::NoUrl)?;
        if is_safe(url.url(), demo) {
            Ok(())
        } else {
            Err(SettingsError::NotSecure)
        }
    }
}

/// Whether secrets may be sent to `url`: over TLS, or to this machine where `plain` is allowed.
pub(super) fn is_safe(url: &openidconnect::url::Url, plain: bool) -> bool {
    let loopback = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    match url.scheme() {
        "https" => url.host_str().is_some(),
        "http" => plain && loopback,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{ProviderSettings, SettingsError};

    #[test]
    fn plain_http_stays_on_this_machine_and_in_the_demonstration() {
        let check = ProviderSettings::check;
        assert_eq!(check("gov", "https://id.example", false), Ok(()));
        assert_eq!(check("gov", "http://127.0.0.1:4000", true), Ok(()));
        let refused = Err(SettingsError::NotSecure);
        assert_eq!(check("gov", "http://127.0.0.1:4000", false), refused);
        assert_eq!(check("gov", "http://id.example", true), refused);
        assert_eq!(check("gov", "http://127.0.0.1.evil.example", true), refused);
        assert_eq!(check("gov", "ftp://id.example", true), refused);
        assert_eq!(check("gov", "no url", true), Err(SettingsError::NoUrl));
        let taken = Err(SettingsError::NameTaken);
        assert_eq!(check("demo", "https://id.example", true), taken);
    }
}
