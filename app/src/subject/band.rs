//! The band above a relative's page: whose it is, why it is seen, until when, and the way back.

use std::sync::Arc;

use domain::family::{Matter, Scope};
use leptos::prelude::*;
use services::family::{Proof, Standing};

use super::words::{kin, who};
use super::{OWN, Subject};
use crate::language::Language;
use crate::ui::{IntoWritten, Look, Written, date_text};

/// Address below the base, Chinese and English name, and what must be open for it.
const PLACES: [(&str, &str, &str, Matter); 7] = [
    ("", "总览", "Overview", Matter::Cover),
    ("/enrolment", "参保情况", "Enrolment", Matter::Cover),
    (
        "/contributions",
        "缴费记录",
        "Contributions",
        Matter::Account,
    ),
    ("/benefits", "待遇", "Benefits", Matter::Cover),
    ("/settlements", "报销记录", "Settlements", Matter::Visits),
    ("/account", "个人账户", "Account", Matter::Account),
    ("/add-ons", "商业保险", "Add-ons", Matter::Cover),
];

/// The places to which the first page leads in elder mode, by itself or by way of another.
const ENTRIES: [&str; 4] = ["/enrolment", "/contributions", "/benefits", "/settlements"];

/// Says whose insurance is being looked at, and leads to the person's other pages.
#[component]
pub(super) fn Band(
    /// The link through which it is seen.
    standing: Arc<Standing>,
) -> impl IntoView {
    let look = Look::current();
    let subject = Subject::current();
    let language = look.language;
    let whose = who(&standing, language);
    let heading = match language {
        Language::Chinese => format!("您正在看{whose}的医保信息"),
        Language::English => format!("You are looking at the insurance of {whose}"),
    };
    let reason = reason(&standing, language);
    let name = if standing.name.is_empty() {
        look.pick("对方", "they").to_owned()
    } else {
        standing.name.clone()
    };
    let logged = match (language, standing.died_on) {
        (Language::Chinese, Some(day)) => format!(
            "{name}已于{}去世。作为近亲属，您仍可以查看（个人信息保护法第四十九条）；每次查看都有记录。",
            date_text(day, language)
        ),
        (Language::English, Some(day)) => format!(
            "{name} died on {}. As a close relative you may still look (Personal Information Protection Law, article 49); each look is recorded.",
            date_text(day, language)
        ),
        (Language::Chinese, None) => {
            format!("{name}能在自己的查看记录里看到您看过。本页文字里的“您”，指的是{name}。")
        }
        (Language::English, None) => format!(
            "{name} sees in their own log that you looked. Where this page says “you”, it means {name}."
        ),
    };
    let places = places(&subject, standing.scope, look);
    let aria = match language {
        Language::Chinese => format!("{whose}的页面"),
        Language::English => format!("Pages of {whose}"),
    };
    view! {
        <aside class="whose stack" data-flow="tight" aria-label=look.pick("正在看谁的信息", "Whose information this is")>
            <p class="title">{heading}</p>
            <p>{reason}</p>
            <p>{logged}</p>
            <p class="on-screen"><a href=OWN>{look.pick("回到我自己的医保", "Back to my own insurance")}</a></p>
            <nav aria-label=aria><ul role="list">{places}</ul></nav>
        </aside>
    }
}

fn places(subject: &Subject, scope: Scope, look: Look) -> Vec<Written> {
    PLACES
        .into_iter()
        .filter(|(.., matter)| scope.opens(*matter))
        // In elder mode the person's first page has large entries to the others.
        .filter(|(below, ..)| !look.elder || !ENTRIES.contains(below))
        .map(|(below, zh, en, _)| {
            let href = subject.href(below);
            view! { <li><a href=href>{look.pick(zh, en)}</a></li> }.written()
        })
        .collect()
}

/// Why one may look, and until when.
fn reason(standing: &Standing, language: Language) -> String {
    let since = date_text(standing.since, language);
    let kin = kin(standing.kinship, standing.sex, language);
    let until = standing.until.map(|day| date_text(day, language));
    match language {
        Language::Chinese => {
            let why = match standing.proof {
                Proof::Register => {
                    format!("根据户籍登记，对方是您的{kin}，{since}起可以查看")
                }
                Proof::Guardian => format!("您是监护人，{since}起可以查看"),
                Proof::BothSides => format!("双方在{since}都确认过"),
                Proof::Other => format!("登记的家人关系，{since}起可以查看"),
            };
            let until = until.map_or_else(
                || "，到有一方结束为止".to_owned(),
                |day| format!("，到{day}为止"),
            );
            format!("原因：{why}{until}。")
        }
        Language::English => {
            let why = match standing.proof {
                Proof::Register => {
                    format!("the household register shows your {kin}, since {since}")
                }
                Proof::Guardian => format!("you are the guardian, since {since}"),
                Proof::BothSides => format!("both of you confirmed it on {since}"),
                Proof::Other => format!("a registered family link, since {since}"),
            };
            let until = until.map_or_else(
                || ", until one of you ends it".to_owned(),
                |day| format!(", until {day}"),
            );
            format!("Why: {why}{until}.")
        }
    }
}
