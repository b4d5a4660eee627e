//! What a cold cache downloads, in the brotli that the server sends.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const WASM: u64 = 120_000;
const STYLE: u64 = 20_000;
const OWN_SCRIPTS: u64 = 3_000;
const BINDINGS: u64 = 8_000;

/// The site folder of this build: `target/site`.
fn site() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("site")
}

#[expect(
    clippy::disallowed_methods,
    reason = "a test may ask whether it runs in CI"
)]
fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// The compressed size in bytes of each asset by its logical name; none when nothing was built.
fn sizes() -> BTreeMap<String, u64> {
    let Ok(manifest) = fs::read_to_string(site().join("assets.json")) else {
        assert!(
            !in_ci(),
            "target/site is missing: the build step must come before this test"
        );
        return BTreeMap::new();
    };
    let names: BTreeMap<String, String> =
        serde_json::from_str(&manifest).expect("the manifest is JSON");
    names
        .into_iter()
        .map(|(name, address)| {
            let file = site().join(address.trim_start_matches('/'));
            let mut small = file.clone().into_os_string();
            small.push(".br");
            let size = fs::metadata(&small)
                .or_else(|_| fs::metadata(&file))
                .expect("the file is there")
                .len();
            (name, size)
        })
        .collect()
}

fn within(sizes: &BTreeMap<String, u64>, name: &str, budget: u64) {
    if let Some(size) = sizes.get(name) {
        assert!(
            *size <= budget,
            "{name} has {size} bytes in brotli, more than {budget}"
        );
    } else {
        assert!(!in_ci(), "{name} was not built");
    }
}

#[test]
fn the_wasm_and_its_script_are_small() {
    let sizes = sizes();
    within(&sizes, "app.wasm", WASM);
    within(&sizes, "app.js", BINDINGS);
}

#[test]
fn the_style_is_small() {
    within(&sizes(), "site.css", STYLE);
}

#[test]
fn our_own_script_is_tiny() {
    let sizes = sizes();
    let own: u64 = sizes
        .iter()
        .filter(|(name, _)| name.ends_with(".js") && *name != "app.js")
        .map(|(_, size)| size)
        .sum();
    assert!(
        own <= OWN_SCRIPTS,
        "our own scripts have {own} bytes in brotli, more than {OWN_SCRIPTS}"
    );
}
