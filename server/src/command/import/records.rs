//! `import records FILE`: people, insurance, contributions and settlements from NDJSON.

use std::path::Path;

use services::records::import::{self as records, Progress, Report};

use crate::command::{operator, terminal};
use crate::config::Config;
use crate::serve::Failure;

/// Refused lines that are told on the terminal; the file beside the import holds all.
const TOLD: usize = 20;

pub(super) fn run(config: &Config, file: &Path, check_only: bool) -> Result<(), Failure> {
    operator::run(config, "import records", async |context| {
        let progress = terminal::Progress::of("records");
        let tell_progress = |state: Progress| match state {
            Progress::Checked(done, all) => {
                progress.tell(format_args!("{done} of {all} people checked"));
            }
            Progress::Written(done, all) => {
                progress.tell(format_args!("{done} of {all} people written"));
            }
        };
        let report = records::import(context, file, check_only, &tell_progress).await?;
        drop(progress);
        tell(file, &report, check_only);
        match report.refused.len() {
            0 => Ok(()),
            all if u64::try_from(all) == Ok(report.records) => {
                Err("every record was refused".into())
            }
            _ => Ok(()),
        }
    })
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
fn tell(file: &Path, report: &Report, check_only: bool) {
    for refused in report.refused.iter().take(TOLD) {
        for error in &refused.errors {
            println!(
                "line {}: {} {}: {}",
                refused.line, error.pointer, error.code, error.detail
            );
        }
    }
    let (added, changed) = if check_only {
        ("would be added", "would change")
    } else {
        ("added", "changed")
    };
    println!(
        "{}: {} records; {} {added}, {} {changed}, {} unchanged, {} refused",
        file.display(),
        report.records,
        report.added,
        report.changed,
        report.unchanged,
        report.refused.len()
    );
    if let Some(rejected) = &report.rejected {
        println!(
            "the refused lines with their reasons: {}",
            rejected.display()
        );
    }
}
