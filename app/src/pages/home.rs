//! `/`: one search box that answers, four large doors, what changed lately.

use leptos::prelude::*;

use crate::page::{Area, Page, PageRequest, PageResult};

/// The page.
///
/// # Errors
/// None of its own.
pub async fn page(request: PageRequest) -> PageResult {
    let title = *request.text(
        &"医保的事，一处看清",
        &"Your medical insurance, in one clear place",
    );
    Ok(Page::new(title, Area::Public, move || view! { <h1>{title}</h1> }).into())
}
