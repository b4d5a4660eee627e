//! `import institutions FILE`.

use std::path::Path;

use services::institutions;

use crate::command::operator;
use crate::config::Config;
use crate::serve::Failure;

pub(super) fn run(config: &Config, file: &Path) -> Result<(), Failure> {
    let bytes = super::read_bytes(file)?;
    operator::run(config, "import institutions", async |context| {
        let report = institutions::import(context, &bytes).await?;
        super::tell(file, report);
        Ok(())
    })
}
