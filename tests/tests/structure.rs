//! The house keeps its shape: who may know whom, how long a file may be, how much a browser loads.

#![expect(clippy::expect_used, reason = "a test may stop at the first surprise")]

#[path = "structure/budgets.rs"]
mod budgets;
#[path = "structure/dialect.rs"]
mod dialect;
#[path = "structure/files.rs"]
mod files;
#[path = "structure/modules.rs"]
mod modules;
#[path = "structure/rooms.rs"]
mod rooms;
#[path = "structure/wording.rs"]
mod wording;

use std::path::PathBuf;

/// The root of the repository.
fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}
