//! `/me` for who works with the system: on to where the role begins, or, where its rooms are not
//! built yet, what it is for, what will be here, and what can be used today.

mod text;

use domain::access::Role;
use leptos::prelude::*;

use services::ServiceError;

use crate::hats;
use crate::page::{Answer, Area, LocalPath, Page, PageRequest};
use crate::ui::{Card, Door, Doors, Notice, Sign, Tone};
use text::OfficeText;

/// What `/me` answers to the role that the account acts in; `None` for roles without an office.
///
/// # Errors
/// None.
pub(super) fn answer(request: &PageRequest) -> Result<Option<Answer>, ServiceError> {
    let role = request.context.actor.role;
    if hats::area(role) == Area::Personal {
        return Ok(None);
    }
    let front = hats::front(role);
    if front != request.path {
        let front = LocalPath::parse(front).ok_or(ServiceError::NotFound)?;
        return Ok(Some(Answer::SeeOther(front, Vec::new())));
    }
    Ok(page(request).map(Answer::from))
}

/// The page of a role whose rooms are not built yet.
fn page(request: &PageRequest) -> Option<Page> {
    let role = request.context.actor.role;
    let text = OfficeText::of(request.language());
    let duty = text.duty(role)?;
    let own_insurance = if request.roles.contains(&Role::Resident) {
        text.own_insurance_here
    } else {
        text.own_insurance
    };
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
            <p class="muted">{own_insurance}</p>
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
