//! The command line: one file a subcommand.

mod access_report;
mod backup;
mod check_config;
mod demo;
mod doctor;
mod export;
mod extract;
mod import;
mod migrate;
mod operator;
mod reindex;
mod restore;
mod routes;
mod serve;
pub(crate) mod terminal;
mod verify_audit;
mod verify_export;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Config, ConfigArguments, Sources};
use crate::serve::Failure;

/// Yibaotong (医保通): medical insurance in one clear place.
#[derive(Parser)]
#[command(name = "yibaotong", version, about)]
struct Arguments {
    #[command(flatten)]
    config: ConfigArguments,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the server
    Serve(serve::Arguments),
    /// Report everything that is wrong with the configuration
    CheckConfig,
    /// Change or show the schema of the database
    #[command(subcommand)]
    Migrate(migrate::Direction),
    /// Take texts, records, parameters, products, institutions or drugs from files
    #[command(subcommand)]
    Import(import::What),
    /// Invent people with households, employers, contributions and settlements
    Demo(demo::Arguments),
    /// Everything that the platform knows of a person
    #[command(subcommand)]
    Export(export::What),
    /// Check that no figure of an exported file was changed
    VerifyExport(verify_export::Arguments),
    /// What people reported about looks at their data, and answering it
    #[command(subcommand)]
    AccessReport(access_report::What),
    /// Build the search index anew from the database
    Reindex,
    /// Write everything that the store holds to one file
    Backup(backup::Arguments),
    /// Read a backup into an empty store
    Restore(restore::Arguments),
    /// Check that the audit trail is as it was sealed
    VerifyAudit(verify_audit::Arguments),
    /// Look over the installation and say what is not in order
    Doctor,
    /// List every address with what it takes to be shown
    Routes(routes::Arguments),
    /// Read one PDF or DOCX file in a process of its own
    #[command(hide = true)]
    Extract(extract::Arguments),
}

/// Reads the command line and does what it says.
#[must_use]
#[expect(clippy::print_stderr, reason = "said to the person at the terminal")]
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", terminal::explain(&failure));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    if let Command::Extract(extract) = &arguments.command {
        return extract.run();
    }
    let port = match &arguments.command {
        Command::Serve(serve) => serve.port,
        _ => None,
    };
    let sources = Sources::of_process(&arguments.config, port)?;
    let resolved = Config::resolve(&sources);
    match arguments.command {
        Command::Extract(extract) => extract.run(),
        Command::Routes(routes) => routes.run(),
        Command::CheckConfig => check_config::run(resolved),
        Command::Serve(_) => {
            let (config, unknown) = resolved?;
            serve::run(config, &unknown)
        }
        Command::Migrate(direction) => direction.run(&resolved?.0),
        Command::Import(what) => what.run(&resolved?.0),
        Command::Export(what) => what.run(&resolved?.0),
        Command::VerifyExport(verify) => verify.run(&resolved?.0),
        Command::AccessReport(what) => what.run(&resolved?.0),
        Command::Doctor => doctor::run(&resolved?.0),
        Command::Reindex => reindex::run(&resolved?.0),
        Command::Demo(demo) => demo.run(&resolved?.0),
        Command::Backup(backup) => backup.run(&resolved?.0),
        Command::Restore(restore) => restore.run(&resolved?.0),
        Command::VerifyAudit(verify) => verify.run(&resolved?.0),
    }
}

/// Runs the future of a command to its end.
fn block_on<T>(future: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(future)
}
