//! Every cookie that this site sets. A test compares the table with what the program sends.

use chrono::Duration;
use leptos::prelude::*;
use services::accounts::attempts::LIFETIME;
use services::accounts::sessions::{ABSOLUTE, IDLE};

use crate::language::Language;
use crate::ui::{Column, IntoWritten, Look, Table};

/// The table of cookies.
#[component]
pub(super) fn Cookies(
    /// Whether the site is reached over TLS, where most names begin with `__Host-`.
    secure: bool,
) -> impl IntoView {
    let look = Look::current();
    let columns = vec![
        Column::title(look.pick("名字", "Name")),
        Column::text(look.pick("做什么用", "What for")),
        Column::text(look.pick("留多久", "How long")),
    ];
    let rows = rows(look, secure)
        .into_iter()
        .map(|(name, purpose, time)| {
            let name = view! { <code>{name}</code> };
            vec![name.written(), purpose.written(), time.written()]
        })
        .collect();
    view! { <Table caption=look.pick("用到的 Cookie", "Cookies in use") hide_caption=true columns rows/> }
}

fn rows(look: Look, secure: bool) -> Vec<(String, &'static str, String)> {
    let host = |name: &str| format!("{}{name}", if secure { "__Host-" } else { "" });
    let until_closed = look
        .pick("关掉浏览器就没有了", "until the browser closes")
        .to_owned();
    let year = look.pick("1 年", "1 year").to_owned();
    let minutes = |length: Duration| match look.language {
        Language::Chinese => format!("{} 分钟", length.num_minutes()),
        Language::English => format!("{} minutes", length.num_minutes()),
    };
    let session = match look.language {
        Language::Chinese => format!(
            "关掉浏览器就没有了；{}不用、满 {} 小时、或者退出时作废",
            minutes(IDLE),
            ABSOLUTE.num_hours()
        ),
        Language::English => format!(
            "until the browser closes; void after {} without use, after {} hours, and at sign-out",
            minutes(IDLE),
            ABSOLUTE.num_hours()
        ),
    };
    vec![
        (
            host("sid"),
            look.pick(
                "登录以后认出您；里面只有一个随机编号",
                "knows you again once you are signed in; holds a random number only",
            ),
            session,
        ),
        (
            host("sign-in-…"),
            look.pick(
                "一次正在进行的登录，加密；登录完成就删掉",
                "a sign-in under way, encrypted; removed when it is done",
            ),
            minutes(LIFETIME),
        ),
        (
            host("form"),
            look.pick(
                "老浏览器提交表单时证明是从本站来的；新浏览器没有它",
                "lets an old browser prove that a form comes from this site; newer ones get none",
            ),
            until_closed,
        ),
        (
            host("flash"),
            look.pick(
                "给下一页带一句话，比如“已经退出”，看过就删掉；登录结束了只告诉您一次，告诉过就记到浏览器关闭",
                "carries a message to the next page, such as “signed out”, and is removed once shown; that the end of a session was told is remembered until the browser closes",
            ),
            minutes(LIFETIME),
        ),
        (
            "lang".to_owned(),
            look.pick("您选的语言", "the language you chose"),
            year.clone(),
        ),
        (
            "display".to_owned(),
            look.pick(
                "深浅色、长辈版、字号",
                "colours, large print, size of print",
            ),
            year,
        ),
    ]
}
