//! The JavaScript half of the WASM, made by the library so that its version is the one in `Cargo.lock`.

use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::Result;

/// Writes `app.js` and `app_bg.wasm` into `folder`.
///
/// The JavaScript knows no path of its own to the WASM: the page hands it the hashed one.
pub fn bind(wasm: &Path, folder: &Path) -> Result<String> {
    Bindgen::new()
        .input_path(wasm)
        .web(true)?
        .out_name("app")
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)?;
    if folder.join("snippets").exists() {
        return Err(
            "a crate brought a JavaScript snippet, which would lie outside the hashed assets"
                .into(),
        );
    }
    Ok(format!("bound {}", wasm.display()))
}
