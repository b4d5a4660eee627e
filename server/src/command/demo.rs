//! `demo`: a believable population of invented people.

use chrono::NaiveDate;
use clap::Args;
use services::demo;

use super::terminal::Progress;
use crate::config::Config;
use crate::serve::Failure;

#[derive(Args)]
pub(super) struct Arguments {
    /// How many people besides the named ones
    #[arg(long, default_value_t = 1000)]
    people: u64,
    /// Where chance begins; the same people, seed and day give the same data
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day on which the demonstration takes place, YYYY-MM-DD (default: today)
    #[arg(long, value_name = "DATE")]
    as_of: Option<NaiveDate>,
}

impl Arguments {
    #[expect(clippy::print_stdout, reason = "the command's answer")]
    pub(super) fn run(&self, config: &Config) -> Result<(), Failure> {
        if !config.demo() {
            return Err("invented people are for demo mode only".into());
        }
        super::operator::run(config, "demo", async |context| {
            let wanted = demo::Arguments {
                people: self.people,
                seed: self.seed,
                as_of: self.as_of.unwrap_or_else(|| context.today()),
            };
            let progress = Progress::of("demo");
            let tell = |state: demo::Progress| {
                progress.tell(format_args!("{} of {} people", state.done, state.total));
            };
            let found = demo::load(context, wanted, &tell).await?;
            drop(progress);
            let demo::Arguments {
                people,
                seed,
                as_of,
            } = found.arguments;
            let state = if found.written {
                "ready"
            } else {
                "was there already"
            };
            println!("the demonstration {state}: {people} people, seed {seed}, as of {as_of}");
            Ok(())
        })
    }
}
