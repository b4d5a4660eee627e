//! A file and its `.br` and `.gz` siblings, written once.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::{Compression, write::GzEncoder};

use crate::Result;

/// Kinds that shrink; pictures and fonts are compressed already.
const TEXTUAL: [&str; 8] = [
    "css",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Stores `bytes` as `name` in `folder` unless they are there; true when something was written.
/// The names that belong to it are added to `kept`.
pub(super) fn store(
    folder: &Path,
    name: &str,
    bytes: &[u8],
    kept: &mut BTreeSet<String>,
) -> Result<bool> {
    let path = folder.join(name);
    let textual = path
        .extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|kind| TEXTUAL.contains(&kind));
    kept.insert(name.to_owned());
    let mut written = false;
    if textual {
        let (brotli, gzip) = (format!("{name}.br"), format!("{name}.gz"));
        if !folder.join(&brotli).exists() {
            replace(&folder.join(&brotli), &brotli_of(bytes)?)?;
            written = true;
        }
        if !folder.join(&gzip).exists() {
            replace(&folder.join(&gzip), &gzip_of(bytes)?)?;
            written = true;
        }
        kept.extend([brotli, gzip]);
    }
    if !path.exists() {
        replace(&path, bytes)?;
        written = true;
    }
    Ok(written)
}

/// Writes beside and renames, so that a reader never sees half a file.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    fs::write(&beside, bytes)?;
    fs::rename(&beside, path)?;
    Ok(())
}

fn brotli_of(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
    encoder.write_all(bytes)?;
    drop(encoder);
    Ok(out)
}

fn gzip_of(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
