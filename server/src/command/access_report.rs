//! `access-report`: what people reported about looks at their data, and answering it.

use clap::Subcommand;
use services::looks::{Look, follow_up, report::Report};

use super::operator;
use crate::config::Config;
use crate::serve::Failure;

#[derive(Subcommand)]
pub(super) enum What {
    /// The reports that are not answered, the oldest first
    List,
    /// Open one: the look it is about and what the person wrote
    LookInto {
        /// The report's number
        number: String,
    },
    /// Answer one; the person reads it on the page of the report
    Answer {
        /// The report's number
        number: String,
        /// What the person is told
        text: String,
    },
}

impl What {
    #[expect(clippy::print_stdout, reason = "the command's answer")]
    pub(super) fn run(self, config: &Config) -> Result<(), Failure> {
        operator::run(config, "access-report", async |context| {
            match &self {
                Self::List => {
                    for one in follow_up::waiting(context).await? {
                        println!("{}  {}  {}", one.number, one.since.to_rfc3339(), one.reason);
                    }
                }
                Self::LookInto { number } => {
                    let (look, report) = follow_up::look_into(context, number).await?;
                    print(&look, &report);
                }
                Self::Answer { number, text } => {
                    follow_up::answer(context, number, text).await?;
                    println!("answered");
                }
            }
            Ok(())
        })
    }
}

#[expect(clippy::print_stdout, reason = "the command's answer")]
fn print(look: &Look, report: &Report) {
    let role = look.role.map_or("unknown", |role| role.code());
    let reason = report.reason.map_or("unknown", |reason| reason.code());
    println!("event     {}", look.id);
    println!("when      {}", look.at.to_rfc3339());
    println!("who       {} ({role})", look.name);
    println!("action    {} on {}", look.action, look.object_kind);
    println!("reason    {}", look.reason);
    println!("doubt     {reason}");
    println!("note      {}", report.note.as_deref().unwrap_or_default());
    for step in &report.steps {
        println!(
            "{:9} {} {}",
            step.state.code(),
            step.at.to_rfc3339(),
            step.answer
        );
    }
}
