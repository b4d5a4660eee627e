//! Where settings come from: flags, environment, file. A setting has one name, `rate.api`, that
//! is `YIBAOTONG_RATE_API` in the environment and `api` under `[rate]` in the file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;

use super::report::{ConfigErrors, Problem};

const PREFIX: &str = "YIBAOTONG_";

/// Flags that every subcommand takes. Each of them is a setting; the others go through `--set`.
#[derive(Args, Clone, Debug, Default)]
pub struct ConfigArguments {
    /// A TOML file with settings (YIBAOTONG_CONFIG)
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<String>,
    /// `demo` or `production` (YIBAOTONG_MODE)
    #[arg(long, global = true)]
    pub mode: Option<String>,
    /// The folder of everything that the program writes (YIBAOTONG_VAR or VAR; default: var)
    #[arg(long, global = true, value_name = "FOLDER")]
    pub var: Option<String>,
    /// `sqlite://…` or `postgres://…` (YIBAOTONG_DATABASE_URL; default: a file in VAR)
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// Any setting by its name, for example `--set rate.api=60`; may be repeated
    #[arg(long = "set", global = true, value_name = "NAME=VALUE")]
    pub set: Vec<String>,
}

/// All settings that were given, as texts, by source.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    flags: BTreeMap<String, String>,
    environment: BTreeMap<String, String>,
    file: BTreeMap<String, String>,
    executable: Option<PathBuf>,
}

impl Sources {
    /// Settings from these flags only, for tests.
    #[must_use]
    pub fn of(flags: &[(&str, &str)]) -> Self {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Self {
            flags: flags.iter().map(own).collect(),
            ..Self::default()
        }
    }

    /// Adds variables of the environment; only `YIBAOTONG_…`, `PORT` and `VAR` count.
    #[must_use]
    pub fn with_environment(mut self, variables: impl Iterator<Item = (String, String)>) -> Self {
        for (name, value) in variables.filter(|(_, value)| !value.is_empty()) {
            match name.as_str() {
                "PORT" | "VAR" => {
                    self.environment
                        .entry(format!("{PREFIX}{name}"))
                        .or_insert(value);
                }
                _ if name.starts_with(PREFIX) => {
                    self.environment.insert(name, value);
                }
                _ => {}
            }
        }
        self
    }

    /// Adds the settings of a TOML text.
    ///
    /// # Errors
    /// When the text is no TOML.
    pub fn with_file(mut self, text: &str) -> Result<Self, ConfigErrors> {
        let table: toml::Table = text
            .parse()
            .map_err(|error: toml::de::Error| wrong_file(error.message()))?;
        flatten("", &table, &mut self.file);
        Ok(self)
    }

    /// What the process was started with: `arguments`, the environment, the file they name.
    ///
    /// # Errors
    /// When the file cannot be read, or a `--set` has no `=`.
    pub fn of_process(
        arguments: &ConfigArguments,
        port: Option<u16>,
    ) -> Result<Self, ConfigErrors> {
        let mut flags = BTreeMap::new();
        let named = [
            ("mode", arguments.mode.clone()),
            ("var", arguments.var.clone()),
            ("database.url", arguments.database_url.clone()),
            ("port", port.map(|port| port.to_string())),
        ];
        for (name, value) in named {
            if let Some(value) = value {
                flags.insert(name.to_owned(), value);
            }
        }
        for pair in &arguments.set {
            let (name, value) = pair
                .split_once('=')
                .ok_or_else(|| wrong_file("--set needs NAME=VALUE"))?;
            flags.insert(name.trim().to_owned(), value.to_owned());
        }
        let sources = Self {
            flags,
            executable: std::env::current_exe().ok(),
            ..Self::default()
        }
        .with_environment(environment());
        let path = arguments
            .config
            .clone()
            .or_else(|| sources.environment.get("YIBAOTONG_CONFIG").cloned());
        match path {
            None => Ok(sources),
            Some(path) => {
                let text = std::fs::read_to_string(&path)
                    .map_err(|error| wrong_file(&format!("{path}: {error}")))?;
                sources.with_file(&text)
            }
        }
    }

    /// The value of a setting, from the first source that has it.
    pub(super) fn find(&self, name: &str) -> Option<&str> {
        self.flags
            .get(name)
            .or_else(|| self.environment.get(&environment_name(name)))
            .or_else(|| self.file.get(name))
            .map(String::as_str)
    }

    /// Names of all settings that were given, in the spelling of their source.
    pub(super) fn given(&self) -> impl Iterator<Item = &str> {
        let environment = self
            .environment
            .keys()
            .map(String::as_str)
            .filter(|name| !name.starts_with("YIBAOTONG_TEST_") && *name != "YIBAOTONG_CONFIG");
        let others = self.flags.keys().chain(self.file.keys());
        others.map(String::as_str).chain(environment)
    }

    pub(super) fn executable(&self) -> Option<&Path> {
        self.executable.as_deref()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the environment"
)]
fn environment() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

/// `rate.api` as `YIBAOTONG_RATE_API`.
pub(super) fn environment_name(setting: &str) -> String {
    format!(
        "{PREFIX}{}",
        setting.replace(['.', '-'], "_").to_uppercase()
    )
}

fn flatten(prefix: &str, table: &toml::Table, into: &mut BTreeMap<String, String>) {
    for (key, value) in table {
        let name = if prefix.is_empty() {
            key.clone()
        } else {
            format!("{prefix}.{key}")
        };
        match value {
            toml::Value::Table(inner) => flatten(&name, inner, into),
            toml::Value::String(text) => {
                into.insert(name, text.clone());
            }
            other => {
                into.insert(name, other.to_string());
            }
        }
    }
}

fn wrong_file(problem: &str) -> ConfigErrors {
    ConfigErrors(vec![Problem {
        setting: "config".to_owned(),
        problem: problem.to_owned(),
    }])
}
