//! The OpenID provider that people sign in with.

use secrecy::SecretString;

use super::Mode;
use super::read::Reader;

/// An OpenID provider outside this process.
#[derive(Clone, Debug)]
pub struct ProviderConfig {
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
    let plain = issuer.starts_with("http://");
    if (production && plain) || !(plain || issuer.starts_with("https://")) {
        reader.fail("oidc.issuer", "must begin with https://");
    }
    Some(ProviderConfig {
        issuer,
        client_id,
        client_secret,
    })
}
