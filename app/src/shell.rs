//! The HTML document around a page.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::tachys::view::Position;

use crate::page::{Area, Page, PageRequest};
use crate::preferences::Theme;
use crate::ui::frame::{Frame, site_name};
use crate::ui::{IntoWritten, Look};

/// What most pages have room in, in bytes.
const ROOM: usize = 32 * 1024;

/// Renders the whole document.
#[must_use]
pub fn render(request: &PageRequest, page: Page) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let mut html = String::with_capacity(ROOM);
    html.push_str("<!doctype html>");
    owner.with(|| {
        let place = &mut Position::FirstChild;
        document(request, page).to_html_with_buf(&mut html, place, true, false, Vec::new());
    });
    owner.unset_with_forced_cleanup();
    html
}

fn document(request: &PageRequest, page: Page) -> impl IntoView + use<> {
    let look = Look::provide_for(request);
    let title = format!("{} · {}", page.title, site_name(look));
    let preferences = request.preferences;
    let theme = (preferences.theme != Theme::Auto).then(|| preferences.theme.code());
    let mode = preferences.elder.then_some("elder");
    let step =
        (preferences.elder && preferences.text_step > 0).then(|| preferences.text_step.to_string());
    let style = request.assets.address("site.css").map(ToOwned::to_owned);
    let icon = request.assets.address("icon.svg").map(ToOwned::to_owned);
    let public = page.area == Area::Public && page.status == 200;
    let canonical = public.then(|| format!("{}{}", request.site.public_url, request.path));
    let robots = (!public).then_some("noindex, nofollow");
    let islands = page.islands.then(|| islands_script(request));
    let script = request.assets.address("site.js").map(ToOwned::to_owned);
    let nonce = request.nonce.clone();
    let speculation = (!preferences.elder).then(|| speculation_rules(&request.nonce));
    let body = (page.view)();
    let area = page.area;
    let asked = Arc::new(request.clone());
    // Of a type of its own: nested, the whole document's would be too deep for the compiler.
    let frame = view! { <Frame request=asked area=area>{body}</Frame> }.written();
    view! {
        <html lang=request.language().tag() data-theme=theme data-mode=mode data-step=step>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                {page.description.map(|text| view! { <meta name="description" content=text/> })}
                {robots.map(|robots| view! { <meta name="robots" content=robots/> })}
                {canonical.map(|address| view! { <link rel="canonical" href=address/> })}
                // Nothing is shown before the last line is read: the header and columns whose widths
                // depend on what comes later would move under the reader's eyes.
                <link rel="expect" href="#end" blocking="render"/>
                {style.map(|address| view! { <link rel="stylesheet" href=address/> })}
                {icon.map(|address| view! { <link rel="icon" type="image/svg+xml" href=address/> })}
                {script.map(|address| view! { <script type="module" nonce=nonce src=address></script> })}
                {islands}
                {speculation}
            </head>
            <body>
                {frame}
            </body>
        </html>
    }
}

/// Loads the islands, when they were built: one module script that finds both halves' files.
fn islands_script(request: &PageRequest) -> Option<impl IntoView + use<>> {
    let loader = request.assets.address("islands.js")?.to_owned();
    let script = request.assets.address("app.js")?.to_owned();
    let wasm = request.assets.address("app.wasm")?.to_owned();
    let nonce = request.nonce.clone();
    Some(view! {
        <script type="module" nonce=nonce id="islands" src=loader data-script=script data-wasm=wasm></script>
    })
}

/// Lets the browser fetch public pages ahead while the pointer rests on their links.
fn speculation_rules(nonce: &str) -> impl IntoView + use<> {
    const RULES: &str = r#"{"prefetch":[{"where":{"and":[{"href_matches":["/","/policies","/policies/*","/add-ons","/add-ons/*","/institutions","/institutions/*","/drugs","/drugs/*"]},{"not":{"href_matches":"/*\\?*lang=*"}}]},"eagerness":"moderate"}]}"#;
    view! { <script type="speculationrules" nonce=nonce.to_owned() inner_html=RULES></script> }
}
