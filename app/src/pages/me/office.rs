//! `/me` for accounts that work with the system: what the role is for, what will be here, and
//! what can be used today.

mod text;

use domain::access::Role;
use leptos::prelude::*;

use crate::page::{Area, Page, PageRequest};
use crate::ui::{Card, Door, Doors, Notice, Sign, Tone};
use text::OfficeText;

/// The page of the role that the account acts in; `None` for roles without an office.
pub(super) fn page(request: &PageRequest) -> Option<Page> {
    let role = request.context.actor.role;
    if matches!(role, Role::Visitor | Role::Resident | Role::Operator) {
        return None;
    }
    let text = OfficeText::of(request.language());
    let duty = text.duty(role)?;
    Some(Page::new(duty.title, Area::Office, move || {
        let coming = duty
            .coming
            .iter()
            .map(|thing| view! { <li>{*thing}</li> })
            .collect_view();
        view! {
            <h1>{duty.title}</h1>
            <p class="measure">{duty.task}</p>
            <Notice tone=Tone::Info><p>{duty.limit}</p></Notice>
            <Card title=text.coming_title>
                <p>{text.coming}</p>
                <ul>{coming}</ul>
            </Card>
            <section class="stack" aria-labelledby="today">
                <h2 id="today">{text.today_title}</h2>
                <Doors doors=doors(text)/>
            </section>
            <p class="muted">{text.own_insurance}</p>
        }
    }))
}

fn doors(text: &OfficeText) -> Vec<Door> {
    let door = |href: &str, sign, (title, text): (&str, &str)| Door {
        href: href.to_owned(),
        sign,
        title: title.to_owned(),
        text: text.to_owned(),
    };
    vec![
        door("/policies", Sign::Search, text.policies),
        door("/add-ons", Sign::Umbrella, text.add_ons),
    ]
}
