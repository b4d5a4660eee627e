//! `doctor`: whether everything is in order, and what is not.

use services::RequestContext;
use services::doctor::{self, Finding, State};

use crate::config::Config;
use crate::serve::{self, Failure};

/// Looks at everything and changes nothing: no schema is brought up here.
pub(super) fn run(config: &Config) -> Result<(), Failure> {
    super::block_on(async {
        let mut findings = missing(config);
        if findings.is_empty() {
            findings = store(config).await?;
        }
        findings.push(static_files(config));
        tell(&findings)
    })
}

/// What has to be there before anything can be opened: opening would make it anew.
fn missing(config: &Config) -> Vec<Finding> {
    let key = config.in_var("keys/master");
    let files = [
        ("database", config.database.file.clone()),
        ("keys", config.master_key.is_none().then_some(key)),
    ];
    let gone = |(part, file): (_, Option<std::path::PathBuf>)| {
        let file = file.filter(|file| !file.is_file())?;
        let detail = format!("there is no file {}", file.display());
        Some(Finding::new(part, State::Bad, detail))
    };
    files.into_iter().filter_map(gone).collect()
}

async fn store(config: &Config) -> Result<Vec<Finding>, Failure> {
    let platform = match serve::platform(config).await {
        Ok(platform) => platform,
        Err(error) => {
            let detail = format!("cannot be opened: {error}");
            return Ok(vec![Finding::new("database", State::Bad, detail)]);
        }
    };
    let context = RequestContext::operator(platform.clone(), "doctor");
    let findings = doctor::examine(&context).await;
    serve::close(&platform).await;
    Ok(findings?)
}

fn static_files(config: &Config) -> Finding {
    let manifest = config.site_root.join("assets.json");
    let (state, word) = if manifest.is_file() {
        (State::Good, "there")
    } else {
        (State::Warning, "missing, pages stay plain")
    };
    Finding::new(
        "static files",
        state,
        format!("{}: {word}", manifest.display()),
    )
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
fn tell(findings: &[Finding]) -> Result<(), Failure> {
    for found in findings {
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
}
