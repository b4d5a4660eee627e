//! Words for the person at the terminal: progress of long work, and errors in full.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use services::ServiceError;

use crate::serve::Failure;

/// How often a line is written where it cannot be overwritten (a log, a pipe).
const RARELY: Duration = Duration::from_secs(5);
const OFTEN: Duration = Duration::from_millis(100);

/// Progress of long work on standard error: one line that changes, or a line now and then.
pub(crate) struct Progress {
    what: &'static str,
    live: bool,
    last: Mutex<Option<Instant>>,
}

impl Progress {
    /// Progress of `what`.
    pub(crate) fn of(what: &'static str) -> Self {
        Self {
            what,
            live: std::io::stderr().is_terminal(),
            last: Mutex::new(None),
        }
    }

    /// Tells how far the work is, unless that was told a moment ago.
    pub(crate) fn tell(&self, state: impl Display) {
        let pause = if self.live { OFTEN } else { RARELY };
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.is_some_and(|last| last.elapsed() < pause) {
            return;
        }
        *last = Some(Instant::now());
        let (before, after) = if self.live {
            ("\r\x1b[K", "")
        } else {
            ("", "\n")
        };
        // A closed pipe does not stop the work.
        let _ = write!(std::io::stderr(), "{before}{}: {state}{after}", self.what);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        let told = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if self.live && told.is_some() {
            let _ = writeln!(std::io::stderr());
        }
    }
}

/// A failure in full: every field error, and the causes behind a defect.
pub(super) fn explain(failure: &Failure) -> String {
    let mut text = format!("error: {failure}");
    match failure.downcast_ref::<ServiceError>() {
        Some(ServiceError::Invalid(errors)) => {
            for error in errors {
                text.push_str(&format!(
                    "\n  {} ({}): {}",
                    error.pointer, error.code, error.detail
                ));
            }
        }
        Some(ServiceError::Conflict(what)) => text = format!("error: {what}"),
        _ => {
            let mut cause = failure.source();
            while let Some(inner) = cause {
                text.push_str(&format!("\n  because: {inner}"));
                cause = inner.source();
            }
        }
    }
    text
}
