//! `check-config`: everything that is wrong with the configuration, at once.

use crate::config::{Config, ConfigErrors};
use crate::serve::Failure;

#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn run(resolved: Result<(Config, Vec<String>), ConfigErrors>) -> Result<(), Failure> {
    let (config, unknown) = resolved?;
    for name in unknown {
        println!("warning: nobody knows the setting {name}");
    }
    println!(
        "the configuration is in order ({:?}, {})",
        config.mode, config.site.public_url
    );
    Ok(())
}
