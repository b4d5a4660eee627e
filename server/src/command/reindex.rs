//! `reindex`: the search index anew from the database.

use super::operator;
use crate::config::Config;
use crate::serve::Failure;

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn run(config: &Config) -> Result<(), Failure> {
    operator::run(config, "reindex", async |context| {
        let platform = &context.platform;
        let revision = platform.search.reindex(&platform.database).await?;
        println!("the search index is at revision {revision} of the library");
        Ok(())
    })
}
