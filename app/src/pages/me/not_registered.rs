//! For an account behind which no insured person is known: what it means and what to do.

use leptos::prelude::*;

use crate::language::Language;
use crate::page::{Area, Page, PageRequest};
use crate::ui::{ButtonKind, ButtonLink, Card, Sign};

struct NotRegisteredText {
    title: &'static str,
    meaning: &'static str,
    call_title: &'static str,
    call: fn(&str, &str) -> String,
    call_button: fn(&str) -> String,
    visit_title: &'static str,
    visit: &'static str,
    enrol_title: &'static str,
    enrol: &'static str,
    policies: &'static str,
}

static ZH: NotRegisteredText = NotRegisteredText {
    title: "这里还没有您的参保记录",
    meaning: "您已经登录，但这个账号还没有对上任何人的医保信息。可能是还没有参保，也可能是登记的姓名或证件号码和登录用的不一样。您的账号没有问题，什么都没有丢。",
    call_title: "先打个电话",
    call: |number, hours| {
        format!("拨 {number}（{hours}），请人查一查您在哪里参保、登记的信息对不对。")
    },
    call_button: |number| format!("打电话 {number}"),
    visit_title: "或者去服务大厅",
    visit: "带上身份证，到参保地的医保服务大厅核对登记信息。自己不方便去，家人可以带双方的身份证代办。",
    enrol_title: "如果还没有参保",
    enrol: "没有工作单位的，可以在居住地参加城乡居民医保；有单位的，由单位办理职工医保。参保以后，记录会出现在这里。",
    policies: "查怎么参保",
};

static EN: NotRegisteredText = NotRegisteredText {
    title: "There is no insurance record for you here yet",
    meaning: "You are signed in, but this account is not matched with anybody's insurance. Perhaps you have not enrolled yet, or the name or document number on record differs from the one you signed in with. Nothing is wrong with your account and nothing is lost.",
    call_title: "Call first",
    call: |number, hours| {
        format!(
            "Call {number} ({hours}) and ask where you are insured and whether your details are right."
        )
    },
    call_button: |number| format!("Call {number}"),
    visit_title: "Or go to a service hall",
    visit: "Bring your identity card to the medical insurance hall of the place where you are insured. If you cannot go, a relative may go for you with both identity cards.",
    enrol_title: "If you are not insured yet",
    enrol: "Without an employer you can join resident insurance where you live; with one, your employer enrols you. Once you are enrolled, your record appears here.",
    policies: "Find out how to enrol",
};

/// The page in place of any page of one's own. It is no error.
pub(super) fn page(request: &PageRequest) -> Page {
    let text = request.text(&ZH, &EN);
    let site = request.site.clone();
    let hours = match request.language() {
        Language::Chinese => site.hotline_hours_zh.clone(),
        Language::English => site.hotline_hours_en.clone(),
    };
    let question = request.text("怎么参保", "how to enrol");
    let query = serde_urlencoded::to_string([("q", question)]).unwrap_or_default();
    Page::new(text.title, Area::Personal, move || {
        let call = format!("tel:{}", site.hotline);
        view! {
            <h1>{text.title}</h1>
            <p class="measure">{text.meaning}</p>
            <Card title=text.call_title>
                <p>{(text.call)(&site.hotline, &hours)}</p>
                <p class="actions"><ButtonLink href=call label=(text.call_button)(&site.hotline) sign=Sign::Phone/></p>
            </Card>
            <Card title=text.visit_title><p>{text.visit}</p></Card>
            <Card title=text.enrol_title>
                <p>{text.enrol}</p>
                <p class="actions"><ButtonLink href=format!("/policies?{query}") label=text.policies kind=ButtonKind::Quiet sign=Sign::Search/></p>
            </Card>
        }
    })
}
