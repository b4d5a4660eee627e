//! What every command on the store shares: open it, act as the operator, put it away.

use services::{RequestContext, sealing};

use crate::config::Config;
use crate::serve::{self, Failure, prepare};

/// Runs `work` as the operator of the machine, on a store with a schema that fits. What it
/// wrote to the audit trail is sealed before the command ends.
pub(super) fn run<T>(
    config: &Config,
    command: &'static str,
    work: impl AsyncFnOnce(&RequestContext) -> Result<T, Failure>,
) -> Result<T, Failure> {
    super::block_on(async {
        let platform = serve::platform(config).await?;
        prepare::schema(config, &platform).await?;
        platform.parameters.refresh(&platform.database).await?;
        let context = RequestContext::operator(platform.clone(), command);
        let done = work(&context).await;
        while sealing::seal(&platform).await? > 0 {}
        platform.search.release();
        serve::close(&platform).await;
        done
    })
}
