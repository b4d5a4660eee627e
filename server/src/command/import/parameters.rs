//! `import parameters FILE`.

use std::path::Path;

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
        }
        Ok(())
    })
}
