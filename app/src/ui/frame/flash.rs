//! A message that a form left for the page after it.

use leptos::prelude::*;

use crate::hats;
use crate::language::Language;
use crate::page::{Flash, PageRequest};
use crate::ui::{Look, Notice, Tone};

/// Says what was just done, and is read out.
#[component]
pub fn FlashMessage(
    /// The request that is answered.
    request: PageRequest,
    /// Which message.
    flash: Flash,
    /// Whether somebody is signed in by now.
    signed_in: bool,
) -> impl IntoView {
    let look = Look::current();
    let role = hats::name(request.context.actor.role, look.language);
    let acting = match look.language {
        Language::Chinese => format!("您现在的身份是「{role}」。"),
        Language::English => format!("You now act as {role}."),
    };
    let (tone, text) = match flash {
        Flash::HatChanged => (Tone::Good, acting.as_str()),
        Flash::AuditChecked => (
            Tone::Info,
            look.pick(
                "检验做完了，结果在下面，也写进了操作记录。",
                "The check is done. What it found stands below and in the audit trail.",
            ),
        ),
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
    };
    let text = text.to_owned();
    view! { <Notice tone announce=true><p>{text}</p></Notice> }
}
