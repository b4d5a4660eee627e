//! `assets.json`: from the name a page uses to the address of the file, for the server to read at its start.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::compress::replace;
use crate::Result;

/// Writes the manifest, unless it says the same already.
pub(super) fn store(path: &Path, names: &BTreeMap<String, String>) -> Result<()> {
    let mut text = serde_json::to_string_pretty(names)?;
    text.push('\n');
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    replace(path, text.as_bytes())
}
