//! `import products FILE`.

use std::path::Path;

use services::products::{self, Outcome};

use crate::command::operator;
use crate::config::Config;
use crate::serve::Failure;

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn run(config: &Config, file: &Path) -> Result<(), Failure> {
    let text = super::read(file)?;
    operator::run(config, "import products", async |context| {
        for product in products::import(context, &text).await? {
            let outcome = match product.outcome {
                Outcome::Added => "added",
                Outcome::Changed => "changed",
                Outcome::Unchanged => "unchanged",
            };
            println!("{outcome:9} {}", product.id);
        }
        Ok(())
    })
}
