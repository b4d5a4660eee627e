//! `extract`: the process in which one PDF or DOCX file is read, started by the product itself.

use clap::Args;

use crate::serve::Failure;

#[derive(Args)]
pub(super) struct Arguments {
    /// `pdf` or `docx`
    kind: String,
}

impl Arguments {
    /// Reads the file from standard input and answers on standard output. No configuration, no
    /// database, no threads: what goes wrong here ends with this process.
    pub(super) fn run(&self) -> Result<(), Failure> {
        let (input, output) = (std::io::stdin(), std::io::stdout());
        Ok(services::documents::child_main(&self.kind, input, output)?)
    }
}
