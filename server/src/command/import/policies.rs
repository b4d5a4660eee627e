//! `import policies PATH`: texts into the library, then the search index up to them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use services::documents::{Extractor, Refusal};
use services::policies::{self, Import, Report};

use crate::command::operator;
use crate::command::terminal::Progress;
use crate::config::Config;
use crate::serve::Failure;

pub(super) fn run(config: &Config, path: PathBuf) -> Result<(), Failure> {
    let what = Import {
        path,
        extractor: Extractor {
            program: std::env::current_exe()?,
            arguments: vec!["extract".to_owned()],
        },
    };
    operator::run(config, "import policies", async |context| {
        let progress = Progress::of("import");
        let report = policies::import(context, &what, |state| {
            progress.tell(format_args!(
                "{} files, {} refused",
                state.files, state.refused
            ));
        })
        .await?;
        drop(progress);
        tell(&what.path, &report);
        let progress = Progress::of("index");
        progress.tell("following the library");
        let platform = &context.platform;
        platform.search.catch_up(&platform.database).await?;
        verdict(&what.path, &report)
    })
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
fn tell(path: &Path, report: &Report) {
    for refused in &report.refused {
        println!("refused   {}: {}", refused.name, refused.reason);
    }
    let counts = &report.progress;
    println!(
        "{}: {} files; {} added, {} new versions, {} changed, {} unchanged, {} refused",
        path.display(),
        counts.files,
        counts.added,
        counts.versions,
        counts.changed,
        counts.unchanged,
        counts.refused
    );
}

/// Single files of a folder or an archive may be refused; not what was named itself, nor all.
fn verdict(path: &Path, report: &Report) -> Result<(), Failure> {
    let named = |refused: &policies::Refused| {
        // An archive may hold one of its own name, which is another matter.
        refused.reason != Refusal::Nested
            && path.file_name() == Some(OsStr::new(refused.name.as_str()))
    };
    if !path.is_dir() && report.refused.iter().any(named) {
        return Err(format!("{} was refused", path.display()).into());
    }
    let counts = &report.progress;
    match counts.refused {
        0 => Ok(()),
        all if all == counts.files => Err("every file was refused".into()),
        _ => Ok(()),
    }
}
