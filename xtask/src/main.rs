//! The build helper: what has to happen between the compilers and the browser.
//!
//! `xtask bindgen IN.wasm OUTDIR` makes the JavaScript that loads the WASM.
//! `xtask assets SITE FRONT [reload]` gathers styles, small files and the WASM pair into the site folder.
//! Both are called by the scripts; see `docs/decisions/` for why they are not cargo-leptos.

mod assets;
mod bindgen;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// What went wrong, in words for the person at the terminal.
pub type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

fn run(arguments: &[&str]) -> Result<String> {
    match arguments {
        ["bindgen", wasm, folder] => bindgen::bind(Path::new(wasm), Path::new(folder)),
        ["assets", site, front, wish @ ..] => {
            let reload = wish == ["reload"];
            assets::gather(Path::new("."), Path::new(site), Path::new(front), reload)
        }
        _ => Err("usage: xtask bindgen IN.wasm OUTDIR | xtask assets SITE FRONT [reload]".into()),
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(report) => {
            // A closed pipe is no failure of the build.
            _ = writeln!(std::io::stderr(), "{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}
