//! A message that a form left for the page after it.

use leptos::prelude::*;

use crate::page::Flash;
use crate::ui::{Look, Notice, Tone};

/// Says what was just done, and is read out.
#[component]
pub fn FlashMessage(
    /// Which message.
    flash: Flash,
) -> impl IntoView {
    let look = Look::current();
    let (tone, text) = match flash {
        Flash::SignedOut => (
            Tone::Good,
            look.pick("已经退出登录。", "You are signed out."),
        ),
        Flash::SignInFailed => (
            Tone::Danger,
            look.pick(
                "这次没有登录成功，什么都没有改动。请再试一次。",
                "The sign-in did not complete; nothing was changed. Please try again.",
            ),
        ),
        Flash::SessionEnded => (
            Tone::Info,
            look.pick(
                "因为很久没有操作，已经替您退出。请重新登录。",
                "You were signed out after a long silence. Please sign in again.",
            ),
        ),
    };
    view! { <Notice tone announce=true><p>{text}</p></Notice> }
}
