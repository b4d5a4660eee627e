//! A form that was sent in another hat than it was opened in: kept in the browser, sealed, so that
//! nothing typed is lost and nothing of it is seen before its own hat is on again.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::access::Role;
use serde::{Deserialize, Serialize};

use super::SessionHash;
use crate::keys::Purpose;
use crate::platform::Platform;

/// Most bytes of a form that are kept.
const MOST: usize = 32 * 1024;

/// What somebody was about to send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptForm {
    /// Where to.
    pub action: String,
    /// Its fields, in order.
    pub fields: Vec<(String, String)>,
}

impl KeptForm {
    /// The form as a text that opens in this session and this hat only; `None` when it is too
    /// large to be kept.
    #[must_use]
    pub fn seal(&self, platform: &Platform, session: SessionHash, hat: Role) -> Option<String> {
        let text = serde_json::to_string(self).ok()?;
        if text.len() > MOST {
            return None;
        }
        let (keys, random) = (&platform.keys, &*platform.random);
        let sealed = keys.seal(random, Purpose::Token, &place(session, hat), &text);
        Some(URL_SAFE_NO_PAD.encode(sealed.ok()?))
    }

    /// Opens what [`KeptForm::seal`] made for the same session and hat.
    #[must_use]
    pub fn open(
        platform: &Platform,
        session: SessionHash,
        hat: Role,
        sealed: &str,
    ) -> Option<Self> {
        let sealed = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let keys = &platform.keys;
        let text = keys.open(Purpose::Token, &place(session, hat), &sealed);
        serde_json::from_str(&text.ok()?).ok()
    }
}

fn place(session: SessionHash, hat: Role) -> String {
    format!(
        "form.kept/{}/{}",
        hex::encode(session.as_bytes()),
        hat.code()
    )
}
