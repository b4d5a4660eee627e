//! `/gallery`: every component with its examples, for those who build and check the product.

use leptos::prelude::*;
use services::ServiceError;

use crate::page::{Area, Page, PageRequest, PageResult};
use crate::ui::Look;
use crate::ui::example::{self, Showcase};

/// The page. It exists in a demonstration only.
///
/// # Errors
/// `NotFound` outside a demonstration.
pub async fn page(request: PageRequest) -> PageResult {
    if !request.site.demo {
        return Err(ServiceError::NotFound.into());
    }
    let title = request.text("组件", "Components");
    Ok(Page::new(title, Area::Public, move || {
        let look = Look::current();
        let shown = example::all().into_iter().map(showcase);
        view! {
            <div class="wrap page stack">
                <h1>{title}</h1>
                <p class="muted measure">{look.pick(
                    "页面由这些组件拼成，每个组件都有例子。用页面上方的语言、长辈版和页脚的外观来看它们的各种样子。",
                    "Pages are made of these components. Use the language, the large print and the appearance switches to see them in every form.",
                )}</p>
                {shown.collect_view()}
            </div>
        }
    })
    .into())
}

fn showcase(showcase: Showcase) -> impl IntoView {
    let look = Look::current();
    let id = showcase.name.to_lowercase();
    let examples = showcase.examples.into_iter().map(|example| {
        view! {
            <div class="example">
                <h3>{look.pick(example.zh, example.en)}</h3>
                <div tabindex="0">{(example.view)()}</div>
            </div>
        }
    });
    view! {
        <section class="stack" data-flow="close" aria-labelledby=format!("show-{id}")>
            <h2 id=format!("show-{id}")>{showcase.name}</h2>
            {examples.collect_view()}
        </section>
    }
}
