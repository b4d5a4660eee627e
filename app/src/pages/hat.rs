//! `/hat`: the roles that an account holds, which of them it acts in, and the way to another.

pub mod other;
mod text;

use domain::access::Role;
use leptos::prelude::*;
use services::ServiceError;
use services::accounts::hat;

use crate::hats;
use crate::page::{Answer, Flash, LocalPath, Page, PageRequest, PageResult};
use crate::routes;
use crate::ui::{Badge, Form, IntoWritten, Look, Tone};
use text::HatText;

/// The hidden field that says where to go after the change, when not to the front page.
const THEN: &str = "then";
/// Where a form waits that was sent in another role than its own.
const LATE_FORM: &str = "/late-form";

/// The page. `?then=` is where somebody wished to go who acts in a role without that page.
///
/// # Errors
/// None.
pub async fn page(request: PageRequest) -> PageResult {
    let text = HatText::of(request.language());
    let then = request.query_value(THEN).and_then(LocalPath::parse);
    let area = hats::area(request.context.actor.role);
    let roles = request.roles;
    let page = Page::new(text.title, area, move || {
        let look = Look::current();
        let only = (roles.len() < 2).then(|| view! { <p class="measure">{text.only_one}</p> });
        let items = roles.into_iter().enumerate().map(|(place, role)| {
            let acting = place == 0;
            let then = then.clone();
            view! { <li><Hat text look role acting then/></li> }
        });
        view! {
            <h1>{text.title}</h1>
            <p class="measure">{text.lead}</p>
            {only}
            <ul class="hats" role="list">{items.collect_view()}</ul>
            <p class="small muted measure">{text.remembered}</p>
        }
    });
    Ok(page.into())
}

/// One role: what it is for, and the button that takes it on.
#[component]
fn Hat(
    text: &'static HatText,
    look: Look,
    role: Role,
    acting: bool,
    /// Where one wished to go.
    then: Option<LocalPath>,
) -> impl IntoView {
    let name = hats::name(role, look.language);
    let way = if acting {
        view! {
            <p class="actions"><Badge label=text.acting tone=Tone::Good/><a href=hats::front(role)>{text.to_front}</a></p>
        }
        .written()
    } else {
        let mut hidden = vec![("role", role.code().to_owned())];
        hidden.extend(then.map(|path| (THEN, path.as_str().to_owned())));
        view! {
            <Form action="/hat" hidden>
                <button class="button" type="submit">{(text.take_on)(name)}</button>
            </Form>
        }
        .written()
    };
    view! {
        <section class="card stack" data-flow="close" data-acting=acting.then_some("true")>
            <h2>{name}</h2>
            <p>{text.task(role)}</p>
            {way}
        </section>
    }
}

/// Takes on the role that was chosen and goes to the page that was wished for, a form that waits
/// among them, where the role has it, and else to its front page.
///
/// # Errors
/// `NotFound` when the account does not hold the role; what the store says.
pub async fn post(request: PageRequest) -> PageResult {
    let session = request.session.ok_or(ServiceError::NotFound)?;
    let role = request
        .field("role")
        .and_then(Role::from_code)
        .ok_or(ServiceError::NotFound)?;
    hat::switch(&request.context, session, role).await?;
    let wished = request.field(THEN).and_then(LocalPath::parse);
    let wished = wished.filter(|path| routes::is_open_to(path.as_str(), role));
    let next = wished.or_else(|| LocalPath::parse(hats::front(role)));
    let next = next.ok_or(ServiceError::NotFound)?;
    Ok(Answer::Told(next, Flash::HatChanged(role)))
}
