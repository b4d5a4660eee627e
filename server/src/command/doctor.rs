//! `doctor`: whether everything is in order, and what is not.

use services::doctor::{self, Finding, State};

use super::operator;
use crate::config::Config;
use crate::serve::Failure;

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn run(config: &Config) -> Result<(), Failure> {
    operator::run(config, "doctor", async |context| {
        let mut findings = doctor::examine(context).await?;
        findings.push(static_files(config));
        for found in &findings {
            let state = match found.state {
                State::Good => "good",
                State::Warning => "LOOK",
                State::Bad => "BAD",
            };
            println!("{state:4} {:12} {}", found.part, found.detail);
        }
        let bad = findings.iter().filter(|found| found.state == State::Bad);
        match bad.count() {
            0 => Ok(()),
            count => Err(format!("{count} part(s) are broken").into()),
        }
    })
}

fn static_files(config: &Config) -> Finding {
    let manifest = config.site_root.join("assets.json");
    let (state, word) = if manifest.is_file() {
        (State::Good, "there")
    } else {
        (State::Warning, "missing, pages stay plain")
    };
    Finding {
        part: "static files",
        state,
        detail: format!("{}: {word}", manifest.display()),
    }
}
