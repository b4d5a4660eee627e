//! The first line on paper: who, when, from where.

use std::sync::Arc;

use leptos::prelude::*;
use services::context::clock_in_china;

use super::{here, site_name};
use crate::page::PageRequest;
use crate::ui::{Look, date_text};

/// Who printed it, when the page was made, and its address. Seen on paper only.
#[component]
pub(super) fn Printed(
    /// The request that is answered.
    request: Arc<PageRequest>,
) -> impl IntoView {
    let look = Look::current();
    let clock = clock_in_china(request.context.now);
    let day = date_text(clock.date(), look.language);
    let when = format!("{day} {}", clock.format("%H:%M"));
    let name = &request.context.actor.name;
    let who =
        (request.signed_in() && !name.is_empty()).then(|| view! { <span>{name.clone()}</span> });
    let address = format!("{}{}", request.site.public_url, here(&request));
    let demo = request.site.demo.then(|| {
        view! { <span>{look.pick("演示环境，人物和金额是虚构的", "demonstration: people and amounts are invented")}</span> }
    });
    view! {
        <p class="printed" aria-hidden="true">
            <b>{site_name(look)}</b>{who}<span>{when}</span><span>{address}</span>{demo}
        </p>
    }
}
