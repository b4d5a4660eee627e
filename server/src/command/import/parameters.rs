//! `import parameters FILE`.

use std::path::Path;

use domain::settlement::parameters::Notice;
use services::parameters::{self, Outcome};

use crate::command::operator;
use crate::config::Config;
use crate::serve::Failure;

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn run(config: &Config, file: &Path) -> Result<(), Failure> {
    let text = super::read(file)?;
    operator::run(config, "import parameters", async |context| {
        for set in parameters::import(context, &text).await? {
            let outcome = match set.outcome {
                Outcome::Added => "added",
                Outcome::Reviewed => "reviewed",
                Outcome::Completed => "completed",
                Outcome::Unchanged => "unchanged",
            };
            println!("{outcome:9} {}", set.id);
            for notice in &set.notices {
                println!("warning   {}: {}", set.id, told(notice));
            }
        }
        Ok(())
    })
}

/// Days that a new set leaves open, and what they mean.
fn told(notice: &Notice) -> String {
    match notice {
        Notice::Gap(days) => {
            let last = days
                .through
                .map_or_else(String::new, |last| format!(" to {last}"));
            format!(
                "its region has no set of its own from {}{last}; bills of these days cannot be settled by one",
                days.from
            )
        }
        Notice::Resumes { id, from } => {
            format!("after it ends, {id} is in force again from {from}")
        }
    }
}
