//! The OpenID provider that people sign in with.

use secrecy::SecretString;

use super::Mode;
use super::read::Reader;
use crate::sign_in::{ProviderSettings, SettingsError};

/// An OpenID provider outside this process.
#[derive(Clone, Debug)]
pub struct ProviderConfig {
    /// The name under which its accounts are stored; it belongs to this issuer for ever.
    pub name: String,
    /// Its issuer, from which everything else is discovered.
    pub issuer: String,
    /// How this site is registered there.
    pub client_id: String,
    /// The secret of the registration; public clients have none.
    pub client_secret: Option<SecretString>,
}

impl ProviderConfig {
    /// Scheme, host and port of the issuer.
    #[must_use]
    pub fn origin(&self) -> String {
        let mut parts = self.issuer.splitn(4, '/');
        let scheme = parts.next().unwrap_or_default();
        let host = parts.nth(1).unwrap_or_default();
        format!("{scheme}//{host}")
    }
}

pub(super) fn read(reader: &mut Reader<'_>, mode: Mode) -> Option<ProviderConfig> {
    let issuer = reader.text("oidc.issuer");
    let client_id = reader.text("oidc.client_id");
    let client_secret = reader.secret("oidc.client_secret");
    let name = reader.text_or("oidc.name", "provider");
    let production = mode == Mode::Production;
    let (issuer, client_id) = match (issuer, client_id) {
        (None, None) if !production => return None,
        (None, _) => {
            reader.fail(
                "oidc.issuer",
                "is missing: the provider of the demonstration is for the demonstration only",
            );
            return None;
        }
        (Some(_), None) => {
            reader.fail("oidc.client_id", "is missing");
            return None;
        }
        (Some(issuer), Some(client_id)) => (issuer, client_id),
    };
    if let Err(problem) = ProviderSettings::check(&name, &issuer, !production) {
        let setting = match problem {
            SettingsError::NameTaken => "oidc.name",
            SettingsError::NoUrl | SettingsError::NotSecure => "oidc.issuer",
        };
        reader.fail(setting, problem.to_string());
    }
    Some(ProviderConfig {
        name,
        issuer,
        client_id,
        client_secret,
    })
}
