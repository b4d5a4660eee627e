//! Keys: encryption of single fields, blind indexes to find them, seals of the audit trail,
//! signatures of certificates.
//!
//! All are derived from one master secret that lives outside the database. A cipher text
//! carries the id of its key, so that keys can be changed while old rows stay readable.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use ed25519_dalek::{SigningKey, VerifyingKey};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::error::ServiceError;
use crate::platform::RandomSource;

const KEY_ID: u8 = 1;
const NONCE_BYTES: usize = 12;

/// What an encrypted field or blind index is for. Every purpose has its own key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A person's identity number.
    IdNumber,
    /// An employer's credit code.
    CreditCode,
    /// A mobile number.
    Mobile,
    /// A diagnosis.
    Diagnosis,
    /// What somebody wrote about a look at their data, and what was answered.
    ReportNote,
    /// What somebody asked about a settlement, and what was answered.
    QueryWords,
    /// What a certificate says, and its code.
    Certificate,
    /// Tokens in forms, certificates and other short proofs.
    Token,
}

impl Purpose {
    const fn label(self) -> &'static str {
        match self {
            Self::IdNumber => "id-number",
            Self::CreditCode => "credit-code",
            Self::Mobile => "mobile",
            Self::Diagnosis => "diagnosis",
            Self::ReportNote => "report-note",
            Self::QueryWords => "query-words",
            Self::Certificate => "certificate",
            Self::Token => "token",
        }
    }
}

/// The keys derived from one master secret.
pub struct Keys {
    master: Zeroizing<Vec<u8>>,
    /// Which of the keys for certificates signs, counted from 1.
    certificate_key: u32,
    /// Public keys of certificates that were signed with another master secret.
    older_certificate_keys: Vec<VerifyingKey>,
    /// For tokens of forms, which every signed-in page carries.
    form_tokens: Hmac<Sha256>,
}

/// The short name of a signing key: the first 8 bytes of its public half in hexadecimal.
#[must_use]
pub fn key_id(key: &VerifyingKey) -> String {
    hex::encode(key.as_bytes().get(..8).unwrap_or_default())
}

impl Keys {
    /// Derives everything from `master` (at least 32 unpredictable bytes).
    #[must_use]
    pub fn from_master(master: &[u8]) -> Self {
        let master = Zeroizing::new(master.to_vec());
        let form_tokens = derive(&master, "form-token", Purpose::Token.label());
        Self {
            master,
            certificate_key: 1,
            older_certificate_keys: Vec::new(),
            form_tokens: new_mac(form_tokens.as_slice()),
        }
    }

    /// The same where certificates are signed with key `number`, counted from 1, and where
    /// `older` public keys are believed beside those before it.
    #[must_use]
    pub fn with_certificate_keys(mut self, number: u32, older: Vec<VerifyingKey>) -> Self {
        self.certificate_key = number.max(1);
        self.older_certificate_keys = older;
        self
    }

    fn derive(&self, use_of_key: &str, label: &str) -> Zeroizing<[u8; 32]> {
        derive(&self.master, use_of_key, label)
    }

    /// The tag over what a form's token is bound to. 32 bytes.
    #[must_use]
    pub fn form_token(&self, binding: &str) -> [u8; 32] {
        let mut mac = self.form_tokens.clone();
        mac.update(binding.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// The blind index of `plain`: equal for equal input, useless without the key. 16 bytes.
    #[must_use]
    pub fn blind_index(&self, purpose: Purpose, plain: &str) -> Vec<u8> {
        let tag = self.tag(purpose, "blind-index", plain.as_bytes());
        tag.into_iter().take(16).collect()
    }

    /// A keyed tag over `message`, for tokens that must not be forged. 32 bytes.
    #[must_use]
    pub fn tag(&self, purpose: Purpose, use_of_key: &str, message: &[u8]) -> [u8; 32] {
        let key = self.derive(use_of_key, purpose.label());
        let mut mac = new_mac(key.as_slice());
        mac.update(message);
        mac.finalize().into_bytes().into()
    }

    /// Encrypts `plain` with AES-256-GCM; `place` (`table.column`) is bound to it, so that a
    /// cipher text moved elsewhere does not open.
    ///
    /// # Errors
    /// Never for input below the cipher's limit of 64 GiB.
    pub fn seal(
        &self,
        random: &dyn RandomSource,
        purpose: Purpose,
        place: &str,
        plain: &str,
    ) -> Result<Vec<u8>, ServiceError> {
        let mut nonce = [0_u8; NONCE_BYTES];
        random.fill(&mut nonce);
        let payload = Payload {
            msg: plain.as_bytes(),
            aad: place.as_bytes(),
        };
        let text = self
            .cipher(purpose)?
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| ServiceError::internal("encryption failed"))?;
        let mut sealed = Vec::with_capacity(1 + NONCE_BYTES + text.len());
        sealed.push(KEY_ID);
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&text);
        Ok(sealed)
    }

    /// Opens what [`Keys::seal`] made for the same purpose and place.
    ///
    /// # Errors
    /// `Internal` when the text was made with another key or place, or was changed.
    pub fn open(
        &self,
        purpose: Purpose,
        place: &str,
        sealed: &[u8],
    ) -> Result<String, ServiceError> {
        let broken = || ServiceError::internal("a cipher text does not open");
        let (key_id, rest) = sealed.split_first().ok_or_else(broken)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE_BYTES>().ok_or_else(broken)?;
        if *key_id != KEY_ID {
            return Err(broken());
        }
        let payload = Payload {
            msg: text,
            aad: place.as_bytes(),
        };
        let plain = self
            .cipher(purpose)?
            .decrypt(&Nonce::from(*nonce), payload)
            .map_err(|_| broken())?;
        String::from_utf8(plain).map_err(|_| broken())
    }

    /// The key that signs the head of the audit trail.
    #[must_use]
    pub fn audit_signer(&self) -> SigningKey {
        SigningKey::from_bytes(&self.derive("signature", "audit-head"))
    }

    /// The key that signs what people take out of the platform.
    #[must_use]
    pub fn export_signer(&self) -> SigningKey {
        SigningKey::from_bytes(&self.derive("signature", "export"))
    }

    /// The key that signs certificates and receipts handed to people.
    #[must_use]
    pub fn certificate_signer(&self) -> SigningKey {
        self.certificate_key(self.certificate_key)
    }

    /// The public keys by which certificates are believed, the one that signs now first.
    pub fn certificate_verifiers(&self) -> impl Iterator<Item = VerifyingKey> {
        let own = (1..=self.certificate_key).rev();
        let own = own.map(|number| self.certificate_key(number).verifying_key());
        own.chain(self.older_certificate_keys.iter().copied())
    }

    fn certificate_key(&self, number: u32) -> SigningKey {
        let label = match number {
            0 | 1 => "certificate".to_owned(),
            number => format!("certificate/{number}"),
        };
        SigningKey::from_bytes(&self.derive("signature", &label))
    }

    fn cipher(&self, purpose: Purpose) -> Result<Aes256Gcm, ServiceError> {
        let key = self.derive("encryption", purpose.label());
        Aes256Gcm::new_from_slice(key.as_slice()).map_err(|_| ServiceError::internal("key length"))
    }
}

fn derive(master: &[u8], use_of_key: &str, label: &str) -> Zeroizing<[u8; 32]> {
    let mut mac = new_mac(master);
    mac.update(use_of_key.as_bytes());
    mac.update(&[0]);
    mac.update(label.as_bytes());
    Zeroizing::new(mac.finalize().into_bytes().into())
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
fn new_mac(key: &[u8]) -> Hmac<Sha256> {
    <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of every length")
}
