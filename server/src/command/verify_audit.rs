//! `verify-audit`: whether the audit trail is as it was sealed.

use clap::Args;
use services::RequestContext;
use services::sealing::{self, Head, Report};

use crate::config::Config;
use crate::serve::{self, Failure};

#[derive(Args)]
pub(super) struct Arguments {
    /// A head kept elsewhere, as POSITION:HASH, by which a trail that was cut back is noticed
    #[arg(long, value_name = "POSITION:HASH", value_parser = head)]
    head: Option<Head>,
}

impl Arguments {
    pub(super) fn run(&self, config: &Config) -> Result<(), Failure> {
        super::block_on(async {
            let platform = serve::platform(config).await?;
            let context = RequestContext::operator(platform.clone(), "verify-audit");
            let found = sealing::verify(&context, self.head.as_ref()).await;
            serve::close(&platform).await;
            report(&found?)
        })
    }
}

fn head(text: &str) -> Result<Head, &'static str> {
    let expected = "must be POSITION:HASH as `backup` prints it";
    let (position, hash) = text.split_once(':').ok_or(expected)?;
    Ok(Head {
        position: position.parse().map_err(|_| expected)?,
        chain_hash: hex::decode(hash).map_err(|_| expected)?,
    })
}

/// Prints what was found.
///
/// # Errors
/// When anything is wrong.
#[expect(clippy::print_stdout, reason = "the command's answer")]
pub(super) fn report(report: &Report) -> Result<(), Failure> {
    println!("{} events are sealed", report.sealed);
    if let Some(head) = &report.head {
        let hash = hex::encode(&head.chain_hash);
        println!("head of the audit trail: {}:{hash}", head.position);
    }
    for event in &report.unsealed {
        println!("not sealed yet: {event}");
    }
    for fault in &report.faults {
        println!("WRONG: {fault:?}");
    }
    if report.faults.is_empty() {
        println!("the audit trail is as it was sealed");
        return Ok(());
    }
    Err(format!("the audit trail has {} fault(s)", report.faults.len()).into())
}
