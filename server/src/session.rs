//! Sessions of people who have signed in: the cookie, its row, and who is behind it.
//!
//! Visitors have no session and leave no row. A page asks the store once (see
//! [`services::accounts::identify`]). A session begins and ends in one transaction with the audit
//! event of the sign-in or sign-out; `tower-sessions` and its [`Store`] read what is kept with it.

mod away;
mod begin;
mod cookie;
mod ended;
mod flash;
mod identify;
mod late_form;
mod stay;
mod store;
mod sweep;

pub use away::turn_away;
pub use begin::{Beginning, ID_TOKEN, kept};
pub use cookie::{CookieJar, all as cookies, only as only_cookie, parse_id};
pub use ended::{say_it_ended, was_presented};
pub use flash::{leave_flash, leave_flash_as};
pub use identify::{FormBinding, Presented, identify};
pub use late_form::{SENT, keep_late, late, sent, take_over};
pub use store::Store;
pub use sweep::{sweep, sweep_for_ever};

use axum::routing::{get, post};
use domain::access::Action;

use crate::http::addresses::Served;

/// The addresses of a session's own life.
pub const SERVED: &[Served] = &[
    Served::new("POST", "/stay", Action::SignIn, || post(stay::stay)),
    Served::new("GET", late_form::ADDRESS, Action::SignIn, || {
        get(late_form::show)
    }),
    Served::new("POST", "/late-form/discard", Action::SignIn, || {
        post(late_form::discard)
    }),
];
