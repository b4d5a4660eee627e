//! `demo`: a believable population of invented people.

use chrono::NaiveDate;
use clap::Args;
use services::{RequestContext, demo, drugs, institutions};

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
            let wanted = self.wanted(context).await?;
            let progress = Progress::of("demo");
            let tell = |state: demo::Progress| {
                progress.tell(format_args!("{} of {} people", state.done, state.total));
            };
            let found = demo::load(context, wanted, &tell).await?;
            institutions::import_shipped(context).await?;
            drugs::import_shipped(context).await?;
            drop(progress);
            let stored = words(found.arguments);
            if found.arguments != wanted {
                let problem = format!(
                    "nothing was changed: the store holds another demonstration ({stored}); \
                     choose an empty one with --var or --database-url"
                );
                return Err(problem.into());
            }
            let state = if found.written {
                "ready"
            } else {
                "was there already"
            };
            println!("the demonstration {state}: {stored}");
            Ok(())
        })
    }

    /// Without a day of its own the command means the demonstration that is there or was begun.
    async fn wanted(&self, context: &RequestContext) -> Result<demo::Arguments, Failure> {
        let as_of = match self.as_of {
            Some(day) => day,
            None => demo::begun(context)
                .await?
                .map_or_else(|| context.today(), |begun| begun.as_of),
        };
        Ok(demo::Arguments {
            people: self.people,
            seed: self.seed,
            as_of,
        })
    }
}

fn words(arguments: demo::Arguments) -> String {
    let demo::Arguments {
        people,
        seed,
        as_of,
    } = arguments;
    format!("{people} people, seed {seed}, as of {as_of}")
}
