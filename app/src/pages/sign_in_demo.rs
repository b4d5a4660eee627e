//! The page of the demonstration's provider: choose whom to be.

use domain::access::Role;
use leptos::prelude::*;
use services::accounts::demo_identities::{self, DemoIdentity};

use crate::language::Language;
use crate::page::{Area, Page, PageRequest};
use crate::ui::{Notice, Tone};

struct SignInDemoText {
    title: &'static str,
    lead: &'static str,
    safety: &'static str,
    residents: &'static str,
    employers: &'static str,
    staff: &'static str,
    back: &'static str,
}

static ZH: SignInDemoText = SignInDemoText {
    title: "选择演示身份",
    lead: "按一下，就以这个人的身份登录。",
    safety: "这里的人和资料都是虚构的，只供演示；真实办理时，这里是国家的统一身份认证。",
    residents: "参保人",
    employers: "用人单位",
    staff: "经办和管理人员",
    back: "不登录，回到首页",
};

static EN: SignInDemoText = SignInDemoText {
    title: "Choose whom to be",
    lead: "Press a name to sign in as that person.",
    safety: "All people and data here are invented, for demonstration only. In real use, the national identity service stands in this place.",
    residents: "Insured people",
    employers: "Employers",
    staff: "Service and administration",
    back: "Do not sign in, go to the home page",
};

/// Which of the three lists somebody stands in.
fn group(identity: &DemoIdentity) -> u8 {
    match identity.roles.first() {
        Some(Role::Resident) => 0,
        Some(Role::EmployerHandler) => 1,
        _ => 2,
    }
}

/// The page: one form whose buttons are the people; `hidden` is handed on, `action` is where to.
#[must_use]
pub fn page(request: &PageRequest, action: String, hidden: Vec<(&'static str, String)>) -> Page {
    let text = request.text(&ZH, &EN);
    let language = request.language();
    Page::new(text.title, Area::Public, move || {
        let groups = [
            (0, "residents", text.residents),
            (1, "employers", text.employers),
            (2, "staff", text.staff),
        ];
        let fields = hidden
            .into_iter()
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect_view();
        let lists = groups
            .map(|(number, id, heading)| list(language, number, id, heading))
            .collect_view();
        view! {
            <div class="wrap page stack">
                <h1>{text.title}</h1>
                <p>{text.lead}</p>
                <Notice tone=Tone::Info>
                    <p>{text.safety}</p>
                </Notice>
                <form class="stack" method="get" action=action>
                    {fields}
                    {lists}
                </form>
                <p>
                    <a href="/">{text.back}</a>
                </p>
            </div>
        }
    })
}

fn list(
    language: Language,
    number: u8,
    id: &'static str,
    heading: &'static str,
) -> impl IntoView + use<> {
    let people = demo_identities::ALL
        .iter()
        .filter(|identity| group(identity) == number)
        .map(|identity| person(language, identity))
        .collect_view();
    view! {
        <section class="stack" data-flow="close" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            <ul class="identities" role="list">{people}</ul>
        </section>
    }
}

fn person(language: Language, identity: &'static DemoIdentity) -> impl IntoView + use<> {
    let (name, description) = match language {
        Language::Chinese => (identity.name_zh, identity.description_zh),
        Language::English => (identity.name_en, identity.description_en),
    };
    view! {
        <li>
            <button class="identity" type="submit" name="sub" value=identity.subject>
                <strong>{name}</strong>
                <span class="muted">{description}</span>
            </button>
        </li>
    }
}
