//! A message that a form left for the page after it.

use leptos::prelude::*;

use crate::hats;
use crate::language::Language;
use crate::page::Flash;
use crate::ui::{Look, Notice, Tone};

/// Says what was just done, and is read out.
#[component]
pub fn FlashMessage(
    /// Which message.
    flash: Flash,
    /// Whether somebody is signed in by now.
    signed_in: bool,
    /// The address of the page, to come back to after a sign-in.
    here: String,
) -> impl IntoView {
    let look = Look::current();
    let acting;
    let (tone, text) = match flash {
        Flash::HatChanged(role) => {
            let role = hats::name(role, look.language);
            acting = match look.language {
                Language::Chinese => format!("您现在的身份是「{role}」。"),
                Language::English => format!("You now act as {role}."),
            };
            (Tone::Good, acting.as_str())
        }
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
        Flash::MessagesRead => (
            Tone::Good,
            look.pick("已经全部标为已读。", "All of them are marked as read."),
        ),
        Flash::TopicsKept => (
            Tone::Good,
            look.pick(
                "已经保存。以后只收您选的这些消息。",
                "Saved. From now on you get the messages you chose.",
            ),
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
                "您的登录已经结束：很久没有操作，或者已满 8 小时，或者在别处退出了。要看自己的信息，请重新登录。",
                "Your session has ended: after a long silence, after eight hours, or signed out elsewhere. To see your own pages, sign in again.",
            ),
        ),
        Flash::OtherSessionsEnded => (
            Tone::Good,
            look.pick(
                "已经退出。那台设备要再用，得重新登录。",
                "Signed out there. That device must sign in again to be used.",
            ),
        ),
        Flash::ReportReceived => (
            Tone::Good,
            look.pick(
                "已经收到您的反映。编号和进展就在这一页。",
                "Your report is in. Its number and what becomes of it are on this page.",
            ),
        ),
        Flash::QuerySent => (
            Tone::Good,
            look.pick(
                "已经提交。编号和进展就在这一页，有了答复会发消息告诉您。",
                "It is sent. Its number and what becomes of it are on this page; a message tells you of the answer.",
            ),
        ),
        Flash::QueryWithdrawn => (
            Tone::Good,
            look.pick("问询已经收回。", "The query is withdrawn."),
        ),
        Flash::QueryTaken => (
            Tone::Good,
            look.pick(
                "记下了：正在看。问的人也看得到。",
                "Noted: it is being looked at. Who asked can see that.",
            ),
        ),
        Flash::QueryAnswered => (
            Tone::Good,
            look.pick(
                "已经答复，并且发了消息。",
                "It is answered, and a message is on its way.",
            ),
        ),
        Flash::ConsentGiven => (
            Tone::Good,
            look.pick(
                "已经记下您的同意，现在起生效。随时可以收回。",
                "Your consent is recorded and counts from now. You can withdraw it at any time.",
            ),
        ),
        Flash::ConsentWithdrawn => (
            Tone::Good,
            look.pick(
                "记下了：您不同意，现在起生效。",
                "Noted: you do not agree, with effect from now.",
            ),
        ),
        Flash::Family(done) => done.told(look),
        Flash::Parameters(done) => done.told(look),
    };
    let text = text.to_owned();
    let sign_in = (flash == Flash::SessionEnded && !signed_in).then(|| {
        let next = serde_urlencoded::to_string([("next", here)]).unwrap_or_default();
        let href = format!("/sign-in?{next}");
        view! { <p><a href=href rel="nofollow">{look.pick("重新登录", "Sign in again")}</a></p> }
    });
    view! { <Notice tone announce=true><p>{text}</p>{sign_in}</Notice> }
}
