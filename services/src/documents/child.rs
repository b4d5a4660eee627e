//! Reads PDF and DOCX in a process of its own: extractors panic and bloat on damaged files, and
//! then only that process dies.

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, setrlimit};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

use super::limits::read_bounded;
use super::{Kind, Refusal, docx, pdf};

/// Most memory of the process, in bytes of address space.
const MEMORY: u64 = 512 * 1024 * 1024;
/// Longest time for one file.
const TIME: Duration = Duration::from_secs(30);
/// Most bytes of answer that are listened to.
const ANSWER: u64 = 64 * 1024 * 1024;
/// Largest file that is handed over.
const FILE: u64 = 20_000_000;

/// How the process is started: the product's own program with a hidden subcommand.
#[derive(Clone, Debug)]
pub struct Extractor {
    /// The program.
    pub program: PathBuf,
    /// Arguments before the word for the kind of file.
    pub arguments: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Text(String),
    Refused(String),
}

/// Sends `bytes` to a process that reads them and answers with their text.
///
/// # Errors
/// What the process refused; `OutOfBounds` when it ran out of time or memory or died of it;
/// `NoExtractor` when it could not be started.
pub async fn extract_in_child(
    extractor: &Extractor,
    kind: Kind,
    bytes: Vec<u8>,
) -> Result<String, Refusal> {
    let mut child = Command::new(&extractor.program)
        .args(&extractor.arguments)
        .arg(kind.code())
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|_| Refusal::NoExtractor)?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Refusal::NoExtractor);
    };
    let exchange = async move {
        let send = async {
            // The process may have died already; its answer, or the lack of one, tells.
            let _ = input.write_all(&bytes).await;
            drop(input);
        };
        let mut answer = Vec::new();
        let mut output = output.take(ANSWER);
        let (_, read) = tokio::join!(send, output.read_to_end(&mut answer));
        read.ok()?;
        serde_json::from_slice::<Answer>(&answer).ok()
    };
    let answer = tokio::time::timeout(TIME, exchange).await;
    // Whatever it still does is of no use.
    let _ = child.start_kill();
    let status = child.wait().await;
    match answer {
        Ok(Some(Answer::Text(text))) => Ok(text),
        Ok(Some(Answer::Refused(code))) => Err(Refusal::from_code(&code)),
        Ok(None) => Err(cause_of_death(status.ok())),
        Err(_) => Err(Refusal::OutOfBounds),
    }
}

/// A panic exits with 101 and means a damaged file; an abort or a kill means the bounds.
fn cause_of_death(status: Option<std::process::ExitStatus>) -> Refusal {
    match status.and_then(|status| status.code()) {
        Some(_) => Refusal::Damaged,
        None => Refusal::OutOfBounds,
    }
}

/// The other side: bounds itself, reads a file of `kind` from `input`, writes the answer to
/// `output`. `kind` is `pdf` or `docx`.
///
/// # Errors
/// When the bounds cannot be set, the kind is unknown, or `output` is closed.
pub fn child_main(kind: &str, input: impl Read, mut output: impl Write) -> std::io::Result<()> {
    let bound = |most| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    setrlimit(Resource::As, bound(MEMORY))?;
    setrlimit(Resource::Cpu, bound(TIME.as_secs()))?;
    setrlimit(Resource::Core, bound(0))?;
    let answer = match read_bounded(input, FILE) {
        Err(_) => Err(Refusal::TooLarge),
        Ok(bytes) => match kind {
            "pdf" => pdf::text(&bytes),
            "docx" => docx::text(&bytes),
            _ => return Err(std::io::Error::from(std::io::ErrorKind::InvalidInput)),
        },
    };
    let answer = match answer {
        Ok(text) => Answer::Text(text),
        Err(refusal) => Answer::Refused(refusal.code().to_owned()),
    };
    serde_json::to_writer(&mut output, &answer)?;
    output.flush()
}
