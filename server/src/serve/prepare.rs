//! Before the first request: the schema, and in a demonstration everything to look at.

use std::sync::Arc;

use migrations::Migrator;
use sea_orm_migration::MigratorTrait;
use services::{Platform, RequestContext, demo, drugs, institutions, policies};

use super::Failure;
use crate::command::terminal::Progress;
use crate::config::Config;

/// Brings the schema up to date in a demonstration; elsewhere says what is missing.
///
/// # Errors
/// When the database cannot be asked, or lacks migrations that an operator has to run.
pub async fn schema(config: &Config, platform: &Platform) -> Result<(), Failure> {
    let writer = &platform.database.writer;
    if config.demo() {
        Migrator::up(writer, None).await?;
        return Ok(());
    }
    let pending = Migrator::get_pending_migrations_read_only(writer)
        .await?
        .len();
    if pending > 0 {
        let problem =
            format!("the database lacks {pending} migration(s): run `yibaotong migrate up`");
        return Err(problem.into());
    }
    Ok(())
}

/// Puts the summaries that come with the product into the library, where they are new or changed.
///
/// # Errors
/// From the store.
pub(super) async fn library(platform: &Arc<Platform>) -> Result<(), Failure> {
    let context = RequestContext::operator(Arc::clone(platform), "serve");
    policies::ship(&context).await?;
    Ok(())
}

/// Fills a new demonstration with people, products and parameters, saying so: it takes a while.
///
/// # Errors
/// From the store.
#[expect(clippy::print_stdout, reason = "said to the person at the terminal")]
pub(super) async fn demonstration(
    config: &Config,
    platform: &Arc<Platform>,
) -> Result<(), Failure> {
    let context = RequestContext::operator(Arc::clone(platform), "serve");
    if !config.demo() {
        return Ok(());
    }
    // Every start, because a demonstration of an earlier version has fewer of them.
    institutions::import_shipped(&context).await?;
    drugs::import_shipped(&context).await?;
    if demo::loaded(&context).await?.is_some() {
        return Ok(());
    }
    let begun = demo::begun(&context).await?;
    let arguments = begun.unwrap_or(demo::Arguments {
        people: config.demo_people,
        seed: 1,
        as_of: context.today(),
    });
    println!(
        "First start: inventing {} people with their histories",
        arguments.people
    );
    let progress = Progress::of("people");
    let tell = |state: demo::Progress| {
        progress.tell(format_args!("{} of {}", state.done, state.total));
    };
    demo::load(&context, arguments, &tell).await?;
    Ok(())
}
