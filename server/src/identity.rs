//! Who asks, as far as a page needs to know.

use app::page::Flash;
use domain::access::Role;
use services::Actor;
use services::accounts::SessionHash;
use services::accounts::sessions::End;

/// Who asks. The session layer sets it on the [`Exchange`](crate::http::exchange::Exchange);
/// where it does not, everybody may do what a visitor may, and pages say nothing of who it is.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Who acts.
    pub actor: Actor,
    /// Every role of the account in force, the acting one first.
    pub roles: Vec<Role>,
    /// The role that they acted in and that has ended, until they choose another.
    pub ended: Option<Role>,
    /// Their session.
    pub session: Option<SessionHash>,
    /// The hidden token of every form of the answer.
    pub form_token: String,
    /// When the session ends, for somebody who is signed in.
    pub session_end: Option<End>,
    /// A message left by the form that led here.
    pub flash: Option<Flash>,
    /// Whether the account wishes for elder mode.
    pub elder_mode: bool,
    /// How many messages the person has not read; 100 stands for that many or more.
    pub unread: u8,
}

impl Identity {
    /// Somebody who has not signed in.
    #[must_use]
    pub fn visitor() -> Self {
        Self {
            actor: Actor::visitor(),
            roles: Vec::new(),
            ended: None,
            session: None,
            form_token: String::new(),
            session_end: None,
            flash: None,
            elder_mode: false,
            unread: 0,
        }
    }
}
