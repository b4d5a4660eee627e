//! The site folder: every file the browser may ask for, named by its content, with `.br` and `.gz` siblings.
//!
//! A file's name holds the hash of what is in it, so it can be cached for ever, and a name that
//! exists already needs no work: running twice writes nothing.

mod compress;
mod manifest;
mod sources;
mod style;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::Result;

/// One file under the name the pages know it by, for example `site.css`.
struct Asset {
    logical: String,
    bytes: Vec<u8>,
}

/// Fills `site` from the repository at `root` and the bound WASM in `front`.
///
/// Without the WASM the manifest has no `app.js` and `app.wasm`, and pages stay plain HTML.
/// With `reload` the pages' own script also asks for the page again when the server is restarted.
pub fn gather(root: &Path, site: &Path, front: &Path, reload: bool) -> Result<String> {
    let pkg = site.join("pkg");
    fs::create_dir_all(&pkg)?;

    let mut names = BTreeMap::new();
    let mut kept = BTreeSet::new();
    let mut written = 0;
    for mut asset in sources::collect(root, front)? {
        if reload && asset.logical == "site.js" {
            asset
                .bytes
                .extend_from_slice(include_bytes!("assets/reload.js"));
        }
        let name = hashed_name(&asset);
        written += usize::from(compress::store(&pkg, &name, &asset.bytes, &mut kept)?);
        names.insert(asset.logical, format!("/pkg/{name}"));
    }
    let removed = remove_others(&pkg, &kept)?;
    manifest::store(&site.join("assets.json"), &names)?;
    Ok(format!(
        "assets: {} files, {written} new, {removed} old ones removed",
        names.len()
    ))
}

/// `site.css` becomes `site.0123456789abcdef.css`.
fn hashed_name(asset: &Asset) -> String {
    let hash: String = hex::encode(Sha256::digest(&asset.bytes))
        .chars()
        .take(16)
        .collect();
    match asset.logical.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{}.{hash}", asset.logical),
    }
}

fn remove_others(pkg: &Path, kept: &BTreeSet<String>) -> Result<usize> {
    let mut removed = 0;
    for entry in fs::read_dir(pkg)? {
        let entry = entry?;
        if entry
            .file_name()
            .to_str()
            .is_none_or(|name| !kept.contains(name))
            && entry.file_type()?.is_file()
        {
            fs::remove_file(entry.path())?;
            removed += 1;
        }
    }
    Ok(removed)
}

#[cfg(test)]
#[path = "assets/tests.rs"]
mod tests;
