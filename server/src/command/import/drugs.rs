//! `import drugs FILE`.

use std::path::Path;

use services::drugs;

use crate::command::operator;
use crate::config::Config;
use crate::serve::Failure;

pub(super) fn run(config: &Config, file: &Path) -> Result<(), Failure> {
    let bytes = super::read_bytes(file)?;
    operator::run(config, "import drugs", async |context| {
        let report = drugs::import(context, &bytes).await?;
        super::tell(file, report);
        Ok(())
    })
}
