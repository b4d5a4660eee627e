//! The real program as a server, started as people start it and killed as a power cut kills it.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Stdio};

use crate::binary::Binary;

/// A port that nobody listens on.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// A running server.
pub struct Serving {
    process: Child,
    /// Its address.
    pub url: String,
}

impl Serving {
    /// Starts `program` without invented people and waits until it is ready. `settings` are
    /// variables of its environment.
    ///
    /// # Panics
    /// When it does not get ready.
    #[must_use]
    pub fn start(program: &Binary, settings: &[(&str, &str)]) -> Self {
        let port = free_port();
        let mut command = program.command(&["serve", "--port", &port.to_string()]);
        command
            .env("YIBAOTONG_DEMO_PEOPLE", "0")
            .envs(settings.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut process = command.spawn().expect("it starts");
        let words = process.stdout.take().expect("its words");
        // The last line of what it says when it is ready.
        let ready = |line: &String| line.trim_start().starts_with("auditor");
        let mut lines = BufReader::new(words).lines().map_while(Result::ok);
        assert!(lines.any(|line| ready(&line)), "it gets ready");
        let url = format!("http://127.0.0.1:{port}");
        Self { process, url }
    }

    /// Ends it as a power cut does: SIGKILL.
    ///
    /// # Panics
    /// When it is gone already.
    pub fn kill(mut self) {
        self.process.kill().expect("killed");
        self.process.wait().expect("gone");
    }
}
