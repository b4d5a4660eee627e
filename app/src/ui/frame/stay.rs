//! Until when somebody stays signed in: a line on each personal page, and a dialog that the script
//! opens some minutes before.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use services::accounts::sessions::{ABSOLUTE, End, WARNING};
use services::context::clock_in_china;

use super::here;
use crate::language::Language;
use crate::page::PageRequest;
use crate::ui::{Form, Kept, Look, gap};

/// The end as a clock in China shows it.
fn clock(end: End) -> String {
    let instant = DateTime::<Utc>::from_timestamp(end.at, 0).unwrap_or_default();
    clock_in_china(instant).format("%H:%M").to_string()
}

/// When the session ends; the script keeps it right.
#[component]
fn Clock(
    /// As a clock in China shows it.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <time class="nowrap" data-clock>{text}</time> }
}

/// Says until when one stays signed in, without a script too.
#[component]
pub(super) fn Until(
    /// When the session ends.
    end: End,
) -> impl IntoView {
    let look = Look::current();
    let (before, after) = *if end.is_final {
        look.pick(
            &("到 ", "（北京时间）要重新登录一次。"),
            &("At ", " (China time) you have to sign in again."),
        )
    } else {
        look.pick(
            &(
                "一直不操作的话，",
                "（北京时间）会自动退出登录；翻一页就往后推。",
            ),
            &(
                "Without use you are signed out at ",
                " (China time); turning a page puts it off.",
            ),
        )
    };
    view! { <p class="until small muted">{before}<Clock text=clock(end)/>{after}</p> }
}

/// Asks whether one is still there. One press stays; after the end it covers the page.
#[component]
pub(super) fn Stay(
    /// The request that is answered.
    request: Arc<PageRequest>,
    /// When the session ends.
    end: End,
) -> impl IntoView {
    static KEPT: Kept<{ Look::VARIANTS * 2 }> = Kept::new();
    let look = Look::current();
    let next = serde_urlencoded::to_string([("next", here(&request))]).unwrap_or_default();
    let again = format!("/sign-in?{next}");
    let (at, now) = (
        end.at.to_string(),
        request.context.now.timestamp().to_string(),
    );
    let index = look.variant() * 2 + usize::from(end.is_final);
    let texts = [&*at, &now, &clock(end), &again];
    KEPT.show_with(index, (look, end.is_final), dialog, &texts)
}

/// Gaps for the end, for now, for the end on a clock, and for the way to sign in again.
fn dialog((look, is_final): (Look, bool)) -> impl IntoView {
    let clock = || view! { <Clock text=gap(2)/> };
    view! {
        <dialog class="stay" hidden data-stay data-until=gap(0) data-now=gap(1) data-warn=WARNING.num_seconds()
            data-final=is_final.then_some("true")>
            <div class="stack" data-flow="close" data-part="ask">
                <h2 id="stay-ask">{look.pick("您还在吗？", "Are you still there?")}</h2>
                <p>{look.pick("很久没有操作了。为了保护您的信息，", "Nothing has happened for a while. To protect your information you are signed out at ")}
                    {clock()}{look.pick(" 会自动退出登录。", ".")}</p>
                <p class="error" role="alert" data-trouble hidden>{look.pick("没有连上，请再按一次。", "That did not get through. Please press again.")}</p>
                <div class="actions">
                    <Form action="/stay"><button class="button" type="submit" autofocus>{look.pick("我还在，继续用", "I am here, go on")}</button></Form>
                    <Form action="/sign-out"><button class="button" type="submit" data-kind="quiet">{look.pick("退出登录", "Sign out")}</button></Form>
                </div>
            </div>
            <div class="stack" data-flow="close" data-part="final" hidden>
                <h2 id="stay-final">{look.pick("快要重新登录了", "You will have to sign in again soon")}</h2>
                <p>{long_enough(look)}{clock()}{look.pick(" 要重新登录一次。请先做完手上的事。", ". Please finish what you are at.")}</p>
                <div class="actions">
                    <button class="button" type="button" data-close>{look.pick("知道了", "I see")}</button>
                    <a class="button" data-kind="quiet" href=gap(3)>{look.pick("现在就重新登录", "Sign in again now")}</a>
                </div>
            </div>
            <div class="stack" data-flow="close" data-part="ended" hidden>
                <h2 id="stay-ended">{look.pick("已经退出登录", "You are signed out")}</h2>
                <p>{look.pick("为了保护您的信息，这一页盖住了。", "To protect your information this page is covered.")}</p>
                <p data-typed hidden>{look.pick(
                    "您填的内容还在。登录会在新的标签页里打开；登录好了回到这一页，接着填就行。",
                    "What you typed is still here. The sign-in opens in a new tab; once signed in, come back to this one and go on.",
                )}</p>
                <div class="actions">
                    <a class="button" href=gap(3) data-again>{look.pick("重新登录", "Sign in again")}</a>
                    <a class="button" data-kind="quiet" href="/">{look.pick("回首页", "Go to the start")}</a>
                </div>
            </div>
        </dialog>
    }
}

fn long_enough(look: Look) -> String {
    let hours = ABSOLUTE.num_hours();
    match look.language {
        Language::Chinese => format!("这次登录快满 {hours} 小时了。为了安全，"),
        Language::English => {
            format!("This sign-in is nearly {hours} hours old. To be safe it ends at ")
        }
    }
}
