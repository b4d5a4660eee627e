//! What there is to serve: one stylesheet, the small files of `app/assets`, the WASM pair.

use std::fs;
use std::path::Path;

use super::{Asset, style};
use crate::Result;

/// Every asset of the repository at `root`, the WASM pair only when `front` holds both halves.
pub(super) fn collect(root: &Path, front: &Path) -> Result<Vec<Asset>> {
    let mut assets = vec![Asset {
        logical: "site.css".into(),
        bytes: style::join(&root.join("style"))?.into_bytes(),
    }];
    assets.extend(small_files(&root.join("app/assets"))?);

    let (script, wasm) = (front.join("app.js"), front.join("app_bg.wasm"));
    if script.exists() && wasm.exists() {
        assets.push(Asset {
            logical: "app.js".into(),
            bytes: fs::read(script)?,
        });
        assets.push(Asset {
            logical: "app.wasm".into(),
            bytes: fs::read(wasm)?,
        });
    }
    Ok(assets)
}

/// The files of a flat folder, in the order of their names. No folder, no files.
fn small_files(folder: &Path) -> Result<Vec<Asset>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut assets = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_type()?.is_file() {
            return Err(format!(
                "{} is not a plain file; assets lie flat",
                entry.path().display()
            )
            .into());
        }
        let logical = entry
            .file_name()
            .into_string()
            .map_err(|name| format!("{} is no plain name", name.display()))?;
        assets.push(Asset {
            logical,
            bytes: fs::read(entry.path())?,
        });
    }
    assets.sort_by(|a, b| a.logical.cmp(&b.logical));
    Ok(assets)
}
