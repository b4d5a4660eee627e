//! `reindex`: the search index anew from the database.

use services::search;

use super::operator;
use crate::config::Config;
use crate::serve::Failure;

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn run(config: &Config) -> Result<(), Failure> {
    operator::run(config, "reindex", async |context| {
        let revision = search::reindex(context).await?;
        println!("the search index is at revision {revision} of the library");
        Ok(())
    })
}
