//! `import policies PATH`: texts into the library, then the search index up to them.

use std::path::{Path, PathBuf};

use services::documents::Extractor;
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
        Ok(())
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
