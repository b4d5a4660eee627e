//! What was refused, and the file that tells.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::error::FieldError;

/// One line that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its number in the file, from 1.
    pub line: usize,
    /// Every reason.
    pub errors: Vec<FieldError>,
}

impl Refused {
    /// A line refused for one reason; `line` counts from 0.
    pub(super) fn one(line: usize, pointer: &str, code: &'static str, detail: String) -> Self {
        let pointer = pointer.to_owned();
        Self {
            line: line + 1,
            errors: vec![FieldError {
                pointer,
                code,
                detail,
            }],
        }
    }
}

/// Where the refused lines of `file` are told: `FILE.rejected.ndjson`.
pub(super) fn place(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".rejected.ndjson");
    PathBuf::from(name)
}

/// Writes the refused lines with their reasons and the line as it was; removes the file of an
/// earlier import when there are none.
pub(super) fn write(
    file: &Path,
    refused: &[Refused],
    mut text_of: impl FnMut(usize) -> io::Result<String>,
) -> io::Result<()> {
    let place = place(file);
    if refused.is_empty() {
        return match fs::remove_file(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let mut partial = place.as_os_str().to_owned();
    partial.push(".partial");
    let partial = PathBuf::from(partial);
    let mut out = io::BufWriter::new(fs::File::create(&partial)?);
    for one in refused {
        let errors: Vec<_> = one
            .errors
            .iter()
            .map(|e| json!({"pointer": e.pointer, "code": e.code, "detail": e.detail}))
            .collect();
        let text = text_of(one.line - 1)?;
        let record = serde_json::from_str(&text).unwrap_or(serde_json::Value::String(text));
        serde_json::to_writer(
            &mut out,
            &json!({"line": one.line, "errors": errors, "record": record}),
        )?;
        out.write_all(b"\n")?;
    }
    out.into_inner()
        .map_err(io::IntoInnerError::into_error)?
        .sync_all()?;
    fs::rename(partial, place)
}
