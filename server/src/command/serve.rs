//! `serve`: the server in the foreground.

use clap::Args;

use crate::config::Config;
use crate::serve::Failure;
use crate::{logging, serve};

#[derive(Args)]
pub(super) struct Arguments {
    /// The port (YIBAOTONG_PORT or PORT; default: 3000)
    #[arg(long)]
    pub(super) port: Option<u16>,
}

pub(super) fn run(config: Config, unknown: &[String]) -> Result<(), Failure> {
    logging::start(&config.logging)?;
    for name in unknown {
        tracing::warn!(name, "nobody knows this setting");
    }
    super::block_on(serve::run(config))
}
