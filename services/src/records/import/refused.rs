//! What was refused, and the file that tells.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tempfile::Builder;

use super::lines::{Lines, Raw};
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

/// Writes the refused lines with their reasons and what they hold; removes the file of an earlier
/// import when there are none. Only its owner may read it: it is about people.
pub(super) fn write(file: &Path, refused: &[Refused], lines: &mut Lines) -> io::Result<()> {
    let place = place(file);
    if refused.is_empty() {
        return match fs::remove_file(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let folder = place.parent().filter(|path| !path.as_os_str().is_empty());
    // A new file that only its owner may read, whatever lies around.
    let partial = Builder::new()
        .prefix(place.file_name().unwrap_or_default())
        .suffix(".partial")
        .tempfile_in(folder.unwrap_or(Path::new(".")))?;
    let mut out = io::BufWriter::new(partial.as_file());
    for one in refused {
        let errors: Vec<_> = one
            .errors
            .iter()
            .map(|e| json!({"pointer": e.pointer, "code": e.code, "detail": e.detail}))
            .collect();
        let (line, errors) = (one.line, serde_json::to_string(&errors)?);
        let content = content(lines, line - 1)?;
        writeln!(out, "{{\"line\":{line},\"errors\":{errors},{content}}}")?;
    }
    out.into_inner()
        .map_err(io::IntoInnerError::into_error)?
        .sync_all()?;
    partial.persist(place)?;
    Ok(())
}

/// What a line holds, as one member of a JSON object: `record` when it is text (JSON stays as it
/// was to the letter), `bytes` in base64 when it is none, `range` in the file when it is too long.
fn content(lines: &mut Lines, number: usize) -> io::Result<String> {
    Ok(match (lines.read(number)?, lines.raw(number)?) {
        (Ok(text), _) if serde_json::from_str::<Value>(&text).is_ok() => {
            format!("\"record\":{text}")
        }
        (Ok(text), _) => format!("\"record\":{}", json!(text)),
        (Err(_), Raw::Bytes(bytes)) => format!("\"bytes\":\"{}\"", STANDARD.encode(bytes)),
        (Err(_), Raw::TooLong(range)) => format!("\"range\":[{},{}]", range.start, range.end),
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn nothing_of_a_refused_line_is_lost_and_nobody_else_may_read_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("records.ndjson");
        let exact = r#"{"b":1.50,"a":12345678901234567890123,"a":"王"}"#;
        let cut = &"{\"name\":\"李明".as_bytes()[..13];
        let long = vec![b'x'; 5 << 20];
        let text = [exact.as_bytes(), b"\n{broken\n", cut, b"\n", &long].concat();
        fs::write(&file, &text).unwrap();
        let refused: Vec<_> = (0..4)
            .map(|line| Refused::one(line, "/a", "code", "why".to_owned()))
            .collect();
        write(&file, &refused, &mut Lines::open(&file).unwrap()).unwrap();
        let written = fs::read_to_string(place(&file)).unwrap();
        let lines: Vec<&str> = written.lines().collect();
        assert!(lines[0].ends_with(&format!(",\"record\":{exact}}}")));
        let whole = |line: &str| serde_json::from_str::<Value>(line).unwrap();
        assert_eq!(
            whole(lines[1]),
            json!({
                "line": 2, "errors": [{"pointer": "/a", "code": "code", "detail": "why"}],
                "record": "{broken"
            })
        );
        let bytes = STANDARD.decode(whole(lines[2])["bytes"].as_str().unwrap());
        assert_eq!(bytes.unwrap(), [cut, b"\n"].concat());
        let start = text.len() - long.len();
        assert_eq!(whole(lines[3])["range"], json!([start, text.len()]));
        let mode = fs::metadata(place(&file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        write(&file, &[], &mut Lines::open(&file).unwrap()).unwrap();
        assert!(!place(&file).exists(), "nothing is refused any more");
    }
}
