//! What is wrong with a configuration, all of it at once.

use std::fmt;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The setting's name, as in the TOML file.
    pub setting: String,
    /// What is wrong, without the value: it may be a secret.
    pub problem: String,
}

/// Everything that is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfigErrors(pub Vec<Problem>);

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "the configuration has {} problem(s):", self.0.len())?;
        for Problem { setting, problem } in &self.0 {
            writeln!(
                f,
                "  {setting} ({}): {problem}",
                super::sources::environment_name(setting)
            )?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigErrors {}
