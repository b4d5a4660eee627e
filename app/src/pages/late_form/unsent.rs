//! The page for a form that could not be carried out because a part of the system is away: what
//! was typed stays on it.

use leptos::prelude::*;

use super::{EN as LATE_EN, LateForm, Send, Which, Written, ZH as LATE_ZH};
use crate::page::{Area, Page, PageRequest};
use crate::pages::error::{Failure, Help};

struct UnsentText {
    title: &'static str,
    happened: &'static str,
    advice: &'static str,
    written: &'static str,
    send: &'static str,
}

static ZH: UnsentText = UnsentText {
    title: "服务暂时用不了，您填的内容还在",
    happened: "系统的一部分正在恢复，这次多半没有办成。您填的内容都在这一页上。",
    advice: "这一页不要关。请过几分钟，先看看办成了没有，没有再按“再送一次”。急事可以打电话或者去服务大厅办。",
    written: "您写的",
    send: "再送一次",
};

static EN: UnsentText = UnsentText {
    title: "The service is away for the moment; what you filled in is still here",
    happened: "A part of the system is coming back, so this was probably not done. Everything you filled in is on this page.",
    advice: "Keep this page open, and in a few minutes see whether it was done; if not, press “Send it again”. For urgent matters call, or go to a service hall.",
    written: "What you wrote",
    send: "Send it again",
};

/// The page. It keeps the form in itself, so that nothing of it needs a store.
#[must_use]
pub fn page(request: &PageRequest, form: &LateForm) -> Page {
    let text = request.text(&ZH, &EN);
    let which = request.text(&LATE_ZH, &LATE_EN);
    let form = form.clone();
    let request = request.clone();
    Page::new(text.title, Area::Public, move || {
        view! {
            <div class="wrap page stack measure-page">
                <h1>{text.title}</h1>
                <p>{text.happened}</p>
                <p>{text.advice}</p>
                <Which text=which form=form.clone()/>
                <Written title=text.written form=form.clone()/>
                <div class="actions">
                    <Send label=text.send form/>
                </div>
                <Help request/>
            </div>
        }
    })
    .with_typed()
    .with_status(Failure::Unavailable.status())
}
