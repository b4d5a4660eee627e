//! The provider's key: made at start, forgotten at the end.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer as _, SigningKey};
use serde_json::{Value, json};
use services::RandomSource;

/// Signs tokens with Ed25519.
pub(super) struct Signer {
    key: SigningKey,
    id: String,
}

impl Signer {
    /// A new key.
    pub(super) fn new(random: &dyn RandomSource) -> Self {
        let mut seed = [0_u8; 32];
        random.fill(&mut seed);
        let key = SigningKey::from_bytes(&seed);
        let mut id = [0_u8; 9];
        random.fill(&mut id);
        Self {
            key,
            id: URL_SAFE_NO_PAD.encode(id),
        }
    }

    /// The public half as a key set.
    pub(super) fn key_set(&self) -> Value {
        let public = URL_SAFE_NO_PAD.encode(self.key.verifying_key().as_bytes());
        json!({ "keys": [{
            "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA",
            "kid": self.id, "x": public,
        }] })
    }

    /// A signed token with `claims`.
    pub(super) fn sign(&self, claims: &Value) -> String {
        let header = json!({ "alg": "EdDSA", "typ": "JWT", "kid": self.id });
        let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", encode(&header), encode(claims));
        let signature = self.key.sign(message.as_bytes());
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }

    /// Whether `token` was signed here, whatever its age.
    pub(super) fn has_signed(&self, token: &str) -> bool {
        let Some((message, signature)) = token.rsplit_once('.') else {
            return false;
        };
        let bytes = URL_SAFE_NO_PAD.decode(signature).unwrap_or_default();
        Signature::from_slice(&bytes).is_ok_and(|signature| {
            self.key
                .verifying_key()
                .verify_strict(message.as_bytes(), &signature)
                .is_ok()
        })
    }
}
