//! A message that a form left for the page after it.

use leptos::prelude::*;

use crate::page::Flash;
use crate::ui::{Look, Notice, Tone};

/// Says what was just done, and is read out.
#[component]
pub fn FlashMessage(
    /// Which message.
    flash: Flash,
    /// Whether somebody is signed in by now.
    signed_in: bool,
) -> impl IntoView {
    let look = Look::current();
    let (tone, text) = match flash {
        Flash::SignedOut => (
            Tone::Good,
            look.pick("已经退出登录。", "You are signed out."),
        ),
        Flash::SessionEnded if signed_in => (
            Tone::Info,
            look.pick(
                "刚才要您重新登录，是因为上一次的登录已经到期：很久没有操作，或者已满 8 小时。",
                "You had to sign in again because your session had ended, after a long silence or after eight hours.",
            ),
        ),
        Flash::SessionEnded => (
            Tone::Info,
            look.pick(
                "您的登录已经到期：很久没有操作，或者已满 8 小时。请重新登录。",
                "Your session has ended, after a long silence or after eight hours. Please sign in again.",
            ),
        ),
        Flash::Family(done) => done.told(look),
    };
    view! { <Notice tone announce=true><p>{text}</p></Notice> }
}
