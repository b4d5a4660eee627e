//! The server: opens the store, builds the router, listens, and stops in good order.

pub mod accept;
mod http_version;
mod jobs;
pub mod prepare;
mod shutdown;

use std::error::Error;
use std::net::SocketAddr;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use services::Platform;
use services::accounts::demo_identities::{self, DemoIdentity};
use services::error::InLog;
use services::looks::answers;
use services::search::Search;
use services::store::ConnectOptions;
use tokio::net::TcpListener;

use crate::clock::WallClock;
use crate::config::{self, Config};
use crate::http;
use crate::random::SystemRandom;
use crate::state::AppState;

/// What the server's own steps may fail with; printed for the person at the terminal.
pub type Failure = Box<dyn Error + Send + Sync>;

/// Opens the store and the keys that `config` names, for a command.
///
/// # Errors
/// When the database cannot be reached or the keys cannot be read.
pub async fn platform(config: &Config) -> Result<Arc<Platform>, Failure> {
    platform_on(config, &config.database.options()).await
}

async fn platform_on(config: &Config, store: &ConnectOptions) -> Result<Arc<Platform>, Failure> {
    if let Some(folder) = config.database.file.as_deref().and_then(Path::parent) {
        private_folder(folder)?;
    }
    let keys = config::load_keys(config, &SystemRandom)?;
    let database = services::store::open(store).await?;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut platform = Platform::new(database, keys, Box::new(WallClock), Box::new(SystemRandom))
        .with_search(Search::new(config.in_var("index"), cores));
    if let Some(file) = &config.database.file {
        platform = platform.with_journal(journal_beside(file));
    }
    Ok(Arc::new(platform))
}

/// The folder of the journal of views that belongs to the SQLite database in `file`.
fn journal_beside(file: &Path) -> PathBuf {
    let mut folder = file.as_os_str().to_owned();
    folder.push("-views");
    folder.into()
}

/// Makes a folder that only its owner can enter; one that is there stays as it is.
fn private_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
}

/// Serves until the process is told to stop.
///
/// # Errors
/// When an address cannot be had or the store is not usable.
pub async fn run(config: Config) -> Result<(), Failure> {
    let listener = listen(config.listen.address, "--port or PORT").await?;
    let figures = http::admin::collect()?;
    let store = config.database.options().for_requests();
    let platform = platform_on(&config, &store).await?;
    prepare::schema(&config, &platform).await?;
    answers::seal_those_of_before(&platform, &platform.database.writer).await?;
    platform.parameters.refresh(&platform.database).await?;
    prepare::library(&platform).await?;
    prepare::demonstration(&config, &platform).await?;
    let assets = http::assets::manifest(&config.site_root);
    let state = AppState::new(platform, config, assets);

    let stop = shutdown::requested();
    let mut listeners = vec![accept::Site {
        listener,
        router: http::router(&state),
    }];
    if let Some(address) = state.config.listen.admin {
        let listener = listen(address, "YIBAOTONG_ADMIN_ADDR").await?;
        tracing::info!(address = %listener.local_addr()?, "figures at /metrics");
        listeners.push(accept::Site {
            listener,
            router: http::admin::router(figures),
        });
    }
    let jobs = jobs::start(&state, &stop);
    announce(&state.config);
    accept::serve(listeners, state.config.listen, stop).await;
    jobs.wait().await;
    close(&state.platform).await;
    tracing::info!("stopped");
    Ok(())
}

/// Lets the database put its files in order. A failure costs nothing: what was answered is on
/// the disk.
pub(crate) async fn close(platform: &Platform) {
    let database = &platform.database;
    for pool in [database.reader.clone(), database.writer.clone()] {
        if let Err(error) = pool.close().await {
            tracing::warn!(error = error.in_log(), "the database did not close well");
        }
    }
}

async fn listen(address: SocketAddr, setting: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let port = address.port();
        let problem = match error.kind() {
            std::io::ErrorKind::AddrInUse => format!(
                "port {port} is in use by another program; stop it, or choose another with {setting}"
            ),
            std::io::ErrorKind::PermissionDenied => {
                format!("port {port} may not be used by this user; choose another with {setting}")
            }
            _ => format!("cannot listen on {address}: {error} ({setting})"),
        };
        problem.into()
    })
}

#[expect(clippy::print_stdout, reason = "said to the person at the terminal")]
fn announce(config: &Config) {
    println!("Yibaotong is ready: {}", config.site.public_url);
    if config.demo() && config.provider.is_none() {
        println!("Sign in at {}/sign-in as one of:", config.site.public_url);
        for identity in &demo_identities::ALL {
            let DemoIdentity {
                subject,
                name_zh,
                description_en,
                ..
            } = identity;
            println!("  {subject:20} {name_zh}: {description_en}");
        }
    }
}
