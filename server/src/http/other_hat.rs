//! A form that was opened in another role than the one that is acted in now: it is not carried
//! out, and waits with the session until that role is taken on again.

use app::page::PageRequest;
use app::pages::hat::other::{self, Typed};
use app::pages::late_form::{HAT, LateForm};
use app::respond;
use app::ui::frame::here;
use axum::response::Response;
use domain::access::{Action, Role, may_ever};

use crate::csrf;
use crate::session::{self, Presented};
use crate::state::AppState;

/// A form that is not carried out.
pub(super) struct Refused {
    /// The role that it belongs to; `None` when the account holds it no longer.
    opened_in: Option<Role>,
    form: LateForm,
}

/// The posted form, when it is one of another role. What concerns the account and not one of its
/// roles may go on in any.
pub(super) fn refusal(page: &PageRequest, action: Action) -> Option<Refused> {
    let of_account = matches!(
        action,
        Action::SignIn | Action::SwitchHat | Action::ManageSessions | Action::Estimate
    );
    if of_account || !page.signed_in() {
        return None;
    }
    let acting = page.context.actor.role;
    let opened_in = page.field(HAT).filter(|role| *role != acting.code())?;
    let opened_in = Role::from_code(opened_in)
        .filter(|role| page.roles.contains(role) && may_ever(*role, action));
    // Where neither role has such a form, nothing is here.
    if opened_in.is_none() && !may_ever(acting, action) {
        return None;
    }
    let own = |name: &str| name != csrf::FIELD && name != session::SENT;
    let fields = page.form.iter().filter(|(name, _)| own(name));
    Some(Refused {
        opened_in,
        form: LateForm {
            action: here(page),
            fields: fields.cloned().collect(),
        },
    })
}

/// Keeps what was typed, and says that nothing was carried out.
pub(super) async fn answer(
    state: &AppState,
    page: PageRequest,
    presented: Option<Presented>,
    refused: Refused,
) -> Response {
    let typed = if !refused.form.holds_something() {
        Typed::Nothing
    } else if session::keep_late(&state.platform, presented, &refused.form).await {
        Typed::Kept
    } else {
        Typed::Lost
    };
    let answer = other::page(&page, refused.opened_in, typed);
    respond::respond(&page, Ok(answer.into()))
}
