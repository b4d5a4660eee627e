//! The real program, run as people run it, in a folder of its own.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use services::store::{ConnectOptions, Database, open};
use tempfile::TempDir;

/// The key of every store that the program makes here, so that two of them can be compared.
const MASTER_KEY: &str = "bm90aGluZyBidXQgYSBrZXkgZm9yIHRoZSB0ZXN0cyE=";

/// `yibaotong` with a folder that is gone when the test ends.
pub struct Binary {
    program: PathBuf,
    /// Where the test's files are; `VAR` is the folder `var` in it.
    pub folder: TempDir,
}

/// What a run said, and how it ended.
#[derive(Debug)]
pub struct Ran {
    /// The exit status; `None` after a signal.
    pub code: Option<i32>,
    /// What it wrote to standard output.
    pub out: String,
    /// What it wrote to standard error.
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Self {
            code: output.status.code(),
            out: text(&output.stdout),
            err: text(&output.stderr),
        }
    }
}

impl Binary {
    /// The program that the build step left beside this one, with an empty folder.
    ///
    /// # Panics
    /// When it was not built.
    #[must_use]
    pub fn new() -> Self {
        let own = std::env::current_exe().expect("the test's own path");
        // target/debug/deps/product-… : the program lies two floors up.
        let program = own
            .ancestors()
            .nth(2)
            .map(|folder| folder.join("yibaotong"));
        let program = program.filter(|program| program.is_file());
        Self {
            program: program.expect("`cargo build` comes before the tests of the program"),
            folder: TempDir::new().expect("a temporary folder"),
        }
    }

    /// A path in the test's folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the test's folder.
    ///
    /// # Panics
    /// When that fails.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        std::fs::write(&path, content).expect("the file");
        path
    }

    /// The program with these arguments and nothing of this process's environment.
    #[must_use]
    pub fn command<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("YIBAOTONG_VAR", self.path("var"))
            .env("YIBAOTONG_MASTER_KEY", MASTER_KEY)
            .env("YIBAOTONG_ADMIN_ADDR", "none")
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// Runs it to its end.
    ///
    /// # Panics
    /// When it cannot be started.
    pub fn run<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Ran {
        let output = self.command(arguments).output();
        output.expect("the program starts").into()
    }

    /// Runs it; what it said, when it succeeded.
    ///
    /// # Panics
    /// When it failed.
    pub fn succeeds<A: AsRef<OsStr>>(&self, arguments: &[A]) -> String {
        let ran = self.run(arguments);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        ran.out
    }

    /// Runs it; everything that it said, when it failed in good order.
    ///
    /// # Panics
    /// When it succeeded, panicked or was killed.
    pub fn fails<A: AsRef<OsStr>>(&self, arguments: &[A]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.err.contains("error: "), "{ran:?}");
        ran
    }

    /// The SQLite store that the program made in `VAR`.
    ///
    /// # Panics
    /// When it cannot be opened.
    pub async fn store(&self) -> Database {
        let file = self.path("var/yibaotong.sqlite");
        open(&ConnectOptions::new(format!("sqlite://{}", file.display())))
            .await
            .expect("the program's store")
    }
}

impl Default for Binary {
    fn default() -> Self {
        Self::new()
    }
}

/// The permission bits of a file.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn mode(file: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    let about = std::fs::metadata(file).expect("the file is there");
    about.permissions().mode() & 0o777
}
