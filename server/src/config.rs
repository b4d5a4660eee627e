//! Configuration: flags before environment before TOML file, read once and checked as a whole.

mod certificates;
mod database;
mod keys;
mod limits;
mod listen;
mod logging;
mod mode;
mod provider;
mod read;
mod report;
mod site;
mod sources;

use std::path::{Path, PathBuf};

pub use certificates::CertificateKeys;
pub use database::DatabaseConfig;
pub use keys::{MasterKey, load_keys};
pub use limits::{Limits, RateLimits};
pub use listen::ListenConfig;
pub use logging::{LogConfig, LogFormat};
pub use mode::Mode;
pub use provider::ProviderConfig;
pub use report::{ConfigErrors, Problem};
pub use sources::{ConfigArguments, Sources};

use app::site::SiteSettings;
use read::Reader;

/// Everything that a deployment decides.
#[derive(Clone, Debug)]
pub struct Config {
    /// Demonstration or production.
    pub mode: Mode,
    /// The folder of everything that the program writes.
    pub var: PathBuf,
    /// Where the database is.
    pub database: DatabaseConfig,
    /// Where the server listens, and how patient it is.
    pub listen: ListenConfig,
    /// How much one request may take.
    pub limits: Limits,
    /// How often one client may ask.
    pub rates: RateLimits,
    /// The OpenID provider; `None` is the demo's own.
    pub provider: Option<ProviderConfig>,
    /// The secret that all keys derive from, when it was given.
    pub master_key: Option<MasterKey>,
    /// Which keys sign and prove certificates.
    pub certificate_keys: CertificateKeys,
    /// How many people a new demonstration invents besides the named ones.
    pub demo_people: u64,
    /// The folder of static files that the build made.
    pub site_root: PathBuf,
    /// What the site says of itself; holds the public address.
    pub site: SiteSettings,
    /// What is logged, and how.
    pub logging: LogConfig,
}

impl Config {
    /// Reads and checks everything. The second value lists settings that nobody knows.
    ///
    /// # Errors
    /// All problems at once, each with the setting it is about.
    pub fn resolve(sources: &Sources) -> Result<(Self, Vec<String>), ConfigErrors> {
        let mut reader = Reader::new(sources);
        let mode = mode::read(&mut reader);
        let var = PathBuf::from(reader.text("var").unwrap_or_else(|| "var".to_owned()));
        let listen = listen::read(&mut reader, mode);
        let config = Self {
            mode,
            database: database::read(&mut reader, &var),
            limits: limits::read(&mut reader),
            rates: limits::read_rates(&mut reader, mode),
            provider: provider::read(&mut reader, mode),
            master_key: keys::read(&mut reader, mode),
            certificate_keys: certificates::read(&mut reader),
            demo_people: reader.number_or("demo.people", 1000, 0..=1_000_000),
            site_root: site::root(&mut reader, sources.executable()),
            site: site::read(&mut reader, mode, listen.address),
            logging: logging::read(&mut reader, mode),
            var,
            listen,
        };
        let unknown = reader.unknown();
        reader.finish().map(|()| (config, unknown))
    }

    /// Whether browsers reach the site over TLS.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.site.public_url.starts_with("https://")
    }

    /// Whether this is the demonstration with invented people.
    #[must_use]
    pub fn demo(&self) -> bool {
        self.mode == Mode::Demo
    }

    /// A path below the folder that the program writes.
    #[must_use]
    pub fn in_var(&self, name: impl AsRef<Path>) -> PathBuf {
        self.var.join(name)
    }
}

#[cfg(test)]
#[path = "config/tests.rs"]
mod tests;
