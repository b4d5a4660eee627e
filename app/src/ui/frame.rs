//! What stands around every page: header, navigation, footer.

mod elder_tools;
mod flash;
mod footer;
mod hats;
mod header;
mod navigation;
mod person;
mod printed;
mod stay;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Inner, IntoWritten, Look};
use crate::hats::places;
use crate::page::{Area, PageRequest};

pub use flash::FlashMessage;

/// The product's name in the language of the answer.
#[must_use]
pub fn site_name(look: Look) -> &'static str {
    look.pick("医保通", "Yibaotong")
}

/// Header, content, footer. Personal pages and those of an office stand beside their navigation;
/// who has no office finds none there. Public pages have the whole width and set their own `wrap`.
#[component]
pub fn Frame(
    /// The request that is answered.
    request: Arc<PageRequest>,
    /// The part of the site the page belongs to.
    area: Area,
    /// The page.
    children: Inner,
) -> impl IntoView {
    let look = Look::current();
    let signed_in = request.signed_in();
    let flash = request
        .flash
        .map(|flash| view! { <FlashMessage flash signed_in here=here(&request)/> });
    let ended = request.ended.is_some();
    let ended = ended.then(|| view! { <hats::HatEnded request=request.clone()/> });
    let end = request.session_end;
    let until = end.map(|end| view! { <stay::Until end/> });
    let stay = end.map(|end| view! { <stay::Stay request=request.clone() end/> });
    let content = match area {
        Area::Public => view! {
            <main id="main" tabindex="-1">
                {ended.map(|ended| view! { <div class="wrap flash">{ended}</div> })}
                {flash.map(|flash| view! { <div class="wrap flash">{flash}</div> })}
                {children.written()}
            </main>
        }
        .written(),
        Area::Office if places(request.context.actor.role).is_empty() => view! {
            <main id="main" class="wrap page stack" tabindex="-1">{ended}{flash}{children.written()}{until}</main>
        }
        .written(),
        Area::Personal | Area::Office => {
            let navigation = if area == Area::Office {
                view! { <hats::OfficeNavigation request=request.clone()/> }.written()
            } else {
                view! {
                    <navigation::Navigation path=request.path.clone() unread=request.unread/>
                }
                .written()
            };
            // In elder mode it stands below the page, and is read after it.
            let (before, after) = if look.elder {
                (None, Some(navigation))
            } else {
                (Some(navigation), None)
            };
            view! {
                <div class="wrap area">
                    {before}
                    <main id="main" class="stack" tabindex="-1">{ended}{flash}{children.written()}{until}</main>
                    {after}
                </div>
            }
            .written()
        }
    };
    view! {
        <a class="skip" href="#main">{look.pick("跳到正文", "Skip to content")}</a>
        <header::Header request=request.clone()/>
        <printed::Printed request=request.clone()/>
        {content}
        <footer::Footer request/>
        {stay}
    }
}

/// The address of this page, path and query, without the language switch: for forms that come
/// back here.
#[must_use]
pub fn here(request: &PageRequest) -> String {
    address(request, None)
}

/// The address of this page in the language `code`.
fn in_language(request: &PageRequest, code: &str) -> String {
    address(request, Some(code))
}

fn address(request: &PageRequest, language: Option<&str>) -> String {
    let mut query: Vec<(&str, &str)> = request
        .query
        .iter()
        .filter(|(name, _)| name != "lang")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    query.extend(language.map(|code| ("lang", code)));
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    if query.is_empty() {
        request.path.clone()
    } else {
        format!("{}?{query}", request.path)
    }
}
