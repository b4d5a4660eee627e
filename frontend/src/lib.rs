//! The browser's entry point: wakes the islands of `app` on a page that the server rendered.

use wasm_bindgen::prelude::wasm_bindgen;

// The islands are exported by being linked: without this line the linker would drop them all.
#[expect(unused_imports, reason = "linking `app` is the use")]
use app::*;

/// Called by the page's own small script once the WASM has been loaded.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
